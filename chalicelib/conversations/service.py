"""What buyers and merchants do in conversations.

What the store says is said by whoever of its staff may speak with buyers; all of them share its inbox.
Cost: each use case says its reads and writes; none depends on how much was said before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.conversations import models, posting, rules
from chalicelib.conversations.desk import rules as desk
from chalicelib.conversations.desk.models import desk_want
from chalicelib.conversations.errors import (
    ConversationNotFound,
    MessageNotFound,
    NotStaff,
    Overtaken,
    OwnStore,
)
from chalicelib.conversations.live import fanout
from chalicelib.conversations.live.frames import MessageFrame, ReceiptFrame
from chalicelib.conversations.models import ConversationItem, MessageItem, ReportItem
from chalicelib.conversations.rules import (
    PARTIES,
    Card,
    Context,
    Conversation,
    Draft,
    Found,
    History,
    Kind,
    Message,
    Report,
    ReportReason,
    Seen,
    Side,
    Standing,
)
from chalicelib.conversations.schemas import MessageView
from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.orders import service as orders
from chalicelib.orders.errors import OrderNotFound
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

__all__ = ["Conversation", "Seen", "Side"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to say: a text, or one thing with or without a text."""

    client_id: str
    text: str = ""
    photo_id: str | None = None
    listing_id: str | None = None
    order_id: str | None = None


def open_about(
    caller: str, *, listing_id: str | None = None, order_id: str | None = None, now: datetime
) -> Seen:
    """Begin the conversation about a listing or an order, or pin that in the one there is.

    3 reads, of an order for staff 4; 1 transaction of 1 item, about a listing of 2. Raises EmptyMessage,
    ListingNotFound, OrderNotFound, StoreNotFound, StorePaused, OwnStore, NotPermitted.
    """
    rules.refuse_empty("", listing_id, order_id)
    side, buyer, store_id, context = (
        _about_listing(caller, listing_id) if listing_id else _about_order(caller, order_id or "")
    )
    return _open(side, buyer, store_id, context, now)


def open_for_work(
    caller: str, *, store_id: str, partner: str, reference: str, title: str, now: datetime
) -> Seen:
    """Begin the conversation of a store and a partner about what she proposes, or pin that in theirs.

    The partner speaks as a buyer does; the store needn't be open. 1 read, for staff 2, 1 transaction of 1
    item. Raises OwnStore, ConversationNotFound, NotPermitted.
    """
    side = Side.BUYER if caller == partner else Side.STORE
    return _open(side, partner, store_id, Context(Kind.PROPOSAL, reference, title), now)


def open_with(buyer: str, *, store_id: str, listing_id: str, title: str, now: datetime) -> str:
    """Begin the conversation of a store and a buyer about goods for which she hasn't asked; answers its id.

    For whoever may speak for the store. 1 read, 1 transaction of 1 item. Raises OwnStore.
    """
    context = Context(Kind.LISTING, listing_id, title)
    return _open(Side.STORE, buyer, store_id, context, now).conversation.id


def _open(side: Side, buyer: str, store_id: str, context: Context, now: datetime) -> Seen:
    new_id = rules.conversation_id(store_id, buyer)
    found, store, profile = read_together(
        [models.conversation_want(new_id), stores.store_want(store_id), accounts.profile_want(buyer)]
    )
    if side is Side.BUYER and found is None and context.kind is not Kind.PROPOSAL:
        stores.published(store)
    if store.owner_id == buyer:
        raise OwnStore
    new = found or Conversation(
        id=new_id,
        store_id=store_id,
        store_name=store.name,
        owner_id=store.owner_id,
        buyer_id=buyer,
        context=context,
        last=0,
        last_at=None,
        created_at=now,
        standings={one: Standing() for one in PARTIES},
    )
    opened = replace(
        new,
        context=context,
        store_name=store.name,
        buyer_name=profile.name if profile else new.buyer_name,
    )
    with Transaction() as tx:
        tx.update(models.conversation_key(new_id), models.opening(opened))
        if context.kind is Kind.LISTING and side is Side.BUYER:
            tx.update(*models.asking(opened, now))
        return tx.result(Seen(opened, side))


def _about_listing(caller: str, listing_id: str) -> tuple[Side, str, str, Context]:
    (listing,) = read_together([listings.listing_want(listing_id)])
    if (shown := listings.on_sale(listing)) is None:
        raise ListingNotFound(field="listing_id")
    return Side.BUYER, caller, shown.store_id, Context(Kind.LISTING, shown.id, shown.title)


def _about_order(caller: str, order_id: str) -> tuple[Side, str, str, Context]:
    order = orders.show(order_id, caller=caller)
    side = Side.BUYER if order.buyer_id == caller else Side.STORE
    store_id = order.seller.store_id
    if side is Side.STORE:
        _permit(caller, store_id, order.seller.merchant_id, OrderNotFound)
    return side, order.buyer_id, store_id, Context(Kind.ORDER, order.id, order.lines[0].title)


def _permit(person: str, store_id: str, owner: str, otherwise: type[NotFound]) -> None:
    stores.permit(person, Scope.CHAT, store_id=store_id, owner=owner, otherwise=otherwise)


def seen_by(conversation: Conversation | None, caller: str) -> Seen:
    """A conversation that was read, as somebody who takes part sees it. No read, for staff 1.

    Raises ConversationNotFound, NotPermitted.
    """
    if conversation is None:
        raise ConversationNotFound
    if caller == conversation.buyer_id:
        return Seen(conversation, Side.BUYER)
    _permit(caller, conversation.store_id, conversation.owner_id, ConversationNotFound)
    return Seen(conversation, Side.STORE)


def show(conversation_id: str, *, caller: str) -> Seen:
    """A conversation. 1 read, for staff 2. Raises ConversationNotFound, NotPermitted."""
    return seen_by(read_together([models.conversation_want(conversation_id)])[0], caller)


def of_buyer(buyer: str, *, limit: int, cursor: str | None) -> Page[Seen]:
    """A buyer's conversations, where something was said last first. 1 query of an index, 1 read."""
    return _read(paging.query(ConversationItem.of_buyer, buyer, limit=limit, cursor=cursor), Side.BUYER)


def of_store(
    store_id: str, *, caller: str, assignee: str | None, limit: int, cursor: str | None
) -> Page[Seen]:
    """A store's inbox, all of it or what somebody looks after. 2 reads, 1 query of an index.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=caller, scope=Scope.CHAT)
    index, key = (
        (ConversationItem.of_assignee, models.assigned_key(store_id, assignee))
        if assignee
        else (ConversationItem.of_store, store_id)
    )
    return _read(paging.query(index, key, limit=limit, cursor=cursor), Side.STORE)


def _read(keys: Page[ConversationItem], side: Side) -> Page[Seen]:
    """The indexes have the keys alone, so that a message needn't change more of them than it must."""
    wants = [models.conversation_want(key.pk) for key in keys.items]
    return Page([Seen(one, side) for one in read_together(wants)] if wants else [], keys.cursor)


def send(conversation_id: str, *, author: str, wish: Wish, now: datetime) -> Message:
    """Say something. 1 read, for staff 2, 1 transaction of 4 items and 1 event; again when overtaken.

    A buyer's message of which the store has read all before costs 1 read more, and 2 items if it is answered
    by itself.

    Then 1 read for who listens, and a call of API Gateway for each device.

    A device that sends the same thing again under the same client id is told what it became. Raises
    EmptyMessage, ConversationNotFound, NotPermitted, Blocked, TooFast, PhotoNotReady, ListingNotFound,
    OrderNotFound, Busy.
    """
    conversation, messages = say(conversation_id, author=author, wish=wish, now=now)
    fanout.tell(conversation, [MessageFrame(message=MessageView.of(one)) for one in messages])
    return messages[0]


def say(
    conversation_id: str, *, author: str, wish: Wish, now: datetime
) -> tuple[Conversation, list[Message]]:
    """Say something that isn't told to the devices yet, and what the store answers by itself.

    As `send`, less 1 read.
    """
    rules.refuse_empty(wish.text, wish.photo_id, wish.listing_id, wish.order_id)
    return posting.in_turn(lambda: _say(conversation_id, author, wish, now))


def _say(conversation_id: str, author: str, wish: Wish, now: datetime) -> tuple[Conversation, list[Message]]:
    conversation, sent, *shown = read_together(
        [
            models.conversation_want(conversation_id),
            models.sent_want(conversation_id, author, wish.client_id),
            *_shown(wish),
        ]
    )
    seen = seen_by(conversation, author)
    if sent is not None:
        return seen.conversation, [_message(conversation_id, sent)]
    kind, card = _card(wish, seen, author, shown[0] if shown else None, now=now)
    draft = Draft(kind, seen.side, author, wish.client_id, wish.text, card)
    with Transaction() as tx:
        posting.count(tx, author, at=now)
        after, messages = posting.post(tx, conversation, [draft, *_auto_reply(seen, now)], at=now)
        if wish.photo_id:
            uses.note(tx, Use(UseKind.MESSAGE, conversation_id), shown=[wish.photo_id])
        tx.result(messages[0])
    return after, messages


def _auto_reply(seen: Seen, now: datetime) -> list[Draft]:
    """What the store says by itself to a buyer whom nobody hears now, once until it has read what she wrote.

    No read, but for the first of what it hasn't read: 1.
    """
    conversation = seen.conversation
    if seen.side is Side.STORE or conversation.unread(Side.STORE):
        return []
    (found,) = read_together([desk_want(conversation.store_id)])
    text = desk.says_by_itself(found, now)
    name = f"auto.{conversation.last}"
    return [Draft(Kind.TEXT, Side.STORE, conversation.owner_id, name, text)] if text else []


def _shown(wish: Wish) -> list[Want[Any]]:
    if wish.photo_id:
        return [photos.photo_want(wish.photo_id)]
    if wish.listing_id:
        return [listings.listing_want(wish.listing_id)]
    return [orders.order_want(wish.order_id)] if wish.order_id else []


def _card(wish: Wish, seen: Seen, author: str, shown: object, *, now: datetime) -> tuple[Kind, Card | None]:
    """What a message shows, as it was read: a photo of its author, goods of this store, an order of both."""
    conversation = seen.conversation
    if wish.photo_id:
        assert shown is None or isinstance(shown, photos.Photo)
        photo = photos.message_photo(shown, owner=author, field="photo_id")
        return Kind.PHOTO, Card(photo.id, key=photo.key)
    if wish.listing_id:
        assert shown is None or isinstance(shown, listings.Listing)
        listing = listings.on_sale(shown)
        if listing is None or listing.store_id != conversation.store_id:
            raise ListingNotFound(field="listing_id")
        return Kind.LISTING, Card(listing.id, listing.title, listing.cheapest(now).price_at(now))
    if wish.order_id:
        assert shown is None or isinstance(shown, orders.Order)
        if shown is None or (shown.buyer_id, shown.seller.store_id) != (
            conversation.buyer_id,
            conversation.store_id,
        ):
            raise OrderNotFound(field="order_id")
        return Kind.ORDER, Card(shown.id, shown.lines[0].title, shown.total)
    return Kind.TEXT, None


def _message(conversation_id: str, seq: int) -> Message:
    message: Message | None
    (message,) = read_together([models.message_want(conversation_id, seq)])
    if message is None:
        raise MessageNotFound
    return message


def history(
    conversation_id: str, *, caller: str, before: int | None, after: int | None, limit: int
) -> History:
    """The last messages; those before one, or those after one. 1 read, for staff 2, 1 query.

    Raises ConversationNotFound, NotPermitted.
    """
    seen = show(conversation_id, caller=caller)
    forward = after is not None
    first = models.message_sort((after or 0) + 1)
    last = models.message_sort(before - 1 if before else 10**10 - 1)
    if first > last:
        return History(seen, [])
    found = MessageItem.query(
        conversation_id,
        MessageItem.sk.between(first, last),
        limit=limit,
        scan_index_forward=forward,
        consistent_read=True,
    )
    messages = [item.message() for item in found]
    return History(seen, messages if forward else messages[::-1])


def search(conversation_id: str, words: str, *, caller: str, before: int | None) -> Found:
    """Messages with some words, the newest first, among the last 500 or those before one.

    1 read, for staff 2, 1 query. Raises ConversationNotFound, NotPermitted.
    """
    page = history(conversation_id, caller=caller, before=before, after=None, limit=rules.LOOKED_AT)
    looked_at = page.messages
    found = [one for one in reversed(looked_at) if rules.mentions(one.text, words)]
    first = looked_at[0].seq if looked_at else 1
    return Found(found, first if first > 1 else None)


def note_told(conversation_id: str, side: Side, *, since: datetime) -> None:
    """Note that somebody of a side was told of what has waited since then: until it is read nobody is told
    again. 1 transaction of 1 item."""
    with Transaction() as tx:
        tx.update(models.conversation_key(conversation_id), models.telling(side, since))


def read_up_to(conversation_id: str, seq: int, *, caller: str) -> Seen:
    """Note that one's side has read up to a message. 1 read, for staff 2, 1 transaction of 1 item.

    Reading never goes back. Raises ConversationNotFound, NotPermitted, MessageNotFound, Busy.
    """
    seen = posting.in_turn(lambda: _read_up_to(conversation_id, seq, caller))
    _tell_receipt(seen)
    return seen


def _tell_receipt(seen: Seen) -> None:
    receipt = ReceiptFrame(
        conversation_id=seen.conversation.id,
        side=seen.side,
        read=seen.own.read,
        delivered=seen.own.delivered,
    )
    fanout.tell(seen.conversation, [receipt])


def _read_up_to(conversation_id: str, seq: int, caller: str) -> Seen:
    before, message = read_together(
        [models.conversation_want(conversation_id), models.message_want(conversation_id, seq)]
    )
    side = seen_by(before, caller).side
    if message is None:
        raise MessageNotFound(field="seq")
    after = rules.after_reading(before, side, message)
    with Transaction() as tx:
        if after is not before:
            actions, condition = models.reading(before, after, side)
            tx.update(models.conversation_key(before.id), actions, condition=condition, otherwise=Overtaken)
        return tx.result(Seen(after, side))


def delivered_up_to(conversation_id: str, seq: int, *, caller: str) -> Seen:
    """Note that a device of one's side has all up to a message. As `read_up_to`; what it costs is the same.

    Raises ConversationNotFound, NotPermitted, MessageNotFound.
    """
    seen = show(conversation_id, caller=caller)
    if seq > seen.conversation.last:
        raise MessageNotFound(field="seq")
    if seq <= seen.own.delivered:
        return seen
    with Transaction() as tx:
        actions, condition = models.delivering(seen.side, seq)
        tx.update(models.conversation_key(conversation_id), actions, condition=condition)
    standings = {**seen.conversation.standings, seen.side: replace(seen.own, delivered=seq)}
    after = Seen(replace(seen.conversation, standings=standings), seen.side)
    _tell_receipt(after)
    return after


def block(conversation_id: str, *, caller: str, now: datetime) -> Seen:
    """Hear no more of the other side. 1 read, for staff 2, 1 transaction of 1 item. Raises as `show`."""
    return _set_block(conversation_id, caller, now)


def unblock(conversation_id: str, *, caller: str) -> Seen:
    """Hear of the other side again. 1 read, for staff 2, 1 transaction of 1 item. Raises as `show`."""
    return _set_block(conversation_id, caller, None)


def _set_block(conversation_id: str, caller: str, at: datetime | None) -> Seen:
    seen = show(conversation_id, caller=caller)
    standing = replace(seen.own, blocks=at is not None)
    standings = {**seen.conversation.standings, seen.side: standing}
    with Transaction() as tx:
        tx.update(models.conversation_key(conversation_id), models.blocking(seen.side, at))
        return tx.result(Seen(replace(seen.conversation, standings=standings), seen.side))


def assign(conversation_id: str, *, caller: str, person_id: str | None) -> Seen:
    """Say who of the store looks after a conversation; None: nobody in particular.

    1 read, for staff 2, 1 for who it is, 1 transaction of 1 item. Raises ConversationNotFound, NotPermitted,
    NotStaff.
    """
    seen = show(conversation_id, caller=caller)
    conversation = seen.conversation
    if seen.side is not Side.STORE:
        raise NotPermitted("Only who works in the store assigns its conversations.")
    if person_id is not None:
        try:
            _permit(person_id, conversation.store_id, conversation.owner_id, ConversationNotFound)
        except (ConversationNotFound, NotPermitted):
            raise NotStaff(field="person_id") from None
    with Transaction() as tx:
        actions = models.assigning(conversation.store_id, person_id)
        tx.update(models.conversation_key(conversation_id), actions)
        return tx.result(Seen(replace(conversation, assignee=person_id), seen.side))


def report(
    conversation_id: str, *, caller: str, seq: int, reason: ReportReason, note: str, now: datetime
) -> Report:
    """Show an operator a message of the other side. 1 read, for staff 2, 1 transaction of 1 item.

    Raises ConversationNotFound, NotPermitted, MessageNotFound.
    """
    conversation, message = read_together(
        [models.conversation_want(conversation_id), models.message_want(conversation_id, seq)]
    )
    seen = seen_by(conversation, caller)
    if message is None or message.side is not seen.side.other:
        raise MessageNotFound(field="seq")
    made = Report(ids.new("rpt"), conversation_id, seq, caller, reason, note, message.text, now)
    with Transaction() as tx:
        tx.put(models.report_item(made))
        return tx.result(made)


def reports(*, limit: int, cursor: str | None) -> Page[Report]:
    """What was reported, the newest first, for operators. 1 query."""
    return paging.query(ReportItem, models.REPORTS, limit=limit, cursor=cursor).map(ReportItem.report)
