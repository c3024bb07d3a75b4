"""Offers as the conversations table keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.conversations.offers.rules import Offer, OfferState, Thresholds
from chalicelib.conversations.rules import Side
from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table

_DUE = "offer"


class Due(GlobalSecondaryIndex["OfferItem"]):
    """Offers by when they expire. Sparse: only what waits for an answer is in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class OfferItem(Item):
    """An offer. Key: its conversation, `offer#` and its id."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    buyer_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    listing_id = UnicodeAttribute()
    variant_id = UnicodeAttribute()
    title = UnicodeAttribute()
    quantity = NumberAttribute()
    price = NumberAttribute()
    currency = UnicodeAttribute()
    side = UnicodeAttribute()
    round = NumberAttribute()
    state = UnicodeAttribute()
    created_at = UTCDateTimeAttribute()
    ends_at = UTCDateTimeAttribute()
    reserved_until = UTCDateTimeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def offer(self) -> Offer:
        """What the business knows of it."""
        return Offer(
            id=self.sk.removeprefix(_OFFER),
            conversation_id=self.pk,
            store_id=self.store_id,
            buyer_id=self.buyer_id,
            listing_id=self.listing_id,
            variant_id=self.variant_id,
            title=self.title,
            quantity=int(self.quantity),
            price=Money(int(self.price), self.currency),
            by=Side(self.side),
            round=int(self.round),
            state=OfferState(self.state),
            created_at=self.created_at,
            expires_at=self.ends_at,
            reserved_until=self.reserved_until,
        )


class LatestItem(Item):
    """The latest offer for a variant. Key: its conversation, `latest#`, listing and variant."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    offer_id = UnicodeAttribute()


class ThresholdsItem(Item):
    """What a merchant decided about offers for a listing. Key: the listing, `thresholds`."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    accept_from = NumberAttribute(null=True)
    decline_below = NumberAttribute(null=True)

    def thresholds(self) -> Thresholds:
        """What the business knows of it."""
        accept, decline = self.accept_from, self.decline_below
        return Thresholds(None if accept is None else int(accept), None if decline is None else int(decline))


_OFFER = "offer#"


def offer_item(offer: Offer) -> OfferItem:
    """A new offer as it is stored, in the clock's hands while it waits."""
    waits = offer.state is OfferState.PENDING
    return OfferItem(
        pk=offer.conversation_id,
        sk=_OFFER + offer.id,
        buyer_id=offer.buyer_id,
        store_id=offer.store_id,
        listing_id=offer.listing_id,
        variant_id=offer.variant_id,
        title=offer.title,
        quantity=offer.quantity,
        price=offer.price.amount,
        currency=offer.price.currency,
        side=offer.by.value,
        round=offer.round,
        state=offer.state.value,
        created_at=offer.created_at,
        ends_at=offer.expires_at,
        reserved_until=offer.reserved_until,
        due_shard=due.shard(_DUE, offer.id) if waits else None,
        due_at=clock.stamp(offer.expires_at) if waits else None,
    )


def offer_key(offer: Offer) -> OfferItem:
    """The item to update, known by its key alone."""
    return OfferItem(pk=offer.conversation_id, sk=_OFFER + offer.id)


def offer_want(conversation_id: str, offer_id: str) -> Want[Offer]:
    """An offer to be read."""
    return Want(OfferItem, conversation_id, _OFFER + offer_id, OfferItem.offer)


def leaving(after: Offer) -> list[Update]:
    """The change by which an offer waits no more."""
    item = OfferItem
    until = after.reserved_until
    return [
        item.state.set(after.state.value),
        item.reserved_until.set(until) if until else item.reserved_until.remove(),
        item.due_shard.remove(),
        item.due_at.remove(),
    ]


def waiting() -> Condition:
    """That an offer still waits for its answer."""
    waits: Condition = OfferItem.state == OfferState.PENDING.value
    return waits


def latest_want(conversation_id: str, listing_id: str, variant_id: str) -> Want[str]:
    """The id of the latest offer for a variant, to be read."""
    return Want(LatestItem, conversation_id, _latest(listing_id, variant_id), lambda item: str(item.offer_id))


def _latest(listing_id: str, variant_id: str) -> str:
    return f"latest#{listing_id}#{variant_id}"


def becoming_latest(offer: Offer, before: Offer | None) -> tuple[LatestItem, list[Update], Condition]:
    """The change by which an offer is the latest for its variant, if the one before it still is."""
    key = LatestItem(pk=offer.conversation_id, sk=_latest(offer.listing_id, offer.variant_id))
    first: Condition = LatestItem.pk.does_not_exist()
    condition = LatestItem.offer_id == before.id if before else first
    return key, [LatestItem.offer_id.set(offer.id)], condition


def thresholds_want(listing_id: str) -> Want[Thresholds]:
    """What a merchant decided about a listing's offers, to be read."""
    return Want(ThresholdsItem, listing_id, "thresholds", ThresholdsItem.thresholds)


def thresholds_key(listing_id: str) -> ThresholdsItem:
    """The item to update, known by its key alone."""
    return ThresholdsItem(pk=listing_id, sk="thresholds")


def deciding(thresholds: Thresholds) -> list[Update]:
    """The change of what a merchant decided."""
    item = ThresholdsItem
    decided = ((item.accept_from, thresholds.accept_from), (item.decline_below, thresholds.decline_below))
    return [attribute.remove() if value is None else attribute.set(value) for attribute, value in decided]


def due_wants(now: datetime, *, limit: int) -> Iterator[list[Want[Offer]]]:
    """Which offers have expired, the longest first, a shard at a time. A query for each of 4 shards."""
    for keys in due.by_shard(OfferItem.due, OfferItem.due_at, _DUE, now, limit=limit):
        yield [Want(OfferItem, key.pk, key.sk, OfferItem.offer) for key in keys]
