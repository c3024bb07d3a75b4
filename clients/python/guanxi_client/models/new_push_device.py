from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.notification_phone_platform import (
    NotificationPhonePlatform,
    check_notification_phone_platform,
)
from ..models.notification_push_language import (
    NotificationPushLanguage,
    check_notification_push_language,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPushDevice")


@_attrs_define
class NewPushDevice:
    """The phone that one holds, by the token that its platform gave the app. Said again at every start.

    Attributes:
        platform (NotificationPhonePlatform): Whose service wakes a phone.
        token (str):
        language (NotificationPushLanguage | Unset): In which a phone is told.
    """

    platform: NotificationPhonePlatform
    token: str
    language: NotificationPushLanguage | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        platform: str = self.platform

        token = self.token

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "platform": platform,
                "token": token,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        platform = check_notification_phone_platform(d.pop("platform"))

        token = d.pop("token")

        _language = d.pop("language", UNSET)
        language: NotificationPushLanguage | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_notification_push_language(_language)

        new_push_device = cls(
            platform=platform,
            token=token,
            language=language,
        )

        return new_push_device
