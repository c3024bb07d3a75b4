"""What devices do: connect with a ticket, say something, go away.

Cost: a frame costs 1 read for the device, what its use case costs, 1 read for who listens, and a call of
API Gateway for each device that is told.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from chalicelib.conversations import service as conversations
from chalicelib.conversations.live import fanout, models, rules, sender
from chalicelib.conversations.live.errors import NotConnected, TicketNotGood
from chalicelib.conversations.live.frames import (
    SAID,
    AckFrame,
    DeliveredFrame,
    Frame,
    MessageFrame,
    PingFrame,
    PongFrame,
    PresenceFrame,
    PresenceTold,
    ReadFrame,
    RefusedFrame,
    Said,
    SendFrame,
    TypingFrame,
    TypingTold,
)
from chalicelib.conversations.live.models import TicketItem
from chalicelib.conversations.live.rules import Device, Ticket
from chalicelib.conversations.rules import Conversation, Side
from chalicelib.conversations.schemas import MessageView
from chalicelib.conversations.service import Wish
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.problems import Unfit
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket with its code, which is told this once, and where to connect with it."""

    ticket: Ticket
    code: str
    url: str


def issue(person_id: str, *, store_id: str | None, now: datetime) -> Issued:
    """Let somebody connect once, as a buyer or for a store. 1 transaction of 1 item; for a store 1 read.

    Raises StoreNotFound, NotPermitted.
    """
    if store_id is not None:
        stores.permitted(store_id, person=person_id, scope=Scope.CHAT)
    code = secrets.token_urlsafe(24)
    ticket = Ticket(person_id, store_id, now + rules.TICKET_LIFE)
    url = settings().live_url.replace("http", "ws", 1)
    with Transaction() as tx:
        tx.put(models.ticket_item(code, ticket))
        return tx.result(Issued(ticket, code, f"{url}?ticket={code}"))


def connect(code: str, *, connection_id: str, now: datetime) -> Device:
    """Connect a device with a ticket, which is good once. 2 reads, 1 transaction of 3 items.

    Of more devices than are remembered the oldest are disconnected. Raises TicketNotGood.
    """
    ticket: Ticket | None
    (ticket,) = read_together([models.ticket_want(code)])
    if ticket is None or now >= ticket.until:
        raise TicketNotGood
    device = Device(connection_id, ticket.person_id, ticket.store_id, now)
    (others,) = read_together([models.audience_want(device.audience)])
    dropped = rules.too_many(others or (), device)
    with Transaction() as tx:
        tx.delete(models.ticket_key(code), condition=TicketItem.pk.exists(), otherwise=TicketNotGood)
        tx.put(models.device_item(device))
        tx.update(models.audience_key(device.audience), models.listening(device))
    if dropped:
        fanout.forget(dropped)
        sender.hang_up(dropped)
    return device


def disconnect(connection_id: str) -> None:
    """Forget a device that is gone. 1 read, 1 transaction of 2 items."""
    (device,) = read_together([models.device_want(connection_id)])
    if device is not None:
        fanout.forget([device])


def is_there(conversation: Conversation, side: Side, *, now: datetime) -> bool:
    """Does anybody of a side listen? 1 read."""
    return listens(conversation.buyer_id if side is Side.BUYER else conversation.store_id, now=now)


def listens(audience: str, *, now: datetime) -> bool:
    """Is a device of a buyer connected, or of a store? 1 read."""
    (devices,) = read_together([models.audience_want(audience)])
    return rules.present(devices or (), at=now)


def hear(connection_id: str, text: str, *, now: datetime) -> None:
    """Do what a device says, and answer it. Raises NotConnected."""
    device: Device | None
    (device,) = read_together([models.device_want(connection_id)])
    if device is None:
        raise NotConnected
    fanout.serve(connection_id)
    said: Said | None = None
    try:
        said = _understood(text)
        _do(device, said, now)
    except DomainError as error:
        client_id = said.client_id if isinstance(said, SendFrame) else None
        refused = RefusedFrame(client_id=client_id, code=error.code, detail=error.detail, field=error.field)
        _answer(device, refused)
    finally:
        fanout.serve("")


def _understood(text: str) -> Said:
    try:
        return SAID.validate_json(text)
    except ValidationError as error:
        raise Unfit(error) from None


def _answer(device: Device, frame: Frame) -> None:
    fanout.forget(sender.tell([device], frame.model_dump_json()))


def _do(device: Device, said: Said, now: datetime) -> None:
    person = device.person_id
    match said:
        case SendFrame():
            _send(device, said, now)
        case ReadFrame():
            conversations.read_up_to(said.conversation_id, said.seq, caller=person)
        case DeliveredFrame():
            conversations.delivered_up_to(said.conversation_id, said.seq, caller=person)
        case TypingFrame():
            seen = conversations.show(said.conversation_id, caller=person)
            told = TypingTold(conversation_id=said.conversation_id, side=seen.side, at=now)
            fanout.tell(seen.conversation, [told], to=[seen.side.other])
        case PresenceFrame():
            seen = conversations.show(said.conversation_id, caller=person)
            there = is_there(seen.conversation, seen.side.other, now=now)
            _answer(device, PresenceTold(conversation_id=said.conversation_id, present=there))
        case PingFrame():
            _answer(device, PongFrame())


def _send(device: Device, said: SendFrame, now: datetime) -> None:
    wish = Wish(said.client_id, said.text, said.photo_id, said.listing_id, said.order_id)
    conversation, messages = conversations.say(
        said.conversation_id, author=device.person_id, wish=wish, now=now
    )
    views = [MessageView.of(message) for message in messages]
    _answer(device, AckFrame(client_id=said.client_id, message=views[0]))
    fanout.tell(conversation, [MessageFrame(message=view) for view in views])
    for view in views[1:]:  # what the store answered by itself is news to this device too
        _answer(device, MessageFrame(message=view))
