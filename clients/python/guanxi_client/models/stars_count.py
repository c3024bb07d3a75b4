from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StarsCount")


@_attrs_define
class StarsCount:
    """How many gave so many stars.

    Attributes:
        stars (int):
        reviews (int):
    """

    stars: int
    reviews: int

    def to_dict(self) -> dict[str, Any]:
        stars = self.stars

        reviews = self.reviews

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "stars": stars,
                "reviews": reviews,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stars = d.pop("stars")

        reviews = d.pop("reviews")

        stars_count = cls(
            stars=stars,
            reviews=reviews,
        )

        return stars_count
