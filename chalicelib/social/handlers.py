"""What social media do when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.social.events import BroadcastTurn, GroupTurn, PostDue


def spread(event: dict[str, Any]) -> dict[str, Any]:
    """Go on with broadcasts and groups, and post what is due; answers which messages must come again."""
    return queues.consume(event, _spread)


def _spread(message: Message) -> None:
    if message.kind == PostDue.kind():
        from chalicelib.social.posts import service as posts

        posts.post_now(PostDue.model_validate_json(message.event), now=clock.now())
    elif message.kind == GroupTurn.kind():
        from chalicelib.social.groups import service as groups

        groups.go_on(GroupTurn.model_validate_json(message.event), now=clock.now())
    else:
        from chalicelib.social.followers import service as followers

        followers.go_on(BroadcastTurn.model_validate_json(message.event), now=clock.now())
