"""What a person's stores post, and the stores that she follows."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.social.followers import service as followers
from chalicelib.social.posts import models as post_models
from chalicelib.social.posts import service as posts
from chalicelib.social.posts.rules import Post, PostState
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store


def _followed(person_id: str, cursor: str | None) -> Page[Any]:
    return followers.followed(person_id, limit=25, cursor=cursor)


def _posts(store: Store, cursor: str | None) -> Page[Post]:
    return posts.posts(store.id, person=store.owner_id, limit=50, cursor=cursor)


def _forget(person_id: str, _: str | None, __: datetime) -> str | None:
    """She follows nobody any more. 1 query, 1 use case for each."""
    page = _followed(person_id, None)
    for one in page.items:
        with suppress(DomainError):
            followers.unfollow(one.store_id, person=person_id)
    return "more" if page.cursor else None


_of_stores = over_stores(_posts)


def _forget_posts(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Call off what isn't posted yet, and take the texts away. On Weibo they stay: there it is her account.

    2 queries, 1 read, 1 use case for what is called off, 1 transaction of 50 items at most.
    """
    page = _of_stores(person_id, cursor)
    for post in page.items:
        if post.state is PostState.SCHEDULED:
            with suppress(DomainError):  # it has begun
                posts.cancel(post.store_id, post.id, person=person_id)
    with Transaction() as tx:
        for post in page.items:
            tx.update(post_models.post_key(post), post_models.bare())
    return page.cursor


HOLDINGS = (
    Holding("stores-followed", pages=_followed, forget=_forget),
    Holding("posts", pages=_of_stores, forget=_forget_posts),
)
