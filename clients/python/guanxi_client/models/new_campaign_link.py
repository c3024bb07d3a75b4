from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.store_channel import StoreChannel, check_store_channel
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCampaignLink")


@_attrs_define
class NewCampaignLink:
    """A link for one post on one channel: to the store, or to goods of it; it may carry a promotion.

    Attributes:
        channel (StoreChannel): Where a link is shared.
        post (str | Unset):  Default: ''.
        listing_id (None | str | Unset):
        promotion_id (None | str | Unset):
    """

    channel: StoreChannel
    post: str | Unset = ""
    listing_id: None | str | Unset = UNSET
    promotion_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        channel: str = self.channel

        post = self.post

        listing_id: None | str | Unset
        if isinstance(self.listing_id, Unset):
            listing_id = UNSET
        else:
            listing_id = self.listing_id

        promotion_id: None | str | Unset
        if isinstance(self.promotion_id, Unset):
            promotion_id = UNSET
        else:
            promotion_id = self.promotion_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "channel": channel,
            }
        )
        if post is not UNSET:
            field_dict["post"] = post
        if listing_id is not UNSET:
            field_dict["listing_id"] = listing_id
        if promotion_id is not UNSET:
            field_dict["promotion_id"] = promotion_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = check_store_channel(d.pop("channel"))

        post = d.pop("post", UNSET)

        def _parse_listing_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        listing_id = _parse_listing_id(d.pop("listing_id", UNSET))

        def _parse_promotion_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        promotion_id = _parse_promotion_id(d.pop("promotion_id", UNSET))

        new_campaign_link = cls(
            channel=channel,
            post=post,
            listing_id=listing_id,
            promotion_id=promotion_id,
        )

        return new_campaign_link
