"""Who is told what of orders, what becomes of them, and reviews."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation import ids
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.notifications.rules import Notification, note
from chalicelib.orders.events import (
    DepositEnded,
    DepositPaid,
    OrderCancelled,
    OrderCompleted,
    OrderEvent,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
    ParcelMoved,
    RefundMoved,
)
from chalicelib.reviews.events import ReviewEvent, ReviewHidden, ReviewReplied, ReviewWritten

_COMPLETED = {
    "buyer": "order_completed",
    "clock": "order_auto_completed",
    "operator": "order_ruled",
}


def _of_order(event: OrderEvent) -> list[Notification]:
    match event:
        case OrderPaid():
            return [note(event, event.merchant_id, "order_paid", event.order_id, _order_facts(event))]
        case OrderShipped():
            facts = _order_facts(event) | {
                "courier": event.courier,
                "tracking": event.tracking_number,
            }
            return [note(event, event.buyer_id, "order_shipped", event.order_id, facts)]
        case OrderCompleted():
            kind = _COMPLETED[event.by]
            facts = _order_facts(event) | {"earned": str(Money(event.earned, event.currency))}
            return [
                note(event, event.merchant_id, kind, event.order_id, facts),
                note(event, event.buyer_id, "review_invited", event.order_id, _order_facts(event)),
            ]
        case OrderCancelled():
            parties = {"buyer": event.buyer_id, "merchant": event.merchant_id}
            return [
                note(event, person, "order_cancelled", event.order_id, _order_facts(event))
                for party, person in parties.items()
                if party != event.by
            ]
        case OrderRefunded():
            facts = _order_facts(event) | {"amount": str(Money(event.amount, event.currency))}
            return [note(event, event.buyer_id, "order_refunded", event.order_id, facts)]
    return []


def _of_deposit(event: DepositPaid | DepositEnded) -> list[Notification]:
    if isinstance(event, DepositPaid):
        facts = _order_facts(event) | {"deposit": str(Money(event.deposit, event.currency))}
        return [note(event, event.merchant_id, "deposit_paid", event.order_id, facts)]
    facts = _order_facts(event) | {
        "back": str(Money(event.back, event.currency)),
        "kept": str(Money(event.kept, event.currency)),
    }
    return [
        note(event, person, "deposit_ended", event.order_id, facts)
        for person in (event.buyer_id, event.merchant_id)
    ]


_MERCHANT_TOO = {"damaged", "expired", "lost", "returned"}


def _of_parcel(event: ParcelMoved) -> list[Notification]:
    """The buyer hears where it is; the merchant too, where something has gone wrong."""
    facts = _order_facts(event) | {"courier": event.courier, "tracking": event.tracking_number}
    people = [event.buyer_id, *([event.merchant_id] if event.status in _MERCHANT_TOO else [])]
    return [note(event, person, f"parcel_{event.status}", event.order_id, facts) for person in people]


_TO_MERCHANT = {"requested", "returned", "disputed", "refunded", "closed"}
_TO_BUYER = {"returning", "rejected", "closed"}


def _of_refund(event: RefundMoved) -> list[Notification]:
    """Both sides hear of what the other one, the operator or the clock did; whoever did it knows."""
    facts = _order_facts(event) | {"amount": str(Money(event.amount, event.currency))}
    concerned = [("merchant", event.merchant_id, _TO_MERCHANT), ("buyer", event.buyer_id, _TO_BUYER)]
    return [
        note(event, person, f"refund_{event.state}", event.order_id, facts)
        for party, person, states in concerned
        if event.state in states and party != event.by
    ]


def _order_facts(
    event: OrderEvent,
) -> dict[str, str]:
    return {
        "summary": event.summary,
        "store": event.store_name,
        "total": str(Money(event.total, event.currency)),
    }


def _of_review(event: ReviewEvent) -> list[Notification]:
    facts = {"summary": event.title, "store": event.store_name}
    match event:
        case ReviewWritten():
            more = facts | {"stars": str(event.stars)}
            return [note(event, event.merchant_id, "review_written", event.listing_id, more)]
        case ReviewReplied():
            return [note(event, event.buyer_id, "review_replied", event.order_id, facts)]
        case ReviewHidden():
            more = facts | {"reason": event.reason}
            return [note(event, event.buyer_id, "review_hidden", event.order_id, more)]
    return []


def _of_message(event: MessageWaiting) -> list[Notification]:
    """The id follows from when one fell behind, so that all that comes until one reads tells once."""
    return [
        Notification(
            ids.derived_at("ntf", event.since, event.conversation_id, event.side),
            event.person_id,
            f"message_waiting_{event.side}",
            event.conversation_id,
            {"store": event.store_name},
            event.at,
        )
    ]


TOLD: Mapping[type[Event], Callable[[Any], list[Notification]]] = {
    RefundMoved: _of_refund,
    ParcelMoved: _of_parcel,
    DepositPaid: _of_deposit,
    DepositEnded: _of_deposit,
    OrderEvent: _of_order,
    ReviewEvent: _of_review,
    MessageWaiting: _of_message,
}
"""Who tells of what."""
