from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_creative_placement import (
    NewCreativePlacement,
    check_new_creative_placement,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCreative")


@_attrs_define
class NewCreative:
    """A picture for goods, in a placement; `cpm` is the most for a thousand impressions, in minor units.

    `cap` is how often a day one browser is shown it at most. With `retarget` only those see it who agreed
    to be remembered and lately looked at the store's goods.

        Attributes:
            placement (NewCreativePlacement):
            listing_id (str):
            photo_id (str):
            title (str):
            cpm (int):
            category (None | str | Unset):
            cap (int | Unset):  Default: 5.
            retarget (bool | Unset):  Default: False.
    """

    placement: NewCreativePlacement
    listing_id: str
    photo_id: str
    title: str
    cpm: int
    category: None | str | Unset = UNSET
    cap: int | Unset = 5
    retarget: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        placement: str = self.placement

        listing_id = self.listing_id

        photo_id = self.photo_id

        title = self.title

        cpm = self.cpm

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        cap = self.cap

        retarget = self.retarget

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "placement": placement,
                "listing_id": listing_id,
                "photo_id": photo_id,
                "title": title,
                "cpm": cpm,
            }
        )
        if category is not UNSET:
            field_dict["category"] = category
        if cap is not UNSET:
            field_dict["cap"] = cap
        if retarget is not UNSET:
            field_dict["retarget"] = retarget

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        placement = check_new_creative_placement(d.pop("placement"))

        listing_id = d.pop("listing_id")

        photo_id = d.pop("photo_id")

        title = d.pop("title")

        cpm = d.pop("cpm")

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        cap = d.pop("cap", UNSET)

        retarget = d.pop("retarget", UNSET)

        new_creative = cls(
            placement=placement,
            listing_id=listing_id,
            photo_id=photo_id,
            title=title,
            cpm=cpm,
            category=category,
            cap=cap,
            retarget=retarget,
        )

        return new_creative
