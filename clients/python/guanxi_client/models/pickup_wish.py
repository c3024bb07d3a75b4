from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PickupWish")


@_attrs_define
class PickupWish:
    """Between which moments the courier may come.

    Attributes:
        since (datetime.datetime):
        until (datetime.datetime):
    """

    since: datetime.datetime
    until: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        since = self.since.isoformat()

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "since": since,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        since = datetime.datetime.fromisoformat(d.pop("since"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        pickup_wish = cls(
            since=since,
            until=until,
        )

        return pickup_wish
