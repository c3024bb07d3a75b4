"""What buyers, sellers, operators and everybody else do with reviews.

A review moves in one transaction with the figures it is counted in, and demands the version that was read:
the figures are what a recount would find at every instant, however many people write at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.foundation import paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.reviews import figures, models, rules
from chalicelib.reviews.errors import ReportedBefore, ReviewedBefore, ReviewNotFound, UnknownLine, WorksThere
from chalicelib.reviews.events import ReviewHidden, ReviewReplied, ReviewWritten
from chalicelib.reviews.models import InvitationItem, ReviewItem
from chalicelib.reviews.rules import Bought, FollowUp, Opinion, ReportReason, Review, Tally
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

__all__ = ["Review", "Tally", "average", "newest_of", "ratings_of", "tell_due"]

average = rules.average
rating_of_listing = figures.rating_of_listing
rating_of_store = figures.rating_of_store
ratings_of = figures.ratings_of
store_rating_wants = models.store_rating_wants
store_sample_want = models.store_sample_want
tell_due = figures.tell_due


def write(
    order_id: str,
    *,
    buyer: str,
    line_id: str,
    stars: int,
    text: str | None,
    photo_ids: Sequence[str],
    anonymous: bool,
    now: datetime,
) -> Review:
    """Review a line of one's completed order, once. 2 reads, 1 transaction of 4 items and 1 event.

    Raises OrderNotFound, NotPermitted, UnknownLine, NotReviewable, WorksThere, PhotoNotReady, ReviewedBefore.
    """
    order = orders.show(order_id, caller=buyer)
    if order.buyer_id != buyer:
        raise NotPermitted("Only who bought the goods reviews them.")
    bought = {one.line_id: one for one in figures.bought_in(order)}.get(line_id)
    if bought is None:
        raise UnknownLine(field="line_id")
    rules.refuse_untimely(order.completed_at, now)
    profile, (_, staff), *uploads = _about(buyer, bought.store_id, photo_ids)
    if staff:
        raise WorksThere
    name = profile.name if profile else ""
    review = Review(
        id=models.review_id(order_id, line_id),
        bought=bought,
        buyer_id=buyer,
        author=rules.masked(name) if anonymous else name or rules.NAMELESS,
        opinion=Opinion(stars, text or "", _shown(uploads, buyer)),
        created_at=now,
    )
    with Transaction() as tx:
        tx.put(models.review_item(review), otherwise=ReviewedBefore)
        _show_photos(tx, None, review)
        figures.count_review(tx, None, review, now=now)
        tx.delete(models.invitation_key(buyer, order_id, line_id))
        tx.emit(ReviewWritten.model_validate(_told(review, now) | {"stars": stars}))
        return tx.result(review)


def _about(buyer: str, store_id: str, photo_ids: Sequence[str]) -> list[Any]:
    """Her profile, what she is in the store, and her photos. 1 read."""
    profile, store, staff, *uploads = read_together(
        [
            accounts.profile_want(buyer),
            *stores.wants(store_id, buyer),
            *map(photos.photo_want, photo_ids),
        ]
    )
    return [profile, (store, staff), *uploads]


def _shown(uploads: Sequence[photos.Photo | None], owner: str) -> tuple[rules.Photo, ...]:
    found = photos.for_reviews(uploads, owner=owner)
    return tuple(rules.Photo(photo.id, photo.key) for photo in found)


def _uploaded(photo_ids: Sequence[str], owner: str) -> tuple[rules.Photo, ...]:
    """1 read, if there are any."""
    return _shown(read_together([photos.photo_want(one) for one in photo_ids]), owner) if photo_ids else ()


def _told(review: Review, now: datetime) -> dict[str, object]:
    return {
        "at": now,
        "review_id": review.id,
        "listing_id": review.bought.listing_id,
        "order_id": review.bought.order_id,
        "buyer_id": review.buyer_id,
        "merchant_id": review.bought.merchant_id,
        "store_name": review.bought.store_name,
        "title": review.bought.title,
    }


def revise(
    review_id: str, *, author: str, stars: int, text: str | None, photo_ids: Sequence[str], now: datetime
) -> Review:
    """Say something else instead, once. 2 reads at most, 1 transaction of 3 items.

    Saying the same again changes nothing. Photos that the review has may stay. Raises ReviewNotFound,
    IsHidden, NotRevisable, PhotoNotReady, ChangedMeanwhile.
    """
    before = _own(review_id, author)
    if rules.is_revised_so(before, stars, text or "", photo_ids):
        return before  # the answer to the first request was lost
    rules.refuse_revision(before, now)
    opinion = Opinion(stars, text or "", _uploaded(photo_ids, author))
    after = replace(before, opinion=opinion, revised_at=now)
    try:
        with Transaction() as tx:
            _move(tx, before, after, now)
            _show_photos(tx, before, after)
            return tx.result(after)
    except ChangedMeanwhile:
        found = _own(review_id, author)
        if rules.is_revised_so(found, stars, text or "", photo_ids):
            return found  # it was this very request
        raise


def _own(review_id: str, author: str) -> Review:
    review = _load(review_id)
    if review.buyer_id != author:
        raise ReviewNotFound
    return review


def _load(review_id: str) -> Review:
    review: Review | None
    (review,) = read_together([models.review_want(review_id)])
    if review is None:
        raise ReviewNotFound
    return review


def _move(tx: Transaction, before: Review, after: Review, now: datetime, more: Sequence[Any] = ()) -> None:
    """Make a review another one, and the figures with it: 1 item, 3 where it counts for something else."""
    tx.update(
        models.review_key(before.id),
        [*models.moving(before, after), *more],
        condition=ReviewItem.version == before.version,
    )
    figures.count_review(tx, before, after, now=now)


def _show_photos(tx: Transaction, before: Review | None, after: Review) -> None:
    """Keep what a review shows from being deleted: 1 item for each photo that comes or goes."""
    was = rules.pictures(before) if before else []
    uses.note(tx, Use(UseKind.REVIEW, after.id), shown=rules.pictures(after), before=was)


def follow_up(review_id: str, *, author: str, text: str, photo_ids: Sequence[str], now: datetime) -> Review:
    """Add something after some time, once. 2 reads at most, 1 transaction of 1 item.

    Raises ReviewNotFound, IsHidden, NotFollowable, PhotoNotReady, ChangedMeanwhile.
    """
    before = _own(review_id, author)
    rules.refuse_follow_up(before, now)
    after = replace(before, follow_up=FollowUp(text, _uploaded(photo_ids, author), now))
    with Transaction() as tx:
        _move(tx, before, after, now)
        _show_photos(tx, before, after)
        return tx.result(after)


def reply(review_id: str, *, person: str, text: str, now: datetime) -> Review:
    """Reply for the store, or change what was replied. 1 read, for staff 2, 1 transaction of 1 item, 1 event.

    Raises ReviewNotFound, NotPermitted, IsHidden, ChangedMeanwhile.
    """
    before = _load(review_id)
    bought = before.bought
    stores.permit(
        person,
        Scope.REVIEWS_REPLY,
        store_id=bought.store_id,
        owner=bought.merchant_id,
        otherwise=ReviewNotFound,
    )
    after = replace(before, reply=rules.replied(before, text, now))
    with Transaction() as tx:
        _move(tx, before, after, now)
        if before.reply is None:
            tx.emit(ReviewReplied.model_validate(_told(after, now)))
        return tx.result(after)


def report(review_id: str, *, person: str, reason: ReportReason, now: datetime) -> None:
    """Tell the operators of a review that breaks the rules, once. No read, 1 transaction of 2 items.

    Raises ReviewNotFound, ReportedBefore.
    """
    changes, shown = models.reporting(reason.value)
    with Transaction() as tx:
        tx.update(models.review_key(review_id), changes, condition=shown, otherwise=ReviewNotFound)
        tx.put(models.report_item(review_id, person, reason=reason.value, at=now), otherwise=ReportedBefore)
        tx.result(None)


def hide(review_id: str, *, reason: str, now: datetime) -> Review:
    """Hide a review that breaks the rules, as an operator: it counts for nothing any more.

    1 read, 1 transaction of 3 items and 1 event. Raises ReviewNotFound, ChangedMeanwhile.
    """
    before = _load(review_id)
    after = replace(before, hidden_because=reason, reports=0, report_reasons=frozenset())
    with Transaction() as tx:
        _move(tx, before, after, now, models.looked_at())
        if before.hidden_because is None:
            tx.emit(ReviewHidden.model_validate(_told(after, now) | {"reason": reason}))
        return tx.result(after)


def restore(review_id: str, *, now: datetime) -> Review:
    """Find as an operator that a review breaks no rule: it is shown and counts, what was reported is settled.

    1 read, 1 transaction of 3 items at most. Raises ReviewNotFound, ChangedMeanwhile.
    """
    before = _load(review_id)
    after = replace(before, hidden_because=None, reports=0, report_reasons=frozenset())
    with Transaction() as tx:
        _move(tx, before, after, now, models.looked_at())
        return tx.result(after)


def of_listing(
    listing_id: str, *, stars: int | None, pictured: bool | None, limit: int, cursor: str | None
) -> Page[Review]:
    """A listing's reviews, the newest first; of so many stars, with photos only. 1 query, 1 read."""
    index: Any = ReviewItem.of_listing
    if pictured:
        index = ReviewItem.pictured_of_stars if stars else ReviewItem.pictured
    elif stars:
        index = ReviewItem.of_stars
    page = _page(index, f"{listing_id}#{stars}" if stars else listing_id, limit=limit, cursor=cursor)
    return Page([one for one in page.items if one.hidden_because is None], page.cursor)


def newest_of(listing_id: str, *, most: int) -> Sequence[Review]:
    """The newest reviews of a listing. 1 query, 1 read."""
    return of_listing(listing_id, stars=None, pictured=None, limit=most, cursor=None).items


def _page(index: Any, partition: str, *, limit: int, cursor: str | None) -> Page[Review]:
    """The index has the keys alone, and may be a moment behind."""
    keys = paging.query(index, partition, limit=limit, cursor=cursor)
    found = read_together([models.review_want(key.pk) for key in keys.items]) if keys.items else []
    return Page(found, keys.cursor)


def of_order(order_id: str, *, caller: str) -> list[Review]:
    """The reviews of an order's lines, for its buyer and who works for its merchant, hidden ones too.

    2 reads, for staff 3. Raises OrderNotFound, NotPermitted.
    """
    order = orders.show(order_id, caller=caller)
    wants = [models.review_want(models.review_id(order_id, line.id)) for line in order.lines]
    return [one for one in read_together(wants) if one]


def awaiting_reply(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Review]:
    """A store's reviews without a reply, the newest first. 2 reads, 1 query.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.REVIEWS_REPLY)
    page = _page(ReviewItem.awaiting_reply, store_id, limit=limit, cursor=cursor)
    return Page([one for one in page.items if one.reply is None and not one.hidden_because], page.cursor)


def reported(*, limit: int, cursor: str | None) -> Page[Review]:
    """Reviews that were reported, for operators, the newest first. 1 query, 1 read."""
    page = _page(ReviewItem.reported_ones, models.REPORTED, limit=limit, cursor=cursor)
    return Page([one for one in page.items if one.reports], page.cursor)


def awaiting_review(
    buyer: str, *, now: datetime, limit: int, cursor: str | None
) -> Page[tuple[Bought, datetime]]:
    """What somebody bought and may review, the newest order first, each with its deadline. 1 query."""
    page = paging.query(InvitationItem, buyer, limit=limit, cursor=cursor).map(InvitationItem.invitation)
    return Page([one for one in page.items if one[1] > now], page.cursor)
