"""Profiles, records, clients and calendars in the partners table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from pynamodb.attributes import (
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.update import Action as Update

from chalicelib.foundation import clock, due, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.partners.models import TABLE, ByDue, ByShelf, BySide
from chalicelib.partners.profiles.rules import Package, Piece, Profile, Record, Trade
from chalicelib.partners.ranking.rules import standing

RECORD = "record"


class ProfileItem(Item):
    """A partner. Key: her id, `profile`."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    person_id = UnicodeAttribute()
    name = UnicodeAttribute()
    headline = UnicodeAttribute()
    about = UnicodeAttribute(null=True)
    trades = JSONAttribute()
    region = UnicodeAttribute(null=True)
    currency = UnicodeAttribute()
    packages = JSONAttribute()
    portfolio = JSONAttribute()
    since = UTCDateTimeAttribute()
    version = NumberAttribute()

    def profile(self) -> Profile:
        """What the business knows of it."""
        return Profile(
            id=self.pk,
            person_id=self.person_id,
            name=self.name,
            headline=self.headline,
            about=self.about or "",
            trades=tuple(Trade(one) for one in self.trades),
            region=self.region or "",
            currency=self.currency,
            packages=tuple(_package(row, self.currency) for row in self.packages),
            portfolio=tuple(Piece(**row) for row in self.portfolio),
            since=self.since,
            version=int(self.version),
        )


def _package(row: dict[str, Any], currency: str) -> Package:
    return Package(**{**row, "trade": Trade(row["trade"]), "price": Money(row["price"], currency)})


def _package_row(one: Package) -> dict[str, Any]:
    return {**asdict(one), "trade": one.trade.value, "price": one.price.amount}


def profile_item(profile: Profile) -> ProfileItem:
    """A partner as she is stored."""
    return ProfileItem(
        pk=profile.id,
        sk="profile",
        person_id=profile.person_id,
        name=profile.name,
        headline=profile.headline,
        about=profile.about or None,
        trades=[one.value for one in profile.trades],
        region=profile.region or None,
        currency=profile.currency,
        packages=[_package_row(one) for one in profile.packages],
        portfolio=[asdict(one) for one in profile.portfolio],
        since=profile.since,
        version=profile.version,
    )


def profile_key(partner_id_: str) -> ProfileItem:
    """The item to delete, known by its key alone."""
    return ProfileItem(pk=partner_id_, sk="profile")


def partner_id(person_id: str) -> str:
    """The id of the one profile that a person has."""
    return ids.derived("prt", person_id)


def profile_want(partner_id_: str) -> Want[Profile]:
    """A partner to be read."""
    return Want(ProfileItem, partner_id_, "profile", ProfileItem.profile)


class TradeItem(Item):
    """That a partner does a kind of work, where those who look for it find her, the best first.

    Key: her id, `trade#` and the trade.
    """

    class Meta(Item.Meta):
        table_name = table(TABLE)

    shelf = UnicodeAttribute()
    side = UnicodeAttribute(null=True)
    placed = UnicodeAttribute()

    by_shelf = ByShelf()
    by_side = BySide()


def shelf(trade: Trade, province: str = "") -> str:
    """Where the partners of a trade stand, of all China or of a province."""
    return f"trade#{trade}#{province}" if province else f"trade#{trade}"


def trade_item(profile: Profile, trade: Trade, record: Record) -> TradeItem:
    """Where a partner is found, as it is stored."""
    return TradeItem(
        pk=profile.id,
        sk=f"trade#{trade}",
        shelf=shelf(trade),
        side=shelf(trade, profile.province) if profile.province else None,
        placed=f"{standing(record):05}#{profile.id}",
    )


def trade_key(partner_id_: str, trade: Trade) -> TradeItem:
    """The item to delete, known by its key alone."""
    return TradeItem(pk=partner_id_, sk=f"trade#{trade}")


class RecordItem(Item):
    """What is counted of a partner. Key: her id, `record`. Due while her place doesn't tell of it yet."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    merchants = NumberAttribute(null=True)
    repeats = NumberAttribute(null=True)
    delivered = NumberAttribute(null=True)
    on_time = NumberAttribute(null=True)
    decided = NumberAttribute(null=True)
    accepted = NumberAttribute(null=True)
    stars = NumberAttribute(null=True)
    reviews = NumberAttribute(null=True)
    changes = NumberAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = ByDue()

    def record(self) -> Record:
        """What the business knows of it."""
        return Record(*(int(getattr(self, one.name) or 0) for one in fields(Record)))


def record_want(partner_id_: str) -> Want[Record]:
    """What is counted of a partner; None: nothing yet."""
    return Want(RecordItem, partner_id_, RECORD, RecordItem.record)


def counted_want(partner_id_: str) -> Want[tuple[Record, int]]:
    """What is counted of a partner, and how often it changed."""
    return Want(RecordItem, partner_id_, RECORD, lambda item: (item.record(), int(item.changes or 0)))


def record_key(partner_id_: str) -> RecordItem:
    """The item to update, known by its key alone."""
    return RecordItem(pk=partner_id_, sk=RECORD)


def counting(partner_id_: str, change: Record, at: datetime) -> list[Update]:
    """The change that adds to what is counted, and has her place told of it."""
    item = RecordItem
    added = [
        getattr(item, one.name).add(amount) for one in fields(Record) if (amount := getattr(change, one.name))
    ]
    return [
        *added,
        item.changes.add(1),
        item.due_shard.set(due.shard(RECORD, partner_id_)),
        item.due_at.set(item.due_at | clock.stamp(at)),
    ]


class CalendarItem(Item):
    """On which days a partner is busy. Key: her id, `calendar`."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    busy = JSONAttribute()


def calendar_item(partner_id_: str, busy: Iterable[date]) -> CalendarItem:
    """A calendar as it is stored."""
    return CalendarItem(pk=partner_id_, sk="calendar", busy=sorted(day.isoformat() for day in busy))


def calendar_key(partner_id_: str) -> CalendarItem:
    """The item to delete, known by its key alone."""
    return CalendarItem(pk=partner_id_, sk="calendar")


def calendar_want(partner_id_: str) -> Want[frozenset[date]]:
    """On which days a partner is busy; None: she never said."""
    return Want(
        CalendarItem,
        partner_id_,
        "calendar",
        lambda item: frozenset(date.fromisoformat(day) for day in item.busy),
    )


class ClientItem(Item):
    """That a merchant has paid a partner for something. Key: the partner's id, `client#` and the merchant."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    contract_id = UnicodeAttribute()
    """The latest one that she paid for."""


def client_key(partner_id_: str, merchant_id: str) -> ClientItem:
    """The item to update, known by its key alone."""
    return ClientItem(pk=partner_id_, sk=f"client#{merchant_id}")


def client_want(partner_id_: str, merchant_id: str) -> Want[str]:
    """The latest contract for which a merchant paid a partner."""
    return Want(ClientItem, partner_id_, f"client#{merchant_id}", lambda item: item.contract_id)
