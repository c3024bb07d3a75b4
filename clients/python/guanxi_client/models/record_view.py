from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RecordView")


@_attrs_define
class RecordView:
    """What was measured of a partner. `standing` goes from 0 to 10,000, and is what she is ranked by.

    Attributes:
        merchants (int):
        repeats (int):
        delivered (int):
        on_time (int):
        decided (int):
        accepted (int):
        reviews (int):
        rating (None | str):
        standing (int):
    """

    merchants: int
    repeats: int
    delivered: int
    on_time: int
    decided: int
    accepted: int
    reviews: int
    rating: None | str
    standing: int

    def to_dict(self) -> dict[str, Any]:
        merchants = self.merchants

        repeats = self.repeats

        delivered = self.delivered

        on_time = self.on_time

        decided = self.decided

        accepted = self.accepted

        reviews = self.reviews

        rating: None | str
        rating = self.rating

        standing = self.standing

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "merchants": merchants,
                "repeats": repeats,
                "delivered": delivered,
                "on_time": on_time,
                "decided": decided,
                "accepted": accepted,
                "reviews": reviews,
                "rating": rating,
                "standing": standing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        merchants = d.pop("merchants")

        repeats = d.pop("repeats")

        delivered = d.pop("delivered")

        on_time = d.pop("on_time")

        decided = d.pop("decided")

        accepted = d.pop("accepted")

        reviews = d.pop("reviews")

        def _parse_rating(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rating = _parse_rating(d.pop("rating"))

        standing = d.pop("standing")

        record_view = cls(
            merchants=merchants,
            repeats=repeats,
            delivered=delivered,
            on_time=on_time,
            decided=decided,
            accepted=accepted,
            reviews=reviews,
            rating=rating,
            standing=standing,
        )

        return record_view
