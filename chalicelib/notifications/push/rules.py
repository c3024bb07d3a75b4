"""Which phones a person is told on, and what stands on their locked screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation import ids

MOST_DEVICES = 10
"""Of one person. With one more, the one that was registered longest ago is forgotten."""


class Platform(StrEnum):
    """Whose service wakes the phone."""

    APNS = "apns"
    FCM = "fcm"


class PushLanguage(StrEnum):
    """In which a phone is told."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class PushDevice:
    """A phone with our app. Its id follows from its token: the same token is the same phone."""

    id: str
    platform: Platform
    token: str
    """By which the platform knows the app on this phone; never told to anybody else."""
    language: PushLanguage
    at: datetime
    endpoint: str | None = None
    """What the channel calls it, once it has reached it."""


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
