from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FollowingView")


@_attrs_define
class FollowingView:
    """Whether you follow a store, and how many do.

    Attributes:
        store_id (str):
        following (bool):
        followers (int):
    """

    store_id: str
    following: bool
    followers: int

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        following = self.following

        followers = self.followers

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "following": following,
                "followers": followers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_id = d.pop("store_id")

        following = d.pop("following")

        followers = d.pop("followers")

        following_view = cls(
            store_id=store_id,
            following=following,
            followers=followers,
        )

        return following_view
