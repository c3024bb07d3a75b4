"""The reviews table: reviews, the figures that they and the sales make, and which lines await a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due, ids
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.reviews.rules import Bought, FollowUp, Opinion, Photo, Reply, Review, Tally

STORE_SHARDS = 8
"""Over how many items a store's figures are spread, since all its sales meet there."""
_DUE = "fame"

REPORTED = "reported"
"""Where in the reported index the reviews are that an operator should look at."""


class _Shelf(GlobalSecondaryIndex["ReviewItem"]):
    """Reviews in which something is the same, by age. Sparse, and of keys alone: a text changes none."""


class OfListing(_Shelf):
    """A listing's reviews."""

    class Meta:
        index_name = "of_listing"
        projection = KeysOnlyProjection()

    in_listing = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class OfStars(_Shelf):
    """A listing's reviews with so many stars."""

    class Meta:
        index_name = "of_stars"
        projection = KeysOnlyProjection()

    in_stars = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class Pictured(_Shelf):
    """A listing's reviews with photos."""

    class Meta:
        index_name = "pictured"
        projection = KeysOnlyProjection()

    in_pictured = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class PicturedOfStars(_Shelf):
    """A listing's reviews with photos and so many stars."""

    class Meta:
        index_name = "pictured_of_stars"
        projection = KeysOnlyProjection()

    in_pictured_stars = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class AwaitingReply(_Shelf):
    """A store's reviews that have no reply."""

    class Meta:
        index_name = "awaiting_reply"
        projection = KeysOnlyProjection()

    awaiting = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class Reported(_Shelf):
    """Reviews that somebody reported and no operator has looked at."""

    class Meta:
        index_name = "reported"
        projection = KeysOnlyProjection()

    reported = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class ReviewItem(Item):
    """A review. Key: its id, `review`; the id follows from order and line, so there is one for each line."""

    class Meta(Item.Meta):
        table_name = table("reviews")

    bought = JSONAttribute()
    buyer_id = UnicodeAttribute()
    author = UnicodeAttribute()
    stars = NumberAttribute()
    text = UnicodeAttribute(null=True)
    photos = JSONAttribute()
    created_at = UTCDateTimeAttribute()
    revised_at = UTCDateTimeAttribute(null=True)
    follow_up = JSONAttribute(null=True)
    reply = JSONAttribute(null=True)
    hidden_because = UnicodeAttribute(null=True)
    reports = NumberAttribute(null=True)
    report_reasons = UnicodeSetAttribute(null=True)
    version = NumberAttribute(default=1)
    placed = UnicodeAttribute()
    in_listing = UnicodeAttribute(null=True)
    in_stars = UnicodeAttribute(null=True)
    in_pictured = UnicodeAttribute(null=True)
    in_pictured_stars = UnicodeAttribute(null=True)
    awaiting = UnicodeAttribute(null=True)
    reported = UnicodeAttribute(null=True)

    of_listing = OfListing()
    of_stars = OfStars()
    pictured = Pictured()
    pictured_of_stars = PicturedOfStars()
    awaiting_reply = AwaitingReply()
    reported_ones = Reported()

    def review(self) -> Review:
        """What the business knows of it."""
        return Review(
            id=self.pk,
            bought=Bought(**self.bought),
            buyer_id=self.buyer_id,
            author=self.author,
            opinion=Opinion(int(self.stars), self.text or "", _photos(self.photos)),
            created_at=self.created_at,
            revised_at=self.revised_at,
            follow_up=_follow_up(self.follow_up) if self.follow_up else None,
            reply=_reply(self.reply) if self.reply else None,
            hidden_because=self.hidden_because,
            reports=int(self.reports or 0),
            report_reasons=frozenset(self.report_reasons or ()),
            version=int(self.version),
        )


def _photos(rows: Sequence[dict[str, str]]) -> tuple[Photo, ...]:
    return tuple(Photo(**row) for row in rows)


def _follow_up(row: dict[str, Any]) -> FollowUp:
    return FollowUp(row["text"], _photos(row["photos"]), clock.moment(row["at"]))


def _follow_up_row(said: FollowUp) -> dict[str, Any]:
    return {"text": said.text, "photos": [asdict(one) for one in said.photos], "at": clock.stamp(said.at)}


def _reply(row: dict[str, Any]) -> Reply:
    edited = row["edited_at"]
    return Reply(row["text"], clock.moment(row["at"]), clock.moment(edited) if edited else None)


def _reply_row(reply: Reply) -> dict[str, Any]:
    edited = clock.stamp(reply.edited_at) if reply.edited_at else None
    return {"text": reply.text, "at": clock.stamp(reply.at), "edited_at": edited}


def _places(review: Review) -> dict[str, str | None]:
    """In which lists a review is: a hidden one is in none."""
    listing_id, stars = review.bought.listing_id, review.opinion.stars
    shown = review.hidden_because is None
    pictured = shown and bool(review.opinion.photos)
    return {
        "in_listing": listing_id if shown else None,
        "in_stars": f"{listing_id}#{stars}" if shown else None,
        "in_pictured": listing_id if pictured else None,
        "in_pictured_stars": f"{listing_id}#{stars}" if pictured else None,
        "awaiting": review.bought.store_id if shown and review.reply is None else None,
    }


def _said(review: Review) -> dict[str, Any]:
    """What of a review can change, as it is stored; None: it isn't there."""
    return {
        "stars": review.opinion.stars,
        "text": review.opinion.text or None,
        "photos": [asdict(photo) for photo in review.opinion.photos],
        "revised_at": review.revised_at,
        "follow_up": _follow_up_row(review.follow_up) if review.follow_up else None,
        "reply": _reply_row(review.reply) if review.reply else None,
        "hidden_because": review.hidden_because,
        **_places(review),
    }


def review_item(review: Review) -> ReviewItem:
    """A new review as it is stored."""
    return ReviewItem(
        pk=review.id,
        sk="review",
        bought=asdict(review.bought),
        buyer_id=review.buyer_id,
        author=review.author,
        created_at=review.created_at,
        placed=clock.stamp(review.created_at),
        **_said(review),
    )


def review_id(order_id: str, line_id: str) -> str:
    """The id of the review of a line."""
    return ids.derived("rev", order_id, line_id)


def review_key(review_id_: str) -> ReviewItem:
    """The item to update, known by its key alone."""
    return ReviewItem(pk=review_id_, sk="review")


def review_want(review_id_: str) -> Want[Review]:
    """A review to be read."""
    return Want(ReviewItem, review_id_, "review", ReviewItem.review)


def moving(before: Review, after: Review) -> list[Update]:
    """The change that makes a stored review the one `after`: what of it can change, and does."""
    old, new = _said(before), _said(after)
    changes = [
        getattr(ReviewItem, name).remove() if value is None else getattr(ReviewItem, name).set(value)
        for name, value in new.items()
        if value != old[name]
    ]
    return [*changes, ReviewItem.version.set(before.version + 1)]


def looked_at() -> list[Update]:
    """The change that settles what was reported of a review."""
    item = ReviewItem
    return [item.reports.remove(), item.report_reasons.remove(), item.reported.remove()]


def reporting(reason: str) -> tuple[list[Update], Condition]:
    """The change that notes a report, and that everybody sees the review."""
    item = ReviewItem
    reported = item.reported.set(REPORTED)
    return [item.reports.add(1), item.report_reasons.add({reason}), reported], item.in_listing.exists()


class ReportItem(Item):
    """That somebody reported a review. Key: the review's id, `report#` and her id."""

    class Meta(Item.Meta):
        table_name = table("reviews")

    reason = UnicodeAttribute()
    at = UTCDateTimeAttribute()


def report_item(review_id_: str, person_id: str, *, reason: str, at: datetime) -> ReportItem:
    """A report as it is stored."""
    return ReportItem(pk=review_id_, sk=f"report#{person_id}", reason=reason, at=at)


class Due(GlobalSecondaryIndex["RatingItem"]):
    """Figures that others should be told of. Sparse: the rest isn't in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class RatingItem(Item):
    """The figures of a listing, or a part of a store's. Key: the id of either, `rating#` and the part.

    They change by addition, in the transaction that changes what they count.
    """

    class Meta(Item.Meta):
        table_name = table("reviews")

    stars_1 = NumberAttribute(null=True)
    stars_2 = NumberAttribute(null=True)
    stars_3 = NumberAttribute(null=True)
    stars_4 = NumberAttribute(null=True)
    stars_5 = NumberAttribute(null=True)
    with_photos = NumberAttribute(null=True)
    sales = NumberAttribute(null=True)
    changes = NumberAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def tally(self) -> Tally:
        """What the business knows of it."""
        stars = (self.stars_1, self.stars_2, self.stars_3, self.stars_4, self.stars_5)
        return Tally(
            tuple(int(count or 0) for count in stars),
            int(self.with_photos or 0),
            int(self.sales or 0),
            int(self.changes or 0),
        )


def listing_rating_key(listing_id: str) -> RatingItem:
    """The item to update, known by its key alone."""
    return RatingItem(pk=listing_id, sk="rating#0")


def store_rating_key(store_id: str, cause: str) -> RatingItem:
    """The part of a store's figures that something is counted in."""
    return RatingItem(pk=store_id, sk=f"rating#{ids.shard(cause, STORE_SHARDS)}")


def listing_rating_want(listing_id: str) -> Want[Tally]:
    """A listing's figures to be read."""
    return Want(RatingItem, listing_id, "rating#0", RatingItem.tally)


def store_rating_wants(store_id: str) -> list[Want[Tally]]:
    """All parts of a store's figures to be read."""
    return [Want(RatingItem, store_id, f"rating#{part}", RatingItem.tally) for part in range(STORE_SHARDS)]


def store_sample_want(store_id: str) -> Want[Tally]:
    """One of those parts: chance decides what is counted there, so its stars are the store's on average."""
    return Want(RatingItem, store_id, "rating#0", RatingItem.tally)


def adding(change: Tally) -> list[Update]:
    """The change that adds to figures."""
    item = RatingItem
    stars = (item.stars_1, item.stars_2, item.stars_3, item.stars_4, item.stars_5)
    parts = [*zip(stars, change.by_stars, strict=True)]
    parts += [(item.with_photos, change.with_photos), (item.sales, change.sales)]
    return [*(attribute.add(amount) for attribute, amount in parts if amount), item.changes.add(1)]


def to_be_told(listing_id: str, at: datetime) -> list[Update]:
    """The change that has others told of a listing's figures at a time, or earlier if that was due."""
    item = RatingItem
    return [
        item.due_shard.set(due.shard(_DUE, listing_id)),
        item.due_at.set(item.due_at | clock.stamp(at)),
    ]


def told(seen: Tally) -> tuple[list[Update], Condition]:
    """The change that notes that others were told of figures, and that they are still as `seen`."""
    return [RatingItem.due_shard.remove(), RatingItem.due_at.remove()], RatingItem.changes == seen.changes


def due_listings(now: datetime, *, limit: int) -> list[list[str]]:
    """Listings of whose figures others should be told, by shard. A query for each of 4 shards."""
    found = due.by_shard(RatingItem.due, RatingItem.due_at, _DUE, now, limit=limit)
    return [[key.pk for key in keys] for keys in found]


class SaleItem(Item):
    """What was made of an order. Key: its id, `sale`."""

    class Meta(Item.Meta):
        table_name = table("reviews")

    counted = BooleanAttribute(null=True)
    """Is it in the figures now? None: it never was looked at."""
    invited = BooleanAttribute(null=True)
    """Was its buyer asked for her reviews?"""


def sale_key(order_id: str) -> SaleItem:
    """The item to update, known by its key alone."""
    return SaleItem(pk=order_id, sk="sale")


def sale_want(order_id: str) -> Want[tuple[bool | None, bool]]:
    """What was made of an order, to be read: whether it is counted, whether its buyer was invited."""
    return Want(SaleItem, order_id, "sale", lambda item: (item.counted, bool(item.invited)))


def counting(was: bool | None, now: bool) -> tuple[list[Update], Condition]:
    """The change that notes whether an order is counted, and that it still was as it was read."""
    seen = SaleItem.counted.does_not_exist() if was is None else SaleItem.counted == was
    return [SaleItem.counted.set(now)], seen


def inviting() -> tuple[list[Update], Condition]:
    """The change that notes that a buyer was invited, and that she wasn't yet."""
    return [SaleItem.invited.set(True)], SaleItem.invited.does_not_exist()


class InvitationItem(Item):
    """A line that awaits its buyer's review. Key: her id, the order's and the line's."""

    class Meta(Item.Meta):
        table_name = table("reviews")

    bought = JSONAttribute()
    until = UTCDateTimeAttribute()

    def invitation(self) -> tuple[Bought, datetime]:
        """What can be reviewed, and until when."""
        return Bought(**self.bought), self.until


def invitation_item(buyer_id: str, bought: Bought, *, until: datetime) -> InvitationItem:
    """A line that awaits a review, as it is stored. It is forgotten when its time is over."""
    key = invitation_key(buyer_id, bought.order_id, bought.line_id)
    return InvitationItem(pk=key.pk, sk=key.sk, bought=asdict(bought), until=until, expires_at=until)


def invitation_key(buyer_id: str, order_id: str, line_id: str) -> InvitationItem:
    """The item to delete, known by its key alone."""
    return InvitationItem(pk=buyer_id, sk=f"{order_id}#{line_id}")
