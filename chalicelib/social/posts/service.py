"""Posting on Weibo, at once or at a time: with a campaign link and its card.

The clock hands a due post to the queue; an attempt has a number, so that a message that comes twice or late
finds another. Weibo takes no key that would make a post once. So it is noted that Weibo is about to be asked,
and whoever finds that noted looks among the account's latest posts for the link's code before asking anew.
What is left: a post that Weibo took and doesn't show yet when it is looked for, minutes after. Weibo then
refuses the same text twice in a row, which is taken as posted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.social.cards import service as cards
from chalicelib.social.errors import (
    ChannelNotConnected,
    ChannelRefused,
    ChannelUnavailable,
    PostNotFound,
    PostStarted,
)
from chalicelib.social.events import PostDue, PostEnded
from chalicelib.social.links import service as links
from chalicelib.social.posts import models, rules
from chalicelib.social.posts.models import PostItem
from chalicelib.social.posts.rules import Post, PostState
from chalicelib.social.weibo import service as weibo
from chalicelib.social.weibo.protocol import Consent
from chalicelib.stores import service as stores
from chalicelib.stores.campaigns import service as campaigns
from chalicelib.stores.errors import LinkNotFound
from chalicelib.stores.service import Scope

SWEEP_LIMIT = 50
"""The most posts of one shard that one sweep begins."""

_REPEATED = "(20019)"
"""How Weibo's refusal of the same text twice in a row ends."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be posted, over which campaign link, when, and from which IP address it is asked."""

    text: str
    code: str
    at: datetime | None
    address: str


def schedule(store_id: str, *, person: str, wish: Wish, base_url: str, now: datetime) -> Post:
    """Post something, now or later. 1 read, 1 transaction of 1 item, and for now 1 event.

    Raises StoreNotFound, NotPermitted, LinkNotFound, ChannelNotConnected, PostTooLong, PostRefused,
    PostTooFar.
    """
    store, staff, connected, link, carried = read_together(
        [*stores.wants(store_id, person), weibo.connection_want(store_id), *links.wants(wish.code)]
    )
    stores.checked(store, staff, person=person, scope=Scope.LINKS_EDIT)
    if link is None or carried is None or link.store_id != store_id:
        raise LinkNotFound(field="link")
    if connected is None:
        raise ChannelNotConnected
    url = campaigns.link_url(wish.code, base_url=base_url)
    post = Post(
        id=ids.new("pst"),
        store_id=store_id,
        text=rules.whole_text(wish.text, url=url, code=wish.code),
        code=wish.code,
        base_url=base_url,
        address=wish.address,
        by=person,
        at=rules.when(wish.at, now=now),
        created_at=now,
    )
    with Transaction() as tx:
        if post.at > now:
            tx.put(models.post_item(post, due_at=post.at))
        else:
            post = replace(post, state=PostState.POSTING, attempt=1)
            tx.put(models.post_item(post, due_at=now + rules.AGAIN_AFTER))
            tx.emit(PostDue(at=now, store_id=store_id, post_id=post.id, attempt=post.attempt))
        return tx.result(post)


def cancel(store_id: str, post_id: str, *, person: str) -> Post:
    """Call a post off before it begins. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted, PostNotFound, PostStarted.
    """
    post = show(store_id, post_id, person=person, scope=Scope.LINKS_EDIT)
    if post.state is PostState.CANCELLED:
        return post
    if post.state is not PostState.SCHEDULED:
        raise PostStarted
    after = replace(post, state=PostState.CANCELLED)
    with Transaction() as tx:
        still = PostItem.state == PostState.SCHEDULED.value
        tx.update(models.post_key(post), models.ending(after), condition=still, otherwise=PostStarted)
        return tx.result(after)


def show(store_id: str, post_id: str, *, person: str, scope: Scope = Scope.LINKS_READ) -> Post:
    """A post of a store. 1 read. Raises StoreNotFound, NotPermitted, PostNotFound."""
    store, staff, post = read_together([*stores.wants(store_id, person), models.post_want(store_id, post_id)])
    stores.checked(store, staff, person=person, scope=scope)
    if not isinstance(post, Post):
        raise PostNotFound
    return post


def posts(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Post]:
    """A store's posts, the newest first. 1 read, 1 query. Raises StoreNotFound, NotPermitted."""
    stores.permitted(store_id, person=person, scope=Scope.LINKS_READ)
    within = PostItem.sk.startswith(models.POST)
    return paging.query(PostItem, store_id, within, limit=limit, cursor=cursor).map(PostItem.post)


def begin_due(now: datetime) -> int:
    """Hand the posts to the queue that are due, or whose attempt hasn't said how it ended; answers how many.

    For each of 4 shards a query and, if anything is due, a read; for each that is due 1 transaction.
    """
    begun = 0
    for wants in models.due_wants(now, limit=SWEEP_LIMIT):
        for post in filter(None, read_together(wants) if wants else []):
            begun += _begin(post, now)
    return begun


def _begin(post: Post, now: datetime) -> bool:
    if post.state not in (PostState.SCHEDULED, PostState.POSTING):
        return False  # it ended since the index was read
    try:
        if post.attempt >= rules.ATTEMPTS:
            _end(post, replace(post, state=PostState.FAILED, reason=ChannelUnavailable.code), now)
            return True
        with Transaction() as tx:
            tx.update(
                models.post_key(post),
                models.trying(post, again_at=now + rules.AGAIN_AFTER),
                condition=(PostItem.attempt == post.attempt) & (PostItem.state == post.state.value),
            )
            due = PostDue(at=now, store_id=post.store_id, post_id=post.id, attempt=post.attempt + 1)
            tx.emit(due)
        return True
    except ChangedMeanwhile:
        return False
    except DomainError:
        log.exception("post not begun", extra={"post": post.id})
        return False


def post_now(due: PostDue, *, now: datetime) -> Post | None:
    """Make an attempt; None: it was another's. 1 read, Weibo's calls, 2 writes; and what the card costs.

    Raises ChannelUnavailable: the message comes again.
    """
    post, connected = read_together(
        [models.post_want(due.store_id, due.post_id), weibo.connection_want(due.store_id)]
    )
    if post is None or post.state is not PostState.POSTING or post.attempt != due.attempt:
        return None
    try:
        consent = weibo.consent_of(connected, now=now)
        remote_id = _published(post, consent, now)
    except ChannelUnavailable:
        raise
    except DomainError as refusal:  # the account must be connected anew, the store is closed, Weibo refuses
        return _end(post, replace(post, state=PostState.FAILED, reason=refusal.code), now)
    return _end(post, replace(post, state=PostState.POSTED, remote_id=remote_id), now)


def _published(post: Post, consent: Consent, now: datetime) -> str:
    channel = weibo.channel()
    if post.begun and (found := channel.find(consent, marker=post.code)):
        return found
    picture = cards.picture(post.code, base_url=post.base_url, now=now)
    if not post.begun:
        models.post_key(post).update([PostItem.begun.set(True)])
    try:
        return channel.publish(consent, text=post.text, picture=picture, address=post.address)
    except ChannelRefused as refusal:
        if not post.begun or not str(refusal).endswith(f"{_REPEATED}."):
            raise
        return channel.find(consent, marker=post.code) or ""


def _end(post: Post, after: Post, now: datetime) -> Post:
    """Note how a post ended, once. 1 transaction of 1 item and 1 event."""
    with Transaction() as tx:
        same = (PostItem.attempt == post.attempt) & (PostItem.state == post.state.value)
        tx.update(models.post_key(post), models.ending(after), condition=same)
        tx.emit(
            PostEnded(
                at=now,
                store_id=post.store_id,
                post_id=post.id,
                person_id=post.by,
                channel="Weibo",
                summary=post.text[:20],
                posted=after.state is PostState.POSTED,
            )
        )
    return after
