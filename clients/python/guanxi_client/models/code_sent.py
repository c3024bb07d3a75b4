from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.code_sent_by import CodeSentBy, check_code_sent_by

T = TypeVar("T", bound="CodeSent")


@_attrs_define
class CodeSent:
    """Where the code went, masked.

    Attributes:
        sent_to (str):
        by (CodeSentBy):
    """

    sent_to: str
    by: CodeSentBy

    def to_dict(self) -> dict[str, Any]:
        sent_to = self.sent_to

        by: str = self.by

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sent_to": sent_to,
                "by": by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sent_to = d.pop("sent_to")

        by = check_code_sent_by(d.pop("by"))

        code_sent = cls(
            sent_to=sent_to,
            by=by,
        )

        return code_sent
