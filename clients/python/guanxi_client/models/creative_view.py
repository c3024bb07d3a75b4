from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.advertising_placement import (
    AdvertisingPlacement,
    check_advertising_placement,
)

T = TypeVar("T", bound="CreativeView")


@_attrs_define
class CreativeView:
    """A creative. It is taken off as its campaign's ad group of the same id.

    Attributes:
        id (str):
        campaign_id (str):
        placement (AdvertisingPlacement): Where display ads stand.
        category (None | str):
        listing_id (str):
        title (str):
        image (str):
        cpm (int):
        cap (int):
        retarget (bool):
    """

    id: str
    campaign_id: str
    placement: AdvertisingPlacement
    category: None | str
    listing_id: str
    title: str
    image: str
    cpm: int
    cap: int
    retarget: bool

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        campaign_id = self.campaign_id

        placement: str = self.placement

        category: None | str
        category = self.category

        listing_id = self.listing_id

        title = self.title

        image = self.image

        cpm = self.cpm

        cap = self.cap

        retarget = self.retarget

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "campaign_id": campaign_id,
                "placement": placement,
                "category": category,
                "listing_id": listing_id,
                "title": title,
                "image": image,
                "cpm": cpm,
                "cap": cap,
                "retarget": retarget,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        campaign_id = d.pop("campaign_id")

        placement = check_advertising_placement(d.pop("placement"))

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        listing_id = d.pop("listing_id")

        title = d.pop("title")

        image = d.pop("image")

        cpm = d.pop("cpm")

        cap = d.pop("cap")

        retarget = d.pop("retarget")

        creative_view = cls(
            id=id,
            campaign_id=campaign_id,
            placement=placement,
            category=category,
            listing_id=listing_id,
            title=title,
            image=image,
            cpm=cpm,
            cap=cap,
            retarget=retarget,
        )

        return creative_view
