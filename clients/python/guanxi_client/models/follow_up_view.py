from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="FollowUpView")


@_attrs_define
class FollowUpView:
    """What the buyer added. The photos' addresses last an hour.

    Attributes:
        text (str):
        photos (list[str]):
        at (datetime.datetime):
    """

    text: str
    photos: list[str]
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        photos = self.photos

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "photos": photos,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        photos = cast(list[str], d.pop("photos"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        follow_up_view = cls(
            text=text,
            photos=photos,
            at=at,
        )

        return follow_up_view
