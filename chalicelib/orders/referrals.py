"""The promoter of an order: her part is frozen when it is placed, and follows what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from chalicelib.affiliates import service as affiliates
from chalicelib.affiliates.service import Commission, CommissionState, Offered
from chalicelib.foundation import clock
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings.service import Listing
from chalicelib.orders.rules import Order, Referral, State
from chalicelib.payments import service as payments


def referred(
    orders: Sequence[Order], offered: Offered | None, goods: Mapping[str, Listing]
) -> tuple[Order, ...]:
    """The same orders; the one of the store to which a link led, with what that brings its promoter.

    Nothing does to whoever buys or sells herself.
    """
    return tuple(_referred(order, offered, goods) if offered else order for order in orders)


def _referred(order: Order, offered: Offered, goods: Mapping[str, Listing]) -> Order:
    visit = offered.visit
    if visit.store_id != order.seller.store_id or order.actor(visit.promoter_id):
        return order
    lines = [(line.net, goods[line.listing_id].category) for line in order.lines]
    amount = offered.commission(lines)
    return (
        replace(order, referral=Referral(visit.promoter_id, visit.code, amount)) if amount.amount else order
    )


def promise(tx: Transaction, order: Order) -> None:
    """Note a placed order's commission: 1 item and 1 event, or nothing."""
    if commission := commission_of(order):
        affiliates.promise(tx, commission)


def follow(tx: Transaction, before: Order, after: Order) -> None:
    """Note what a move leaves of an order's commission: 1 item and 1 event, or nothing."""
    if (commission := commission_of(after)) and commission != commission_of(before):
        affiliates.note(tx, commission, at=_moved_at(after))


def commission_of(order: Order) -> Commission | None:
    """The commission of an order as it is now."""
    if order.referral is None:
        return None
    parts = payments.division(sale_of(order))
    return Commission(
        order_id=order.id,
        promoter_id=order.referral.promoter_id,
        store_id=order.seller.store_id,
        store_name=order.seller.store_name,
        merchant_id=order.seller.merchant_id,
        code=order.referral.code,
        day=order.placed_at.astimezone(UTC).date().isoformat(),
        amount=order.referral.amount,
        kept=parts.reward,
        state=_state(order),
        placed_at=order.placed_at,
    )


def _state(order: Order) -> CommissionState:
    if not order.is_sale:
        return CommissionState.VOID
    return CommissionState.PAID if order.state is State.COMPLETED else CommissionState.PENDING


def _moved_at(order: Order) -> datetime:
    moved = (order.completed_at, order.cancelled_at, order.refunded_at)
    return next((at for at in moved if at), clock.now())


def sale_of(order: Order) -> payments.Sale:
    """An order's money, as payments knows it."""
    reward = order.referral
    return payments.Sale(
        id=order.id,
        buyer=order.buyer_id,
        merchant=order.seller.merchant_id,
        total=order.paid,
        commission=order.fee_paid,
        payment_fee=order.payment_fee,
        refunded=order.refunded,
        reward=payments.Reward(reward.promoter_id, reward.amount) if reward else None,
    )
