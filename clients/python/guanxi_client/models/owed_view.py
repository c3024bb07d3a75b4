from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OwedView")


@_attrs_define
class OwedView:
    """Amounts by what they are for, in minor units.

    Attributes:
        fee (int):
        penalty (int):
        interest (int):
        principal (int):
        total (int):
    """

    fee: int
    penalty: int
    interest: int
    principal: int
    total: int

    def to_dict(self) -> dict[str, Any]:
        fee = self.fee

        penalty = self.penalty

        interest = self.interest

        principal = self.principal

        total = self.total

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fee": fee,
                "penalty": penalty,
                "interest": interest,
                "principal": principal,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fee = d.pop("fee")

        penalty = d.pop("penalty")

        interest = d.pop("interest")

        principal = d.pop("principal")

        total = d.pop("total")

        owed_view = cls(
            fee=fee,
            penalty=penalty,
            interest=interest,
            principal=principal,
            total=total,
        )

        return owed_view
