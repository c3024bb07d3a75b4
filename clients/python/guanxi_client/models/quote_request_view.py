from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.wholesale_request_state import (
    WholesaleRequestState,
    check_wholesale_request_state,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView
    from ..models.seen_goods import SeenGoods


T = TypeVar("T", bound="QuoteRequestView")


@_attrs_define
class QuoteRequestView:
    """A request for quotation, and what became of it.

    Attributes:
        id (str):
        title (str):
        text (str):
        category (str):
        quantity (int):
        currency (str):
        target_price (MoneyView | None):
        region (str):
        about (None | SeenGoods):
        state (WholesaleRequestState): What became of a request. It leaves OPEN once.
        suppliers (int):
        accepted (None | str):
        asked_at (datetime.datetime):
        closes_at (datetime.datetime):
    """

    id: str
    title: str
    text: str
    category: str
    quantity: int
    currency: str
    target_price: MoneyView | None
    region: str
    about: None | SeenGoods
    state: WholesaleRequestState
    suppliers: int
    accepted: None | str
    asked_at: datetime.datetime
    closes_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.seen_goods import SeenGoods  # noqa: PLC0415

        id = self.id

        title = self.title

        text = self.text

        category = self.category

        quantity = self.quantity

        currency = self.currency

        target_price: dict[str, Any] | None
        if isinstance(self.target_price, MoneyView):
            target_price = self.target_price.to_dict()
        else:
            target_price = self.target_price

        region = self.region

        about: dict[str, Any] | None
        if isinstance(self.about, SeenGoods):
            about = self.about.to_dict()
        else:
            about = self.about

        state: str = self.state

        suppliers = self.suppliers

        accepted: None | str
        accepted = self.accepted

        asked_at = self.asked_at.isoformat()

        closes_at = self.closes_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "text": text,
                "category": category,
                "quantity": quantity,
                "currency": currency,
                "target_price": target_price,
                "region": region,
                "about": about,
                "state": state,
                "suppliers": suppliers,
                "accepted": accepted,
                "asked_at": asked_at,
                "closes_at": closes_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.seen_goods import SeenGoods  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        text = d.pop("text")

        category = d.pop("category")

        quantity = d.pop("quantity")

        currency = d.pop("currency")

        def _parse_target_price(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                target_price_type_0 = MoneyView.from_dict(data)

                return target_price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        target_price = _parse_target_price(d.pop("target_price"))

        region = d.pop("region")

        def _parse_about(data: object) -> None | SeenGoods:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                about_type_0 = SeenGoods.from_dict(data)

                return about_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SeenGoods, data)

        about = _parse_about(d.pop("about"))

        state = check_wholesale_request_state(d.pop("state"))

        suppliers = d.pop("suppliers")

        def _parse_accepted(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        accepted = _parse_accepted(d.pop("accepted"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        closes_at = datetime.datetime.fromisoformat(d.pop("closes_at"))

        quote_request_view = cls(
            id=id,
            title=title,
            text=text,
            category=category,
            quantity=quantity,
            currency=currency,
            target_price=target_price,
            region=region,
            about=about,
            state=state,
            suppliers=suppliers,
            accepted=accepted,
            asked_at=asked_at,
            closes_at=closes_at,
        )

        return quote_request_view
