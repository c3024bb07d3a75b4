"""From what a file says of a listing to the listing as it is to be, or to what is wrong in which cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from pydantic import ValidationError

from chalicelib.foundation import ids
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money, minor_digits
from chalicelib.foundation.problems import Unfit
from chalicelib.listings import service as listings
from chalicelib.listings.bulk.errors import BadCell, CellMissing
from chalicelib.listings.bulk.rules import Draft, Fault, Import
from chalicelib.listings.bulk.schemas import ListingLine, VariantLine
from chalicelib.listings.errors import DuplicateSku, ListingNotFound, VariantNotFound
from chalicelib.listings.ladders.rules import refuse_below
from chalicelib.listings.rules import Details, Listing, State
from chalicelib.photos import service as photos
from chalicelib.stores.service import Store

MOST_PRICE = 10**10

_VARIANT = re.compile(r"(?:new_)?variants\.(\d+)(?:\.(\w+))?")
_COLUMNS = {"title": "variant_title", None: ""}


@dataclass(frozen=True, slots=True)
class Entry:
    """A listing of the file, understood: what it says, or what is wrong with it."""

    draft: Draft
    line: ListingLine | None
    listing_id: str
    faults: tuple[Fault, ...]

    @property
    def is_new(self) -> bool:
        """Does it ask for new goods?"""
        return self.line is not None and self.line.listing_id is None


@dataclass(frozen=True, slots=True)
class Known:
    """What was read for some listings of a file, together."""

    store: Store
    listings: Mapping[str, tuple[Listing | None, Details | None]]
    uploads: Mapping[str, photos.Photo | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """A listing as it is to be, and as it was if it was there."""

    before: Listing | None
    old: Details | None
    after: Listing
    details: Details

    @property
    def is_done(self) -> bool:
        """Is it so already, as most of a sheet that was exported, edited and imported?"""
        return (self.before, self.old) == (self.after, self.details)


def entry(draft: Draft, of: Import) -> Entry:
    """What a draft says. A new listing's id follows from the import and the row: it's made once.

    Goods are listed by their ids, so they stand in a store as they stand in the file.
    """
    moment = (of.started_at or of.created_at) + timedelta(milliseconds=draft.row)
    made = ids.derived_at("lst", moment, of.id, str(draft.row))
    if draft.faults:
        return Entry(draft, None, made, draft.faults)
    try:
        line = ListingLine.model_validate(draft.said)
    except ValidationError as error:
        faults = [fault_at(draft, one.field, "invalid", one.detail) for one in Unfit(error).faults]
        return Entry(draft, None, made, tuple(faults))
    return Entry(draft, line, line.listing_id or made, ())


def planned(one: Entry, of: Import, known: Known, *, now: datetime) -> Plan | list[Fault]:
    """The listing as the file wants it, or why it can't be."""
    if one.line is None:
        return list(one.faults)
    try:
        if one.line.listing_id is None:
            return _created(one.line, one.listing_id, of, known, now=now)
        return _changed(one, one.line, of, known)
    except DomainError as error:
        return [fault_at(one.draft, error.field or "", error.code, error.detail)]


def fault_at(draft: Draft, field: str, code: str, detail: str) -> Fault:
    """Where in the file a field is: its row, and the name of its column."""
    found = _VARIANT.fullmatch(field)
    if found and draft.variant_rows and int(found[1]) < len(draft.variant_rows):
        column = _COLUMNS.get(found[2], found[2])
        return Fault(draft.variant_rows[int(found[1])], column, code, detail)
    if draft.columns is None or field.startswith("attributes."):
        return Fault(draft.row, field.removesuffix(".[key]"), code, detail)
    name = field.partition(".")[0]
    return Fault(draft.row, "sku" if name in ("variants", "new_variants") else name, code, detail)


def _created(line: ListingLine, listing_id: str, of: Import, known: Known, *, now: datetime) -> Plan:
    for name in ("title", "category", "variants"):
        if not getattr(line, name):
            raise CellMissing(field=name)
    usual = State.ACTIVE if of.publish else State.DRAFT
    status = "active" if line.status == "sold_out" else line.status
    said = listings.Goods(
        title=line.title or "",
        description=line.description or "",
        category=line.category or "",
        attributes=line.attributes or {},
        variants=[_offered(one, place, known.store) for place, one in enumerate(line.variants)],
        state=State(status) if status else usual,
    )
    uploads = [known.uploads.get(photo_id) for photo_id in line.photos or ()]
    after, details = listings.new_goods(
        listing_id, said, uploads, store=known.store, person=of.person_id, now=now
    )
    return Plan(None, None, after, details)


def _changed(one: Entry, line: ListingLine, of: Import, known: Known) -> Plan:
    before, old = known.listings[one.listing_id]
    if before is None or old is None or before.store_id != of.store_id:
        raise ListingNotFound(field="listing_id")
    wishes, added = _variants(before, line.variants, known.store)
    wish = listings.Change(
        title=line.title,
        description=line.description,
        category=line.category,
        attributes=_attributes(old, line.attributes, one.draft.columns),
        variants=wishes,
        new_variants=added,
    )
    shown = old.photos
    if line.photos is not None:
        shown = listings.shown_photos(before, old, line.photos, known.uploads, person=of.person_id)
    after, details = listings.changed(before, old, wish, shown)
    return Plan(before, old, after, details)


def _attributes(
    old: Details, said: Mapping[str, str] | None, columns: frozenset[str] | None
) -> Mapping[str, str] | None:
    """Cells tell the attributes that have a column; the others stay."""
    if said is None or columns is None:
        return said
    return {name: value for name, value in old.attributes.items() if name not in columns} | dict(said)


def _variants(
    before: Listing, lines: Sequence[VariantLine], store: Store
) -> tuple[dict[str, tuple[str | None, int | None]], list[listings.Offered]]:
    """The changes by variant, known by its id or SKU, and what is new."""
    by_id = {one.id: one for one in before.variants}
    by_sku = {one.sku: one for one in before.variants}
    wishes: dict[str, tuple[str | None, int | None]] = {}
    added: list[listings.Offered] = []
    for place, line in enumerate(lines):
        there = by_id.get(line.variant_id or "") or (None if line.variant_id else by_sku.get(line.sku or ""))
        if there is None and line.variant_id:
            raise VariantNotFound(field=f"variants.{place}.variant_id")
        if there is None and line.sku in {one.sku for one in added}:
            raise DuplicateSku(field=f"variants.{place}.sku")
        if there is None:
            added.append(_offered(line, place, store))
            continue
        if line.sku not in (None, there.sku):
            raise BadCell("The SKU of a variant can't be changed.", field=f"variants.{place}.sku")
        if there.id in wishes:
            raise BadCell("This variant is there twice.", field=f"variants.{place}.variant_id")
        price = _price(line.price, place, store) if line.price else None
        if price is not None:
            single = Money(price, store.currency)
            refuse_below(there.ladder, single=single, field=f"variants.{place}.price")
        wishes[there.id] = line.title, price
    return wishes, added


def _offered(line: VariantLine, place: int, store: Store) -> listings.Offered:
    for name in ("sku", "price", "stock"):
        if getattr(line, name) is None:
            raise CellMissing(field=f"variants.{place}.{name}")
    price = _price(line.price or "", place, store)
    return listings.Offered(line.sku or "", line.title or "", price, line.stock or 0)


def _price(text: str, place: int, store: Store) -> int:
    """A price in minor units. Raises BadCell."""
    digits = minor_digits(store.currency)
    minor = Decimal(text).scaleb(digits)
    field = f"variants.{place}.price"
    if minor != minor.to_integral_value():
        raise BadCell(f"A price in {store.currency} has at most {digits} decimals.", field=field)
    if not 1 <= minor <= MOST_PRICE:
        raise BadCell("A price is more than nothing, and not that high.", field=field)
    return int(minor)
