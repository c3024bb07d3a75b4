from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CardView")


@_attrs_define
class CardView:
    """What a message shows, as it was when it was sent; of an offer its total, and what had become of it.

    A photo's address lasts an hour.

        Attributes:
            id (str):
            title (str):
            price (MoneyView | None):
            url (None | str):
            state (None | str):
    """

    id: str
    title: str
    price: MoneyView | None
    url: None | str
    state: None | str

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        id = self.id

        title = self.title

        price: dict[str, Any] | None
        if isinstance(self.price, MoneyView):
            price = self.price.to_dict()
        else:
            price = self.price

        url: None | str
        url = self.url

        state: None | str
        state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "price": price,
                "url": url,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        def _parse_price(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = MoneyView.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        price = _parse_price(d.pop("price"))

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        def _parse_state(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        state = _parse_state(d.pop("state"))

        card_view = cls(
            id=id,
            title=title,
            price=price,
            url=url,
            state=state,
        )

        return card_view
