"""The phones and browsers that a person is told on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.notifications.push import service
from chalicelib.notifications.push.rules import PushDevice


def _devices(person_id: str, _: str | None) -> Page[PushDevice]:
    """Without what reaches one: whoever has it may write to her screen."""
    devices = service.phones_of(person_id).devices
    return Page([replace(one, token="", endpoint=None, keys=None) for one in devices], None)


def _forget(person_id: str, _: str | None, now: datetime) -> None:
    """None of them is hers any more, and SNS forgets the phones. 1 read, 1 transaction of 21 items."""
    service.take_all_off(person_id, now=now)


HOLDINGS = (Holding("push-devices", pages=_devices, forget=_forget),)
