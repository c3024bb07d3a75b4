from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.store_channel import StoreChannel, check_store_channel

if TYPE_CHECKING:
    from ..models.carried_promotion import CarriedPromotion


T = TypeVar("T", bound="CampaignLinkView")


@_attrs_define
class CampaignLinkView:
    """A campaign link; `path` and `card` are below the API's address.

    Attributes:
        code (str):
        path (str):
        card (str):
        channel (StoreChannel): Where a link is shared.
        post (str):
        store_id (str):
        store_name (str):
        listing_id (None | str):
        promotion (CarriedPromotion | None):
        created_at (datetime.datetime):
    """

    code: str
    path: str
    card: str
    channel: StoreChannel
    post: str
    store_id: str
    store_name: str
    listing_id: None | str
    promotion: CarriedPromotion | None
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.carried_promotion import CarriedPromotion  # noqa: PLC0415

        code = self.code

        path = self.path

        card = self.card

        channel: str = self.channel

        post = self.post

        store_id = self.store_id

        store_name = self.store_name

        listing_id: None | str
        listing_id = self.listing_id

        promotion: dict[str, Any] | None
        if isinstance(self.promotion, CarriedPromotion):
            promotion = self.promotion.to_dict()
        else:
            promotion = self.promotion

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "path": path,
                "card": card,
                "channel": channel,
                "post": post,
                "store_id": store_id,
                "store_name": store_name,
                "listing_id": listing_id,
                "promotion": promotion,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.carried_promotion import CarriedPromotion  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        path = d.pop("path")

        card = d.pop("card")

        channel = check_store_channel(d.pop("channel"))

        post = d.pop("post")

        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        def _parse_listing_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        listing_id = _parse_listing_id(d.pop("listing_id"))

        def _parse_promotion(data: object) -> CarriedPromotion | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                promotion_type_0 = CarriedPromotion.from_dict(data)

                return promotion_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CarriedPromotion | None, data)

        promotion = _parse_promotion(d.pop("promotion"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        campaign_link_view = cls(
            code=code,
            path=path,
            card=card,
            channel=channel,
            post=post,
            store_id=store_id,
            store_name=store_name,
            listing_id=listing_id,
            promotion=promotion,
            created_at=created_at,
        )

        return campaign_link_view
