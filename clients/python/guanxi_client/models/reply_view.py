from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReplyView")


@_attrs_define
class ReplyView:
    """What the seller said.

    Attributes:
        text (str):
        at (datetime.datetime):
        edited_at (datetime.datetime | None):
    """

    text: str
    at: datetime.datetime
    edited_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        at = self.at.isoformat()

        edited_at: None | str
        if isinstance(self.edited_at, datetime.datetime):
            edited_at = self.edited_at.isoformat()
        else:
            edited_at = self.edited_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "at": at,
                "edited_at": edited_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_edited_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                edited_at_type_0 = datetime.datetime.fromisoformat(data)

                return edited_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        edited_at = _parse_edited_at(d.pop("edited_at"))

        reply_view = cls(
            text=text,
            at=at,
            edited_at=edited_at,
        )

        return reply_view
