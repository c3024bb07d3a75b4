from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CarriedPromotion")


@_attrs_define
class CarriedPromotion:
    """The promotion that a link carries; a coupon's code is told to who takes it.

    Attributes:
        id (str):
        title (str):
        price (MoneyView | None):
        pieces (int | None):
        starts_at (datetime.datetime):
        ends_at (datetime.datetime | None):
        to_be_taken (bool):
    """

    id: str
    title: str
    price: MoneyView | None
    pieces: int | None
    starts_at: datetime.datetime
    ends_at: datetime.datetime | None
    to_be_taken: bool

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        id = self.id

        title = self.title

        price: dict[str, Any] | None
        if isinstance(self.price, MoneyView):
            price = self.price.to_dict()
        else:
            price = self.price

        pieces: int | None
        pieces = self.pieces

        starts_at = self.starts_at.isoformat()

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        to_be_taken = self.to_be_taken

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "title": title,
                "price": price,
                "pieces": pieces,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "to_be_taken": to_be_taken,
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

        def _parse_pieces(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        pieces = _parse_pieces(d.pop("pieces"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        to_be_taken = d.pop("to_be_taken")

        carried_promotion = cls(
            id=id,
            title=title,
            price=price,
            pieces=pieces,
            starts_at=starts_at,
            ends_at=ends_at,
            to_be_taken=to_be_taken,
        )

        return carried_promotion
