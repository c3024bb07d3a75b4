from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StorageDay")


@_attrs_define
class StorageDay:
    """A day's metering (UTC). Today's counts until now.

    Attributes:
        day (datetime.date):
        stored_bytes (int):
        byte_seconds (int):
        landed (int):
        removed (int):
        views (int):
        requests (int):
        bandwidth_bytes (int):
    """

    day: datetime.date
    stored_bytes: int
    byte_seconds: int
    landed: int
    removed: int
    views: int
    requests: int
    bandwidth_bytes: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        stored_bytes = self.stored_bytes

        byte_seconds = self.byte_seconds

        landed = self.landed

        removed = self.removed

        views = self.views

        requests = self.requests

        bandwidth_bytes = self.bandwidth_bytes

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "stored_bytes": stored_bytes,
                "byte_seconds": byte_seconds,
                "landed": landed,
                "removed": removed,
                "views": views,
                "requests": requests,
                "bandwidth_bytes": bandwidth_bytes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        stored_bytes = d.pop("stored_bytes")

        byte_seconds = d.pop("byte_seconds")

        landed = d.pop("landed")

        removed = d.pop("removed")

        views = d.pop("views")

        requests = d.pop("requests")

        bandwidth_bytes = d.pop("bandwidth_bytes")

        storage_day = cls(
            day=day,
            stored_bytes=stored_bytes,
            byte_seconds=byte_seconds,
            landed=landed,
            removed=removed,
            views=views,
            requests=requests,
            bandwidth_bytes=bandwidth_bytes,
        )

        return storage_day
