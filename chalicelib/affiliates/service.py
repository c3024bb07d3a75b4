"""What merchants, promoters and buyers do with the affiliate programme, and what orders asks of it.

A visit over a promoter's link is a signed text that the browser keeps and a checkout names. Orders asks
what the store pays in the read that it makes anyway (`read_with`), freezes the commission with the order,
and tells in its own transactions what becomes of it (`promise`, `note`). Sums are counted by a queue.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from pynamodb.exceptions import UpdateError

from chalicelib.affiliates import models, rules, visits
from chalicelib.affiliates.errors import (
    CommissionNotFound,
    NotTakenBack,
    OwnPromotion,
    ProgrammeClosed,
    PromoterLinkNotFound,
)
from chalicelib.affiliates.events import CommissionMoved
from chalicelib.affiliates.models import CommissionItem, LinkItem, ProgrammeItem, SumItem
from chalicelib.affiliates.rules import Commission, CommissionState, DaySum, Link, Programme, Visit
from chalicelib.foundation import aws, ids, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.categories import service as categories
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.errors import ListingNotFound
from chalicelib.payments import service as payments
from chalicelib.payments.commissions import service as wallets
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

__all__ = ["Commission", "CommissionState", "Link", "Offered", "Programme", "Visit"]

COOKIE = "referral"
"""Where a browser keeps the visit that it names at a checkout."""

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_CODE_LENGTH = 9


# ---- What a store pays -------------------------------------------------------------------------------------


def programme_of(store_id: str) -> Programme:
    """What a published store pays to promoters. 1 read of 2 items. Raises StoreNotFound, StorePaused."""
    store, programme = read_together([stores.store_want(store_id), models.programme_want(store_id)])
    stores.published(store)
    return programme or Programme(store_id, False, 0, {})


def set_programme(
    store_id: str, *, person: str, running: str, basis_points: int, own_rates: Mapping[str, int]
) -> Programme:
    """Say as a store's founder what it pays from now on. 1 read of 2 items, 1 transaction of 1 item.

    What was ordered before keeps its rate. Raises StoreNotFound, NotPermitted, UnknownCategory.
    """
    store, staff = read_together(stores.wants(store_id, person))
    stores.role_in(store, staff, person)
    if store.owner_id != person:
        raise NotPermitted
    for slug in own_rates:
        if not categories.line_of(slug):
            raise UnknownCategory(field="categories")
    programme = Programme(store_id, running == "open", basis_points, own_rates)
    with Transaction() as tx:
        item = models.programme_item(programme)
        tx.put(item, condition=ProgrammeItem.pk.exists() | ProgrammeItem.pk.does_not_exist())
        return tx.result(programme)


# ---- Links -------------------------------------------------------------------------------------------------


def make_link(person: str, *, store_id: str, listing_id: str | None, label: str, now: datetime) -> Link:
    """Make a link to a store, or to goods of it, for oneself. 1 read of 4 items, 1 transaction of 1 item.

    Raises StoreNotFound, StorePaused, ProgrammeClosed, OwnPromotion, ListingNotFound.
    """
    goods = [listings.listing_want(listing_id)] if listing_id else []
    store, staff, programme, *found = read_together(
        [*stores.wants(store_id, person), models.programme_want(store_id), *goods]
    )
    store = stores.published(store)
    if store.owner_id == person or staff:
        raise OwnPromotion
    if programme is None or not programme.open:
        raise ProgrammeClosed
    if listing_id and (listings.on_sale(found[0]) is None or found[0].store_id != store_id):
        raise ListingNotFound(field="listing_id")
    link = Link(
        id=ids.new("afl"),
        code="".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH)),
        promoter_id=person,
        store_id=store_id,
        slug=store.slug,
        listing_id=listing_id,
        label=label,
        visits=0,
        created_at=now,
    )
    with Transaction() as tx:
        tx.put(models.link_item(link), otherwise=ChangedMeanwhile)
        return tx.result(link)


def links_of(person: str, *, limit: int, cursor: str | None) -> Page[Link]:
    """One's links, the newest first. 1 query of an index, 1 read. Raises BadCursor."""
    own = LinkItem.of_promoter
    keys = paging.query(own, person, LinkItem.id.startswith(models.LINK), limit=limit, cursor=cursor)
    wants = [models.link_want(key.pk.removeprefix("link#")) for key in keys.items]
    found = read_together(wants) if wants else []
    return Page([one for one in found if one is not None], keys.cursor)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a link leads, and the visit as the browser keeps it."""

    link: Link
    referral: str


def follow(code: str, *, now: datetime) -> Arrival:
    """Count a visit over a link, and learn where it leads. 1 write. Raises PromoterLinkNotFound."""
    item = models.link_key(code)
    try:
        item.update([LinkItem.visits.add(1)], condition=LinkItem.pk.exists())
    except UpdateError as error:
        if not aws.condition_failed(error):
            raise
        raise PromoterLinkNotFound from None
    link = item.link()
    return Arrival(link, visits.signed(Visit(code, link.promoter_id, link.store_id, now)))


def window() -> timedelta:
    """For how long a visit counts."""
    return timedelta(days=settings().affiliate_days)


def cookie(referral: str, *, lasts: timedelta) -> str:
    """How a browser is told to keep a visit. The client's scripts read it, so it isn't hidden from them."""
    kept = int(lasts.total_seconds())
    return f"{COOKIE}={referral}; Path=/; Max-Age={kept}; Secure; SameSite=Lax"


def cookie_of_address(referral: str, *, now: datetime) -> str | None:
    """The cookie for whoever opens a page whose address names a visit, such as one from another browser.

    For as long as the visit still counts; None where it doesn't. No read (the secret is kept).
    """
    visit = visit_of(referral, now=now)
    return cookie(referral, lasts=visit.at + window() - now) if visit else None


def poster(code: str, *, url: str) -> bytes:
    """The QR code of a promoter's link, as PNG. 1 read. Raises PromoterLinkNotFound."""
    (link,) = read_together([models.link_want(code)])
    if link is None:
        raise PromoterLinkNotFound
    return stores.qr_code(url)


# ---- What orders asks and tells ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offered:
    """A visit that counts, and what its store pays now."""

    visit: Visit
    programme: Programme

    def commission(self, lines: Sequence[tuple[Money, str]]) -> Money:
        """The promoter's part of an order: what each line costs, and its category."""
        parts = [
            (amount, self.programme.rate(categories.category_line(category))) for amount, category in lines
        ]
        return rules.commission(parts, lines[0][0].currency)


def visit_of(referral: str | None, *, now: datetime) -> Visit | None:
    """The visit that a checkout names, if we signed it and it still counts. No read (the secret is kept).

    What doesn't count is passed over: the sale isn't refused for it.
    """
    visit = visits.read(referral) if referral else None
    return visit if visit and rules.counts(visit, now=now, window=window()) else None


def read_with(visit: Visit | None, wants: Sequence[Want[Any]]) -> tuple[list[Any], Offered | None]:
    """Read what a checkout wants; of a visit that counts 3 items more in the same round trip.

    A link that is there no more brings nothing: whoever made it has gone, and couldn't spend it.
    """
    if visit is None:
        return read_together(wants), None
    staff = stores.wants(visit.store_id, visit.promoter_id)[1]
    *found, programme, link, works_there = read_together(
        [*wants, models.programme_want(visit.store_id), models.link_want(visit.code), staff]
    )
    pays = programme is not None and programme.open and link is not None and works_there is None
    return found, Offered(visit, programme) if pays else None


def promise(tx: Transaction, one: Commission) -> None:
    """Note in the order's transaction that it was placed: 1 item and 1 event."""
    tx.put(models.commission_item(one))
    tx.emit(_moved(one, one.placed_at))


def note(tx: Transaction, one: Commission, *, at: datetime) -> None:
    """Note in the order's transaction what refunds left, or that it was paid: 1 item and 1 event.

    Only whoever moves the order calls it, so nobody else is in the way.
    """
    tx.update(
        models.commission_key(one.order_id),
        [CommissionItem.state.set(one.state.value), CommissionItem.kept.set(one.kept.amount)],
        condition=CommissionItem.pk.exists(),
    )
    tx.emit(_moved(one, at))


def _moved(one: Commission, at: datetime) -> CommissionMoved:
    return CommissionMoved(
        at=at,
        order_id=one.order_id,
        promoter_id=one.promoter_id,
        store_name=one.store_name,
        state=one.state.value,
        amount=one.kept.amount,
        currency=one.amount.currency,
    )


# ---- What came of it ---------------------------------------------------------------------------------------


def count(order_id: str) -> None:
    """Bring the sums to what a commission is now. 1 read, 1 transaction of 3 items, or none if they have it.

    Raises ChangedMeanwhile when two messages meet: one of them comes again.
    """
    (found,) = read_together([models.counted_want(order_id)])
    if found is None:
        return
    one, before = found
    after = one.figures
    if after == before:
        return
    actions, unchanged = models.counting(before, after)
    with Transaction() as tx:
        tx.update(models.commission_key(order_id), actions, condition=unchanged)
        for item in models.sums_of(one):
            tx.update(item, models.adding(one, after - before))


def commissions_of(person: str, *, limit: int, cursor: str | None) -> Page[Commission]:
    """One's commissions, the newest first. 1 query of an index, 1 read. Raises BadCursor."""
    own = CommissionItem.of_promoter
    begins = CommissionItem.id.startswith(models.COMMISSION)
    keys = paging.query(own, person, begins, limit=limit, cursor=cursor)
    wants = [models.commission_want(key.pk) for key in keys.items]
    return Page(read_together(wants) if wants else [], keys.cursor)


def earnings_of(person: str, *, currency: str, limit: int, cursor: str | None) -> Page[DaySum]:
    """What one's links brought, by the day of the orders, the latest first. 1 query.

    Raises UnknownCurrency, BadCursor.
    """
    payments.refuse_unknown(currency)
    found = paging.query(SumItem, models.earned(person, currency), limit=limit, cursor=cursor)
    return found.map(SumItem.sum)


def spend_of(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[DaySum]:
    """What promoters cost a store, by day and promoter, the latest first. 1 read, 1 query.

    Raises StoreNotFound, NotPermitted, BadCursor.
    """
    stores.permitted(store_id, person=person, scope=Scope.ADS_EDIT)
    return paging.query(SumItem, f"spent#{store_id}", limit=limit, cursor=cursor).map(SumItem.sum)


def take_back(order_id: str, *, reason: str, now: datetime) -> Commission:
    """Take a commission back as an operator that shouldn't have been paid. 1 read, 1 transaction of 7 items.

    It goes from the promoter's wallet to the merchant's, as far as there is something; what is short is noted
    and owed, and nobody else pays it. Raises CommissionNotFound, NotTakenBack, InsufficientFunds.
    """
    one: Commission | None
    (one,) = read_together([models.commission_want(order_id)])
    if one is None:
        raise CommissionNotFound
    if one.state is not CommissionState.PAID:
        raise NotTakenBack
    wallet = payments.show_wallet(one.promoter_id, one.amount.currency)
    taken, short = rules.taking_back(one.kept, available=wallet.available)
    after = replace(
        one, state=CommissionState.TAKEN_BACK, kept=one.kept - taken, shortfall=short, because=reason
    )
    with Transaction() as tx:
        tx.update(
            models.commission_key(order_id),
            [
                CommissionItem.state.set(after.state.value),
                CommissionItem.kept.set(after.kept.amount),
                CommissionItem.shortfall.set(short.amount),
                CommissionItem.because.set(reason),
            ],
            condition=CommissionItem.state == CommissionState.PAID.value,
            otherwise=NotTakenBack,
        )
        wallets.take_back(
            tx, order_id, promoter=one.promoter_id, merchant=one.merchant_id, amount=taken, at=now
        )
        tx.emit(_moved(after, now))
        return tx.result(after)
