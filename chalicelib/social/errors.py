"""Failures that social media know."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, NotFound


class BroadcastLimit(DomainError):
    """The store has told its followers as often today as it may. Try again tomorrow."""

    status, code = HTTPStatus.CONFLICT, "broadcast_limit"


class ChannelNotConnected(DomainError):
    """The store's account on this channel isn't connected, or must be connected anew."""

    status, code = HTTPStatus.CONFLICT, "channel_not_connected"


class ConsentGone(DomainError):
    """This consent can't be used: it is unknown, used or older than ten minutes. Begin again."""

    status, code = HTTPStatus.CONFLICT, "consent_gone"


class ChannelRefused(DomainError):
    """The channel refuses this."""

    status, code = HTTPStatus.CONFLICT, "channel_refused"


class ChannelUnavailable(DomainError):
    """The channel can't be reached now. Try again later."""

    status, code = HTTPStatus.SERVICE_UNAVAILABLE, "channel_unavailable"


class PostNotFound(NotFound):
    """There is no such post."""

    code = "post_not_found"


class PostTooLong(DomainError):
    """Weibo takes 140 characters, of which the link and its code need some."""

    status, code = HTTPStatus.UNPROCESSABLE_ENTITY, "post_too_long"


class PostRefused(DomainError):
    """A shared post on Weibo can't hold a topic between two #."""

    status, code = HTTPStatus.UNPROCESSABLE_ENTITY, "post_refused"


class PostStarted(DomainError):
    """The post is on its way or out already."""

    status, code = HTTPStatus.CONFLICT, "post_started"


class PostTooFar(DomainError):
    """A post can be scheduled for the next 90 days."""

    status, code = HTTPStatus.UNPROCESSABLE_ENTITY, "post_too_far"


class GroupNotFound(NotFound):
    """There is no such group buy."""

    code = "group_not_found"


class GroupOver(DomainError):
    """This group buy is full, or its time is over."""

    status, code = HTTPStatus.CONFLICT, "group_over"


class GroupJoined(DomainError):
    """You are in this group already."""

    status, code = HTTPStatus.CONFLICT, "group_joined"


class GroupTooLong(DomainError):
    """A group buy ends within seven days."""

    status, code = HTTPStatus.UNPROCESSABLE_ENTITY, "group_too_long"
