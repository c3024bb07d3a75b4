from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PinChange")


@_attrs_define
class PinChange:
    """Another PIN instead of the old one.

    Attributes:
        old_pin (str):
        pin (str):
    """

    old_pin: str
    pin: str

    def to_dict(self) -> dict[str, Any]:
        old_pin = self.old_pin

        pin = self.pin

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "old_pin": old_pin,
                "pin": pin,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        old_pin = d.pop("old_pin")

        pin = d.pop("pin")

        pin_change = cls(
            old_pin=old_pin,
            pin=pin,
        )

        return pin_change
