"""The reviews of contracts in the partners table."""

from __future__ import annotations

from datetime import datetime

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.contracts.rules import Role
from chalicelib.partners.feedback.rules import Review
from chalicelib.partners.models import TABLE, ByDue, ByShelf

DUE = "work-review"
REVIEW = "review#"


class WorkReviewItem(Item):
    """A review of a contract. Key: its id, `review#` and who wrote it.

    While nobody else may read it it is due, and on no shelf.
    """

    class Meta(Item.Meta):
        table_name = table(TABLE)

    author = UnicodeAttribute()
    about = UnicodeAttribute()
    title = UnicodeAttribute()
    stars = NumberAttribute()
    text = UnicodeAttribute(null=True)
    at = UTCDateTimeAttribute()
    is_open = BooleanAttribute()
    shelf = UnicodeAttribute(null=True)
    placed = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    by_shelf = ByShelf()
    due = ByDue()

    def review(self) -> Review:
        """What the business knows of it."""
        return Review(
            contract_id=self.pk,
            by=Role(self.sk.removeprefix(REVIEW)),
            author=self.author,
            about=self.about,
            title=self.title,
            stars=int(self.stars),
            text=self.text or "",
            at=self.at,
            is_open=self.is_open,
        )


def shelf(about: str) -> str:
    """Where the reviews about a partner or a store stand that everybody may read."""
    return f"reviews#{about}"


def write(tx: Transaction, review: Review, *, opens_at: datetime) -> None:
    """Store a review: 1 item. On commit raises ChangedMeanwhile."""
    hidden = not review.is_open
    tx.put(
        WorkReviewItem(
            pk=review.contract_id,
            sk=REVIEW + review.by,
            author=review.author,
            about=review.about,
            title=review.title,
            stars=review.stars,
            text=review.text or None,
            at=review.at,
            is_open=review.is_open,
            shelf=None if hidden else shelf(review.about),
            placed=f"{clock.stamp(review.at)}#{review.contract_id}",
            due_shard=due.shard(DUE, review.contract_id) if hidden else None,
            due_at=clock.stamp(opens_at) if hidden else None,
        )
    )


def open_(tx: Transaction, review: Review) -> None:
    """Let everybody read a review, once: 1 item. On commit raises ChangedMeanwhile."""
    item = WorkReviewItem
    tx.update(
        item(pk=review.contract_id, sk=REVIEW + review.by),
        [
            item.is_open.set(True),
            item.shelf.set(shelf(review.about)),
            item.due_shard.remove(),
            item.due_at.remove(),
        ],
        condition=item.is_open == False,  # noqa: E712 - a condition
    )


def review_want(contract_id: str, by: str) -> Want[Review]:
    """What one side said, to be read."""
    return Want(WorkReviewItem, contract_id, REVIEW + by, WorkReviewItem.review)
