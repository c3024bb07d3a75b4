from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.notification_view_text import NotificationViewText


T = TypeVar("T", bound="NotificationView")


@_attrs_define
class NotificationView:
    """Something a person should know, in Chinese and in English.

    Attributes:
        id (str):
        kind (str):
        reference (str):
        text (NotificationViewText):
        at (datetime.datetime):
        read (bool):
    """

    id: str
    kind: str
    reference: str
    text: NotificationViewText
    at: datetime.datetime
    read: bool

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        reference = self.reference

        text = self.text.to_dict()

        at = self.at.isoformat()

        read = self.read

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "reference": reference,
                "text": text,
                "at": at,
                "read": read,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notification_view_text import NotificationViewText  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        reference = d.pop("reference")

        text = NotificationViewText.from_dict(d.pop("text"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        read = d.pop("read")

        notification_view = cls(
            id=id,
            kind=kind,
            reference=reference,
            text=text,
            at=at,
            read=read,
        )

        return notification_view
