"""What partners say of themselves, and how merchants find them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pynamodb.expressions.condition import Condition

from chalicelib.accounts import service as accounts
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners import models as shelves
from chalicelib.partners.errors import BeyondCalendar, PackageNotFound, PartnerNotFound
from chalicelib.partners.profiles import models, rules
from chalicelib.partners.profiles.models import ClientItem, ProfileItem, RecordItem, TradeItem
from chalicelib.partners.profiles.rules import Package, Piece, Profile, Record, Trade
from chalicelib.partners.ranking import rules as ranking
from chalicelib.partners.ranking.rules import Wanted
from chalicelib.payments import service as payments
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind

__all__ = ["Profile", "Record"]

CANDIDATES = 50
"""How many partners a search looks at: the best of the trade."""

SWEEP_LIMIT = 25


@dataclass(frozen=True, slots=True)
class Shown:
    """A partner as she is shown, with what was measured of her."""

    profile: Profile
    record: Record


@dataclass(frozen=True, slots=True)
class Self:
    """What a partner says of herself."""

    name: str
    headline: str
    about: str
    trades: tuple[Trade, ...]
    region: str
    currency: str


def introduce(person_id: str, said: Self, *, now: datetime) -> Shown:
    """Make oneself a partner, or say something else of oneself. 1 read, 1 transaction of 7 items at most.

    Packages keep their currency. Raises BadRegion, UnknownCurrency, OtherTrade, ChangedMeanwhile.
    """
    if said.region:
        accounts.county(said.region)
    payments.refuse_unknown(said.currency)
    partner_id = models.partner_id(person_id)
    before, record = read_together([models.profile_want(partner_id), models.record_want(partner_id)])
    after = Profile(
        id=partner_id,
        person_id=person_id,
        name=said.name,
        headline=said.headline,
        about=said.about,
        trades=said.trades,
        region=said.region,
        currency=before.currency if before and before.packages else said.currency,
        packages=before.packages if before else (),
        portfolio=before.portfolio if before else (),
        since=before.since if before else now,
        version=before.version + 1 if before else 1,
    )
    rules.refuse_lost_trades(after.trades, after.packages)
    with Transaction() as tx:
        tx.put(models.profile_item(after), condition=_still(before))
        _shelve(tx, before, after, record or Record())
        return tx.result(Shown(after, record or Record()))


def _still(before: Profile | None) -> Condition:
    """That nobody changed a profile since it was read."""
    if before is None:
        new: Condition = ProfileItem.pk.does_not_exist()
        return new
    same: Condition = ProfileItem.version == before.version
    return same


def _shelve(tx: Transaction, before: Profile | None, after: Profile, record: Record) -> None:
    for trade in after.trades:
        anyway = TradeItem.pk.exists() | TradeItem.pk.does_not_exist()
        tx.put(models.trade_item(after, trade, record), condition=anyway)
    for trade in set(before.trades if before else ()) - set(after.trades):
        tx.delete(models.trade_key(after.id, trade))


def own(person_id: str) -> Shown:
    """One's own profile. 1 read. Raises PartnerNotFound."""
    return show(models.partner_id(person_id))


def show(partner_id: str) -> Shown:
    """A partner. 1 read. Raises PartnerNotFound."""
    profile, record = read_together([models.profile_want(partner_id), models.record_want(partner_id)])
    if profile is None:
        raise PartnerNotFound
    return Shown(profile, record or Record())


@dataclass(frozen=True, slots=True)
class Terms:
    """A package as it is wished to be; `price` is in minor units of the partner's currency."""

    title: str
    description: str
    trade: Trade
    price: int
    days: int
    revisions: int
    offered: bool = True

    def package(self, package_id: str, currency: str) -> Package:
        """The package that it makes."""
        return Package(
            package_id,
            self.title,
            self.description,
            self.trade,
            Money(self.price, currency),
            self.days,
            self.revisions,
            self.offered,
        )


def add_package(person_id: str, terms: Terms) -> Shown:
    """Offer a package more. 1 read, 1 transaction of 1 item.

    Raises PartnerNotFound, TooManyPackages, OtherTrade, ChangedMeanwhile.
    """
    shown = own(person_id)
    profile = shown.profile
    package = terms.package(rules.next_package_id(profile.packages), profile.currency)
    return _changed(shown, packages=rules.with_package(profile, package))


def change_package(person_id: str, package_id: str, terms: Terms) -> Shown:
    """Change a package, or offer it no more; what was agreed stays. 1 read, 1 transaction of 1 item.

    Raises PartnerNotFound, PackageNotFound, OtherTrade, ChangedMeanwhile.
    """
    shown = own(person_id)
    if package_id not in {one.id for one in shown.profile.packages}:
        raise PackageNotFound
    package = terms.package(package_id, shown.profile.currency)
    return _changed(shown, packages=rules.with_package(shown.profile, package))


def show_work(person_id: str, pieces: Sequence[tuple[str, str]]) -> Shown:
    """Show these photos as what one has made, each with a caption.

    3 reads at most, 1 transaction of 1 item, and 1 for each photo that comes or goes.

    Raises PartnerNotFound, PhotoNotReady, ChangedMeanwhile.
    """
    shown = own(person_id)
    known = {one.id: one for one in shown.profile.portfolio}
    new = [photo_id for photo_id, _ in pieces if photo_id not in known]
    found = photos.portfolio_photos(new, owner=person_id) if new else []
    known |= {one.id: Piece(one.id, one.key, one.width, one.height) for one in found}
    portfolio = tuple(replace(known[photo_id], caption=caption) for photo_id, caption in pieces)
    return _changed(shown, portfolio=portfolio)


def _changed(shown: Shown, **changes: Any) -> Shown:
    before = shown.profile
    after = replace(before, **changes, version=before.version + 1)
    with Transaction() as tx:
        tx.put(models.profile_item(after), condition=_still(before))
        if after.portfolio != before.portfolio:
            work = [one.id for one in after.portfolio]
            was = [one.id for one in before.portfolio]
            uses.note(tx, Use(UseKind.PORTFOLIO, after.id), shown=work, before=was)
        return tx.result(Shown(after, shown.record))


def set_calendar(person_id: str, days: Sequence[date], *, now: datetime) -> frozenset[date]:
    """Say on which days one is busy. 1 read, 1 transaction of 1 item.

    Raises PartnerNotFound, BeyondCalendar.
    """
    profile = own(person_id).profile
    busy = rules.busy_days(days, today=now.date())
    with Transaction() as tx:
        known = models.CalendarItem.pk.exists() | models.CalendarItem.pk.does_not_exist()
        tx.put(models.calendar_item(profile.id, busy), condition=known)
    return busy


def calendar(partner_id: str, *, start: date | None, days: int, now: datetime) -> list[tuple[date, bool]]:
    """Some days of a partner's, each with whether she is free. 1 read.

    Raises PartnerNotFound, BeyondCalendar.
    """
    profile, busy = read_together([models.profile_want(partner_id), models.calendar_want(partner_id)])
    if profile is None:
        raise PartnerNotFound
    first = start or now.date()
    if abs(first - now.date()) > rules.CALENDAR:
        raise BeyondCalendar(field="start")
    return rules.free_days(busy or frozenset(), start=first, days=days)


def find(wanted: Wanted, *, limit: int) -> list[Shown]:
    """The partners who fit best. 1 query of an index, with a region 2, and 1 read, however many there are.

    The best by their record of the trade are looked at, and with a region the best of its province too;
    which of them come first, `ranking.rules` says.
    """
    province = models.shelf(wanted.trade, wanted.region[:2])
    near = _best(TradeItem.by_side, province) if wanted.region else []
    best = _best(TradeItem.by_shelf, models.shelf(wanted.trade))
    partner_ids = list(dict.fromkeys([*near[: CANDIDATES // 2], *best]))[:CANDIDATES]
    return [Shown(*one) for one in ranking.ranked(_read(partner_ids), wanted)[:limit]]


def _best(index: Any, partition: str) -> list[str]:
    return [item.pk for item in index.query(partition, limit=CANDIDATES, scan_index_forward=False)]


def _read(partner_ids: Sequence[str]) -> list[tuple[Profile, Record]]:
    if not partner_ids:
        return []
    rows = read_together(
        [want for one in partner_ids for want in (models.profile_want(one), models.record_want(one))],
        consistent=False,
    )
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return [(profile, record or Record()) for profile, record in pairs if profile]


def count(tx: Transaction, partner_id: str, change: Record, *, at: datetime) -> None:
    """Count something of a partner's work: 1 item, or none where nothing changes."""
    if change != Record():
        tx.update(models.record_key(partner_id), models.counting(partner_id, change, at))


def note_client(
    tx: Transaction, partner_id: str, merchant_id: str, before: str | None, contract_id: str
) -> None:
    """Note which contract a merchant paid a partner for last; `before` is what was read: 1 item.

    On commit raises ChangedMeanwhile.
    """
    contract = ClientItem.contract_id
    same = contract.does_not_exist() if before is None else contract == before
    tx.update(models.client_key(partner_id, merchant_id), [contract.set(contract_id)], condition=same)


def rank_due(now: datetime) -> int:
    """Put partners whose record has changed in their place; answers how many.

    A query for each of 4 shards; for each partner 1 read and 1 transaction of 7 items at most. A record that
    changes at this very moment is due again.
    """
    return sum(
        _rank(key.pk)
        for keys in shelves.due_keys(RecordItem, models.RECORD, now, limit=SWEEP_LIMIT)
        for key in keys
    )


def _rank(partner_id: str) -> bool:
    profile, counted = read_together([models.profile_want(partner_id), models.counted_want(partner_id)])
    record, changes = counted
    try:
        with Transaction() as tx:
            done = [RecordItem.due_shard.remove(), RecordItem.due_at.remove()]
            tx.update(models.record_key(partner_id), done, condition=RecordItem.changes == changes)
            if profile:
                _shelve(tx, profile, profile, record)
        return True
    except DomainError:
        log.exception("a partner couldn't be put in her place", extra={"partner_id": partner_id})
        return False
