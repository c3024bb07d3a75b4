from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="InstalmentView")


@_attrs_define
class InstalmentView:
    """What is due on a day.

    Attributes:
        number (int):
        due (datetime.date):
        principal (int):
        interest (int):
        total (int):
    """

    number: int
    due: datetime.date
    principal: int
    interest: int
    total: int

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        due = self.due.isoformat()

        principal = self.principal

        interest = self.interest

        total = self.total

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "number": number,
                "due": due,
                "principal": principal,
                "interest": interest,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        due = datetime.date.fromisoformat(d.pop("due"))

        principal = d.pop("principal")

        interest = d.pop("interest")

        total = d.pop("total")

        instalment_view = cls(
            number=number,
            due=due,
            principal=principal,
            interest=interest,
            total=total,
        )

        return instalment_view
