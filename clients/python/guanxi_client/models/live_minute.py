from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LiveMinute")


@_attrs_define
class LiveMinute:
    """What was seen in a minute (UTC).

    Attributes:
        minute (str):
        visits (int):
        views (int):
        looks (int):
        searches (int):
        carts (int):
        checkouts (int):
        paid (int):
    """

    minute: str
    visits: int
    views: int
    looks: int
    searches: int
    carts: int
    checkouts: int
    paid: int

    def to_dict(self) -> dict[str, Any]:
        minute = self.minute

        visits = self.visits

        views = self.views

        looks = self.looks

        searches = self.searches

        carts = self.carts

        checkouts = self.checkouts

        paid = self.paid

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "minute": minute,
                "visits": visits,
                "views": views,
                "looks": looks,
                "searches": searches,
                "carts": carts,
                "checkouts": checkouts,
                "paid": paid,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        minute = d.pop("minute")

        visits = d.pop("visits")

        views = d.pop("views")

        looks = d.pop("looks")

        searches = d.pop("searches")

        carts = d.pop("carts")

        checkouts = d.pop("checkouts")

        paid = d.pop("paid")

        live_minute = cls(
            minute=minute,
            visits=visits,
            views=views,
            looks=looks,
            searches=searches,
            carts=carts,
            checkouts=checkouts,
            paid=paid,
        )

        return live_minute
