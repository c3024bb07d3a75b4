"""What can be done with goods.

Cost: each use case says its reads and writes. A checkout's part is one update for each listing sold,
however many of its variants.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import clock, ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models, rules, stock
from chalicelib.listings.categories import service as categories
from chalicelib.listings.errors import ListingNotFound, VariantNotFound
from chalicelib.listings.events import GoodsChanged, PriceLowered
from chalicelib.listings.ladders.rules import refuse_below
from chalicelib.listings.lots.rules import PIECES
from chalicelib.listings.models import ListingItem
from chalicelib.listings.rules import Action, Details, Listing, Photo, State, Variant, Wanted
from chalicelib.listings.stock import Why
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope, Store

__all__ = [
    "Details",
    "Listing",
    "Photo",
    "Variant",
    "Wanted",
    "Why",
    "change_stock",
    "commission",
    "details_want",
    "listing_want",
    "return_stock",
    "take_stock",
]

listing_want = models.listing_want
details_want = models.details_want
take_stock = stock.take
change_stock = stock.change
return_stock = stock.give_back
commission = categories.commission


FIRST_VARIANT = "v01"


@dataclass(frozen=True, slots=True)
class Offered:
    """A variant that a merchant adds: its price in minor units of the store's currency."""

    sku: str
    title: str
    price: int
    stock: int


@dataclass(frozen=True, slots=True)
class Goods:
    """What a merchant says of new goods."""

    title: str
    description: str
    category: str
    attributes: Mapping[str, str]
    variants: Sequence[Offered]
    state: State


def list_goods(
    store_id: str,
    *,
    person: str,
    title: str,
    description: str,
    category: str,
    photo_ids: Sequence[str],
    attributes: Mapping[str, str],
    variants: Sequence[Offered],
    publish: bool,
    now: datetime,
) -> tuple[Listing, Details]:
    """Put goods into a store, as a draft or on sale at once.

    1 read, 1 transaction of 3 items, on sale 4, and 1 for each photo.

    Raises StoreNotFound, NotPermitted, PhotoNotReady, DuplicateSku, UnknownCategory, BadAttribute,
    AttributeMissing.
    """
    found, staff, *uploads = read_together(
        [*stores.wants(store_id, person), *map(photos.photo_want, photo_ids)]
    )
    store = stores.checked(found, staff, person=person, scope=Scope.GOODS_EDIT)
    said = Goods(title, description, category, attributes, variants, State.ACTIVE if publish else State.DRAFT)
    listing, details = new_goods(ids.new("lst"), said, uploads, store=store, person=person, now=now)
    with Transaction() as tx:
        put(tx, listing, details, by=person)
        show_photos(tx, listing.id, details)
        return tx.result((listing, details))


def new_goods(
    listing_id: str,
    said: Goods,
    uploads: Sequence[photos.Photo | None],
    *,
    store: Store,
    person: str,
    now: datetime,
) -> tuple[Listing, Details]:
    """New goods for a store that was read together with their photos. No read.

    Raises PhotoNotReady, DuplicateSku, UnknownCategory, BadAttribute, AttributeMissing.
    """
    rules.refuse_duplicate_skus([variant.sku for variant in said.variants])
    told = categories.checked(said.category, said.attributes, on_sale=said.state is State.ACTIVE)
    shown = tuple(
        _photo(upload, person=person, owner=store.owner_id, place=place)
        for place, upload in enumerate(uploads)
    )
    listing = Listing(
        id=listing_id,
        store_id=store.id,
        owner_id=store.owner_id,
        title=said.title,
        category=said.category,
        state=said.state,
        cover=shown[0] if shown else None,
        variants=_numbered(said.variants, store.currency, first=1),
        created_at=now,
    )
    return listing, Details(description=said.description, attributes=told, photos=shown)


def copied(listing_id: str, source: Listing, offered: Offered, *, store: Store, now: datetime) -> Listing:
    """Draft goods of a store that look as others do, with one variant of their own. No read."""
    return replace(
        source,
        id=listing_id,
        store_id=store.id,
        owner_id=store.owner_id,
        state=State.DRAFT,
        variants=_numbered([offered], store.currency, first=1),
        created_at=now,
        lot=PIECES,
    )


def put(tx: Transaction, listing: Listing, details: Details, *, by: str) -> None:
    """Store new goods: 2 items and 1 event, on sale 2."""
    tx.put(models.item_of(listing))
    tx.put(models.details_of(listing.id, details))
    stock.listed(tx, listing, [variant.id for variant in listing.variants], by=by, at=listing.created_at)
    tell(tx, listing, at=listing.created_at)


def show_photos(tx: Transaction, listing_id: str, details: Details, *, before: Details | None = None) -> None:
    """Keep the photos that goods show from being deleted: 1 item for each that is new or goes.

    1 read if one goes. Goods that are sold on show their supplier's photos, and don't keep them.
    """
    shown = [photo.id for photo in details.photos]
    was = [photo.id for photo in before.photos] if before else []
    uses.note(tx, Use(UseKind.LISTING, listing_id), shown=shown, before=was)


def tell(tx: Transaction, listing: Listing, *, at: datetime) -> None:
    """Tell of a change that a buyer may see: of a draft nobody need hear."""
    if listing.state is not State.DRAFT:
        tx.emit(GoodsChanged(listing_ids=(listing.id,), at=at))


def _numbered(variants: Sequence[Offered], currency: str, *, first: int) -> tuple[Variant, ...]:
    return tuple(
        Variant(f"v{number:02}", offered.sku, offered.title, Money(offered.price, currency), offered.stock)
        for number, offered in enumerate(variants, start=first)
    )


def _photo(upload: photos.Photo | None, *, person: str, owner: str, place: int) -> Photo:
    """What was uploaded, as a listing shows it; `place` is its place in the request. Raises PhotoNotReady."""
    photo = stores.usable_photo(upload, person=person, owner=owner, field=f"photos.{place}")
    return Photo(id=photo.id, key=photo.key, width=photo.width, height=photo.height)


def show(listing_id: str, *, caller: str | None) -> tuple[Listing, Details]:
    """A listing with its details: for anybody when it is on sale in an open store, else for its staff.

    2 reads. Raises ListingNotFound, StorePaused.
    """
    if caller is None:
        listing, details = in_store(listing_id)
        stores.open_to_all(listing.store_id)
        return listing, details
    listing, details = _read(listing_id)
    if listing.state is not State.ACTIVE:
        _permit(listing, caller, Scope.GOODS_READ)
    return listing, details


def page_wants(listing_id: str) -> tuple[Want[Listing], Want[Details]]:
    """What a listing's page shows of it, to be read together with other things."""
    return models.listing_want(listing_id), models.details_want(listing_id)


def in_store(listing_id: str) -> tuple[Listing, Details]:
    """A listing on sale, with its details, of a store that the caller has looked at. 1 read.

    Raises ListingNotFound.
    """
    return shown(*read_together(page_wants(listing_id)))


def shown(listing: Listing | None, details: Details) -> tuple[Listing, Details]:
    """A listing that was read with its details, if it is on sale. No read. Raises ListingNotFound."""
    if (listing := on_sale(listing)) is None:
        raise ListingNotFound
    return listing, details


def _read(listing_id: str) -> tuple[Listing, Details]:
    listing, details = read_together([models.listing_want(listing_id), models.details_want(listing_id)])
    if listing is None:
        raise ListingNotFound
    return listing, details


def _permit(listing: Listing, person: str, scope: Scope) -> None:
    stores.permit(person, scope, store_id=listing.store_id, owner=listing.owner_id, otherwise=ListingNotFound)


def permitted(listing: Listing | None, *, person: str, scope: Scope) -> Listing:
    """A listing that was read, with which a person may do something. For staff 1 read.

    Raises ListingNotFound, NotPermitted.
    """
    if listing is None:
        raise ListingNotFound
    _permit(listing, person, scope)
    return listing


def goods_of(store_id: str, *, limit: int, cursor: str | None) -> Page[Listing]:
    """The goods on sale of a store that is open. 1 read, 1 query. Raises StoreNotFound, StorePaused."""
    stores.open_to_all(store_id)
    return on_shelf(store_id, limit=limit, cursor=cursor)


def on_shelf(store_id: str, *, limit: int, cursor: str | None) -> Page[Listing]:
    """A store's goods on sale, the newest first. 1 query of an index."""
    found = paging.query(ListingItem.on_shelf, store_id, limit=limit, cursor=cursor)
    return found.map(ListingItem.listing)


def all_of(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Listing]:
    """All goods of a store in any state, the newest first. 1 read, 1 query.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.GOODS_READ)
    found = paging.query(ListingItem.by_store, store_id, limit=limit, cursor=cursor)
    return found.map(ListingItem.listing)


def goods_after(store_id: str, after: str, *, limit: int) -> list[tuple[Listing, Details]]:
    """A store's goods in any state with their details, the oldest first, from behind one on.

    1 query of an index, 1 read. At most 100.
    """
    found = ListingItem.by_store.query(store_id, ListingItem.id > after if after else None, limit=limit)
    some = [item.listing() for item in found]
    details = read_together([models.details_want(one.id) for one in some]) if some else []
    return [(one, told) for one, told in zip(some, details, strict=True) if told is not None]


def several(listing_ids: Sequence[str]) -> list[Listing]:
    """Those of some listings that are on sale, in the order asked. 1 read."""
    found = read_together([models.listing_want(listing_id) for listing_id in listing_ids])
    return [listing for listing in found if listing is not None and listing.state is State.ACTIVE]


def permitted_with_details(listing_id: str, *, person: str, scope: Scope) -> tuple[Listing, Details]:
    """A listing with its details, with which a person may do something. 1 read, for staff 2.

    Raises ListingNotFound, NotPermitted.
    """
    listing, details = _read(listing_id)
    _permit(listing, person, scope)
    return listing, details


@dataclass(frozen=True, slots=True)
class Change:
    """What to change of a listing; None leaves it."""

    title: str | None = None
    description: str | None = None
    category: str | None = None
    photo_ids: Sequence[str] | None = None
    attributes: Mapping[str, str] | None = None
    variants: Mapping[str, tuple[str | None, int | None]] | None = None
    """By variant id its new title and price in minor units."""
    new_variants: Sequence[Offered] = ()


def change(listing_id: str, *, person: str, wish: Change, now: datetime) -> tuple[Listing, Details]:
    """Change a listing. 3 reads at most, for staff 4, 1 transaction of 5 items at most, and 1 for each photo
    that comes or goes.

    The stock of variants that it has isn't touched.

    Raises ListingNotFound, NotPermitted, VariantNotFound, LadderBroken, DuplicateSku, PhotoNotReady,
    UnknownCategory, BadAttribute, AttributeMissing, ChangedMeanwhile.
    """
    before, old = permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    shown = old.photos if wish.photo_ids is None else _changed_photos(before, old, wish.photo_ids, person)
    after, details = changed(before, old, wish, shown)
    with Transaction() as tx:
        put_change(tx, before, after, (old, details), by=person, at=now)
        show_photos(tx, listing_id, details, before=old)
        return tx.result((after, details))


def changed(before: Listing, old: Details, wish: Change, shown: tuple[Photo, ...]) -> tuple[Listing, Details]:
    """Goods as they are wished to be. No read.

    Raises VariantNotFound, LadderBroken, DuplicateSku, UnknownCategory, BadAttribute, AttributeMissing.
    """
    added = _numbered(wish.new_variants, before.lowest_price.currency, first=len(before.variants) + 1)
    kept = _changed_variants(before, wish.variants or {})
    if len(kept) + len(added) > rules.MOST_VARIANTS:
        raise VariantNotFound(f"A listing has at most {rules.MOST_VARIANTS} variants.", field="new_variants")
    rules.refuse_duplicate_skus([variant.sku for variant in (*kept, *added)])
    after = replace(
        before,
        title=wish.title or before.title,
        category=wish.category or before.category,
        cover=shown[0] if shown else None,
        variants=(*kept, *added),
    )
    details = Details(
        description=old.description if wish.description is None else wish.description,
        attributes=_told(after, old, wish),
        photos=shown,
    )
    return after, details


def put_change(
    tx: Transaction, before: Listing, after: Listing, told: tuple[Details, Details], *, by: str, at: datetime
) -> None:
    """Store changed goods, with what was `told` of them before and is now: 2 items, 1 event, and 1 more
    each for new variants and for a lower price. On commit ChangedMeanwhile.
    """
    actions, condition = models.changing(before, after)
    tx.update(models.key_of(after.id), actions, condition=condition, otherwise=ChangedMeanwhile)
    tx.put(models.details_of(after.id, told[1]), condition=models.exists_details(*told))
    added = [one.id for one in after.variants[len(before.variants) :]]
    stock.listed(tx, after, added, by=by, at=at)
    tell(tx, after, at=at)
    price = after.lowest_price
    if after.state is State.ACTIVE and price.amount < before.lowest_price.amount:
        tx.emit(
            PriceLowered(at=at, listing_id=after.id, price=price.amount, currency=price.currency, begun_at=at)
        )


def _told(after: Listing, old: Details, wish: Change) -> Mapping[str, str]:
    """What was said before its category was so stays, until one says something of it anew."""
    if wish.category is None and wish.attributes is None:
        return old.attributes
    said = old.attributes if wish.attributes is None else wish.attributes
    return categories.checked(after.category, said, on_sale=after.state is State.ACTIVE)


def _changed_photos(
    listing: Listing, old: Details, photo_ids: Sequence[str], person: str
) -> tuple[Photo, ...]:
    """What the listing shows already may stay, whoever uploaded it. 1 read if there are others."""
    known = {photo.id for photo in old.photos}
    new = list(dict.fromkeys(photo_id for photo_id in photo_ids if photo_id not in known))
    uploads = read_together([photos.photo_want(photo_id) for photo_id in new]) if new else []
    return shown_photos(listing, old, photo_ids, dict(zip(new, uploads, strict=True)), person=person)


def shown_photos(
    listing: Listing,
    old: Details,
    photo_ids: Sequence[str],
    uploads: Mapping[str, photos.Photo | None],
    *,
    person: str,
) -> tuple[Photo, ...]:
    """The photos that changed goods show, those that are new to them from `uploads`. No read.

    Raises PhotoNotReady.
    """
    known = {photo.id: photo for photo in old.photos}
    for place, photo_id in enumerate(photo_ids):
        if photo_id not in known:
            upload = uploads.get(photo_id)
            known[photo_id] = _photo(upload, person=person, owner=listing.owner_id, place=place)
    return tuple(known[photo_id] for photo_id in photo_ids)


def _changed_variants(
    listing: Listing, wishes: Mapping[str, tuple[str | None, int | None]]
) -> tuple[Variant, ...]:
    for variant_id in wishes:
        listing.variant(variant_id)
    kept = tuple(
        replace(
            variant,
            title=variant.title if (title := wishes.get(variant.id, (None, None))[0]) is None else title,
            price=variant.price
            if (price := wishes.get(variant.id, (None, None))[1]) is None
            else Money(price, variant.price.currency),
        )
        for variant in listing.variants
    )
    for place, variant_id in enumerate(wishes):
        one = next(variant for variant in kept if variant.id == variant_id)
        refuse_below(one.ladder, single=one.price, field=f"variants.{place}.price")
    return kept


def act(listing_id: str, action: Action, *, person: str) -> tuple[Listing, Details]:
    """Publish or withdraw a listing. 1 read, for staff 2, 1 transaction of 2 items.

    Raises ListingNotFound, NotPermitted, NotAllowedNow, UnknownCategory, BadAttribute, AttributeMissing,
    ChangedMeanwhile.
    """
    before, details = permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    after = replace(before, state=rules.move(before.state, action))
    if after.state is State.ACTIVE:
        categories.checked(before.category, details.attributes, on_sale=True)
    with Transaction() as tx:
        tx.update(
            models.key_of(listing_id),
            models.moving(after),
            condition=ListingItem.state == before.state.value,
        )
        tell(tx, after, at=clock.now())
        return tx.result((after, details))


def on_sale(listing: Listing | None) -> Listing | None:
    """A listing that was read, if everybody may see it: to a stranger, a draft doesn't exist."""
    return listing if listing and listing.state is State.ACTIVE else None


def in_lots(listing: Listing, wanted: Sequence[Wanted], *, field: str) -> None:
    """Is all that is bought of a listing at once enough, in whole cases? Raises BelowMinimum, NotInCases."""
    rules.refuse_small(listing, wanted, field=field)


def sellable(listing: Listing, wanted: Sequence[Wanted], *, field: str, now: datetime) -> None:
    """Can these be bought now? Raises NotOnSale, VariantNotFound, PriceChanged, SoldOut."""
    rules.refuse_unsellable(listing, wanted, field=field, at=now)
