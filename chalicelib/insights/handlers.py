"""What insights does when messages come."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.insights.buying import service as buying
from chalicelib.insights.counting import service as counting
from chalicelib.insights.events import VisitsSeen
from chalicelib.insights.weekly import service as weekly
from chalicelib.stores.events import StoreChanged


def count_visits(event: dict[str, Any]) -> dict[str, Any]:
    """Count what was seen, and orders; answers which messages must come again."""
    return queues.consume(event, lambda message: _count([message]), ahead=_count_together)


def _count_together(messages: Sequence[Message]) -> set[str]:
    _count(messages)
    return {message.event_id for message in messages}


def _count(messages: Sequence[Message]) -> None:
    visits = [VisitsSeen.model_validate_json(one.event) for one in messages if one.kind == VisitsSeen.kind()]
    counting.count(visits, now=clock.now())
    # Of an order only which one it is counts: it is read as it is now.
    for one in messages:
        if one.kind == StoreChanged.kind():
            weekly.follow_store(StoreChanged.model_validate_json(one.event).store_id, now=clock.now())
    heard = (VisitsSeen.kind(), StoreChanged.kind())
    others = [json.loads(one.event) for one in messages if one.kind not in heard]
    for order_id in dict.fromkeys(told["order_id"] for told in others):
        buying.follow_order(order_id, now=clock.now())
