from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.notification_push_language import (
    NotificationPushLanguage,
    check_notification_push_language,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.push_keys import PushKeys


T = TypeVar("T", bound="NewPushSubscription")


@_attrs_define
class NewPushSubscription:
    """A browser's subscription, made with the key of GET /push-key. Said again at every start.

    Attributes:
        endpoint (str):
        keys (PushKeys): A browser's keys, as its subscription has them: base64url.
        language (NotificationPushLanguage | Unset): In which a phone is told.
    """

    endpoint: str
    keys: PushKeys
    language: NotificationPushLanguage | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        endpoint = self.endpoint

        keys = self.keys.to_dict()

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "endpoint": endpoint,
                "keys": keys,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.push_keys import PushKeys  # noqa: PLC0415

        d = dict(src_dict)
        endpoint = d.pop("endpoint")

        keys = PushKeys.from_dict(d.pop("keys"))

        _language = d.pop("language", UNSET)
        language: NotificationPushLanguage | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_notification_push_language(_language)

        new_push_subscription = cls(
            endpoint=endpoint,
            keys=keys,
            language=language,
        )

        return new_push_subscription
