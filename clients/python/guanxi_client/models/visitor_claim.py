from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="VisitorClaim")


@_attrs_define
class VisitorClaim:
    """The visitor id that a browser got with an ad's link, in the cookie `visitor`.

    Attributes:
        visitor (str):
    """

    visitor: str

    def to_dict(self) -> dict[str, Any]:
        visitor = self.visitor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visitor": visitor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        visitor = d.pop("visitor")

        visitor_claim = cls(
            visitor=visitor,
        )

        return visitor_claim
