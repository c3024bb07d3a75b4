from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LendingSwitch")


@_attrs_define
class LendingSwitch:
    """Whether all lending is stopped.

    Attributes:
        halted (bool):
    """

    halted: bool

    def to_dict(self) -> dict[str, Any]:
        halted = self.halted

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "halted": halted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        halted = d.pop("halted")

        lending_switch = cls(
            halted=halted,
        )

        return lending_switch
