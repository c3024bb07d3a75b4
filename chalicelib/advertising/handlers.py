"""What advertising does when a message comes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from chalicelib.advertising.attribution import carts
from chalicelib.advertising.attribution import service as attribution
from chalicelib.advertising.clicks import billing
from chalicelib.advertising.clicks import service as clicks
from chalicelib.advertising.display import billing as display
from chalicelib.advertising.display import served
from chalicelib.advertising.display.events import AdsServed, ImpressionsSeen
from chalicelib.advertising.events import AdClicked, AuctionHeld, BidsChanged, CampaignMoved, ForgedClick
from chalicelib.advertising.quality import service as quality
from chalicelib.advertising.reports import service as reports
from chalicelib.advertising.serving import service as serving
from chalicelib.foundation import queues
from chalicelib.foundation.events import Event
from chalicelib.foundation.observability import log
from chalicelib.foundation.queues import Message
from chalicelib.orders.events import AddedToCart, OrderCancelled, OrderShipped

_E = TypeVar("_E", bound=Event)


def bill_clicks(event: dict[str, Any]) -> dict[str, Any]:
    """Bill the clicks and impressions of a batch of messages, and count served ads.

    Answers which must come again.
    """
    return queues.consume(event, _bill, ahead=_bill_together)


def _bill_together(messages: Sequence[Message]) -> set[str]:
    """What can be billed together: answers what has been."""
    return (
        _clicks_together(messages)
        | _all_of(ImpressionsSeen, messages, display.bill_all)
        | _all_of(AdsServed, messages, served.count_all)
    )


def _all_of(kind: type[_E], messages: Sequence[Message], handle: Callable[[Iterable[_E]], None]) -> set[str]:
    """All messages of a kind; where that fails, each is handled by itself."""
    told = {one.event_id: kind.model_validate_json(one.event) for one in messages if one.kind == kind.kind()}
    try:
        handle(told.values())
    except Exception:
        log.exception("messages are handled one at a time", extra={"kind": kind.kind()})
        return set()
    return set(told)


def _clicks_together(messages: Sequence[Message]) -> set[str]:
    """Of each campaign's day the plain clicks; the rest is billed one by one."""
    days: dict[tuple[str, str], list[AdClicked]] = defaultdict(list)
    for message in messages:
        if message.kind == AdClicked.kind():
            told = AdClicked.model_validate_json(message.event)
            days[told.facts.campaign_id, told.facts.day].append(told)
    done: set[str] = set()
    for told_ in days.values():
        for start in range(0, len(told_), billing.TOGETHER):
            done |= billing.bill_together(told_[start : start + billing.TOGETHER])
    return done


def _bill(message: Message) -> None:
    if message.kind == ForgedClick.kind():
        clicks.note_forged(ForgedClick.model_validate_json(message.event))
    elif message.kind == ImpressionsSeen.kind():
        display.bill_all([ImpressionsSeen.model_validate_json(message.event)])
    elif message.kind == AdsServed.kind():
        served.count_all([AdsServed.model_validate_json(message.event)])
    else:
        billing.bill(AdClicked.model_validate_json(message.event))


def keep_ads(event: dict[str, Any]) -> dict[str, Any]:
    """Keep the index of bids, the log of auctions, what carts and orders count for, and how stores ship.

    Answers what must come again.
    """
    return queues.consume(event, _keep)


def _keep(message: Message) -> None:
    if message.kind == BidsChanged.kind():
        changed = BidsChanged.model_validate_json(message.event)
        for key in changed.keys:
            serving.find_top(changed.currency, key)
    elif message.kind == CampaignMoved.kind():
        serving.follow_campaign(CampaignMoved.model_validate_json(message.event).campaign_id)
    elif message.kind == AuctionHeld.kind():
        reports.note_auction(AuctionHeld.model_validate_json(message.event))
    elif message.kind == AddedToCart.kind():
        carts.count_addition(AddedToCart.model_validate_json(message.event))
    else:
        _follow_order(message)


def _follow_order(message: Message) -> None:
    """Only which order it is counts: it is read as it is now."""
    order_id = json.loads(message.event)["order_id"]
    if message.kind in {OrderShipped.kind(), OrderCancelled.kind()}:
        quality.follow_order(order_id)
    if message.kind != OrderShipped.kind():
        attribution.follow_order(order_id)
