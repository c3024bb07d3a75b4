"""What the API of push devices takes and answers."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import line
from chalicelib.notifications.push.rules import BrowserKeys, Phones, Platform, PushDevice, PushLanguage


class PhonePlatform(StrEnum):
    """Whose service wakes a phone."""

    APNS = "apns"
    FCM = "fcm"


class NewPushDevice(Schema):
    """The phone that one holds, by the token that its platform gave the app. Said again at every start."""

    platform: PhonePlatform
    token: Annotated[str, line(1_024, least=8)]
    language: PushLanguage = PushLanguage.ZH


class PushKeys(Schema):
    """A browser's keys, as its subscription has them: base64url."""

    p256dh: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{87}=?$")]
    auth: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}(==)?$")]

    def kept(self) -> BrowserKeys:
        """As they are kept."""
        return BrowserKeys(self.p256dh.rstrip("="), self.auth.rstrip("="))


class NewPushSubscription(Schema):
    """A browser's subscription, made with the key of GET /push-key. Said again at every start."""

    endpoint: Annotated[str, StringConstraints(pattern=r"^https?://[\x21-\x7e]{1,1000}$")]
    keys: PushKeys
    language: PushLanguage = PushLanguage.ZH


class PushKeyView(Schema):
    """The `applicationServerKey` by which a browser subscribes; null where browsers aren't told anything."""

    key: str | None

    @classmethod
    def of(cls, key: str | None, /) -> Self:
        """Shape the answer."""
        return cls(key=key)


class PushDeviceView(Schema):
    """A phone or browser that one is told on."""

    id: str
    platform: Platform
    language: PushLanguage
    at: datetime

    @classmethod
    def of(cls, device: PushDevice, /) -> Self:
        """Shape the answer: without the token, which is a key to the phone."""
        return cls(id=device.id, platform=device.platform, language=device.language, at=device.at)


class PushDevicesView(Schema):
    """The phones and browsers that one is told on, ten at most together."""

    items: list[PushDeviceView]

    @classmethod
    def of(cls, phones: Phones, /) -> Self:
        """Shape the answer."""
        return cls(items=[PushDeviceView.of(one) for one in phones.devices])
