"""The listings table.

A listing is two items under one partition key: `listing`, small and hot (what a card shows and what a
sale changes), and `details`, large and seldom read. A checkout touches the small one only, once however
many of its variants it sells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pynamodb.attributes import (
    ListAttribute,
    MapAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.listings.ladders.rules import Ladder, Rung
from chalicelib.listings.lots.rules import PIECES, Lot
from chalicelib.listings.rules import Details, Listing, Photo, Sale, State, Variant


class ByStore(GlobalSecondaryIndex["ListingItem"]):
    """All of a store's listings, by age."""

    class Meta:
        index_name = "by_store"
        projection = AllProjection()

    store_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class OnShelf(GlobalSecondaryIndex["ListingItem"]):
    """A store's active listings, by age. Sparse: others have no `shelf`."""

    class Meta:
        index_name = "on_shelf"
        projection = AllProjection()

    shelf = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class ListingItem(Item):
    """A listing's card and stock. Key: the listing's id, `listing`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    shelf = UnicodeAttribute(null=True)
    title = UnicodeAttribute()
    category = UnicodeAttribute()
    state = UnicodeAttribute()
    currency = UnicodeAttribute()
    cover: MapAttribute[str, Any] = MapAttribute(null=True)
    variants: MapAttribute[str, Any] = MapAttribute()
    created_at = UTCDateTimeAttribute()
    lot: MapAttribute[str, Any] = MapAttribute(null=True)

    by_store = ByStore()
    on_shelf = OnShelf()

    def listing(self) -> Listing:
        """What the business knows of it."""
        return Listing(
            id=self.id,
            store_id=self.store_id,
            owner_id=self.owner_id,
            title=self.title,
            category=self.category,
            state=State(self.state),
            cover=Photo(**_plain(self.cover)) if self.cover else None,
            variants=tuple(
                _variant(variant_id, row, self.currency)
                for variant_id, row in sorted(_plain(self.variants).items())
            ),
            created_at=self.created_at,
            lot=_lot(_plain(self.lot)) if self.lot else PIECES,
        )


class DetailsItem(Item):
    """What only the listing's page shows. Key: the listing's id, `details`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    description = UnicodeAttribute()
    attributes: MapAttribute[str, Any] = MapAttribute()
    photos: ListAttribute[Any] = ListAttribute()

    def details(self) -> Details:
        """What the business knows of it."""
        return Details(
            description=self.description,
            attributes=_plain(self.attributes),
            photos=tuple(Photo(**row) for row in _plain(self.photos)),
        )


def item_of(listing: Listing) -> ListingItem:
    """A listing as it is stored."""
    return ListingItem(
        pk=listing.id,
        sk="listing",
        id=listing.id,
        store_id=listing.store_id,
        owner_id=listing.owner_id,
        shelf=listing.store_id if listing.state is State.ACTIVE else None,
        title=listing.title,
        category=listing.category,
        state=listing.state.value,
        currency=listing.variants[0].price.currency,
        cover=photo_row(listing.cover) if listing.cover else None,
        variants={variant.id: variant_row(variant) for variant in listing.variants},
        created_at=listing.created_at,
    )


def details_of(listing_id: str, details: Details) -> DetailsItem:
    """A listing's details as they are stored."""
    return DetailsItem(
        pk=listing_id,
        sk="details",
        description=details.description,
        attributes=dict(details.attributes),
        photos=[photo_row(photo) for photo in details.photos],
    )


def variant_row(variant: Variant) -> dict[str, Any]:
    """A variant as it is stored in its listing."""
    row: dict[str, Any] = {
        "sku": variant.sku,
        "title": variant.title,
        "price": variant.price.amount,
        "stock": variant.stock,
    }
    if variant.sale:
        row["sale"] = sale_row(variant.sale)
    if variant.ladder:
        row["ladder"] = ladder_row(variant.ladder)
    return row


def ladder_row(ladder: Ladder) -> list[list[int]]:
    """A ladder as it is stored in its variant: the least quantity and the price of each rung."""
    return [[rung.least, rung.price.amount] for rung in ladder]


def sale_row(sale: Sale) -> dict[str, Any]:
    """A sale as it is stored in its variant."""
    return {
        "price": sale.price.amount,
        "from": clock.stamp(sale.starts_at),
        "until": clock.stamp(sale.ends_at),
    }


def _sale(row: Mapping[str, Any], currency: str) -> Sale:
    return Sale(Money(int(row["price"]), currency), clock.moment(row["from"]), clock.moment(row["until"]))


def _lot_row(lot: Lot) -> dict[str, int]:
    return {"least": lot.least, "case": lot.case}


def _lot(row: Mapping[str, Any]) -> Lot:
    return Lot(int(row["least"]), int(row["case"]))


def lot_of(listing: Listing) -> Condition:
    """That goods are sold by the lot that was read."""
    same: Condition = (
        ListingItem.lot.does_not_exist()
        if listing.lot == PIECES
        else ListingItem.lot == _lot_row(listing.lot)
    )
    return same


def selling_by(before: Listing, after: Listing) -> tuple[list[Action], Condition]:
    """The change of a listing's lot, and that it is still as it was read."""
    lot = ListingItem.lot
    change = lot.remove() if after.lot == PIECES else lot.set(_lot_row(after.lot))
    return [change], ListingItem.pk.exists() & lot_of(before)


def photo_row(photo: Photo) -> dict[str, Any]:
    """A photo as it is stored."""
    return {"id": photo.id, "key": photo.key, "width": photo.width, "height": photo.height}


def _variant(variant_id: str, row: Mapping[str, Any], currency: str) -> Variant:
    return Variant(
        variant_id,
        row["sku"],
        row["title"],
        Money(int(row["price"]), currency),
        int(row["stock"]),
        _sale(row["sale"], currency) if "sale" in row else None,
        tuple(Rung(int(least), Money(int(price), currency)) for least, price in row.get("ladder", ())),
    )


def _plain(value: Any) -> Any:
    """PynamoDB's attribute containers as plain Python values."""
    if isinstance(value, MapAttribute):
        return {name: _plain(part) for name, part in value.as_dict().items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value


def key_of(listing_id: str) -> ListingItem:
    """The item to update, known by its key alone."""
    return ListingItem(pk=listing_id, sk="listing")


def listing_want(listing_id: str) -> Want[Listing]:
    """A listing to be read together with other things."""
    return Want(ListingItem, listing_id, "listing", ListingItem.listing)


def details_want(listing_id: str) -> Want[Details]:
    """A listing's details to be read together with it."""
    return Want(DetailsItem, listing_id, "details", DetailsItem.details)


def exists_details(old: Details, new: Details) -> Condition:
    """That the details are there already; and that their photos are as they were read, if they change."""
    if old.photos == new.photos:
        return DetailsItem.pk.exists()
    unchanged: Condition = DetailsItem.photos == [photo_row(photo) for photo in old.photos]
    return unchanged


def moving(after: Listing) -> list[Action]:
    """The change to another state: only what is active is on the shelf."""
    active = after.state is State.ACTIVE
    return [
        ListingItem.state.set(after.state.value),
        ListingItem.shelf.set(after.store_id) if active else ListingItem.shelf.remove(),
    ]


def changing(before: Listing, after: Listing) -> tuple[list[Action], Condition]:
    """The change of what a merchant edits, and what must still be as she saw it. Stock isn't touched."""
    actions: list[Action] = [
        ListingItem.title.set(after.title),
        ListingItem.category.set(after.category),
        ListingItem.cover.set(photo_row(after.cover)) if after.cover else ListingItem.cover.remove(),
    ]
    condition = ListingItem.pk.exists()
    old = {variant.id: variant for variant in before.variants}
    for variant in after.variants:
        path = ListingItem.variants[variant.id]
        if (was := old.get(variant.id)) is None:
            actions.append(path.set(variant_row(variant)))
            condition &= path.does_not_exist()
        elif (was.title, was.price) != (variant.title, variant.price):
            actions += [path["title"].set(variant.title), path["price"].set(variant.price.amount)]
            condition &= path["price"] == was.price.amount
            if was.price != variant.price:
                condition &= _laddered(was)
    return actions, condition


def reducing(before: Listing, after: Listing) -> tuple[list[Action], Condition]:
    """The change of a listing's sale, and that its prices and its sale are still as they were read."""
    actions: list[Action] = []
    condition = ListingItem.pk.exists()
    for was, now in zip(before.variants, after.variants, strict=True):
        if was.sale != now.sale:
            path = ListingItem.variants[was.id]["sale"]
            actions.append(path.set(sale_row(now.sale)) if now.sale else path.remove())
            condition &= _priced(was)
    return actions, condition


def _priced(variant: Variant) -> Condition:
    """That a variant's regular price, its sale and its ladder are as they were read."""
    path = ListingItem.variants[variant.id]
    sale = path["sale"]
    same: Condition = path["price"] == variant.price.amount
    same &= sale == sale_row(variant.sale) if variant.sale else sale.does_not_exist()
    same &= _laddered(variant)
    return same


def _laddered(variant: Variant) -> Condition:
    """That a variant's ladder is as it was read."""
    path = ListingItem.variants[variant.id]["ladder"]
    same: Condition = path == ladder_row(variant.ladder) if variant.ladder else path.does_not_exist()
    return same


def laddering(before: Listing, after: Listing) -> tuple[list[Action], Condition]:
    """The change of a listing's ladders, and that its prices and its ladders are still as they were read."""
    actions: list[Action] = []
    condition = ListingItem.pk.exists()
    for was, now in zip(before.variants, after.variants, strict=True):
        if was.ladder != now.ladder:
            path = ListingItem.variants[was.id]
            actions.append(
                path["ladder"].set(ladder_row(now.ladder)) if now.ladder else path["ladder"].remove()
            )
            condition &= (path["price"] == was.price.amount) & _laddered(was)
    return actions, condition


def taking(quantities: Mapping[str, int], seen: Iterable[Variant]) -> tuple[list[Action], Condition]:
    """The change that takes stock of variants, and what must hold: on sale, enough left, prices as seen."""
    actions: list[Action] = []
    condition = ListingItem.state == State.ACTIVE.value
    for variant_id, quantity in quantities.items():
        stock = ListingItem.variants[variant_id]["stock"]
        actions.append(stock.set(stock - quantity))
        condition &= stock >= quantity
    for variant in seen:
        condition &= _priced(variant)
    return actions, condition


def returning(quantities: Mapping[str, int]) -> list[Action]:
    """The change that puts stock of variants back."""
    return [
        (stock := ListingItem.variants[variant_id]["stock"]).set(stock + quantity)
        for variant_id, quantity in quantities.items()
    ]
