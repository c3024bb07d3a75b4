from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.conversation_report_reason import (
    ConversationReportReason,
    check_conversation_report_reason,
)

T = TypeVar("T", bound="MessageReportView")


@_attrs_define
class MessageReportView:
    """A message that was reported, and why.

    Attributes:
        id (str):
        conversation_id (str):
        seq (int):
        reporter (str):
        reason (ConversationReportReason): Why somebody reports a message.
        note (str):
        text (str):
        at (datetime.datetime):
    """

    id: str
    conversation_id: str
    seq: int
    reporter: str
    reason: ConversationReportReason
    note: str
    text: str
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        conversation_id = self.conversation_id

        seq = self.seq

        reporter = self.reporter

        reason: str = self.reason

        note = self.note

        text = self.text

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "conversation_id": conversation_id,
                "seq": seq,
                "reporter": reporter,
                "reason": reason,
                "note": note,
                "text": text,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        conversation_id = d.pop("conversation_id")

        seq = d.pop("seq")

        reporter = d.pop("reporter")

        reason = check_conversation_report_reason(d.pop("reason"))

        note = d.pop("note")

        text = d.pop("text")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        message_report_view = cls(
            id=id,
            conversation_id=conversation_id,
            seq=seq,
            reporter=reporter,
            reason=reason,
            note=note,
            text=text,
            at=at,
        )

        return message_report_view
