from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.order_party import OrderParty, check_order_party

T = TypeVar("T", bound="EvidenceView")


@_attrs_define
class EvidenceView:
    """What one side said and showed. The photos' addresses last an hour.

    Attributes:
        by (OrderParty): Who does it.
        text (str):
        photos (list[str]):
        at (datetime.datetime):
    """

    by: OrderParty
    text: str
    photos: list[str]
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        by: str = self.by

        text = self.text

        photos = self.photos

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "by": by,
                "text": text,
                "photos": photos,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = check_order_party(d.pop("by"))

        text = d.pop("text")

        photos = cast(list[str], d.pop("photos"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        evidence_view = cls(
            by=by,
            text=text,
            photos=photos,
            at=at,
        )

        return evidence_view
