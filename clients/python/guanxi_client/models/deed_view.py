from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DeedView")


@_attrs_define
class DeedView:
    """What a partner asked for, what it needed, and whether it was hers to do.

    Attributes:
        person_id (str):
        operation (str):
        scope (str):
        allowed (bool):
        at (datetime.datetime):
    """

    person_id: str
    operation: str
    scope: str
    allowed: bool
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        operation = self.operation

        scope = self.scope

        allowed = self.allowed

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "person_id": person_id,
                "operation": operation,
                "scope": scope,
                "allowed": allowed,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person_id = d.pop("person_id")

        operation = d.pop("operation")

        scope = d.pop("scope")

        allowed = d.pop("allowed")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        deed_view = cls(
            person_id=person_id,
            operation=operation,
            scope=scope,
            allowed=allowed,
            at=at,
        )

        return deed_view
