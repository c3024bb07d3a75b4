"""What advertising does when a message comes."""

from __future__ import annotations

import json
from typing import Any

from chalicelib.advertising.attribution import service as attribution
from chalicelib.advertising.clicks import service as clicks
from chalicelib.advertising.events import AdClicked, AuctionHeld, BidsChanged, CampaignMoved, ForgedClick
from chalicelib.advertising.reports import service as reports
from chalicelib.advertising.serving import service as serving
from chalicelib.foundation import queues
from chalicelib.foundation.queues import Message


def bill_clicks(event: dict[str, Any]) -> dict[str, Any]:
    """Bill the clicks of a batch of messages; answers which must come again."""
    return queues.consume(event, _bill)


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
