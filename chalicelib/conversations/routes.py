"""The routes of conversations."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.conversations import service
from chalicelib.conversations.errors import (
    Blocked,
    ConversationNotFound,
    EmptyMessage,
    MessageNotFound,
    NotStaff,
    OwnStore,
    TooFast,
)
from chalicelib.conversations.rules import Found, History, Message, Report, Seen
from chalicelib.conversations.schemas import (
    Assignment,
    ConversationsView,
    ConversationView,
    FoundMessages,
    HistoryQuery,
    InboxQuery,
    MessageReportsView,
    MessageReportView,
    MessagesView,
    MessageView,
    NewConversation,
    NewMessage,
    NewReport,
    Reading,
    SearchQuery,
)
from chalicelib.conversations.service import Wish
from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.errors import ListingNotFound
from chalicelib.orders.errors import OrderNotFound
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores.errors import NotPermitted, StoreNotFound, StorePaused

bp = Routes(__name__)

_TAKES_PART: tuple[type[DomainError], ...] = (ConversationNotFound, NotPermitted)


@bp.post(
    "/conversations",
    answers=ConversationView,
    status=HTTPStatus.CREATED,
    raises=(
        EmptyMessage,
        ListingNotFound,
        OrderNotFound,
        StoreNotFound,
        StorePaused,
        OwnStore,
        NotPermitted,
    ),
)
def open_conversation(caller: Caller, body: NewConversation) -> Seen:
    """Talk with a store about a listing or an order, or with the buyer of an order."""
    return service.open_about(
        caller.person_id, listing_id=body.listing_id, order_id=body.order_id, now=clock.now()
    )


@bp.get("/conversations", answers=ConversationsView)
def my_conversations(caller: Caller, query: PageQuery) -> Page[Seen]:
    """List one's conversations with stores, where something was said last first."""
    return service.of_buyer(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/stores/{store_id}/conversations", answers=ConversationsView, raises=(StoreNotFound, NotPermitted))
def store_conversations(store_id: str, caller: Caller, query: InboxQuery) -> Page[Seen]:
    """List a store's conversations, all or those that somebody looks after."""
    return service.of_store(
        store_id,
        caller=caller.person_id,
        assignee=query.assignee,
        limit=query.limit,
        cursor=query.cursor,
    )


@bp.get("/conversations/{conversation_id}", answers=ConversationView, raises=_TAKES_PART)
def show_conversation(conversation_id: str, caller: Caller) -> Seen:
    """See how far a conversation is."""
    return service.show(conversation_id, caller=caller.person_id)


@bp.post(
    "/conversations/{conversation_id}/messages",
    answers=MessageView,
    status=HTTPStatus.CREATED,
    raises=(
        *_TAKES_PART,
        EmptyMessage,
        Blocked,
        TooFast,
        PhotoNotReady,
        ListingNotFound,
        OrderNotFound,
    ),
)
def send_message(conversation_id: str, caller: Caller, body: NewMessage) -> Message:
    """Say something, or show a photo, a listing or an order."""
    return service.send(conversation_id, author=caller.person_id, wish=Wish(**dict(body)), now=clock.now())


@bp.get("/conversations/{conversation_id}/messages", answers=MessagesView, raises=_TAKES_PART)
def show_messages(conversation_id: str, caller: Caller, query: HistoryQuery) -> History:
    """Read the last messages, those before one, or those after one."""
    return service.history(
        conversation_id,
        caller=caller.person_id,
        before=query.before,
        after=query.after,
        limit=query.limit,
    )


@bp.get("/conversations/{conversation_id}/search", answers=FoundMessages, raises=_TAKES_PART)
def search_messages(conversation_id: str, caller: Caller, query: SearchQuery) -> Found:
    """Find messages with some words among the last 500, or those before one."""
    return service.search(conversation_id, query.words, caller=caller.person_id, before=query.before)


@bp.post(
    "/conversations/{conversation_id}/read",
    answers=ConversationView,
    raises=(*_TAKES_PART, MessageNotFound),
)
def read_messages(conversation_id: str, caller: Caller, body: Reading) -> Seen:
    """Note that one has read up to a message."""
    return service.read_up_to(conversation_id, body.seq, caller=caller.person_id)


@bp.post("/conversations/{conversation_id}/block", answers=ConversationView, raises=_TAKES_PART)
def block_other(conversation_id: str, caller: Caller) -> Seen:
    """Hear no more of the other side."""
    return service.block(conversation_id, caller=caller.person_id, now=clock.now())


@bp.post("/conversations/{conversation_id}/unblock", answers=ConversationView, raises=_TAKES_PART)
def unblock_other(conversation_id: str, caller: Caller) -> Seen:
    """Hear of the other side again."""
    return service.unblock(conversation_id, caller=caller.person_id)


@bp.put(
    "/conversations/{conversation_id}/assignee",
    answers=ConversationView,
    raises=(*_TAKES_PART, NotStaff),
)
def assign_conversation(conversation_id: str, caller: Caller, body: Assignment) -> Seen:
    """Say who of the store looks after a conversation."""
    return service.assign(conversation_id, caller=caller.person_id, person_id=body.person_id)


@bp.post(
    "/conversations/{conversation_id}/reports",
    answers=MessageReportView,
    status=HTTPStatus.CREATED,
    raises=(*_TAKES_PART, MessageNotFound),
)
def report_message(conversation_id: str, caller: Caller, body: NewReport) -> Report:
    """Show an operator a message of the other side."""
    return service.report(conversation_id, caller=caller.person_id, now=clock.now(), **dict(body))


@bp.get("/message-reports", answers=MessageReportsView, raises=(NotPermitted,))
def list_reports(caller: Caller, query: PageQuery) -> Page[Report]:
    """List the messages that were reported, as an operator."""
    if "operators" not in caller.groups:
        raise NotPermitted("This is for the platform's operators.")
    return service.reports(limit=query.limit, cursor=query.cursor)
