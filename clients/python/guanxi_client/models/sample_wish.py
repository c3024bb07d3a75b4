from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SampleWish")


@_attrs_define
class SampleWish:
    """A sample of which kind.

    Attributes:
        variant_id (str):
    """

    variant_id: str

    def to_dict(self) -> dict[str, Any]:
        variant_id = self.variant_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "variant_id": variant_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        variant_id = d.pop("variant_id")

        sample_wish = cls(
            variant_id=variant_id,
        )

        return sample_wish
