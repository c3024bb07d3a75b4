from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Consent")


@_attrs_define
class Consent:
    """Whether a browser may be remembered for ads. A no forgets what was remembered.

    Attributes:
        visitor (str):
        consent (bool):
    """

    visitor: str
    consent: bool

    def to_dict(self) -> dict[str, Any]:
        visitor = self.visitor

        consent = self.consent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visitor": visitor,
                "consent": consent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        visitor = d.pop("visitor")

        consent = d.pop("consent")

        consent = cls(
            visitor=visitor,
            consent=consent,
        )

        return consent
