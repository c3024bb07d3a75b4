from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Reading")


@_attrs_define
class Reading:
    """Up to which message one has read.

    Attributes:
        seq (int):
    """

    seq: int

    def to_dict(self) -> dict[str, Any]:
        seq = self.seq

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "seq": seq,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seq = d.pop("seq")

        reading = cls(
            seq=seq,
        )

        return reading
