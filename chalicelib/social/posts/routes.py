"""The routes of posts."""

from __future__ import annotations

from http import HTTPStatus

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.foundation.urls import base_url
from chalicelib.social.errors import (
    ChannelNotConnected,
    PostNotFound,
    PostRefused,
    PostStarted,
    PostTooFar,
    PostTooLong,
)
from chalicelib.social.posts import service
from chalicelib.social.posts.rules import Post
from chalicelib.social.posts.schemas import NewPost, PostList, PostView
from chalicelib.social.posts.service import Wish
from chalicelib.stores.errors import LinkNotFound, NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/posts",
    answers=PostView,
    status=HTTPStatus.CREATED,
    raises=(
        StoreNotFound,
        NotPermitted,
        LinkNotFound,
        ChannelNotConnected,
        PostTooLong,
        PostRefused,
        PostTooFar,
    ),
)
def schedule_post(store_id: str, caller: Caller, body: NewPost, request: Request) -> Post:
    """Post on Weibo with a campaign link and its card, now or at a time."""
    address = str(request.context.get("identity", {}).get("sourceIp", ""))
    wish = Wish(body.text, body.link, body.at, address)
    return service.schedule(
        store_id, person=caller.person_id, wish=wish, base_url=base_url(request), now=clock.now()
    )


@bp.get("/stores/{store_id}/posts", answers=PostList, raises=(StoreNotFound, NotPermitted))
def list_posts(store_id: str, caller: Caller, query: PageQuery) -> Page[Post]:
    """List a store's posts, the newest first."""
    return service.posts(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/stores/{store_id}/posts/{post_id}/cancel",
    answers=PostView,
    raises=(StoreNotFound, NotPermitted, PostNotFound, PostStarted),
)
def cancel_post(store_id: str, post_id: str, caller: Caller) -> Post:
    """Call a post off before it begins."""
    return service.cancel(store_id, post_id, person=caller.person_id)
