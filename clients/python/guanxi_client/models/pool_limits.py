from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PoolLimits")


@_attrs_define
class PoolLimits:
    """A pool's limits; `halted` lends nothing more of it.

    Attributes:
        cap (int):
        per_borrower (int):
        halted (bool):
    """

    cap: int
    per_borrower: int
    halted: bool

    def to_dict(self) -> dict[str, Any]:
        cap = self.cap

        per_borrower = self.per_borrower

        halted = self.halted

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cap": cap,
                "per_borrower": per_borrower,
                "halted": halted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cap = d.pop("cap")

        per_borrower = d.pop("per_borrower")

        halted = d.pop("halted")

        pool_limits = cls(
            cap=cap,
            per_borrower=per_borrower,
            halted=halted,
        )

        return pool_limits
