"""What buyers, merchants, operators and the clock do with refunds.

A refund and its order move in one transaction, each demanding the version that was read, and the escrow can't
give more than it holds: of two refunds at one instant one wins.
Cost: 1 read of refund and order together (for staff 2), and 1 transaction of 2 to 9 items; a ruling 1 read
more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from chalicelib.foundation import idempotency, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import models as order_models
from chalicelib.orders import moves, referrals
from chalicelib.orders import rules as orders
from chalicelib.orders.errors import RefundNotFound
from chalicelib.orders.events import OrderCompleted, OrderRefunded, RefundMoved
from chalicelib.orders.refunds import models, rules
from chalicelib.orders.refunds.models import RefundItem
from chalicelib.orders.refunds.rules import (
    Action,
    Evidence,
    Party,
    Refund,
    RefundKind,
    RefundReason,
    RefundState,
)
from chalicelib.orders.rules import Actor, Order
from chalicelib.payments import service as payments
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

__all__ = ["Refund"]

SWEEP_LIMIT = 25
"""The most refunds of one shard that one sweep moves."""

_PARTIES = {Actor.BUYER: Party.BUYER, Actor.MERCHANT: Party.MERCHANT}


def ask(
    order_id: str,
    *,
    caller: str,
    kind: RefundKind,
    reason: RefundReason,
    amount: int,
    text: str,
    photo_ids: Sequence[str],
    now: datetime,
) -> Refund:
    """Ask for money back as the buyer, or give it back at once as the merchant. `amount` is in minor units.

    While a request is open the order's time to confirm stands still. Raises OrderNotFound, NotPermitted,
    WrongState, RefundOpen, TooManyRefunds, RefundTooLarge, PhotoNotReady, ChangedMeanwhile.
    """
    order = moves.load(order_id)
    party = _PARTIES[moves.actor_of(order, caller, Scope.ORDERS_CANCEL)]
    shown = _shown(photo_ids, caller)
    refund = Refund(
        id=idempotency.stable_id("ref"),
        order_id=order.id,
        buyer_id=order.buyer_id,
        merchant_id=order.seller.merchant_id,
        store_id=order.seller.store_id,
        kind=kind,
        reason=reason,
        amount=Money(amount, order.total.currency),
        state=RefundState.REQUESTED,
        evidence=(Evidence(party, text, shown, now),),
        created_at=now,
        deadline=_deadline(RefundState.REQUESTED, now),
    )
    return _ask(order, refund, now) if party is Party.BUYER else _give(order, refund, now)


def _ask(order: Order, refund: Refund, now: datetime) -> Refund:
    orders.transition(order.state, orders.Action.DISPUTE, Actor.BUYER)
    orders.refused_while_open(order, orders.Action.DISPUTE)
    orders.after_refund(order, refund.amount, now=now)
    with Transaction() as tx:
        moves.advance(tx, order, orders.paused(order, refund.id, now=now))
        tx.put(models.refund_item(refund))
        _show(tx, refund)
        _tell(tx, order, refund, Party.BUYER, now)
        return tx.result(refund)


def _give(order: Order, refund: Refund, now: datetime) -> Refund:
    orders.transition(order.state, orders.Action.REFUND, Actor.MERCHANT)
    orders.refused_while_open(order, orders.Action.REFUND)
    orders.refused_too_many(order)
    given = replace(refund, state=RefundState.REFUNDED, deadline=None)
    with Transaction() as tx:
        noted = replace(order, refund_ids=(*order.refund_ids, refund.id))
        _pay(tx, order, noted, given, now)
        tx.put(models.refund_item(given))
        _show(tx, given)
        return tx.result(given)


def _pay(tx: Transaction, before: Order, noted: Order, refund: Refund, now: datetime) -> None:
    after = orders.after_refund(noted, refund.amount, now=now)
    if before.open_refund == refund.id:
        after = orders.resumed(after, now=now)
    moves.advance(tx, before, after)
    payments.give_back(tx, referrals.sale_of(before), refund_id=refund.id, amount=refund.amount, at=now)
    _tell_refunded(tx, after, refund, now)


def _tell_refunded(tx: Transaction, after: Order, refund: Refund, now: datetime) -> None:
    facts = moves.told(after) | {
        "at": now,
        "refund_id": refund.id,
        "amount": refund.amount.amount,
        "wholly": after.refunded == after.total,
    }
    tx.emit(OrderRefunded.model_validate(facts))


def _show(tx: Transaction, refund: Refund, *, before: Refund | None = None) -> None:
    """Keep what proves something from being deleted: 1 item for each photo that is new."""
    shown = [photo.id for one in refund.evidence for photo in one.photos]
    was = [photo.id for one in before.evidence for photo in one.photos] if before else []
    uses.note(tx, Use(UseKind.EVIDENCE, refund.id), shown=shown, before=was)


def _shown(photo_ids: Sequence[str], owner: str) -> tuple[rules.Photo, ...]:
    if not photo_ids:
        return ()
    found = photos.evidence_photos(photo_ids, owner=owner)
    return tuple(rules.Photo(photo.id, photo.key) for photo in found)


def _deadline(state: RefundState, now: datetime) -> datetime | None:
    days = settings().refund_days.get(state.value)
    return None if days is None else now + timedelta(days=days)


def show(order_id: str, refund_id: str, *, caller: str) -> Refund:
    """A refund, for its buyer, its merchant and who works for her. Raises RefundNotFound, NotPermitted."""
    order, refund = _load(order_id, refund_id)
    moves.actor_of(order, caller, Scope.ORDERS_READ)
    return refund


def of_order(order_id: str, *, caller: str) -> list[Refund]:
    """All refunds of an order, the oldest first. 2 reads, for staff 3. Raises OrderNotFound, NotPermitted."""
    order = moves.load(order_id)
    moves.actor_of(order, caller, Scope.ORDERS_READ)
    wants = [models.refund_want(refund_id) for refund_id in order.refund_ids]
    return read_together(wants) if wants else []


def disputes_lost(order: Order) -> int:
    """How many of an order's refunds were paid after the buyer disputed. 1 read, or none without refunds."""
    wants = [models.refund_want(refund_id) for refund_id in order.refund_ids]
    found: list[Refund] = read_together(wants) if wants else []
    return sum(one.disputed_at is not None and one.state is RefundState.REFUNDED for one in found)


def _load(order_id: str, refund_id: str) -> tuple[Order, Refund]:
    order, refund = read_together([order_models.order_want(order_id), models.refund_want(refund_id)])
    if order is None or refund is None or refund.order_id != order_id:
        raise RefundNotFound
    return order, refund


def act(
    order_id: str, refund_id: str, action: Action, *, caller: str, said: str = "", now: datetime
) -> Refund:
    """Accept, reject, withdraw, receive or dispute. `said` is the answer, or where to send the goods.

    Raises RefundNotFound, OrderNotFound, NotPermitted, WrongRefundState, ChangedMeanwhile.
    """
    order, refund, party = _about_to(order_id, refund_id, action, caller)
    return _move(order, refund, action, party, now, answer=said or refund.answer)


def send_back(
    order_id: str, refund_id: str, *, caller: str, courier: str, tracking_number: str, now: datetime
) -> Refund:
    """Tell that the goods are on their way back. Raises as `act` does."""
    order, refund, party = _about_to(order_id, refund_id, Action.SEND_BACK, caller)
    return _move(
        order, refund, Action.SEND_BACK, party, now, courier=courier, tracking_number=tracking_number
    )


def for_return(order_id: str, refund_id: str, *, caller: str) -> tuple[Order, Refund]:
    """A refund whose goods its buyer may send back now, and its order. 1 read.

    Raises RefundNotFound, NotPermitted, WrongRefundState.
    """
    order, refund, party = _about_to(order_id, refund_id, Action.SEND_BACK, caller)
    rules.transition(refund, Action.SEND_BACK, party)
    return order, refund


def heard_of(order_id: str, refund_id: str) -> tuple[Order, Refund]:
    """A refund and its order as they are now. 1 read. Raises RefundNotFound."""
    return _load(order_id, refund_id)


def refuse_return(refund: Refund) -> None:
    """May its goods be sent back now? Raises WrongRefundState."""
    rules.transition(refund, Action.SEND_BACK, Party.BUYER)


def note_sent_back(
    tx: Transaction, order: Order, refund: Refund, *, courier: str, tracking_number: str, now: datetime
) -> None:
    """Note in shipping's transaction that the goods are on their way back: 1 item and 1 event.

    Raises WrongRefundState; on commit ChangedMeanwhile.
    """
    state = rules.transition(refund, Action.SEND_BACK, Party.BUYER)
    after = replace(
        refund,
        state=state,
        deadline=_deadline(state, now),
        courier=courier,
        tracking_number=tracking_number,
    )
    _advance(tx, refund, after)
    _tell(tx, order, after, Party.BUYER, now)


def _about_to(order_id: str, refund_id: str, action: Action, caller: str) -> tuple[Order, Refund, Party]:
    order, refund = _load(order_id, refund_id)
    party = _PARTIES[moves.actor_of(order, caller, Scope.ORDERS_CANCEL)]
    if not rules.may_ever(action, party):
        raise NotPermitted(f"It isn't for the {party} to {action.replace('_', ' ')} a refund.")
    return order, refund, party


def _move(order: Order, refund: Refund, action: Action, party: Party, now: datetime, **said: Any) -> Refund:
    state = rules.transition(refund, action, party)
    after = replace(refund, state=state, deadline=_deadline(state, now), **said)
    if state is RefundState.DISPUTED:
        after = replace(after, disputed_at=now)
    with Transaction() as tx:
        _advance(tx, refund, after)
        if state is RefundState.REFUNDED:
            _pay(tx, order, order, after, now)
        elif state is RefundState.CLOSED:
            moves.advance(tx, order, orders.resumed(order, now=now))
        elif state is RefundState.DISPUTED:  # who confirms the order without having seen this is told
            moves.advance(tx, order, order)
        _tell(tx, order, after, party, now)
        return tx.result(after)


def _advance(tx: Transaction, before: Refund, after: Refund) -> None:
    tx.update(
        models.refund_key(before.id),
        models.moving(before, after),
        condition=RefundItem.version == before.version,
        otherwise=ChangedMeanwhile,
    )


def _tell(tx: Transaction, order: Order, refund: Refund, party: Party, now: datetime) -> None:
    facts = moves.told(order) | {
        "at": now,
        "refund_id": refund.id,
        "state": refund.state.value,
        "by": party.value,
        "amount": refund.amount.amount,
    }
    tx.emit(RefundMoved.model_validate(facts))


def add_evidence(
    order_id: str, refund_id: str, *, caller: str, text: str, photo_ids: Sequence[str], now: datetime
) -> Refund:
    """Say and show something for one's side. 2 reads, for staff 3, 1 transaction of 1 item.

    Raises RefundNotFound, OrderNotFound, NotPermitted, WrongRefundState, TooMuchEvidence, PhotoNotReady,
    ChangedMeanwhile.
    """
    order, refund = _load(order_id, refund_id)
    party = _PARTIES[moves.actor_of(order, caller, Scope.ORDERS_CANCEL)]
    rules.refused_evidence(refund, party, now=now)
    more = Evidence(party, text, _shown(photo_ids, caller), now)
    after = replace(refund, evidence=(*refund.evidence, more))
    with Transaction() as tx:
        _advance(tx, refund, after)
        _show(tx, after, before=refund)
        return tx.result(after)


def hearings(*, limit: int, cursor: str | None) -> Page[Refund]:
    """Disputes that wait for a ruling, the most urgent first. 1 query, 1 read."""
    keys = paging.query(
        order_models.OrderItem.due, models.HEARINGS, limit=limit, cursor=cursor, newest_first=False
    )
    found = read_together([models.refund_want(key.pk) for key in keys.items]) if keys.items else []
    return Page([one for one in found if one.state is RefundState.DISPUTED], keys.cursor)


def hearing(order_id: str, refund_id: str) -> Refund:
    """A refund that is or was disputed, for operators. Raises RefundNotFound."""
    _, refund = _load(order_id, refund_id)
    if refund.disputed_at is None:
        raise RefundNotFound
    return refund


def rule(order_id: str, refund_id: str, *, amount: int, said: str, now: datetime) -> Refund:
    """Decide a dispute: so many minor units to the buyer, all the rest, less its fees, to the merchant.

    2 reads, 1 transaction of 20 items, and 5 more for each split instruction. Raises RefundNotFound,
    WrongRefundState, HearingOpen, RefundTooLarge, ChangedMeanwhile, SplitsChanged.
    """
    order, refund = _load(order_id, refund_id)
    state = rules.transition(refund, Action.RULE, Party.OPERATOR)
    rules.refused_ruling(refund, now=now)
    given = Money(amount, order.total.currency)
    after = replace(
        refund, state=state if amount else RefundState.CLOSED, amount=given, answer=said, deadline=None
    )

    def divide(instructions: payments.Instructions) -> Refund:
        with Transaction() as tx:
            _advance(tx, refund, after)
            _carry_out(tx, order, after, instructions, now)
            _tell(tx, order, after, Party.OPERATOR, now)
            return tx.result(after)

    return payments.heeding(order.seller.merchant_id, order.total.currency, divide)


def _carry_out(
    tx: Transaction, order: Order, refund: Refund, instructions: payments.Instructions, now: datetime
) -> None:
    sale = referrals.sale_of(order)
    ruled = orders.after_refund(order, refund.amount, now=now) if refund.amount.amount else order
    if ruled.state is orders.State.REFUNDED:
        moves.advance(tx, order, replace(ruled, open_refund=None))
        payments.give_back(tx, sale, refund_id=refund.id, amount=refund.amount, at=now)
    else:
        moves.advance(tx, order, orders.completed(ruled, now=now))
        part = (refund.id, refund.amount) if refund.amount.amount else None
        earned = payments.settle_sale(tx, sale, instructions, refund=part, at=now)
        facts = moves.told(order) | {"at": now, "earned": earned.amount, "by": Party.OPERATOR.value}
        tx.emit(OrderCompleted.model_validate(facts))
    if refund.amount.amount:
        _tell_refunded(tx, ruled, refund, now)


def close(tx: Transaction, refund_id: str) -> None:
    """Give up an open refund because its order was confirmed: 1 item. On commit raises ChangedMeanwhile."""
    tx.update(
        models.refund_key(refund_id),
        models.closing(),
        condition=RefundItem.state.is_in(*(state.value for state in RefundState if state.is_open)),
        otherwise=ChangedMeanwhile,
    )


def act_due(now: datetime) -> int:
    """Act for those who let their time pass; answers how many refunds moved.

    A query for each of 4 shards; for each refund due 2 reads and 1 transaction.
    """
    due = order_models.due_ids("refund", now, limit=SWEEP_LIMIT)
    return sum(_lapse(refund_id, now) for shard in due for refund_id in shard)


def _lapse(refund_id: str, now: datetime) -> bool:
    (refund,) = read_together([models.refund_want(refund_id)])
    if refund.deadline is None or refund.deadline > now or refund.state not in rules.LAPSES:
        return False  # it moved since the index was read
    try:
        order = moves.load(refund.order_id)
        _move(order, refund, rules.LAPSES[refund.state], Party.CLOCK, now)
        return True
    except DomainError:
        log.exception("the clock couldn't move a refund", extra={"refund_id": refund_id})
        return False
