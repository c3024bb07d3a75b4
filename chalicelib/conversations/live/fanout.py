"""Who is told what at once: both sides' devices, right after something was committed.

What is told is only ever news: whoever misses it asks for it by its number.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextvars import ContextVar

from chalicelib.conversations.live import models, sender
from chalicelib.conversations.live.frames import Frame
from chalicelib.conversations.live.rules import Device
from chalicelib.conversations.rules import PARTIES, Conversation, Side
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope

_speaking: ContextVar[str] = ContextVar("speaking", default="")
"""The connection whose frame is being served: it is answered, not told."""


def serve(connection_id: str) -> None:
    """From here on, what is told isn't told to this connection; empty: to all."""
    _speaking.set(connection_id)


def tell(conversation: Conversation, frames: Sequence[Frame], *, to: Collection[Side] = PARTIES) -> None:
    """Tell the devices of both sides, or of one. 1 read; 1 more if the store's staff listens.

    Never raises: what it tells of is committed.
    """
    try:
        listening = [
            device for device in _listening(conversation, to) if device.connection_id != _speaking.get()
        ]
        gone: set[Device] = set()
        for frame in frames:
            told = frame.model_dump_json()
            gone |= set(sender.tell([device for device in listening if device not in gone], told))
        forget(gone)
    except Exception:
        log.exception("devices weren't told", extra={"conversation_id": conversation.id})


def _listening(conversation: Conversation, to: Collection[Side]) -> list[Device]:
    audiences = {Side.BUYER: conversation.buyer_id, Side.STORE: conversation.store_id}
    found = read_together([models.audience_want(audiences[side]) for side in to])
    devices = [device for some in found for device in some or ()]
    return _still_permitted(conversation, devices)


def _still_permitted(conversation: Conversation, devices: Sequence[Device]) -> list[Device]:
    """Whoever works in the store no more hears no more, though her device is still connected."""
    people = sorted({device.person_id for device in devices if device.store_id})
    permitted = stores.who_may(conversation.store_id, people, scope=Scope.CHAT, owner=conversation.owner_id)
    return [device for device in devices if not device.store_id or device.person_id in permitted]


def forget(devices: Collection[Device]) -> None:
    """Forget devices that are gone. 1 transaction of 1 item for each, and 1 for each audience."""
    if not devices:
        return
    with Transaction() as tx:
        for device in devices:
            tx.delete(models.device_key(device.connection_id), condition=None)
        for audience in {device.audience for device in devices}:
            gone = [device for device in devices if device.audience == audience]
            tx.update(models.audience_key(audience), models.silent(gone))
