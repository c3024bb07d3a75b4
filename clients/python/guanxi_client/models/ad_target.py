from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AdTarget")


@_attrs_define
class AdTarget:
    """Where the ad leads: the goods' page is `/shop/{slug}/{listing_id}`.

    Attributes:
        click_id (str):
        slug (str):
        listing_id (str):
    """

    click_id: str
    slug: str
    listing_id: str

    def to_dict(self) -> dict[str, Any]:
        click_id = self.click_id

        slug = self.slug

        listing_id = self.listing_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "click_id": click_id,
                "slug": slug,
                "listing_id": listing_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        click_id = d.pop("click_id")

        slug = d.pop("slug")

        listing_id = d.pop("listing_id")

        ad_target = cls(
            click_id=click_id,
            slug=slug,
            listing_id=listing_id,
        )

        return ad_target
