from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NightView")


@_attrs_define
class NightView:
    """The recounts of a day (in UTC): of how many people, their files and bytes, and what didn't fit.

    Attributes:
        day (datetime.date):
        people (int):
        files (int):
        bytes_ (int):
        findings (int):
    """

    day: datetime.date
    people: int
    files: int
    bytes_: int
    findings: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        people = self.people

        files = self.files

        bytes_ = self.bytes_

        findings = self.findings

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "people": people,
                "files": files,
                "bytes": bytes_,
                "findings": findings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        people = d.pop("people")

        files = d.pop("files")

        bytes_ = d.pop("bytes")

        findings = d.pop("findings")

        night_view = cls(
            day=day,
            people=people,
            files=files,
            bytes_=bytes_,
            findings=findings,
        )

        return night_view
