"""What a person thinks of what she bought. Her opinion stays, and hers no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.reviews import models, rules
from chalicelib.reviews.models import ReviewItem
from chalicelib.reviews.rules import Review

_ORDERS = 5
"""Whose lines can be read together."""


def _written(person_id: str, cursor: str | None) -> Page[Review]:
    page = orders.bought(person_id, limit=_ORDERS, cursor=cursor)
    wants = [
        models.review_want(models.review_id(order.id, line.id))
        for order in page.items
        for line in order.lines
    ]
    found: list[Review | None] = []
    for begin in range(0, len(wants), 100):
        found += read_together(wants[begin : begin + 100])
    return Page([one for one in found if one is not None], page.cursor)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take name and pictures from what she wrote. 1 query, 2 reads, 1 transaction for each."""
    page = _written(person_id, cursor)
    for review in page.items:
        bare = replace(review, opinion=replace(review.opinion, photos=()))
        changes = [*models.moving(review, bare), ReviewItem.author.set(rules.NAMELESS)]
        with Transaction() as tx:
            tx.update(models.review_key(review.id), changes, condition=ReviewItem.version == review.version)
    return page.cursor


HOLDINGS = (Holding("reviews", pages=_written, forget=_forget),)
