from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.social_group_state import SocialGroupState, check_social_group_state

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="GroupView")


@_attrs_define
class GroupView:
    """A group buy.

    Attributes:
        id (str):
        store_id (str):
        listing_id (str):
        variant_id (str):
        title (str):
        price (MoneyView): An amount of money in minor units (fen, cents).
        size (int):
        joined (int):
        state (SocialGroupState): Where a group is. It leaves OPEN once: with the last buyer, or by the clock.
        ends_at (datetime.datetime):
    """

    id: str
    store_id: str
    listing_id: str
    variant_id: str
    title: str
    price: MoneyView
    size: int
    joined: int
    state: SocialGroupState
    ends_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        store_id = self.store_id

        listing_id = self.listing_id

        variant_id = self.variant_id

        title = self.title

        price = self.price.to_dict()

        size = self.size

        joined = self.joined

        state: str = self.state

        ends_at = self.ends_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "listing_id": listing_id,
                "variant_id": variant_id,
                "title": title,
                "price": price,
                "size": size,
                "joined": joined,
                "state": state,
                "ends_at": ends_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        title = d.pop("title")

        price = MoneyView.from_dict(d.pop("price"))

        size = d.pop("size")

        joined = d.pop("joined")

        state = check_social_group_state(d.pop("state"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        group_view = cls(
            id=id,
            store_id=store_id,
            listing_id=listing_id,
            variant_id=variant_id,
            title=title,
            price=price,
            size=size,
            joined=joined,
            state=state,
            ends_at=ends_at,
        )

        return group_view
