"""Which phones and browsers a person is told on, and what stands on their locked screens."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from chalicelib.foundation import ids

MOST_DEVICES = 10
"""Of one person. With one more, the one that was registered longest ago is forgotten."""


class Platform(StrEnum):
    """Whose service wakes the device: a phone's, or the one that a browser chose."""

    APNS = "apns"
    FCM = "fcm"
    WEB = "web"


class PushLanguage(StrEnum):
    """In which a phone is told."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class BrowserKeys:
    """What a message is encrypted with that only one browser can read, each in base64url."""

    p256dh: str
    auth: str


@dataclass(frozen=True, slots=True)
class PushDevice:
    """A phone with our app, or a browser. Its id follows from its token: the same is the same device."""

    id: str
    platform: Platform
    token: str
    """By which the platform knows the app on this phone, or its endpoint that is this browser's; never told
    to anybody else."""
    language: PushLanguage
    at: datetime
    endpoint: str | None = None
    """What the channel calls it, once it has reached it."""
    keys: BrowserKeys | None = None
    """A browser's."""


@dataclass(frozen=True, slots=True)
class Phones:
    """A person's phones, the one registered last at the end."""

    devices: Sequence[PushDevice] = ()
    revision: int = 0
    """How often they have changed."""

    def find(self, device_id: str) -> PushDevice | None:
        """One of them."""
        return next((one for one in self.devices if one.id == device_id), None)

    def without(self, device_ids: set[str]) -> Phones:
        """Some of them are hers no more."""
        return Phones([one for one in self.devices if one.id not in device_ids], self.revision + 1)

    def having(self, device: PushDevice) -> tuple[Phones, Sequence[PushDevice]]:
        """With one registered, again or for the first time; and which are forgotten for it."""
        others = [one for one in self.devices if one.id != device.id]
        all_ = [*others, device]
        return Phones(all_[-MOST_DEVICES:], self.revision + 1), all_[:-MOST_DEVICES]


def device_id(platform: Platform, token: str) -> str:
    """The id that belongs to a token."""
    return ids.derived("psh", platform, token)


_SERVICES = frozenset({"fcm.googleapis.com", "updates.push.services.mozilla.com"})
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
"""Nothing that one library takes for a part of the host and another for its end."""
_FAMILIES = (".push.apple.com", ".notify.windows.com")


def is_push_service(endpoint: str, *, more: Sequence[str] = ()) -> bool:
    """Is this an address that a browser's push service gives? Only there do we send; `more` are origins.

    Whoever registers a browser chooses where our Lambda sends something: it shan't be just anywhere.
    """
    try:
        url = urlsplit(endpoint)
        host, port = url.hostname or "", url.port
    except ValueError:
        return False
    if f"{url.scheme}://{url.netloc}" in more:
        return True
    if url.scheme != "https" or url.netloc != host or port is not None or not _HOST.fullmatch(host):
        return False
    return host in _SERVICES or host.endswith(_FAMILIES)


def octets(text: str) -> bytes:
    """The bytes of a text in base64url, padded or not; none if it isn't one."""
    try:
        return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""


TITLE = "Guanxi"
"""Of what a browser shows."""

_PAGES: Mapping[str, str] = {
    "brf": "briefs/{}",
    "cnv": "chats/{}",
    "ctr": "contracts/{}",
    "lon": "credit/{}",
    "lst": "goods/{}",
    "ord": "orders/{}",
    "sto": "follow/{}",
    # Where what it is about doesn't tell the page, the kind of notification does:
    "access": "sell/{}",
    "allowance": "storage",
    "commission": "promoter",
    "credit": "credit",
    "membership": "sell/{}/supplying/plan",
    "review_invited": "orders/{}/review",
    "review_written": "goods/{}/reviews",
    "storage": "storage",
    "supplier": "sell/{}",
    "week": "sell/{}",
    "withdrawal": "wallet",
}
_ANY = "me/notifications"
"""The page that tells more of whatever has no page that we could name, such as one below a store's."""


def page(kind: str, reference: str) -> str:
    """The page of the web app that a notification opens, as an address beside the app's own."""
    keys = (kind, kind.partition("_")[0], reference.partition("_")[0])
    found = next((_PAGES[key] for key in keys if key in _PAGES), _ANY)
    return "app#/" + found.format(reference)


_WORDS: Mapping[str, Mapping[PushLanguage, str]] = {
    "order": {PushLanguage.ZH: "您的订单有新动态", PushLanguage.EN: "There is news about an order."},
    "parcel": {PushLanguage.ZH: "您的包裹有新动态", PushLanguage.EN: "There is news about a parcel."},
    "refund": {PushLanguage.ZH: "您的退款有新动态", PushLanguage.EN: "There is news about a refund."},
    "withdrawal": {PushLanguage.ZH: "您的提现有新动态", PushLanguage.EN: "There is news about a withdrawal."},
    "message": {PushLanguage.ZH: "您有新的聊天消息", PushLanguage.EN: "A chat message waits for you."},
    "review": {PushLanguage.ZH: "您有新的评价动态", PushLanguage.EN: "There is news about a review."},
    "stock": {PushLanguage.ZH: "您的商品库存有变化", PushLanguage.EN: "There is news about your stock."},
}
_ELSE: Mapping[PushLanguage, str] = {
    PushLanguage.ZH: "您有新的通知",
    PushLanguage.EN: "There is news for you.",
}


def words(kind: str, language: PushLanguage) -> str:
    """What a locked screen may show to anybody who looks: what it is about, and no name, sum or goods."""
    return _WORDS.get(kind.partition("_")[0], _ELSE)[language]
