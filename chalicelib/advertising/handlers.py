"""What advertising does when a message comes."""

from __future__ import annotations

import json
from typing import Any

from chalicelib.advertising.attribution import service as attribution
from chalicelib.advertising.clicks import service as clicks
from chalicelib.advertising.display import billing as display
from chalicelib.advertising.display.events import ImpressionsSeen
from chalicelib.advertising.events import AdClicked, AuctionHeld, BidsChanged, CampaignMoved, ForgedClick
from chalicelib.advertising.reports import service as reports
from chalicelib.advertising.serving import service as serving
from chalicelib.foundation import queues
from chalicelib.foundation.observability import log, measure
from chalicelib.foundation.queues import Message


def bill_clicks(event: dict[str, Any]) -> dict[str, Any]:
    """Bill the clicks and impressions of a batch of messages; answers which must come again."""
    shown = [one for one in event["Records"] if ImpressionsSeen.kind() in one["body"]]
    clicks_ = [one for one in event["Records"] if one not in shown]
    failed = queues.consume({"Records": clicks_}, _bill)["batchItemFailures"]
    return {"batchItemFailures": [*failed, *_bill_impressions(shown)]}


def _bill_impressions(records: list[dict[str, Any]]) -> list[dict[str, str]]:
    """All impressions of a batch of messages are billed together; where that fails, all come again."""
    seen: list[ImpressionsSeen] = []
    answer = queues.consume(
        {"Records": records}, lambda one: seen.append(ImpressionsSeen.model_validate_json(one.event))
    )
    try:
        display.bill_all(seen)
    except Exception:
        log.exception("impressions weren't billed")
        measure("Failed", kind=ImpressionsSeen.kind())
        return [{"itemIdentifier": one["messageId"]} for one in records]
    failed: list[dict[str, str]] = answer["batchItemFailures"]
    return failed


def _bill(message: Message) -> None:
    if message.kind == ForgedClick.kind():
        clicks.note_forged(ForgedClick.model_validate_json(message.event))
    else:
        clicks.bill(AdClicked.model_validate_json(message.event))


def keep_ads(event: dict[str, Any]) -> dict[str, Any]:
    """Keep the index of bids, the log of auctions and what orders count for; answers what must come again."""
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
    else:  # of an order only which one it is counts: it is read as it is now
        attribution.follow_order(json.loads(message.event)["order_id"])
