from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_channel import StoreChannel, check_store_channel

T = TypeVar("T", bound="LinkView")


@_attrs_define
class LinkView:
    """A short link; `path` is below the API's address.

    Attributes:
        code (str):
        path (str):
        channel (StoreChannel): Where a link is shared.
        label (str):
        visits (int):
        created_at (datetime.datetime):
    """

    code: str
    path: str
    channel: StoreChannel
    label: str
    visits: int
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        path = self.path

        channel: str = self.channel

        label = self.label

        visits = self.visits

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "path": path,
                "channel": channel,
                "label": label,
                "visits": visits,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        path = d.pop("path")

        channel = check_store_channel(d.pop("channel"))

        label = d.pop("label")

        visits = d.pop("visits")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        link_view = cls(
            code=code,
            path=path,
            channel=channel,
            label=label,
            visits=visits,
            created_at=created_at,
        )

        return link_view
