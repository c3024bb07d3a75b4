from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PickupView")


@_attrs_define
class PickupView:
    """When the courier comes, and what it calls that.

    Attributes:
        since (datetime.datetime):
        until (datetime.datetime):
        name (str):
    """

    since: datetime.datetime
    until: datetime.datetime
    name: str

    def to_dict(self) -> dict[str, Any]:
        since = self.since.isoformat()

        until = self.until.isoformat()

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "since": since,
                "until": until,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        since = datetime.datetime.fromisoformat(d.pop("since"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        name = d.pop("name")

        pickup_view = cls(
            since=since,
            until=until,
            name=name,
        )

        return pickup_view
