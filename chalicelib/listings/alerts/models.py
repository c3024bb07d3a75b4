"""How stock is watched, as the listings table keeps it, beside the listing that sales change."""

from __future__ import annotations

from collections.abc import Iterable

from pynamodb.attributes import JSONAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.listings.alerts.rules import Level, Watch
from chalicelib.listings.models import ListingItem
from chalicelib.listings.rules import Listing


class WatchItem(Item):
    """How a listing is watched. Key: the listing's id, `watch`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    threshold = NumberAttribute(null=True)
    levels = JSONAttribute()
    version = NumberAttribute()

    def watch(self) -> Watch:
        """What the business knows of it."""
        return Watch(
            threshold=None if self.threshold is None else int(self.threshold),
            levels={variant_id: Level(level) for variant_id, level in self.levels.items()},
            version=int(self.version),
        )


class StoreWatchItem(Item):
    """From how few pieces on a store's goods are low. Key: the store's id, `watch`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    threshold = NumberAttribute()


def watch_want(listing_id: str) -> Want[Watch]:
    """How a listing is watched; None: as nothing was ever said or noted of it."""
    return Want(WatchItem, listing_id, "watch", WatchItem.watch)


def watch_item(listing_id: str, watch: Watch) -> WatchItem:
    """How a listing is watched from now on, as it is stored."""
    return WatchItem(
        pk=listing_id,
        sk="watch",
        threshold=watch.threshold,
        levels={one: level.value for one, level in watch.levels.items() if level is not Level.ENOUGH},
        version=watch.version + 1,
    )


def as_seen(watch: Watch) -> Condition:
    """That nobody has noted anything since."""
    return WatchItem.version == watch.version if watch.version else WatchItem.pk.does_not_exist()


def stock_as_seen(listing: Listing, variant_ids: Iterable[str]) -> Condition:
    """That the stock of some variants is what it was when the listing was read."""
    condition = ListingItem.pk.exists()
    for one in variant_ids:
        condition &= ListingItem.variants[one]["stock"] == listing.variant(one).stock
    return condition


def store_watch_want(store_id: str) -> Want[int]:
    """A store's own threshold."""
    return Want(StoreWatchItem, store_id, "watch", _threshold)


def store_watch_key(store_id: str) -> StoreWatchItem:
    """The item to update, known by its key alone."""
    return StoreWatchItem(pk=store_id, sk="watch")


def setting(threshold: int) -> list[Action]:
    """The change that puts a store's threshold in place of whichever there was."""
    return [StoreWatchItem.threshold.set(threshold)]


def _threshold(item: StoreWatchItem) -> int:
    return int(item.threshold)
