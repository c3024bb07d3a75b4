"""Contracts in the partners table: a contract is one item, with its milestones."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.contracts.rules import Contract, Delivery, Milestone, MilestoneState, Photo
from chalicelib.partners.models import TABLE, ByDue, ByShelf, BySide

DUE = "contract"
HEARINGS = "hearings"
"""Where the disputes stand that wait for an operator."""


class ContractItem(Item):
    """A contract. Key: its id, `contract`."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    merchant_id = UnicodeAttribute()
    partner_id = UnicodeAttribute()
    provider_id = UnicodeAttribute()
    partner_name = UnicodeAttribute()
    store_id = UnicodeAttribute()
    title = UnicodeAttribute()
    currency = UnicodeAttribute()
    milestones = JSONAttribute()
    made_at = UTCDateTimeAttribute()
    over_at = UTCDateTimeAttribute(null=True)
    earned = BooleanAttribute(default=False)
    reviewed = UnicodeSetAttribute(null=True)
    version = NumberAttribute()
    shelf = UnicodeAttribute()
    side = UnicodeAttribute()
    placed = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    by_shelf = ByShelf()
    by_side = BySide()
    due = ByDue()

    def contract(self) -> Contract:
        """What the business knows of it."""
        return Contract(
            id=self.pk,
            merchant_id=self.merchant_id,
            partner_id=self.partner_id,
            provider_id=self.provider_id,
            partner_name=self.partner_name,
            store_id=self.store_id,
            title=self.title,
            milestones=tuple(_milestone(row, self.currency) for row in self.milestones),
            made_at=self.made_at,
            over_at=self.over_at,
            earned=self.earned,
            reviewed=frozenset(self.reviewed or ()),
            version=int(self.version),
        )


_MOMENTS = ("due", "deadline", "first_delivered")


def _milestone(row: dict[str, Any], currency: str) -> Milestone:
    moments = {name: clock.moment(row[name]) if row[name] else None for name in _MOMENTS}
    money = {name: Money(row[name], currency) for name in ("amount", "commission")}
    delivery = _delivery(row["delivery"]) if row["delivery"] else None
    return Milestone(
        **{**row, **moments, **money, "state": MilestoneState(row["state"]), "delivery": delivery}
    )


def _delivery(row: dict[str, Any]) -> Delivery:
    photos = tuple(Photo(**one) for one in row["photos"])
    return Delivery(clock.moment(row["at"]), row["text"], photos, row["accent"])


def _milestone_row(one: Milestone) -> dict[str, Any]:
    moments = {name: clock.stamp(at) if (at := getattr(one, name)) else None for name in _MOMENTS}
    money = {"amount": one.amount.amount, "commission": one.commission.amount}
    delivery = one.delivery and {**asdict(one.delivery), "at": clock.stamp(one.delivery.at)}
    return {**asdict(one), **moments, **money, "state": one.state.value, "delivery": delivery}


def merchants_shelf(person_id: str) -> str:
    """Where a merchant's contracts stand."""
    return f"contracts#{person_id}"


def partners_side(person_id: str) -> str:
    """Where a partner's contracts stand."""
    return f"work#{person_id}"


def contract_item(contract: Contract) -> ContractItem:
    """A contract as it is stored."""
    at = contract.deadline
    return ContractItem(
        pk=contract.id,
        sk="contract",
        merchant_id=contract.merchant_id,
        partner_id=contract.partner_id,
        provider_id=contract.provider_id,
        partner_name=contract.partner_name,
        store_id=contract.store_id,
        title=contract.title,
        currency=contract.milestones[0].amount.currency,
        milestones=[_milestone_row(one) for one in contract.milestones],
        made_at=contract.made_at,
        over_at=contract.over_at,
        earned=contract.earned,
        reviewed=set(contract.reviewed) or None,
        version=contract.version,
        shelf=merchants_shelf(contract.merchant_id),
        side=partners_side(contract.provider_id),
        placed=f"{clock.stamp(contract.made_at)}#{contract.id}",
        due_shard=due.shard(DUE, contract.id) if at else None,
        due_at=clock.stamp(at) if at else None,
    )


def advance(tx: Transaction, before: Contract, after: Contract) -> None:
    """Put a contract in place of the one that was read: 1 item. On commit raises ChangedMeanwhile."""
    tx.put(contract_item(after), condition=ContractItem.version == before.version)


def contract_want(contract_id: str) -> Want[Contract]:
    """A contract to be read."""
    return Want(ContractItem, contract_id, "contract", ContractItem.contract)


class HearingItem(Item):
    """That a milestone is disputed. Key: its contract's id, `hearing#` and its number."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    shelf = UnicodeAttribute()
    placed = UnicodeAttribute()

    by_shelf = ByShelf()


def hear(tx: Transaction, contract_id: str, before: Milestone, after: Milestone, at: datetime) -> None:
    """Let the operators find a dispute, or no more: 1 item, or none."""
    was, is_ = (one.state is MilestoneState.DISPUTED for one in (before, after))
    sk = f"hearing#{after.number:02}"
    if is_ and not was:
        tx.put(HearingItem(pk=contract_id, sk=sk, shelf=HEARINGS, placed=f"{clock.stamp(at)}#{contract_id}"))
    if was and not is_:
        tx.delete(HearingItem(pk=contract_id, sk=sk))
