"""What a person's stores post, and the stores that she follows."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.social.followers import service as followers
from chalicelib.social.posts import service as posts
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store


def _followed(person_id: str, cursor: str | None) -> Page[Any]:
    return followers.followed(person_id, limit=25, cursor=cursor)


def _posts(store: Store, cursor: str | None) -> Page[Any]:
    return posts.posts(store.id, person=store.owner_id, limit=50, cursor=cursor)


def _forget(person_id: str, _: str | None, __: datetime) -> str | None:
    """She follows nobody any more. 1 query, 1 use case for each."""
    page = _followed(person_id, None)
    for one in page.items:
        with suppress(DomainError):
            followers.unfollow(one.store_id, person=person_id)
    return "more" if page.cursor else None


HOLDINGS = (
    Holding("stores-followed", pages=_followed, forget=_forget),
    Holding("posts", pages=over_stores(_posts)),
)
