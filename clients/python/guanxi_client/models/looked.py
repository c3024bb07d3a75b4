from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Looked")


@_attrs_define
class Looked:
    """The tokens of the ads that were looked at.

    Attributes:
        tokens (list[str]):
    """

    tokens: list[str]

    def to_dict(self) -> dict[str, Any]:
        tokens = self.tokens

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tokens": tokens,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tokens = cast(list[str], d.pop("tokens"))

        looked = cls(
            tokens=tokens,
        )

        return looked
