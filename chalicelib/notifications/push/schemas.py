"""What the API of push devices takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import line
from chalicelib.notifications.push.rules import Phones, Platform, PushDevice, PushLanguage


class NewPushDevice(Schema):
    """The phone that one holds, by the token that its platform gave the app. Said again at every start."""

    platform: Platform
    token: Annotated[str, line(1_024, least=8)]
    language: PushLanguage = PushLanguage.ZH


class PushDeviceView(Schema):
    """A phone that one is told on."""

    id: str
    platform: Platform
    language: PushLanguage
    at: datetime

    @classmethod
    def of(cls, device: PushDevice, /) -> Self:
        """Shape the answer: without the token, which is a key to the phone."""
        return cls(id=device.id, platform=device.platform, language=device.language, at=device.at)


class PushDevicesView(Schema):
    """The phones that one is told on, ten at most."""

    items: list[PushDeviceView]

    @classmethod
    def of(cls, phones: Phones, /) -> Self:
        """Shape the answer."""
        return cls(items=[PushDeviceView.of(one) for one in phones.devices])
