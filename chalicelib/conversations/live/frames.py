"""What goes over a WebSocket: what devices say, and what they are told. Each is one JSON object."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from chalicelib.conversations.rules import Side
from chalicelib.conversations.schemas import Id, MessageView, NewMessage, Seq
from chalicelib.foundation.http import Schema


class SendFrame(NewMessage):
    """Say something. It is answered by `ack` or `refused`."""

    action: Literal["send"]
    conversation_id: Id


class ReadFrame(Schema):
    """Note that one has read up to a message."""

    action: Literal["read"]
    conversation_id: Id
    seq: Seq


class DeliveredFrame(Schema):
    """Note that this device has all messages up to one."""

    action: Literal["delivered"]
    conversation_id: Id
    seq: Seq


class TypingFrame(Schema):
    """Tell the other side that one is typing."""

    action: Literal["typing"]
    conversation_id: Id


class PresenceFrame(Schema):
    """Ask whether anybody of the other side is there. It is answered by `presence`."""

    action: Literal["presence"]
    conversation_id: Id


class PingFrame(Schema):
    """Keep the connection open: API Gateway ends one in which nothing is said for ten minutes."""

    action: Literal["ping"]


Said = Annotated[
    SendFrame | ReadFrame | DeliveredFrame | TypingFrame | PresenceFrame | PingFrame,
    Field(discriminator="action"),
]
SAID: TypeAdapter[Said] = TypeAdapter(Said)
"""What devices may say."""


class MessageFrame(Schema):
    """Something was said."""

    kind: Literal["message"] = "message"
    message: MessageView


class AckFrame(Schema):
    """What one said is kept, as this message."""

    kind: Literal["ack"] = "ack"
    client_id: str
    message: MessageView


class ReceiptFrame(Schema):
    """How far a side is."""

    kind: Literal["receipt"] = "receipt"
    conversation_id: str
    side: Side
    read: int
    delivered: int


class TypingTold(Schema):
    """Somebody of the other side is typing."""

    kind: Literal["typing"] = "typing"
    conversation_id: str
    side: Side
    at: datetime


class PresenceTold(Schema):
    """Whether anybody of the other side is there."""

    kind: Literal["presence"] = "presence"
    conversation_id: str
    present: bool


class PongFrame(Schema):
    """The connection is open."""

    kind: Literal["pong"] = "pong"


class RefusedFrame(Schema):
    """What one said can't be done, and why: in the words and codes of the API's problem details."""

    kind: Literal["refused"] = "refused"
    client_id: str | None
    code: str
    detail: str
    field: str | None


Frame = MessageFrame | AckFrame | ReceiptFrame | TypingTold | PresenceTold | PongFrame | RefusedFrame
