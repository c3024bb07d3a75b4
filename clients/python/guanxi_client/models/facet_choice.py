from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FacetChoice")


@_attrs_define
class FacetChoice:
    """A value of a facet, and how many of the listings counted have it.

    Attributes:
        value (str):
        listings (int):
    """

    value: str
    listings: int

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        listings = self.listings

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "value": value,
                "listings": listings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        value = d.pop("value")

        listings = d.pop("listings")

        facet_choice = cls(
            value=value,
            listings=listings,
        )

        return facet_choice
