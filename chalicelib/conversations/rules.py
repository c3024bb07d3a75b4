"""What a conversation is, who takes part, what is unread and how fast one may write."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from chalicelib.conversations.errors import Blocked, EmptyMessage
from chalicelib.foundation import ids
from chalicelib.foundation.money import Money

LONGEST_TEXT = 2_000

GLIMPSED = 80
"""How many characters of the last message a list of conversations shows."""

PACE = timedelta(minutes=5)
MOST_IN_A_PACE = 300
"""How many messages somebody may send in that time, to all together: one a second, and many at once."""


class Side(StrEnum):
    """Who speaks. All who work in the store are one side."""

    BUYER = "buyer"
    STORE = "store"
    SYSTEM = "system"
    """Nobody's message: it is unread to nobody."""

    @property
    def other(self) -> Side:
        """Who listens."""
        return {Side.BUYER: Side.STORE, Side.STORE: Side.BUYER}[self]


PARTIES = (Side.BUYER, Side.STORE)


class Kind(StrEnum):
    """What a message shows."""

    TEXT = "text"
    PHOTO = "photo"
    LISTING = "listing"
    ORDER = "order"
    OFFER = "offer"
    PROPOSAL = "proposal"
    """What a partner proposes to do for the store; only a context."""
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Card:
    """What a message shows of a listing, an order, a photo or an offer, as it was when it was sent."""

    id: str
    title: str = ""
    price: Money | None = None
    key: str = ""
    """Where the photo is kept."""
    state: str = ""
    """What had become of the offer."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that has no place in its conversation yet."""

    kind: Kind
    side: Side
    author: str
    client_id: str
    """What its author's device calls it: one that comes twice is the same message."""
    text: str = ""
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message. `seq` numbers the messages of its conversation from 1, without gaps."""

    conversation_id: str
    seq: int
    kind: Kind
    side: Side
    author: str
    client_id: str
    text: str
    card: Card | None
    at: datetime
    spoken: Mapping[Side, int]
    """How many of the messages up to this one are of each side."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a side is."""

    sent: int = 0
    """How many messages are its own."""
    read: int = 0
    """It has read up to this message."""
    seen: int = 0
    """How many of the other side's messages that are."""
    delivered: int = 0
    """One of its devices has all up to this message."""
    blocks: bool = False
    """It wants to hear nothing more of the other side."""
    waiting_since: datetime | None = None
    """When the first message came that it hasn't read."""
    told: bool = False
    """Somebody of it was told that something waits."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What was said last, as a list of conversations shows it: the beginning of its text."""

    kind: Kind
    side: Side
    text: str

    @classmethod
    def of(cls, draft: Draft) -> Glimpse:
        """The beginning of a message; of one without a text, what it shows is called."""
        text = draft.text or (draft.card.title if draft.card else "")
        return cls(draft.kind, draft.side, text[:GLIMPSED])


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a buyer and a store say to each other: there is one for each such pair."""

    id: str
    store_id: str
    store_name: str
    owner_id: str
    buyer_id: str
    context: Context
    last: int
    """The number of the last message; 0: nothing was said yet."""
    last_at: datetime | None
    created_at: datetime
    assignee: str | None = None
    """Who of the store's staff looks after it."""
    standings: Mapping[Side, Standing] = field(default_factory=dict)
    buyer_name: str = ""
    """As she was called when the conversation was opened last; empty where nobody asked yet."""
    glimpse: Glimpse | None = None

    def unread(self, side: Side) -> int:
        """How many of the other side's messages a side hasn't read."""
        return self.standings[side.other].sent - self.standings[side].seen

    @property
    def is_blocked(self) -> bool:
        """Does one side not want to hear of the other?"""
        return any(standing.blocks for standing in self.standings.values())

    def listener(self, side: Side) -> str:
        """Who of a side is told when nobody of it is there."""
        return self.buyer_id if side is Side.BUYER else self.assignee or self.owner_id


@dataclass(frozen=True, slots=True)
class Context:
    """What a conversation is about: the listing or the order that it was opened from last."""

    kind: Kind
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A conversation as one side sees it."""

    conversation: Conversation
    side: Side

    @property
    def own(self) -> Standing:
        """How far this side is."""
        return self.conversation.standings[self.side]

    @property
    def others(self) -> Standing:
        """How far the other side is."""
        return self.conversation.standings[self.side.other]


@dataclass(frozen=True, slots=True)
class History:
    """Some messages, in their order, and how far the conversation is."""

    seen: Seen
    messages: Sequence[Message]


@dataclass(frozen=True, slots=True)
class Found:
    """Messages that were looked for, the newest first."""

    messages: Sequence[Message]
    before: int | None
    """Before which message one may look further; None: there is nothing before."""


LOOKED_AT = 500
"""How many messages one search looks at."""


def mentions(text: str, words: str) -> bool:
    """Are all these words in a text, whatever their case and width? Without words: no."""
    folded, wanted = _folded(text), _folded(words).split()
    return bool(wanted) and all(word in folded for word in wanted)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


class ReportReason(StrEnum):
    """Why somebody reports a message."""

    SPAM = "spam"
    ABUSE = "abuse"
    FRAUD = "fraud"
    OFF_PLATFORM = "off_platform"
    """She is to pay somewhere else."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """A message that an operator should look at."""

    id: str
    conversation_id: str
    seq: int
    reporter: str
    reason: ReportReason
    note: str
    text: str
    """What the message said."""
    at: datetime


def conversation_id(store_id: str, buyer_id: str) -> str:
    """The id of the one conversation of a buyer and a store: two who begin it at once begin the same."""
    return ids.derived("cnv", store_id, buyer_id)


def refuse_blocked(conversation: Conversation) -> None:
    """Raises Blocked."""
    if conversation.is_blocked:
        raise Blocked


def refuse_empty(text: str, *shown: str | None) -> None:
    """A message says something or shows one thing. Raises EmptyMessage."""
    things = sum(one is not None for one in shown)
    if things > 1 or (not things and not text):
        raise EmptyMessage(field="text")


def added(conversation: Conversation, draft: Draft, *, at: datetime) -> tuple[Conversation, Message]:
    """A conversation with one message more, and that message. Server time never goes back in it."""
    at = max(at, conversation.last_at or at)
    standings = dict(conversation.standings)
    if draft.side in PARTIES:
        side, other = draft.side, draft.side.other
        if not conversation.unread(other) or not standings[other].waiting_since:
            standings[other] = replace(standings[other], waiting_since=at, told=False)
        standings[side] = replace(standings[side], sent=standings[side].sent + 1)
    after = replace(
        conversation,
        last=conversation.last + 1,
        last_at=at,
        standings=standings,
        glimpse=Glimpse.of(draft),
    )
    message = Message(
        conversation_id=conversation.id,
        seq=after.last,
        kind=draft.kind,
        side=draft.side,
        author=draft.author,
        client_id=draft.client_id,
        text=draft.text,
        card=draft.card,
        at=at,
        spoken={side: standings[side].sent for side in PARTIES},
    )
    return after, message


def untold(conversation: Conversation) -> list[Side]:
    """The sides for which something waits of which they weren't told."""
    return [side for side in PARTIES if conversation.unread(side) and not conversation.standings[side].told]


def after_reading(conversation: Conversation, side: Side, message: Message) -> Conversation:
    """A conversation of which a side has read up to a message; reading never goes back."""
    standing = conversation.standings[side]
    if message.seq <= standing.read:
        return conversation
    seen = message.spoken[side.other]
    left = conversation.standings[side.other].sent > seen
    reading = replace(
        standing,
        read=message.seq,
        delivered=max(standing.delivered, message.seq),
        seen=seen,
        waiting_since=message.at if left else None,
        told=False,
    )
    return replace(conversation, standings={**conversation.standings, side: reading})


def pace_of(at: datetime) -> datetime:
    """When the stretch of time began in which somebody's messages are counted together."""
    seconds = int(PACE.total_seconds())
    return datetime.fromtimestamp(int(at.timestamp()) // seconds * seconds, UTC)
