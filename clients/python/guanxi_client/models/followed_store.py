from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FollowedStore")


@_attrs_define
class FollowedStore:
    """A store that you follow.

    Attributes:
        store_id (str):
        name (str):
        slug (str):
        since (datetime.datetime):
    """

    store_id: str
    name: str
    slug: str
    since: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        name = self.name

        slug = self.slug

        since = self.since.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "name": name,
                "slug": slug,
                "since": since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_id = d.pop("store_id")

        name = d.pop("name")

        slug = d.pop("slug")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        followed_store = cls(
            store_id=store_id,
            name=name,
            slug=slug,
            since=since,
        )

        return followed_store
