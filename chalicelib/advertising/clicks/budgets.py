"""What is left of a campaign's budget for a day, which clicks and looks at pictures share."""

from __future__ import annotations

from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns.rules import Campaign
from chalicelib.advertising.clicks import models
from chalicelib.advertising.clicks.models import BudgetItem
from chalicelib.advertising.clicks.rules import Budget
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.transaction import Transaction


def left(budget: Budget | None, campaign: Campaign) -> int:
    """In minor units; before the day's first debit it is all that the campaign gives."""
    return budget.left if budget else campaign.daily_budget


def take(
    tx: Transaction,
    campaign: Campaign,
    day: str,
    cost: int,
    *,
    budget: Budget | None,
    otherwise: type[DomainError] = ChangedMeanwhile,
) -> None:
    """Take a cost from what is left of a day: so debits at one instant don't overspend. 1 item.

    The day's first debit begins with the campaign's budget, which mustn't change meanwhile: 1 item more.
    Raises `otherwise` if there isn't as much left.
    """
    key = models.budget_key(campaign.id, day)
    if budget:
        change = [BudgetItem.left.add(-cost), BudgetItem.spent.add(cost)]
        tx.update(key, change, condition=BudgetItem.left >= cost, otherwise=otherwise)
        return
    if campaign.daily_budget < cost:
        raise otherwise
    key.left, key.spent = campaign.daily_budget - cost, cost
    tx.put(key, otherwise=ChangedMeanwhile)
    unchanged = campaigns.CampaignItem.version == campaign.version
    tx.check(campaigns.campaign_key(campaign.id), unchanged)
