from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.social_broadcast_state import (
    SocialBroadcastState,
    check_social_broadcast_state,
)

T = TypeVar("T", bound="BroadcastView")


@_attrs_define
class BroadcastView:
    """A broadcast; `told` counts the followers who were told so far.

    Attributes:
        id (str):
        text (str):
        listing_id (None | str):
        state (SocialBroadcastState): How far a broadcast is.
        told (int):
        created_at (datetime.datetime):
    """

    id: str
    text: str
    listing_id: None | str
    state: SocialBroadcastState
    told: int
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        text = self.text

        listing_id: None | str
        listing_id = self.listing_id

        state: str = self.state

        told = self.told

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "text": text,
                "listing_id": listing_id,
                "state": state,
                "told": told,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        text = d.pop("text")

        def _parse_listing_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        listing_id = _parse_listing_id(d.pop("listing_id"))

        state = check_social_broadcast_state(d.pop("state"))

        told = d.pop("told")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        broadcast_view = cls(
            id=id,
            text=text,
            listing_id=listing_id,
            state=state,
            told=told,
            created_at=created_at,
        )

        return broadcast_view
