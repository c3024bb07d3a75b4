from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="WorkRuling")


@_attrs_define
class WorkRuling:
    """How an operator decides: so many minor units back to the merchant, the rest to the partner; and why.

    Attributes:
        back (int):
        text (str):
    """

    back: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        back = self.back

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "back": back,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        back = d.pop("back")

        text = d.pop("text")

        work_ruling = cls(
            back=back,
            text=text,
        )

        return work_ruling
