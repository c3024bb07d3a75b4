"""Telling browsers through their push services: RFC 8030.

A service that is slow or says that it has too much is left alone for a while by this process, so that one
that stands still doesn't take the time of a whole batch.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from chalicelib.foundation import clock
from chalicelib.foundation.config import settings
from chalicelib.foundation.observability import log, measure
from chalicelib.notifications.push import rules
from chalicelib.notifications.push.errors import Unreachable, Waiting
from chalicelib.notifications.push.rules import PushDevice
from chalicelib.notifications.push.web import encryption, vapid
from chalicelib.notifications.rules import Notification

if TYPE_CHECKING:
    import urllib3

KEPT = 3 * 86_400
"""For how many seconds a service keeps a message for a browser that is off."""

REST = 20
"""For how many seconds a service isn't asked that couldn't take a message."""

_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_resting: dict[str, float] = {}


def tell(device: PushDevice, told: Notification, *, contact: str) -> None:
    """Have a browser show that there is something. 1 request. Raises Unreachable, Waiting.

    What the service refuses for another reason is noted and not sent again: it would be refused again.
    """
    if device.keys is None or not rules.is_push_service(device.token, more=settings().push_services):
        raise Unreachable
    status = _post(device.token, _encrypted(device, told), told, contact)
    if status in _GONE:
        raise Unreachable
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _rests(device.token)
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        log.warning(
            "a push service refuses us", extra={"push_service": _host(device.token), "status": status}
        )
        measure("PushRefused")


def _encrypted(device: PushDevice, told: Notification) -> bytes:
    assert device.keys, "a browser has keys"
    shown = {
        "title": rules.TITLE,
        "body": rules.words(told.kind, device.language),
        "url": rules.page(told.kind, told.reference),
        "tag": told.id,
    }
    text = json.dumps(shown, ensure_ascii=False).encode()
    keys = device.keys
    return encryption.encrypted(text, public_key=rules.octets(keys.p256dh), auth=rules.octets(keys.auth))


def _post(endpoint: str, body: bytes, told: Notification, contact: str) -> int:
    """The status that the service answers. Raises Waiting."""
    import urllib3

    if _resting.get(_host(endpoint), 0) > time.monotonic():
        raise Waiting
    headers = {
        "Authorization": vapid.authorization(endpoint, contact=contact, now=clock.now()),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT),
        "Topic": base64.urlsafe_b64encode(hashlib.sha256(told.id.encode()).digest()[:24]).decode(),
    }
    try:
        # A redirect isn't followed: it could lead anywhere.
        answer = _pool().request("POST", endpoint, body=body, headers=headers, redirect=False)
    except urllib3.exceptions.HTTPError:
        raise _rests(endpoint) from None
    return int(answer.status)


def _rests(endpoint: str) -> Waiting:
    _resting[_host(endpoint)] = time.monotonic() + REST
    return Waiting()


def forget_rests() -> None:
    """Ask all services again: for tests."""
    _resting.clear()


def _host(endpoint: str) -> str:
    return urlsplit(endpoint).netloc


@cache
def _pool() -> urllib3.PoolManager:
    import urllib3

    return urllib3.PoolManager(timeout=urllib3.Timeout(connect=1, read=5), retries=False)
