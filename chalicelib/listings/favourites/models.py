"""Favourites, in the listings table: what a person marked, who marked a listing, and how many of each.

Both lists have the same fact under another key, so that each is read by its key; a transaction keeps them
and both numbers the same. A listing's number is one item: goods that all mark at one instant wait for each
other there, which is some hundred marks a second.
"""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.listings.favourites.rules import MOST, Fan, Favourite

MARKED, FAN, COUNT = "at#", "per_", "count"


class FavouriteItem(Item):
    """Goods that somebody marked. Key: `favourites#` and her id; `at#`, when, and the listing."""

    class Meta(Item.Meta):
        table_name = table("listings")

    listing_id = UnicodeAttribute()
    title = UnicodeAttribute()
    price = NumberAttribute()
    currency = UnicodeAttribute()
    at = UTCDateTimeAttribute()

    def favourite(self) -> Favourite:
        """What the business knows of it."""
        return Favourite(self.listing_id, self.title, Money(int(self.price), self.currency), self.at)


class FanItem(Item):
    """Who marked goods. Key: `fans#` and the listing, her id. All but the last two is as in her own list."""

    class Meta(Item.Meta):
        table_name = table("listings")

    title = UnicodeAttribute()
    price = NumberAttribute()
    currency = UnicodeAttribute()
    at = UTCDateTimeAttribute()
    known = NumberAttribute()
    told_on = UnicodeAttribute(null=True)

    def favourite(self) -> Favourite:
        """What she marked."""
        listing_id = self.pk.partition("#")[2]
        return Favourite(listing_id, self.title, Money(int(self.price), self.currency), self.at)

    def fan(self) -> Fan:
        """Who she is."""
        return Fan(self.sk, int(self.known), self.told_on)


class CountItem(Item):
    """How many favourites somebody has, or how many marked goods. Key: as the list, `count`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    number = NumberAttribute()

    def how_many(self) -> int:
        """The number."""
        return int(self.number)


def favourites_key(person: str) -> str:
    """Under which key somebody's favourites are."""
    return f"favourites#{person}"


def fans_key(listing_id: str) -> str:
    """Under which key those are who marked goods."""
    return f"fans#{listing_id}"


def favourite_item(person: str, favourite: Favourite) -> FavouriteItem:
    """A favourite as it is stored."""
    item = favourite_key(person, favourite)
    item.listing_id = favourite.listing_id
    item.title = favourite.title
    item.price = favourite.price.amount
    item.currency = favourite.price.currency
    item.at = favourite.at
    return item


def favourite_key(person: str, favourite: Favourite) -> FavouriteItem:
    """The item to delete, known by its key alone."""
    place = f"{MARKED}{clock.stamp(favourite.at)}#{favourite.listing_id}"
    return FavouriteItem(pk=favourites_key(person), sk=place)


def fan_item(person: str, favourite: Favourite) -> FanItem:
    """Who marked goods, as it is stored."""
    return FanItem(
        pk=fans_key(favourite.listing_id),
        sk=person,
        title=favourite.title,
        price=favourite.price.amount,
        currency=favourite.price.currency,
        at=favourite.at,
        known=favourite.price.amount,
    )


def fan_key(listing_id: str, person: str) -> FanItem:
    """The item to delete, known by its key alone."""
    return FanItem(pk=fans_key(listing_id), sk=person)


def fan_want(listing_id: str, person: str) -> Want[Favourite]:
    """Goods as somebody marked them, to be read."""
    return Want(FanItem, fans_key(listing_id), person, FanItem.favourite)


def count_want(listing_id: str) -> Want[int]:
    """How many marked goods, to be read."""
    return Want(CountItem, fans_key(listing_id), COUNT, CountItem.how_many)


def counting(key: str, change: int) -> tuple[CountItem, list[Action]]:
    """The change of a number."""
    return CountItem(pk=key, sk=COUNT), [CountItem.number.add(change)]


def room() -> Condition:
    """That a person has room for one more."""
    free: Condition = CountItem.number.does_not_exist() | (CountItem.number < MOST)
    return free


def telling(listing_id: str, fan: Fan, price: int, *, on: str) -> tuple[FanItem, list[Action], Condition]:
    """The change by which somebody is told of a price on a day, if she knows what was read."""
    actions: list[Action] = [FanItem.known.set(price), FanItem.told_on.set(on)]
    same: Condition = FanItem.known == fan.known
    return fan_key(listing_id, fan.person_id), actions, same
