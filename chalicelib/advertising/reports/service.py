"""What came of ads: the log of auctions, and what reports say of it, of clicks, carts and orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.advertising.attribution.models import Log, PartItem
from chalicelib.advertising.attribution.rules import Model
from chalicelib.advertising.campaigns import service as campaigns
from chalicelib.advertising.campaigns.rules import RESERVE
from chalicelib.advertising.clicks import models
from chalicelib.advertising.clicks import rules as counting
from chalicelib.advertising.clicks.models import AuctionItem, ClickItem, SumsItem
from chalicelib.advertising.clicks.rules import By, Sums
from chalicelib.advertising.events import AuctionHeld, Participant
from chalicelib.advertising.quality import rules as quality
from chalicelib.advertising.reports import rules
from chalicelib.advertising.reports.rules import Held, Outlook, Row
from chalicelib.advertising.serving import models as index
from chalicelib.foundation import paging
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Report:
    """Some rows, and for which clicks their orders and carts are counted."""

    page: Page[Row]
    model: Model


class LoggedBefore(DomainError):
    """This auction is in the log already."""


def note_auction(held: AuctionHeld) -> None:
    """Write an auction into the log of each campaign that took part, once.

    For each 1 transaction of 1 item, 6 where its ad was shown.
    """
    for own in held.participants:
        try:
            with Transaction() as tx:
                tx.put(models.auction_item(held, own, _others(held, own)), otherwise=LoggedBefore)
                if own.slot is not None:
                    _count_impression(tx, held, own)
        except LoggedBefore:
            continue


def _others(held: AuctionHeld, own: Participant) -> list[int]:
    """The scores of those with whom a bid would compete, the best first."""
    scores = [one.bid * one.quality for one in held.participants if one is not own]
    return sorted(scores, reverse=True)[: len(quality.SEEN) + 1]


def _count_impression(tx: Transaction, held: AuctionHeld, own: Participant) -> None:
    assert own.slot is not None
    looks = index.ShownItem.looks.add(quality.SEEN[own.slot])
    tx.update(index.shown_key(own.listing_id), [looks])
    for touch in counting.counted_for(
        day=own.day, listing_id=own.listing_id, keyword=own.keyword, term=held.term
    ):
        tx.update(models.sums_key(own.campaign_id, touch), models.adding(Sums(impressions=1)))


def report(
    campaign_id: str,
    *,
    person: str,
    by: By,
    model: Model = Model.LAST,
    first: str,
    last: str,
    limit: int,
    cursor: str | None,
) -> Report:
    """What was counted of a campaign on each of some days, the latest first. 1 read, for staff 2; 1 query.

    Raises CampaignNotFound, NotPermitted, BadReportSpan, BadCursor.
    """
    campaigns.permitted(campaign_id, person=person)
    rules.refuse_span(first, last)
    within = SumsItem.sk.between(f"{by}#{first}", f"{by}#{last}$")  # which is next after `#`
    page = paging.query(SumsItem, f"sums#{campaign_id}", within, limit=limit, cursor=cursor)
    return Report(page.map(_row), model)


def _row(item: SumsItem) -> Row:
    _, day, of = item.sk.split("#", 2)
    return Row(day, of, item.sums())


def recounted(campaign_id: str, day: str) -> dict[tuple[By, str], Sums]:
    """What a campaign's report of a day says, counted anew from the log alone: it reads all of it."""
    found: list[tuple[str, str, str, Sums]] = []
    for item in models.log_of(AuctionItem, campaign_id, day, begins=models.AUCTION):
        own = Participant.model_validate(item.own)
        seen = Sums(impressions=int(own.slot is not None))
        found.append((own.listing_id, own.keyword, item.term, seen))
    for item in models.log_of(ClickItem, campaign_id, day, begins=models.CLICK):
        click = item.click()
        change = counting.change_of(click.outcome, click.facts.price)
        found.append((click.facts.listing_id, click.facts.keyword, click.facts.term, change))
    for log in Log:
        for item in models.log_of(PartItem, campaign_id, day, begins=log):
            told = item.told()
            found.append((told.listing_id, told.keyword, told.term, item.sums()))
    sums: dict[tuple[By, str], Sums] = {}
    for listing_id, keyword, term, change in found:
        for touch in counting.counted_for(day=day, listing_id=listing_id, keyword=keyword, term=term):
            sums[touch.by, touch.of] = sums.get((touch.by, touch.of), Sums()) + change
    return {of: change for of, change in sums.items() if change != Sums()}


def simulate(campaign_id: str, *, person: str, keyword: str, bid: int | None, now: datetime) -> list[Outlook]:
    """What other bids on a keyword would have brought in the auctions of the last seven days.

    1 read, for staff 2; a query a day of at most 500 auctions, and 1 read.
    Raises CampaignNotFound, NotPermitted.
    """
    campaign = campaigns.permitted(campaign_id, person=person)
    own: list[Participant] = []
    held: list[Held] = []
    for back in range(rules.LONGEST_SIMULATED):
        day = campaign.day(now - timedelta(days=back))
        for item in models.auctions(campaign_id, day, most=rules.MOST_SIMULATED):
            told = Participant.model_validate(item.own)
            if told.keyword == keyword:
                own.append(told)
                held.append(Held(told.quality, tuple(int(score) for score in item.others)))
    present = bid or max((one.bid for one in own), default=RESERVE)
    bids = sorted({max(RESERVE, present * step // 100) for step in rules.STEPS})
    rate = quality.click_rate(_shown([one.listing_id for one in own]))
    return [rules.outlook(one, held, reserve=RESERVE, rate=rate) for one in bids]


def _shown(listing_ids: Sequence[str]) -> quality.Shown:
    """How often the ads of some goods were looked at and clicked. 1 read."""
    wants = [index.shown_want(one) for one in dict.fromkeys(listing_ids)]
    found = [one for one in read_together(wants[:100]) if one] if wants else []
    return quality.Shown(sum(one.looks for one in found), sum(one.clicks for one in found))
