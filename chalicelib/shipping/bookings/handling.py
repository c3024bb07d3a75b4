"""What is done with booked parcels: looked at, called off, fetched, labelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.service import Order
from chalicelib.shipping import models as parcels
from chalicelib.shipping.bookings import models, returns, rules
from chalicelib.shipping.bookings.rules import Action, Booking, BookingState, Direction, Pickup
from chalicelib.shipping.bookings.service import checked, load, pay_back
from chalicelib.shipping.carriers import service as carriers
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.errors import BookingNotFound, OriginUnknown, WrongBookingState
from chalicelib.shipping.labels.rules import Label
from chalicelib.shipping.manifests import models as manifests
from chalicelib.shipping.manifests.rules import Manifest
from chalicelib.shipping.models import ParcelItem
from chalicelib.shipping.rules import Parcel
from chalicelib.shipping.tracking import models as tracks
from chalicelib.shipping.tracking import service as tracking
from chalicelib.shipping.tracking.rules import Track, Tracking
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope


@dataclass(frozen=True, slots=True)
class Followed:
    """A booked parcel and what is known of its way; None: it isn't on its way."""

    booking: Booking
    track: Track | None


def show(booking_id: str, *, caller: str) -> tuple[Booking, Tracking | None]:
    """A parcel and all that was told of it, for its buyer, its merchant and who works for her.

    1 read (for staff 2), 1 query. Raises BookingNotFound, NotPermitted.
    """
    booking = load(booking_id)
    if caller != booking.buyer_id:
        _permit(booking, caller, Scope.ORDERS_READ)
    if booking.number is None:
        return booking, None
    name = couriers.registry().couriers[booking.courier].zh
    return booking, tracking.tracking(name, booking.number, service_id=booking.service)


def of_order(order_id: str, *, caller: str) -> list[Followed]:
    """All booked parcels of an order with its returns, as they were begun. 4 reads, for staff 5.

    Raises OrderNotFound, NotPermitted.
    """
    order = orders.show(order_id, caller=caller)
    (manifest,) = read_together([manifests.manifest_want(order_id)])
    ids = [part.parcel_id for part in (manifest or Manifest(order_id)).parts]
    ids += [returns.booking_id(refund_id) for refund_id in order.refund_ids]
    found = [one for one in read_together([models.booking_want(one) for one in ids]) if one] if ids else []
    numbered = [one for one in found if one.number]
    wants = [tracks.track_want(one.courier, one.number) for one in numbered]
    followed = {
        one.id: track for one, track in zip(numbered, read_together(wants) if wants else (), strict=True)
    }
    return [Followed(one, followed.get(one.id)) for one in sorted(found, key=lambda one: one.created_at)]


def _permit(booking: Booking, caller: str, scope: Scope) -> None:
    stores.permit(
        caller, scope, store_id=booking.store_id, owner=booking.merchant_id, otherwise=BookingNotFound
    )


def _hers(booking_id: str, caller: str) -> Booking:
    """A parcel that a person sends. 1 read, for staff 2. Raises BookingNotFound, NotPermitted."""
    booking = load(booking_id)
    if booking.direction is Direction.BACK and caller == booking.buyer_id:
        return booking
    if caller == booking.buyer_id:
        raise NotPermitted("It isn't for its buyer to do that with a parcel.")
    _permit(booking, caller, Scope.ORDERS_SHIP)
    return booking


def call_off(booking_id: str, *, caller: str, now: datetime) -> Booking:
    """Have a parcel not carried after all, as long as its courier hasn't got it.

    An order that has no other parcel waits to be shipped again; what was paid from the wallet comes back.
    3 reads (for staff 4), the courier is asked, 1 transaction of 2 items and 4 for each order, 5 more from
    the wallet. Raises BookingNotFound, NotPermitted, WrongBookingState, RefundOpen, CourierRefused,
    CourierUnavailable, ChangedMeanwhile.
    """
    booking = _hers(booking_id, caller)
    if booking.direction is Direction.BACK or booking.state is not BookingState.BOOKED:
        rules.transition(BookingState.CANCELLED, Action.CALL_OFF)
    assert booking.number, booking.id
    ids = booking.order_ids
    track, *rest = read_together(
        [
            tracks.track_want(booking.courier, booking.number),
            *map(orders.order_want, ids),
            *map(manifests.manifest_want, ids),
        ]
    )
    if track is None or track.possessed_at:
        raise WrongBookingState("The courier has it already.")
    after = replace(booking, state=rules.transition(booking.state, Action.CALL_OFF), reason="called off")
    kept = _other_parcels(rest[len(ids) :], booking.id)
    carriers.of(booking.courier).call_off(booking.id, booking.number)
    with Transaction() as tx:
        models.move(tx, booking, after)
        tracking.forget(tx, track)
        for order, manifest in zip(rest[: len(ids)], rest[len(ids) :], strict=True):
            manifests.keep(tx, manifest.without(booking.id))
            _tell(tx, order, kept.get(order.id), booking, now)
        pay_back(tx, booking, now)
        return tx.result(after)


def _other_parcels(packed: list[Manifest], booking_id: str) -> dict[str, Booking]:
    """Of each order another parcel that is booked. 1 read, or none."""
    wants = {
        part.parcel_id: models.booking_want(part.parcel_id)
        for manifest in packed
        for part in manifest.without(booking_id).parts
    }
    found = read_together(list(wants.values())) if wants else []
    booked = [one for one in found if one and one.state is BookingState.BOOKED]
    return {order_id: one for one in reversed(booked) for order_id in one.order_ids}


def _tell(tx: Transaction, order: Order, other: Booking | None, booking: Booking, now: datetime) -> None:
    """Tell an order that one of its parcels doesn't come: 3 items at most."""
    courier = couriers.registry().couriers[booking.courier].zh
    number = booking.number or ""
    orders.tell_of_parcel(tx, order, status="cancelled", courier=courier, tracking_number=number, now=now)
    if other is None:
        orders.unship(tx, order, now=now)
        tx.delete(ParcelItem(pk=order.id, sk="parcel"))
        return
    name = couriers.registry().couriers[other.courier].zh
    parcel = Parcel(order.id, name, other.number or "", now, other.service)
    tx.put(parcels.parcel_item(parcel), condition=ParcelItem.pk.exists())


def fetch(booking_id: str, *, caller: str, since: datetime, until: datetime) -> Booking:
    """Have a courier fetch a parcel between two moments. 1 read (for staff 2), the courier is asked, 1
    transaction of 1 item.

    Raises BookingNotFound, NotPermitted, WrongBookingState, CourierRefused, CourierUnavailable,
    ChangedMeanwhile.
    """
    booking = _hers(booking_id, caller)
    if booking.state is not BookingState.BOOKED or booking.number is None:
        raise WrongBookingState
    courier = carriers.of(booking.courier)
    name = courier.fetch(booking.id, booking.number, since=since, until=until)
    after = replace(booking, pickup=Pickup(since, until, name))
    with Transaction() as tx:
        models.move(tx, booking, after)
        return tx.result(after)


def label(booking_id: str, *, caller: str) -> Label:
    """What is to be stuck on a parcel, for whoever sends it. 1 read, for staff 2.

    Raises BookingNotFound, NotPermitted, WrongBookingState.
    """
    booking = _hers(booking_id, caller)
    if booking.state is not BookingState.BOOKED or booking.number is None:
        raise WrongBookingState("Only a parcel that is booked has a label.")
    service = couriers.service_of(booking.service)
    courier = couriers.registry().couriers[booking.courier]
    return Label(
        courier=courier.zh,
        service=service.zh if service else booking.service,
        number=booking.number,
        sender=booking.sender,
        recipient=booking.recipient,
        goods=tuple(f"{one.title} ×{one.pieces}" for one in booking.contents),
        references=booking.order_ids,
        grams=booking.piece.grams,
        is_return=booking.direction is Direction.BACK,
    )


def origin(store_id: str, *, caller: str) -> Contact:
    """Where a store sends from. 2 reads. Raises StoreNotFound, NotPermitted, OriginUnknown."""
    stores.permitted(store_id, person=caller, scope=Scope.ORDERS_SHIP)
    (found,) = read_together([models.origin_want(store_id)])
    if found is None:
        raise OriginUnknown
    kept: Contact = found
    return kept


def set_origin(store_id: str, sender: Contact, *, caller: str) -> Contact:
    """Tell where a store sends from. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted, BadRegion, BadPhone.
    """
    stores.permitted(store_id, person=caller, scope=Scope.ORDERS_SHIP)
    known = checked(sender, field="sender")
    with Transaction() as tx:
        models.keep_origin(tx, store_id, known)
        return tx.result(known)
