from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.notification_platform import (
    NotificationPlatform,
    check_notification_platform,
)
from ..models.notification_push_language import (
    NotificationPushLanguage,
    check_notification_push_language,
)

T = TypeVar("T", bound="PushDeviceView")


@_attrs_define
class PushDeviceView:
    """A phone or browser that one is told on.

    Attributes:
        id (str):
        platform (NotificationPlatform): Whose service wakes the device: a phone's, or the one that a browser chose.
        language (NotificationPushLanguage): In which a phone is told.
        at (datetime.datetime):
    """

    id: str
    platform: NotificationPlatform
    language: NotificationPushLanguage
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        platform: str = self.platform

        language: str = self.language

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "platform": platform,
                "language": language,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        platform = check_notification_platform(d.pop("platform"))

        language = check_notification_push_language(d.pop("language"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        push_device_view = cls(
            id=id,
            platform=platform,
            language=language,
            at=at,
        )

        return push_device_view
