"""Booking parcels with couriers: asked by our own id of the parcel, so that whoever dies after the courier
said yes asks again and hears the same.

A booking is begun in one transaction, which puts the goods into it and pays for it; then the courier is
asked; then what it said is taken in another. The same Idempotency-Key goes on where it stopped, or the
clock does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.foundation import idempotency
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError, KeyReused
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.errors import OrderNotFound, WrongRefundState, WrongState
from chalicelib.orders.refunds import service as refunds
from chalicelib.orders.service import Order, State
from chalicelib.payments import service as payments
from chalicelib.payments.carriage import service as carriage
from chalicelib.shipping import models as parcels
from chalicelib.shipping.bookings import models, rules
from chalicelib.shipping.bookings.rules import Action, Booking, BookingState, Content, Direction, PaidFrom
from chalicelib.shipping.carriers import service as carriers
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.couriers.rules import HOME, Consignment, Piece, Service, why_not
from chalicelib.shipping.errors import (
    BookingNotFound,
    CourierRefused,
    NotTogether,
    OriginUnknown,
    ServiceUnfit,
    TrackingNumberTaken,
    UnknownService,
)
from chalicelib.shipping.manifests import models as manifests
from chalicelib.shipping.manifests import rules as packing
from chalicelib.shipping.manifests.rules import Manifest
from chalicelib.shipping.rates import rules as rates
from chalicelib.shipping.rules import Parcel
from chalicelib.shipping.tracking import service as tracking
from chalicelib.stores.errors import NotPermitted

SWEEP_LIMIT = 25
"""The most bookings of one shard that one sweep goes on with."""

_TRIES = 4
"""How often what a courier said is taken anew when an order moved meanwhile."""


@dataclass(frozen=True, slots=True)
class OrderPart:
    """What of an order goes into a parcel: pieces of each line; None: all that is left of it."""

    order_id: str
    lines: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Carriage:
    """How a parcel is to be carried, and who pays: what outward parcels and returns have in common."""

    service: str
    piece: Piece
    insured: int = 0
    paid_from: PaidFrom = PaidFrom.PICKUP
    pin: str | None = None


def book(
    parts: Sequence[OrderPart], wish: Carriage, *, sender: Contact | None, person: str, now: datetime
) -> Booking:
    """Have a courier carry a parcel of one store's orders to one address.

    2 reads (for staff 3; 1 less with a sender), 1 transaction of 2 items and 1 for each order, 7 more from
    the wallet; the courier is asked; 1 read, 1 transaction of 2 items and 3 for each order.
    Raises OrderNotFound, NotPermitted, WrongState, NotTogether, NothingLeft, TooManyParcels, OriginUnknown,
    BadRegion, BadPhone, UnknownService, ServiceUnfit, InsufficientFunds, WrongPin, PinRequired, PinLocked,
    LimitExceeded, CourierRefused, CourierUnavailable, TrackingNumberTaken, ChangedMeanwhile, KeyReused.
    """
    booking_id = idempotency.stable_id("par")
    earlier, found, packed = _read(booking_id, [part.order_id for part in parts])
    _permit(found, person)
    if earlier:
        return go_on(earlier, now)
    filled = _filled(parts, found, packed, booking_id)
    origin = _sender(found[0].seller.store_id, sender)
    booking = replace(
        drafted(booking_id, found[0], wish, now=now),
        sender=origin,
        contents=_contents(found, filled, booking_id),
    )
    booking = priced(booking)
    with Transaction() as tx:
        models.begin(tx, booking)
        for manifest in filled:
            manifests.keep(tx, manifest)
        models.keep_origin(tx, booking.store_id, origin)
        pay(tx, booking, person=person, pin=wish.pin, now=now)
    return finish(booking, now)


def drafted(booking_id: str, order: Order, wish: Carriage, *, now: datetime) -> Booking:
    """A parcel from an order's store to its buyer, with nothing in it."""
    seller, buyer = order.seller, contact_of(order)
    return Booking(
        id=booking_id,
        direction=Direction.OUT,
        state=BookingState.BOOKING,
        store_id=seller.store_id,
        merchant_id=seller.merchant_id,
        buyer_id=order.buyer_id,
        payer_id=seller.merchant_id,
        service=wish.service,
        sender=buyer,
        recipient=buyer,
        contents=(),
        piece=wish.piece,
        insured=wish.insured,
        price=rates.NOTHING,
        paid_from=wish.paid_from,
        created_at=now,
        asked=fingerprint(),
    )


def _read(booking_id: str, order_ids: Sequence[str]) -> tuple[Booking | None, list[Order], list[Manifest]]:
    """An earlier try's booking, the orders and what is sent of each. 1 read. Raises OrderNotFound."""
    wants: list[Want[Any]] = [models.booking_want(booking_id), *map(orders.order_want, order_ids)]
    earlier, *rest = read_together([*wants, *map(manifests.manifest_want, order_ids)])
    found, packed = rest[: len(order_ids)], rest[len(order_ids) :]
    if None in found:
        raise OrderNotFound(field=f"orders.{found.index(None)}.order_id")
    return earlier, found, [one or Manifest(id_) for one, id_ in zip(packed, order_ids, strict=True)]


def _permit(found: Sequence[Order], person: str) -> None:
    """Who may ship these orders: 1 read for staff. Raises OrderNotFound, NotPermitted."""
    for order in {order.seller.store_id: order for order in found}.values():
        orders.permit_shipping(order, person=person)
    _refuse_strangers(found)


def _refuse_strangers(found: Sequence[Order]) -> None:
    """Only what one store sends to one buyer's address travels in one parcel. Raises NotTogether."""
    first = found[0]
    for position, order in enumerate(found):
        same_people = (order.seller.store_id, order.buyer_id) == (first.seller.store_id, first.buyer_id)
        if not same_people or order.destination != first.destination:
            raise NotTogether(field=f"orders.{position}.order_id")


def ordered(order: Order) -> dict[str, int]:
    """How many pieces of each line were ordered."""
    return {line.id: line.quantity for line in order.lines}


def contact_of(order: Order) -> Contact:
    """An order's buyer as a courier needs her."""
    to = order.destination
    return Contact(
        name=to.recipient,
        phone=to.phone,
        country=to.country,
        region=to.region,
        region_name=to.region_name,
        street=to.street,
        postal_code=to.postal_code or "",
        rural=to.rural,
    )


def go_on(earlier: Booking, now: datetime) -> Booking:
    """What an earlier try with this key has begun, or done. Raises KeyReused."""
    if earlier.asked != fingerprint():
        raise KeyReused
    if earlier.state is BookingState.BOOKING:
        return finish(earlier, now)
    with Transaction() as tx:
        return tx.result(earlier)


def fingerprint() -> str:
    """What tells this request from another; empty: it has no key."""
    attempt = idempotency.current()
    return attempt.fingerprint if attempt else ""


def _filled(
    parts: Sequence[OrderPart], found: Sequence[Order], packed: Sequence[Manifest], booking_id: str
) -> list[Manifest]:
    """The orders' manifests with the parcel in them. Raises WrongState, NothingLeft, TooManyParcels."""
    filled = []
    for position, (part, order, manifest) in enumerate(zip(parts, found, packed, strict=True)):
        orders.refuse_shipping(order, begun=bool(manifest.parts))
        field = f"orders.{position}.lines"
        filled.append(
            packing.packed(manifest, ordered(order), part.lines, parcel_id=booking_id, field_=field)
        )
    return filled


def _contents(found: Sequence[Order], filled: Sequence[Manifest], booking_id: str) -> tuple[Content, ...]:
    contents = []
    for order, manifest in zip(found, filled, strict=True):
        (part,) = (one for one in manifest.parts if one.parcel_id == booking_id)
        titles = {line.id: line.title for line in order.lines}
        contents += [Content(order.id, line, titles[line], pieces) for line, pieces in part.lines.items()]
    return tuple(contents)


def _sender(store_id: str, sender: Contact | None) -> Contact:
    """Who sends: as given, or as the store remembers: 1 read. Raises BadRegion, BadPhone, OriginUnknown."""
    if sender is not None:
        return checked(sender, field="sender")
    kept: Contact | None = read_together([models.origin_want(store_id)])[0]
    if kept is None:
        raise OriginUnknown(field="sender")
    return kept


def checked(sender: Contact, *, field: str) -> Contact:
    """A sender whose county and phone are good. Raises BadRegion, BadPhone."""
    county = accounts.county(sender.region[:6], field=f"{field}.region")
    phone = accounts.phone(sender.phone, country=HOME, field=f"{field}.phone")
    return replace(sender, phone=phone, region_name="".join(county.level_names()))


def priced(booking: Booking) -> Booking:
    """With what its service asks. Raises UnknownService, ServiceUnfit."""
    service, wanted = _fit(booking)
    price = rates.price(service.card, wanted, couriers.zone(wanted)).total
    return replace(booking, price=price)


def _fit(booking: Booking) -> tuple[Service, Consignment]:
    if (service := couriers.service_of(booking.service)) is None:
        raise UnknownService(field="service")
    wanted = rules.consignment(booking.sender, booking.recipient, booking.piece, booking.insured)
    if reason := why_not(service, wanted):
        raise ServiceUnfit(f"{service.en} can't take this parcel there: {reason}.", field="service")
    return service, wanted


def pay(tx: Transaction, booking: Booking, *, person: str, pin: str | None, now: datetime) -> None:
    """Pay the courier now, if it is paid from the wallet: only who owns it spends it. 7 items, or none."""
    if booking.paid_from is not PaidFrom.WALLET:
        return
    if person != booking.payer_id:
        raise NotPermitted("Only its owner pays from a wallet.")
    payments.let_pay(tx, buyer=person, amount=booking.price, pin=pin, at=now)
    carriage.pay(tx, booking.id, payer=person, amount=booking.price, at=now)


def finish(booking: Booking, now: datetime) -> Booking:
    """Ask the courier, and take what it says. It is told our id, so asking again changes nothing."""
    courier = carriers.of(booking.courier)
    try:
        number = courier.book(booking.job())
    except CourierRefused as refusal:
        _give_up(booking, Action.REFUSE, refusal.detail, now)
        raise
    for attempt in range(_TRIES):
        try:
            return _taken(booking, number, now)
        except ChangedMeanwhile:
            current = load(booking.id)
            if current.state is not BookingState.BOOKING:
                return current
            if attempt == _TRIES - 1:
                raise
        except (WrongState, WrongRefundState, TrackingNumberTaken) as refusal:
            courier.call_off(booking.id, number)
            _give_up(booking, Action.CALL_OFF, refusal.detail, now)
            raise
    raise ChangedMeanwhile


def _taken(booking: Booking, number: str, now: datetime) -> Booking:
    """Note that a courier carries it, and follow it from now on. 1 read, 1 transaction."""
    booked = replace(booking, state=rules.transition(booking.state, Action.TAKE), number=number)
    tell = (
        _sent_out(booked, number, now)
        if booking.direction is Direction.OUT
        else _sent_back(booked, number, now)
    )
    with Transaction() as tx:
        models.move(tx, booking, booked)
        _follow(tx, booked, number, now)
        tell(tx)
        return tx.result(booked)


def _sent_out(booked: Booking, number: str, now: datetime) -> Callable[[Transaction], None]:
    """How its orders are told that they are on their way. Raises WrongState."""
    found = orders.all_of(booked.order_ids)
    for order in found:
        orders.refuse_shipping(order, begun=True)
    courier = couriers.registry().couriers[booked.courier].zh

    def tell(tx: Transaction) -> None:
        for order in found:
            if order.state is not State.PAID:
                continue
            days = settings().followed_confirm_days
            orders.mark_shipped(
                tx, order, courier=courier, tracking_number=number, confirm_days=days, now=now
            )
            tx.put(parcels.parcel_item(Parcel(order.id, courier, number, now, booked.service)))

    return tell


def _sent_back(booked: Booking, number: str, now: datetime) -> Callable[[Transaction], None]:
    """How a refund is told that its goods are on their way back. Raises WrongRefundState."""
    assert booked.refund_id, booked.id
    order, refund = refunds.heard_of(booked.order_ids[0], booked.refund_id)
    refunds.refuse_return(refund)
    courier = couriers.registry().couriers[booked.courier].zh

    def tell(tx: Transaction) -> None:
        refunds.note_sent_back(tx, order, refund, courier=courier, tracking_number=number, now=now)

    return tell


def _follow(tx: Transaction, booking: Booking, number: str, now: datetime) -> None:
    service, wanted = _fit(booking)
    carried = booking.direction is Direction.OUT
    tracking.follow(
        tx,
        service,
        wanted,
        orders=frozenset(booking.order_ids) if carried else frozenset(),
        store_id=booking.store_id,
        number=number,
        booking_id=booking.id,
        now=now,
    )


def _give_up(booking: Booking, action: Action, reason: str, now: datetime) -> None:
    """Take the goods out of a parcel that isn't carried, and pay back: 1 read, 1 transaction."""
    wants = [manifests.manifest_want(order_id) for order_id in booking.order_ids]
    packed = read_together(wants) if booking.direction is Direction.OUT else []
    after = replace(booking, state=rules.transition(booking.state, action), reason=reason[:200])
    with Transaction() as tx:
        models.move(tx, booking, after)
        for manifest in packed:
            manifests.keep(tx, manifest.without(booking.id))
        pay_back(tx, booking, now)


def pay_back(tx: Transaction, booking: Booking, now: datetime) -> None:
    """Give back what was paid from a wallet for a parcel that isn't carried: 5 items, or none."""
    if booking.paid_from is PaidFrom.WALLET:
        carriage.give_back(tx, booking.id, payer=booking.payer_id, amount=booking.price, at=now)


def finish_due(now: datetime) -> int:
    """Go on with bookings that nobody has finished; answers how many.

    4 queries; for each 1 read, and what `book` does. One whose courier doesn't answer is looked at again when
    it is twice as old, and doesn't hold up the others.
    """
    return sum(_finish_due(booking_id, now) for booking_id in models.unfinished(now, limit=SWEEP_LIMIT))


def _finish_due(booking_id: str, now: datetime) -> bool:
    booking = load(booking_id)
    if booking.state is not BookingState.BOOKING:
        return False  # it moved since the index was read
    try:
        finish(booking, now)
        return True
    except (CourierRefused, WrongState, WrongRefundState, TrackingNumberTaken):
        return True
    except DomainError:
        log.exception("a booking couldn't be finished", extra={"booking_id": booking_id})
    with Transaction() as tx:
        models.wait(tx, booking, until=now + max(models.PATIENCE, now - booking.created_at))
    return False


def load(booking_id: str) -> Booking:
    """A booking. 1 read. Raises BookingNotFound."""
    found: Booking | None = read_together([models.booking_want(booking_id)])[0]
    if found is None:
        raise BookingNotFound
    return found
