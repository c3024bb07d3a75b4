from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Assignment")


@_attrs_define
class Assignment:
    """Who looks after a conversation; null: nobody in particular.

    Attributes:
        person_id (None | str):
    """

    person_id: None | str

    def to_dict(self) -> dict[str, Any]:
        person_id: None | str
        person_id = self.person_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "person_id": person_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_person_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        person_id = _parse_person_id(d.pop("person_id"))

        assignment = cls(
            person_id=person_id,
        )

        return assignment
