"""What couriers tell of parcels, what follows from it, and who may see it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError

from chalicelib.foundation import vault
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import get, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.service import Order
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.couriers.rules import (
    HOME,
    Consignment,
    Courier,
    Piece,
    Place,
    Service,
    why_not,
)
from chalicelib.shipping.errors import (
    BadCourierSignature,
    MalformedNews,
    NotTracked,
    ServiceUnfit,
    TrackingNumberTaken,
    UnknownCourier,
    UnknownService,
)
from chalicelib.shipping.manifests import models as manifests
from chalicelib.shipping.manifests.rules import Manifest
from chalicelib.shipping.records import service as records
from chalicelib.shipping.records.rules import Lane
from chalicelib.shipping.tracking import models, rules
from chalicelib.shipping.tracking.models import TrackItem
from chalicelib.shipping.tracking.rules import News, Status, Track, Tracking
from chalicelib.shipping.tracking.schemas import CourierNews

SECRET = "courier"  # noqa: S105 - its name
SIGNATURE = "x-courier-signature"
TIMESTAMP = "x-courier-timestamp"

SWEEP_LIMIT = 25
"""The most parcels of one shard that one sweep gives up."""

_TRIES = 4
"""How often news is noted anew when other news of the same parcel came between."""


class _HeardBefore(DomainError):
    """This was told before."""


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a merchant sends a parcel from, and with which service."""

    service: str
    origin: str
    """A county's code."""


def begin(tx: Transaction, order: Order, journey: Journey, *, number: str, now: datetime) -> Track:
    """Follow a parcel from now on, in shipping's transaction: 1 item.

    Raises UnknownService, ServiceUnfit; on commit TrackingNumberTaken.
    """
    if (service := couriers.service_of(journey.service)) is None:
        raise UnknownService(field="service")
    to = order.destination
    place = Place(to.country, to.region, to.rural)
    wanted = Consignment(Place(HOME, journey.origin), place, [Piece(1, 1, 1, 1)])
    if reason := why_not(service, wanted):
        raise ServiceUnfit(f"{service.en} can't take this parcel there: {reason}.", field="service")
    store_id = order.seller.store_id
    return follow(
        tx, service, wanted, orders=frozenset({order.id}), store_id=store_id, number=number, now=now
    )


def follow(
    tx: Transaction,
    service: Service,
    wanted: Consignment,
    *,
    orders: frozenset[str],
    store_id: str,
    number: str,
    booking_id: str | None = None,
    now: datetime,
) -> Track:
    """Follow a parcel of some orders from now on: 1 item. On commit raises TrackingNumberTaken.

    Of a parcel without orders, a return, nobody is told but who asks.
    """
    track = Track(
        courier=service.courier,
        number=number,
        lane=Lane(service.id, wanted.origin, wanted.destination),
        orders=orders,
        shipped_at=now,
        promised_days=service.card.zones[couriers.zone(wanted)].days,
        booking_id=booking_id,
    )
    actions, free = models.joining(track, store_id)
    key = models.track_key(track.courier, number)
    tx.update(key, actions, condition=free, otherwise=TrackingNumberTaken(field="tracking_number"))
    return track


def forget(tx: Transaction, track: Track) -> None:
    """Follow a parcel no more, which its courier never had: 1 item. On commit raises ChangedMeanwhile."""
    tx.delete(models.track_key(track.courier, track.number), condition=TrackItem.version == track.version)


def receive(courier_code: str, headers: Mapping[str, str], body: bytes, *, now: datetime) -> None:
    """Take what a courier tells of a parcel. 2 reads, 1 transaction.

    It is noted with its mark, the parcel's state, 4 items of its service's record where that changes, and
    for each order in the parcel an event, and a later time to confirm once it is delivered.
    Raises UnknownCourier, BadCourierSignature, MalformedNews, NotTracked, ChangedMeanwhile.
    """
    if (courier := couriers.registry().couriers.get(courier_code)) is None:
        raise UnknownCourier(field="courier_code")
    _check_signature(courier_code, headers, body, now)
    number, news = _read(courier, body, now)
    for attempt in range(_TRIES):
        try:
            return _note(courier, number, news, now)
        except _HeardBefore:
            return None
        except ChangedMeanwhile:
            if attempt == _TRIES - 1:
                raise
    return None


def give_up_silent(now: datetime) -> int:
    """Take parcels for lost of which nothing was heard for 30 days; answers how many.

    4 queries, and for each parcel what a notice costs. One that fails is left for the next sweep.
    """
    return sum(_give_up(courier, number, now) for courier, number in models.silent(now, limit=SWEEP_LIMIT))


def _give_up(courier: str, number: str, now: datetime) -> bool:
    news = News(f"silence-{now.date().isoformat()}", Status.EXPIRED, "silence", now, "")
    try:
        _note(couriers.registry().couriers[courier], number, news, now)
        return True
    except DomainError:
        log.exception("a silent parcel couldn't be given up", extra={"courier": courier})
        return False


def _check_signature(courier: str, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Signed by this courier, and not long ago. 1 read of the secret in five minutes."""
    given = {name.lower(): value for name, value in headers.items()}
    stamp = given.get(TIMESTAMP, "")
    wanted = signature(body, stamp, key_of(courier, vault.secret(SECRET)))
    if not hmac.compare_digest(given.get(SIGNATURE, "").encode(), wanted.encode()):
        raise BadCourierSignature(field=SIGNATURE)
    if not stamp.isascii() or not stamp.isdecimal() or len(stamp) > 12:
        raise BadCourierSignature(field=TIMESTAMP)
    if abs(now - datetime.fromtimestamp(int(stamp), UTC)) > rules.WINDOW:
        raise BadCourierSignature(field=TIMESTAMP)


def key_of(courier: str, secret: str) -> str:
    """A courier's own key, made of the stage's secret: it can't sign for another one."""
    return hmac.new(secret.encode(), courier.encode(), hashlib.sha256).hexdigest()


def signature(body: bytes, timestamp: str, key: str) -> str:
    """The HMAC-SHA256 of the timestamp (seconds since 1970), a dot and the body, in hexadecimal digits."""
    return hmac.new(key.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _read(courier: Courier, body: bytes, now: datetime) -> tuple[str, News]:
    try:
        told = CourierNews.model_validate_json(body)
    except ValidationError:
        raise MalformedNews from None
    if (status := courier.statuses.get(told.code)) is None:
        raise MalformedNews(f"{courier.en} has no code “{told.code}”.", field="code")
    if told.at > now + rules.WINDOW:
        raise MalformedNews("It hasn't happened yet.", field="at")
    at = told.at.astimezone(UTC)
    news = News(told.news_id, Status(status), told.code, at, told.place, told.proof(at))
    return told.tracking_number, news


def _note(courier: Courier, number: str, news: News, now: datetime) -> None:
    found: TrackItem | None = get(TrackItem, models.track_key(courier.code, number).pk, "track")
    if found is None:
        raise NotTracked(field="tracking_number")
    before = found.track()
    if before.news >= rules.MOST_NEWS:
        return
    after = rules.heard(before, news)
    concerned, packed = _concerned(before, after, news)
    with Transaction() as tx:
        tx.put(models.news_item(before, news), otherwise=_HeardBefore)
        actions, same = models.moving(before, after)
        tx.update(models.track_key(courier.code, number), actions, condition=same)
        change = rules.counted_anew(before, after, zone=settings().time_zone)
        records.note(tx, after.lane, change, parcel=number)
        for order in concerned:
            orders.tell_of_parcel(
                tx, order, status=news.status, courier=courier.zh, tracking_number=number, now=now
            )
            if news.status is Status.DELIVERED:
                _note_delivery(tx, after, order, packed.get(order.id), at=news.at)
            elif news.status in rules.WONT_COME:
                orders.note_trouble(tx, order, at=now)


def _note_delivery(
    tx: Transaction, track: Track, order: Order, manifest: Manifest | None, *, at: datetime
) -> None:
    """The time to confirm runs once all parcels of the order have come."""
    if manifest is None or track.booking_id is None:
        return orders.note_delivery(tx, order, at=at)
    come = manifest.delivered(track.booking_id)
    manifests.keep(tx, come)
    ordered = {line.id: line.quantity for line in order.lines}
    return orders.note_delivery(tx, order, at=at) if come.has_come(ordered) else None


def _concerned(before: Track, after: Track, news: News) -> tuple[list[Order], dict[str, Manifest]]:
    """The orders whose buyers hear of it: of what is new and matters; and, of what was booked, which parcels
    they are in. 1 read, or none."""
    is_new = after.status is not before.status and after.status is news.status
    if not (is_new and news.status in rules.TOLD and after.orders):
        return [], {}
    ids = sorted(after.orders)
    booked = ids if after.booking_id else []
    found = read_together([*map(orders.order_want, ids), *map(manifests.manifest_want, booked)])
    packed = {one.order_id: one for one in found[len(ids) :] if one}
    return [order for order in found[: len(ids)] if order], packed


def tracking(name: str, number: str, *, service_id: str | None) -> Tracking:
    """What is known of a parcel, and all that was told of it. 1 query, or none where nobody tells."""
    if service_id is None:
        return Tracking(name, number, None, ())
    courier = service_id.partition(".")[0]
    return Tracking(name, number, *models.all_of(courier, number))
