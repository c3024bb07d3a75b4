"""What the posts' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Moment
from chalicelib.foundation.text import line
from chalicelib.social.posts.rules import Post, PostState

LinkCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]


class NewPost(Schema):
    """What to say over a campaign link, whose card goes with it; without `at`, now."""

    text: Annotated[str, line(140)]
    link: LinkCode
    at: Moment | None = None


class PostView(Schema):
    """A post; `weibo_id` is its id there once it is out, `reason` why it couldn't go out."""

    id: str
    text: str
    link: str
    at: datetime
    state: PostState
    weibo_id: str | None
    reason: str | None
    created_at: datetime

    @classmethod
    def of(cls, one: Post, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            text=one.text,
            link=one.code,
            at=one.at,
            state=one.state,
            weibo_id=one.remote_id or None,
            reason=one.reason or None,
            created_at=one.created_at,
        )


class PostList(Schema):
    """Some of a store's posts, the newest first."""

    items: list[PostView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Post], /) -> Self:
        """Shape the answer."""
        return cls(items=[PostView.of(one) for one in page.items], cursor=page.cursor)
