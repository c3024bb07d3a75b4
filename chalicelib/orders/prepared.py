"""Checkouts that wait for a payment at a gateway: prepared, then placed when the money has come.

What is prepared is reserved until the checkout expires, so that two people can't pay for one piece; how
many checkouts one buyer may have open is bounded, so that nobody empties a shop without paying. Whoever
learns of the money first places the orders, the buyer's own completion or the gateway's notice; whoever comes
after finds them placed. Where a payment was in time but is heard of after the reservation lapsed, stock is
taken anew, at the agreed price. If the goods are gone by then, what was paid stays in her wallet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pynamodb.expressions.update import Action as Update

from chalicelib.foundation import ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy, ChangedMeanwhile, DomainError
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ReservationGone
from chalicelib.listings.events import Cause
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.service import Reservation, Terms
from chalicelib.listings.service import Listing, Why
from chalicelib.orders import carts, checkouts, discounts, models, rules
from chalicelib.orders.checkouts import Selection
from chalicelib.orders.errors import (
    CheckoutCancelled,
    CheckoutExpired,
    CheckoutFailed,
    CheckoutPaid,
    TooManyCheckouts,
)
from chalicelib.orders.models import CheckoutItem
from chalicelib.orders.rules import Checkout, CheckoutState
from chalicelib.payments import service as payments
from chalicelib.promotions.errors import UseGone
from chalicelib.promotions.uses import service as uses
from chalicelib.promotions.uses.service import Hold


def prepare(buyer: str, selection: Selection, *, now: datetime) -> Checkout:
    """Make a checkout that waits for its payment and reserves its goods. 1 read, 1 transaction.

    Of 6 items, 1 more for each listing and for a key, 1 and 2 for each store that gives limited discounts.
    Prices, discounts and stock hold until it expires. The cart is emptied of its lines. Raises
    TooManyCheckouts, SoldOut, PriceChanged, NotOnSale, CartChanged, ChangedMeanwhile, what
    `checkouts.draft` does, TooManyLimited and PromotionUsedUp.
    """
    (seen,) = read_together([models.waiting_want(buyer)])
    still = rules.waiting_still(seen or {}, now)
    checkout = checkouts.draft(
        buyer, selection, state=CheckoutState.AWAITING_PAYMENT, charge_id=ids.new("chg"), now=now
    )
    with Transaction() as tx:
        _wait(tx, checkout, seen or {}, still)
        tx.put(models.checkout_item(checkout))
        if selection.reservation:  # giving the checkout up gives up what was agreed on as well
            reservations.hand_over(
                tx,
                selection.reservation,
                holder=buyer,
                reference=checkout.id,
                until=checkout.expires_at,
                at=now,
            )
        else:
            _reserve(tx, checkout, selection.listings.values(), now)
        used = discounts.uses_of(checkout.orders)
        hold = Hold(checkout.id, buyer, tuple(used), checkout.expires_at)
        uses.hold(tx, hold, known=selection.known)
        payments.begin_charge(
            tx,
            str(checkout.charge_id),
            person_id=buyer,
            amount=checkout.total,
            reference=checkout.id,
            now=now,
            within=timedelta(minutes=settings().checkout_minutes) + payments.SETTLE_WITHIN,
        )
        if selection.cart:
            carts.empty(tx, buyer, selection.cart, selection.lines)
        return tx.result(checkout)


def _wait(
    tx: Transaction, checkout: Checkout, seen: Mapping[str, datetime], still: Mapping[str, datetime]
) -> None:
    """Note one more checkout that waits: 1 item. On commit raises TooManyCheckouts, ChangedMeanwhile."""
    actions, room = models.one_waits_more(seen, still, checkout)
    refusal = TooManyCheckouts if len(still) == len(seen) else ChangedMeanwhile
    tx.update(models.waiting_key(checkout.buyer_id), actions, condition=room, otherwise=refusal())


def _reserve(tx: Transaction, checkout: Checkout, goods: Collection[Listing], now: datetime) -> None:
    lines = [
        reservations.Line(line.listing_id, line.variant_id, line.quantity, line.price)
        for order in checkout.orders
        for line in order.lines
    ]
    reservations.reserve(
        tx,
        goods,
        lines,
        holder=checkout.buyer_id,
        reference=checkout.id,
        until=checkout.expires_at,
        terms=Terms.LISTED,
        at=now,
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """What is still kept for a checkout that isn't paid; None: nothing was, or its time was over."""

    goods: Reservation | None
    uses: Hold | None


def _read(checkout_id: str, buyer: str) -> tuple[Checkout, Kept]:
    """A buyer's checkout and what is still kept for it. 1 read. Raises CheckoutNotFound."""
    checkout, goods, used = read_together(
        [
            models.checkout_want(checkout_id),
            reservations.reservation_want(checkout_id),
            uses.hold_want(checkout_id),
        ]
    )
    kept = Kept(goods if goods and goods.held else None, used if used and used.held else None)
    return checkouts.own(checkout, buyer), kept


def complete(checkout_id: str, *, buyer: str, method: str, now: datetime) -> Checkout:
    """Pay a prepared checkout and place its orders, unless the gateway's notice has done so already.

    5 reads and 2 transactions at most, and the gateway's call. Raises CheckoutNotFound, CheckoutExpired,
    CheckoutFailed, CheckoutCancelled, CardDeclined, UnknownMethod, AmountNotSupported, GatewayUnavailable.
    """
    checkout = checkouts.show(checkout_id, buyer=buyer)
    if checkout.state is CheckoutState.AWAITING_PAYMENT and checkout.charge_id:
        charge = payments.charge_of(checkout.charge_id, person_id=buyer)
        if charge.state is not payments.ChargeState.SUCCEEDED and now >= checkout.expires_at:
            raise CheckoutExpired
        charge = payments.collect(charge, method=method, now=now)
        if charge.state is payments.ChargeState.SUCCEEDED:
            checkout = place_paid(checkout_id, buyer=buyer, paid_at=charge.settled_at or now, now=now)
    if checkout.state is CheckoutState.CANCELLED:
        raise CheckoutCancelled
    if checkout.state is CheckoutState.FAILED:
        raise CheckoutFailed(f"{CheckoutFailed.__doc__} ({checkout.reason})")
    return checkout


def place_paid(checkout_id: str, *, buyer: str, paid_at: datetime, now: datetime) -> Checkout:
    """Place a checkout's orders from the money that came to the buyer's wallet at `paid_at`, once.

    1 read, 1 transaction; 1 read more if it is placed already or its reservation has lapsed. If the orders
    can't be placed the checkout fails with the reason, and the money stays in the wallet.
    Raises CheckoutNotFound.
    """
    checkout, kept = _read(checkout_id, buyer)
    if checkout.state is not CheckoutState.AWAITING_PAYMENT:
        return checkouts.with_orders(checkout)
    try:
        if paid_at >= checkout.expires_at:
            return _fail(checkout, kept, CheckoutExpired.code, now)
        return _place(checkout, kept, paid_at, now)
    except (ReservationGone, UseGone):  # it has just lapsed: the next time it is found so
        return place_paid(checkout_id, buyer=buyer, paid_at=paid_at, now=now)
    except DomainError as refusal:
        latest, kept = _read(checkout_id, buyer)
        if latest.state is not CheckoutState.AWAITING_PAYMENT:
            return checkouts.with_orders(latest)
        if isinstance(refusal, Busy | ChangedMeanwhile):
            raise
        return _fail(latest, kept, refusal.code, now)


def _place(checkout: Checkout, kept: Kept, paid_at: datetime, now: datetime) -> Checkout:
    placed = replace(checkout, state=CheckoutState.PLACED, orders=checkouts.placed(checkout.orders, now))
    goods = () if kept.goods else _goods(checkout)
    orders = rules.order_of_listing(placed.orders)
    used = discounts.uses_of(placed.orders)
    known = uses.known(used, checkout.buyer_id) if used and not kept.uses else {}
    with Transaction() as tx:
        _end(tx, placed, [CheckoutItem.waiting.remove()])
        if kept.uses:
            uses.keep(tx, kept.uses, at=paid_at)
        else:
            uses.count(tx, used, buyer=checkout.buyer_id, known=known)
        if kept.goods:
            reservations.use(tx, kept.goods, holder=checkout.buyer_id, at=paid_at, orders=orders)
        else:
            why = Why(Cause.SOLD, checkout.buyer_id, now, checkout.id, orders)
            wanted = [carts.agreed(line) for order in placed.orders for line in order.lines]
            listings.take_stock(tx, goods, wanted, why=why)
        checkouts.place(tx, placed, now)
        return tx.result(placed)


def _goods(checkout: Checkout) -> Collection[Listing]:
    """The goods of a checkout as they are now. 1 read. Raises ListingNotFound."""
    listing_ids = sorted(rules.order_of_listing(checkout.orders))
    found = read_together([listings.listing_want(one) for one in listing_ids])
    return checkouts.known_goods(listing_ids, found).values()


def _fail(checkout: Checkout, kept: Kept, reason: str, now: datetime) -> Checkout:
    failed = replace(checkout, state=CheckoutState.FAILED, reason=reason)
    with Transaction() as tx:
        _end(tx, failed, [CheckoutItem.reason.set(reason)])
        if kept.goods:
            reservations.lapse(tx, kept.goods, at=now)
        if kept.uses:
            uses.release(tx, kept.uses, at=now)
    return failed


def cancel(checkout_id: str, *, buyer: str, now: datetime) -> Checkout:
    """Give up a checkout that isn't paid: its goods are free again at once. 1 read, 1 transaction.

    A payment that she began and that comes after all stays in her wallet. One that had come before is found
    in the same transaction, and the checkout goes on. Raises CheckoutNotFound, CheckoutPaid.
    """
    checkout, kept = _read(checkout_id, buyer)
    if checkout.state is CheckoutState.PLACED:
        raise CheckoutPaid
    if checkout.state is not CheckoutState.AWAITING_PAYMENT:
        return checkout
    cancelled = replace(checkout, state=CheckoutState.CANCELLED)
    try:
        with Transaction() as tx:
            _end(tx, cancelled)
            payments.refuse_paid(tx, str(checkout.charge_id), otherwise=CheckoutPaid)
            if kept.goods:
                reservations.release(tx, kept.goods, by=buyer, at=now)
            if kept.uses:
                uses.release(tx, kept.uses, at=now)
            return tx.result(cancelled)
    except (ReservationGone, UseGone, ChangedMeanwhile):  # it lapsed, or was placed: the next look tells
        return cancel(checkout_id, buyer=buyer, now=now)


def _end(tx: Transaction, after: Checkout, more: Collection[Update] = ()) -> None:
    """Let a checkout wait no more: 2 items. On commit raises ChangedMeanwhile."""
    tx.update(
        CheckoutItem(pk=after.id, sk="checkout"),
        [CheckoutItem.state.set(after.state.value), *more],
        condition=CheckoutItem.state == CheckoutState.AWAITING_PAYMENT.value,
        otherwise=ChangedMeanwhile,
    )
    tx.update(models.waiting_key(after.buyer_id), models.waits_no_more(after))
