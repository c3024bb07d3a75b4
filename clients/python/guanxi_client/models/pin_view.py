from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="PinView")


@_attrs_define
class PinView:
    """Whether one has a payment PIN; locked: until when no try is let through.

    Attributes:
        is_set (bool):
        locked_until (datetime.datetime | None):
    """

    is_set: bool
    locked_until: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        is_set = self.is_set

        locked_until: None | str
        if isinstance(self.locked_until, datetime.datetime):
            locked_until = self.locked_until.isoformat()
        else:
            locked_until = self.locked_until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "is_set": is_set,
                "locked_until": locked_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_set = d.pop("is_set")

        def _parse_locked_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                locked_until_type_0 = datetime.datetime.fromisoformat(data)

                return locked_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        locked_until = _parse_locked_until(d.pop("locked_until"))

        pin_view = cls(
            is_set=is_set,
            locked_until=locked_until,
        )

        return pin_view
