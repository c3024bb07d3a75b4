from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.conversation_report_reason import (
    ConversationReportReason,
    check_conversation_report_reason,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewReport")


@_attrs_define
class NewReport:
    """Which message an operator should look at, and why.

    Attributes:
        seq (int):
        reason (ConversationReportReason): Why somebody reports a message.
        note (str | Unset):  Default: ''.
    """

    seq: int
    reason: ConversationReportReason
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        seq = self.seq

        reason: str = self.reason

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "seq": seq,
                "reason": reason,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seq = d.pop("seq")

        reason = check_conversation_report_reason(d.pop("reason"))

        note = d.pop("note", UNSET)

        new_report = cls(
            seq=seq,
            reason=reason,
            note=note,
        )

        return new_report
