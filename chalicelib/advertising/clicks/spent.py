"""That a day's budget is spent, or all that was set aside for ads: told once a day.

It is looked at after a click was billed, as it is then, so it doesn't matter which of several clicks at one
instant took the last of it. A process that dies in between has its message come again, which looks again.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.advertising.campaigns.rules import RESERVE, Campaign
from chalicelib.advertising.clicks import models
from chalicelib.advertising.events import AdBalanceEmpty, AdBudgetSpent
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.adverts import service as adverts
from chalicelib.stores.service import Scope
from chalicelib.stores.staff import service as staff


class ToldToday(DomainError):
    """This was told before."""


def tell(campaign: Campaign, day: str, *, at: datetime) -> None:
    """Tell who advertises for a store what is spent, unless it was told that day.

    1 read of 4 items; 2 reads more and 1 transaction of 2 items for what is told.
    """
    budget, balance, *told = read_together(
        [
            models.budget_want(campaign.id, day),
            adverts.balance_want(campaign.owner_id, campaign.currency),
            models.told_want(campaign.id, day),
            models.told_want(f"{campaign.owner_id}#{campaign.currency}", day),
        ]
    )
    if budget and budget.left < RESERVE and not told[0]:
        event = AdBudgetSpent(
            at=at,
            campaign_id=campaign.id,
            name=campaign.name,
            budget=campaign.daily_budget,
            currency=campaign.currency,
            people=_people(campaign),
        )
        _tell(campaign.id, day, event)
    if balance and balance.amount < RESERVE and not told[1]:
        empty = AdBalanceEmpty(
            at=at, campaign_id=campaign.id, currency=campaign.currency, people=_people(campaign)
        )
        _tell(f"{campaign.owner_id}#{campaign.currency}", day, empty)


def _people(campaign: Campaign) -> tuple[str, ...]:
    return tuple(sorted({campaign.owner_id, *staff.who_may(campaign.store_id, Scope.ADS_EDIT)}))


def _tell(of: str, day: str, event: AdBudgetSpent | AdBalanceEmpty) -> None:
    try:
        with Transaction() as tx:
            tx.put(models.told_item(of, day, event.at), otherwise=ToldToday)
            tx.emit(event)
    except ToldToday:
        return
