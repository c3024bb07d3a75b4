"""The bill: a click's mark, its debit in the ledger, the day's budget and all that is counted, at once.

So a click is billed with its mark or not at all, however often its message comes and wherever a process dies.
What can't be billed any more is kept as written off, what is no click as invalid. All clicks of a campaign's
day meet on its budget and its money, so those that come in one batch are billed in one transaction; where
that can't be (one of them came before, or the budget ends among them) each is looked at alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from chalicelib.advertising.attribution import carts
from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns.rules import Campaign
from chalicelib.advertising.clicks import budgets, models, rules, spent
from chalicelib.advertising.clicks.rules import Budget, Click, Known, Outcome, Sums, Touch, Touched
from chalicelib.advertising.errors import AdClickNotFound, BudgetSpent
from chalicelib.advertising.events import AdClicked, ClickFacts
from chalicelib.advertising.serving import models as index
from chalicelib.foundation import clock
from chalicelib.foundation.errors import Busy, ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.adverts import service as adverts
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds
from chalicelib.stores import service as stores

ATTEMPTS = 8
"""How often a click is looked at anew when another one came between."""

TOGETHER = 8
"""Clicks that are billed in one transaction: each is 12 items at most, and all of them 4."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A click, and what there is that decides about it."""

    told: AdClicked
    click: Click | None
    seen: str | None
    known: Known
    person: str | None
    """Who clicked, if that is known."""

    @property
    def facts(self) -> ClickFacts:
        """What its token says."""
        return self.told.facts

    @property
    def origin(self) -> tuple[str, str]:
        """From where it came, and in which minute."""
        return self.told.origin, _minute(self.told)


@dataclass(frozen=True, slots=True)
class _Day:
    """What clicks of one campaign's day are billed to."""

    campaign: Campaign
    budget: Budget | None
    balance: int

    @property
    def left(self) -> int:
        """Of its budget."""
        return budgets.left(self.budget, self.campaign)


def bill(told: AdClicked) -> Outcome:
    """Let a click take effect, once. 1 read of 9 items at most, 1 transaction of 15 items at most.

    Near the end of budget or money 1 read more, and once a day 1 transaction of 2 items. Of somebody known 1
    query of what she put into her cart since. Raises Busy when others are in the way for too long, and
    ChangedMeanwhile: it comes again.
    """
    for _ in range(ATTEMPTS):
        day, (found,) = _look([told])
        try:
            outcome = _outcome(day, found)
        except ChangedMeanwhile:
            continue
        _tell_if_spent(day, [found])
        _count_carts(found, outcome)
        return outcome
    raise Busy


def bill_together(told: Sequence[AdClicked]) -> set[str]:
    """Bill good clicks of one campaign's day, all or none; answers the ids of the events that are done.

    1 read of 62 items and 1 transaction of 100 items at most, 1 more for what comes when nothing is left;
    near the end, and for each of somebody known, as for a single click. What is no plain click is left to
    `bill`. Raises ChangedMeanwhile: then each is looked at alone.
    """
    if len(told) == 1:
        return set()
    day, found = _look(told)
    done: set[str] = set()
    for outcome, chosen in _plain(day, found).items():
        if len(chosen) > 1 and _written(day, chosen, outcome):
            _tell_if_spent(day, chosen)
            for one in chosen:
                _count_carts(one, outcome)
            done |= {one.told.event_id for one in chosen}
    return done


def _written(day: _Day, clicks: Sequence[_Found], outcome: Outcome) -> bool:
    try:
        with Transaction() as tx:
            _write(tx, day, clicks, outcome)
        return True
    except DomainError:
        log.info("clicks are billed one by one", extra={"campaign_id": day.campaign.id})
        return False


def _plain(day: _Day, found: Sequence[_Found]) -> dict[Outcome, list[_Found]]:
    """Those that are certainly good, none of which touches what another one changes: which can be paid
    together, and for which nothing is left."""
    chosen: dict[Outcome, list[_Found]] = {Outcome.BILLED: [], Outcome.OVER_BUDGET: []}
    taken: set[tuple[str, str]] = set()
    came: Counter[tuple[str, str]] = Counter()
    left = min(day.left, day.balance)
    for one in found:
        whose = {("click", one.facts.click_id), ("who", _who(one.told))}
        known = replace(one.known, in_this_minute=one.known.in_this_minute + came[one.origin])
        if one.click or taken & whose or rules.fault(one.told.fault, one.told.at, known):
            continue
        outcome = Outcome.OVER_BUDGET if one.facts.price > day.left else Outcome.BILLED
        if outcome is Outcome.BILLED and one.facts.price > left:
            continue
        left -= one.facts.price if outcome is Outcome.BILLED else 0
        taken |= whose
        came[one.origin] += 1
        chosen[outcome].append(one)
    return chosen


def _who(told: AdClicked) -> str:
    return told.person_id or told.visitor


def _minute(told: AdClicked) -> str:
    return told.at.strftime("%Y-%m-%dT%H:%M")


def _look(told: Sequence[AdClicked]) -> tuple[_Day, list[_Found]]:
    """Read what decides about clicks of one campaign's day. Raises AdClickNotFound without the campaign."""
    first = told[0].facts
    shared: list[Want[Any]] = [
        campaigns.campaign_want(first.campaign_id),
        models.budget_want(first.campaign_id, first.day),
        adverts.balance_want(first.owner_id, first.currency),
    ]
    each = [_wants(one) for one in told]
    campaign, budget, balance, *rest = read_together([*shared, *(want for wants in each for want in wants)])
    if campaign is None:
        raise AdClickNotFound
    size = len(each[0])
    rows = [rest[start : start + size] for start in range(0, len(rest), size)]
    found = [_found(one, row) for one, row in zip(told, rows, strict=True)]
    return _Day(campaign, budget, balance.amount if balance else 0), found


def _wants(told: AdClicked) -> list[Want[Any]]:
    facts = told.facts
    return [
        models.click_want(facts.campaign_id, facts.day, facts.click_id),
        models.seen_want(_who(told), facts.listing_id),
        models.rate_want(told.origin, _minute(told)),
        models.visitor_want(told.visitor),
        *stores.wants(facts.store_id, told.person_id or facts.owner_id),
    ]


def _found(told: AdClicked, row: Sequence[Any]) -> _Found:
    click, seen, rate, whose, _, staff = row
    person = told.person_id or ""
    known = Known(
        owns=told.facts.owner_id in (person, whose) or bool(person and staff),
        seen=clock.moment(seen) if seen else None,
        in_this_minute=rate or 0,
    )
    return _Found(told, click, seen, known, told.person_id or whose)


def _count_carts(found: _Found, outcome: Outcome) -> None:
    """Count a good click for what was put into the cart before the click was heard of."""
    if found.person and (outcome is Outcome.BILLED or outcome.written_off):
        carts.count_click(Touched(found.facts, found.told.at), person=found.person)


def _outcome(day: _Day, found: _Found) -> Outcome:
    if found.click:
        return _again(found.told, found.click)
    fault = rules.fault(found.told.fault, found.told.at, found.known)
    paid = Outcome.BILLED if found.facts.price <= day.left else Outcome.OVER_BUDGET
    return _settled(day, found, fault or paid)


def _again(told: AdClicked, click: Click) -> Outcome:
    """A message that came before changes nothing; a link that is followed again is kept and costs nothing."""
    if click.event_id != told.event_id:
        models.again_item(told).save()
    return click.outcome


def _settled(day: _Day, found: _Found, outcome: Outcome) -> Outcome:
    """Write a click for what it is; what can't be billed any more is written off."""
    try:
        with Transaction() as tx:
            _write(tx, day, [found], outcome)
    except BudgetSpent:
        return _settled(day, found, Outcome.OVER_BUDGET)
    except (InsufficientFunds, AccountFrozen):
        return _settled(day, found, Outcome.NO_BALANCE)
    return outcome


def _write(tx: Transaction, day: _Day, clicks: Sequence[_Found], outcome: Outcome) -> None:
    """The clicks themselves, and with them all that they change."""
    good = outcome is Outcome.BILLED or outcome.written_off
    for one in clicks:
        who = _who(one.told) if good else None
        tx.put(models.click_item(one.told, outcome, who), otherwise=ChangedMeanwhile)
        if good:
            seen, unchanged = models.seeing(_who(one.told), one.facts.listing_id, one.seen, one.told.at)
            tx.put(seen, condition=unchanged)
            tx.put(models.touch_item(_who(one.told), one.told))
    for (origin, minute), count in Counter(one.origin for one in clicks).items():
        tx.update(*models.rate_change(origin, minute, clicks=count, at=clicks[0].told.at))
    if outcome is Outcome.BILLED:
        _take_money(tx, day, clicks)
    _count(tx, day, clicks, outcome)


def _take_money(tx: Transaction, day: _Day, clicks: Sequence[_Found]) -> None:
    cost = sum(one.facts.price for one in clicks)
    budgets.take(tx, day.campaign, clicks[0].facts.day, cost, budget=day.budget, otherwise=BudgetSpent)
    adverts.charge(
        tx,
        {one.facts.click_id: Money(one.facts.price, one.facts.currency) for one in clicks},
        person=day.campaign.owner_id,
        campaign=day.campaign.id,
        at=max(one.told.at for one in clicks),
    )
    for listing_id, count in Counter(one.facts.listing_id for one in clicks).items():
        tx.update(index.shown_key(listing_id), [index.ShownItem.clicks.add(count)])


def _count(tx: Transaction, day: _Day, clicks: Sequence[_Found], outcome: Outcome) -> None:
    """Add to the sums of reports what is counted for clicks: 4 items for one."""
    sums: dict[Touch, Sums] = {}
    for one in clicks:
        for touch in rules.touched(one.facts):
            sums[touch] = sums.get(touch, Sums()) + rules.change_of(outcome, one.facts.price)
    for touch, change in sums.items():
        tx.update(models.sums_key(day.campaign.id, touch), models.adding(change))


def _tell_if_spent(day: _Day, clicks: Sequence[_Found]) -> None:
    """Look whether budget or money has ended, if these clicks and others at that time may have done it."""
    cost = sum(one.facts.price for one in clicks)
    if min(day.left, day.balance) - cost < max(day.campaign.daily_budget // 5, 20 * cost):
        at: datetime = max(one.told.at for one in clicks)
        spent.tell(day.campaign, clicks[0].facts.day, at=at)
