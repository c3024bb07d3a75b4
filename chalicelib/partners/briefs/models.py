"""Briefs and proposals in the partners table."""

from __future__ import annotations

from dataclasses import asdict

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.briefs.rules import (
    MOST_PROPOSALS,
    Brief,
    BriefState,
    Proposal,
    ProposalState,
)
from chalicelib.partners.contracts.rules import Part
from chalicelib.partners.errors import BriefClosed, ProposalExists, TooManyProposals
from chalicelib.partners.models import TABLE, ByDue, ByShelf, BySide
from chalicelib.partners.profiles.rules import Trade

DUE = "brief"


class BriefItem(Item):
    """A brief. Key: its id, `brief`. On its trade's shelf while it is open."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    merchant_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    store_name = UnicodeAttribute()
    title = UnicodeAttribute()
    text = UnicodeAttribute(null=True)
    trade = UnicodeAttribute()
    budget = NumberAttribute()
    currency = UnicodeAttribute()
    deadline = UTCDateTimeAttribute()
    made_at = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    proposals = NumberAttribute(default=0)
    contract_id = UnicodeAttribute(null=True)
    version = NumberAttribute()
    shelf = UnicodeAttribute(null=True)
    side = UnicodeAttribute()
    placed = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    by_shelf = ByShelf()
    by_side = BySide()
    due = ByDue()

    def brief(self) -> Brief:
        """What the business knows of it."""
        return Brief(
            id=self.pk,
            merchant_id=self.merchant_id,
            store_id=self.store_id,
            store_name=self.store_name,
            title=self.title,
            text=self.text or "",
            trade=Trade(self.trade),
            budget=Money(int(self.budget), self.currency),
            deadline=self.deadline,
            made_at=self.made_at,
            state=BriefState(self.state),
            proposals=int(self.proposals),
            contract_id=self.contract_id or "",
            version=int(self.version),
        )


def open_shelf(trade: Trade) -> str:
    """Where the open briefs of a trade stand."""
    return f"briefs#{trade}"


def own_side(merchant_id: str) -> str:
    """Where a merchant's briefs stand."""
    return f"briefs-of#{merchant_id}"


def brief_item(brief: Brief) -> BriefItem:
    """A brief as it is stored."""
    open_ = brief.state is BriefState.OPEN
    return BriefItem(
        pk=brief.id,
        sk="brief",
        merchant_id=brief.merchant_id,
        store_id=brief.store_id,
        store_name=brief.store_name,
        title=brief.title,
        text=brief.text or None,
        trade=brief.trade.value,
        budget=brief.budget.amount,
        currency=brief.budget.currency,
        deadline=brief.deadline,
        made_at=brief.made_at,
        state=brief.state.value,
        proposals=brief.proposals,
        contract_id=brief.contract_id or None,
        version=brief.version,
        shelf=open_shelf(brief.trade) if open_ else None,
        side=own_side(brief.merchant_id),
        placed=f"{clock.stamp(brief.made_at)}#{brief.id}",
        due_shard=due.shard(DUE, brief.id) if open_ else None,
        due_at=clock.stamp(brief.deadline) if open_ else None,
    )


def advance(tx: Transaction, before: Brief, after: Brief) -> None:
    """Put a brief in place of the one that was read: 1 item. On commit raises ChangedMeanwhile."""
    tx.put(brief_item(after), condition=BriefItem.version == before.version)


def one_more(tx: Transaction, brief: Brief) -> None:
    """Count a proposal for a brief that is still open, in whatever order they come: 1 item.

    On commit raises BriefClosed, TooManyProposals.
    """
    item = BriefItem
    full = brief.proposals >= MOST_PROPOSALS - 1
    tx.update(
        item(pk=brief.id, sk="brief"),
        [item.proposals.add(1), item.version.add(1)],
        condition=(item.state == BriefState.OPEN.value) & (item.proposals < MOST_PROPOSALS),
        otherwise=TooManyProposals if full else BriefClosed,
    )


def brief_want(brief_id: str) -> Want[Brief]:
    """A brief to be read."""
    return Want(BriefItem, brief_id, "brief", BriefItem.brief)


class ProposalItem(Item):
    """A proposal. Key: its id, `proposal`; the id follows from brief and partner, so each makes one."""

    class Meta(Item.Meta):
        table_name = table(TABLE)

    brief_id = UnicodeAttribute()
    merchant_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    title = UnicodeAttribute()
    partner_id = UnicodeAttribute()
    provider_id = UnicodeAttribute()
    partner_name = UnicodeAttribute()
    text = UnicodeAttribute(null=True)
    parts = JSONAttribute()
    currency = UnicodeAttribute()
    made_at = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    contract_id = UnicodeAttribute(null=True)
    version = NumberAttribute()
    shelf = UnicodeAttribute()
    side = UnicodeAttribute()
    placed = UnicodeAttribute()

    by_shelf = ByShelf()
    by_side = BySide()

    def proposal(self) -> Proposal:
        """What the business knows of it."""
        return Proposal(
            id=self.pk,
            brief_id=self.brief_id,
            merchant_id=self.merchant_id,
            store_id=self.store_id,
            title=self.title,
            partner_id=self.partner_id,
            provider_id=self.provider_id,
            partner_name=self.partner_name,
            text=self.text or "",
            parts=tuple(Part(**row) for row in self.parts),
            currency=self.currency,
            made_at=self.made_at,
            state=ProposalState(self.state),
            contract_id=self.contract_id or "",
            version=int(self.version),
        )


def of_brief(brief_id: str) -> str:
    """Where the proposals for a brief stand."""
    return f"proposals#{brief_id}"


def of_partner(provider_id: str) -> str:
    """Where a partner's proposals stand."""
    return f"proposals-of#{provider_id}"


def proposal_item(proposal: Proposal) -> ProposalItem:
    """A proposal as it is stored."""
    return ProposalItem(
        pk=proposal.id,
        sk="proposal",
        brief_id=proposal.brief_id,
        merchant_id=proposal.merchant_id,
        store_id=proposal.store_id,
        title=proposal.title,
        partner_id=proposal.partner_id,
        provider_id=proposal.provider_id,
        partner_name=proposal.partner_name,
        text=proposal.text or None,
        parts=[asdict(part) for part in proposal.parts],
        currency=proposal.currency,
        made_at=proposal.made_at,
        state=proposal.state.value,
        contract_id=proposal.contract_id or None,
        version=proposal.version,
        shelf=of_brief(proposal.brief_id),
        side=of_partner(proposal.provider_id),
        placed=f"{clock.stamp(proposal.made_at)}#{proposal.id}",
    )


def propose(tx: Transaction, proposal: Proposal) -> None:
    """Store a new proposal: 1 item. On commit raises ProposalExists."""
    tx.put(proposal_item(proposal), otherwise=ProposalExists)


def revise(tx: Transaction, before: Proposal, after: Proposal) -> None:
    """Put a proposal in place of the one that was read: 1 item. On commit raises ChangedMeanwhile."""
    tx.put(proposal_item(after), condition=ProposalItem.version == before.version)


def proposal_want(proposal_id: str) -> Want[Proposal]:
    """A proposal to be read."""
    return Want(ProposalItem, proposal_id, "proposal", ProposalItem.proposal)
