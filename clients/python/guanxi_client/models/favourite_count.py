from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FavouriteCount")


@_attrs_define
class FavouriteCount:
    """How many people keep some goods in mind.

    Attributes:
        people (int):
    """

    people: int

    def to_dict(self) -> dict[str, Any]:
        people = self.people

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "people": people,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        people = d.pop("people")

        favourite_count = cls(
            people=people,
        )

        return favourite_count
