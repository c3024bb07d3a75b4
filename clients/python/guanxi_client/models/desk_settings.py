from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.desk_hours import DeskHours
    from ..models.quick_reply_text import QuickReplyText


T = TypeVar("T", bound="DeskSettings")


@_attrs_define
class DeskSettings:
    """Quick replies; and what is said by itself to whoever writes outside of the hours.

    Without hours somebody is always there.

        Attributes:
            replies (list[QuickReplyText]):
            hours (DeskHours | None):
            auto_reply (str):
    """

    replies: list[QuickReplyText]
    hours: DeskHours | None
    auto_reply: str

    def to_dict(self) -> dict[str, Any]:
        from ..models.desk_hours import DeskHours  # noqa: PLC0415

        replies = []
        for replies_item_data in self.replies:
            replies_item = replies_item_data.to_dict()
            replies.append(replies_item)

        hours: dict[str, Any] | None
        if isinstance(self.hours, DeskHours):
            hours = self.hours.to_dict()
        else:
            hours = self.hours

        auto_reply = self.auto_reply

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "replies": replies,
                "hours": hours,
                "auto_reply": auto_reply,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.desk_hours import DeskHours  # noqa: PLC0415
        from ..models.quick_reply_text import QuickReplyText  # noqa: PLC0415

        d = dict(src_dict)
        replies = []
        _replies = d.pop("replies")
        for replies_item_data in _replies:
            replies_item = QuickReplyText.from_dict(replies_item_data)

            replies.append(replies_item)

        def _parse_hours(data: object) -> DeskHours | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hours_type_0 = DeskHours.from_dict(data)

                return hours_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeskHours | None, data)

        hours = _parse_hours(d.pop("hours"))

        auto_reply = d.pop("auto_reply")

        desk_settings = cls(
            replies=replies,
            hours=hours,
            auto_reply=auto_reply,
        )

        return desk_settings
