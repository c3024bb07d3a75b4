"""Who is told what of wholesale, of work with partners, and of one's own store and data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.advertising.events import AdBalanceEmpty, AdBudgetSpent
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.insights.events import WeekSummed
from chalicelib.listings.bulk.events import ImportEnded
from chalicelib.listings.events import (
    StockCameBack,
    StockLevelEvent,
    StockRanLow,
    StockRanOut,
)
from chalicelib.notifications.events import ArchiveReady, FarewellMoved
from chalicelib.notifications.rules import Notification, note
from chalicelib.partners.events import (
    AccessEnded,
    AccessGranted,
    ContractMade,
    MilestoneMoved,
    PartnerEvent,
    ProposalDeclined,
    ProposalMade,
    WorkReviewed,
)
from chalicelib.wholesale.events import (
    MembershipChanged,
    MembershipEnded,
    MembershipEvent,
    MembershipLapsing,
    MembershipRenewed,
    QuoteAsked,
    QuoteMoved,
    SupplierJudged,
    WholesaleEvent,
)

_QUOTES = {"pending", "accepted", "declined"}
"""What of a quotation the other side is told."""


def _of_wholesale(event: WholesaleEvent) -> list[Notification]:
    facts = {"title": event.title}
    match event:
        case QuoteAsked():
            facts["quantity"] = str(event.quantity)
            return [note(event, event.person_id, "quote_asked", event.request_id, facts)]
        case QuoteMoved():
            total = Money(event.total, event.currency)
            facts |= {"quantity": str(event.quantity), "total": str(total)}
            kind = f"quote_{event.state}"
            told = event.state in _QUOTES
            return [note(event, event.person_id, kind, event.request_id, facts)] if told else []
        case SupplierJudged():
            facts["reason"] = event.reason or "—"
            kind = f"supplier_{event.state}"
            return [note(event, event.person_id, kind, event.store_id, facts)]
    return []


_MEMBERSHIP: Mapping[type[Event], str] = {
    MembershipChanged: "membership_changed",
    MembershipRenewed: "membership_renewed",
    MembershipLapsing: "membership_lapsing",
    MembershipEnded: "membership_ended",
}


def _of_membership(event: MembershipEvent) -> list[Notification]:
    amount = str(Money(event.amount, event.currency))
    facts = {"title": event.title, "plan": event.tier, "amount": amount}
    if isinstance(event, MembershipRenewed | MembershipLapsing):
        facts["until"] = event.until.date().isoformat()
    return [note(event, event.person_id, _MEMBERSHIP[type(event)], event.store_id, facts)]


_MILESTONES = {"released": "work_paid"}


def _of_milestone(event: MilestoneMoved) -> list[Notification]:
    """Both sides hear of what the other one, the operator or the clock did; whoever did it knows.

    Of its payment only the partner hears.
    """
    facts = {
        "title": event.title,
        "name": event.partner_name,
        "amount": str(Money(event.amount, event.currency)),
        "back": str(Money(event.given_back, event.currency)),
    }
    kind = "work_ruled" if event.act == "rule" else _MILESTONES.get(event.state, f"work_{event.state}")
    concerned = {"merchant": event.merchant_id, "partner": event.provider_id}
    people = [person for side, person in concerned.items() if side != event.by]
    if kind == "work_paid":
        people = [event.provider_id]
    return [note(event, person, kind, event.contract_id, facts) for person in people]


_PARTNERS: Mapping[type[Event], tuple[str, str]] = {
    ContractMade: ("work_hired", "contract_id"),
    ProposalMade: ("proposal_made", "brief_id"),
    ProposalDeclined: ("proposal_declined", "brief_id"),
    WorkReviewed: ("work_reviewed", "contract_id"),
    AccessGranted: ("access_granted", "store_id"),
    AccessEnded: ("access_ended", "store_id"),
}
"""What each is called, and what it is about."""


def _of_partner(event: PartnerEvent) -> list[Notification]:
    kind, about = _PARTNERS[type(event)]
    facts = {"name": event.name, "title": event.title}
    if isinstance(event, AccessGranted):
        facts["until"] = event.until.date().isoformat()
    return [note(event, event.person_id, kind, getattr(event, about), facts)]


_STOCK: Mapping[type[Event], str] = {
    StockRanLow: "stock_low",
    StockRanOut: "stock_out",
    StockCameBack: "stock_back",
}


def _of_store(event: StockLevelEvent | AdBudgetSpent | AdBalanceEmpty) -> list[Notification]:
    """What those hear who work in a store."""
    match event:
        case AdBudgetSpent():
            facts = {"name": event.name, "budget": str(Money(event.budget, event.currency))}
            kind, about = "ad_budget_spent", event.campaign_id
        case AdBalanceEmpty():
            kind, about, facts = "ad_balance_empty", event.campaign_id, {}
        case _:
            facts = {"title": event.title, "left": str(event.left)}
            kind, about = _STOCK[type(event)], event.listing_id
    return [note(event, person, kind, about, facts) for person in event.people]


def _of_import(event: ImportEnded) -> list[Notification]:
    facts = {"kept": str(event.kept), "faulty": str(event.faulty)}
    kind = "import_failed" if event.failed else "import_done"
    return [note(event, event.person_id, kind, event.import_id, facts)]


def _of_week(event: WeekSummed) -> list[Notification]:
    facts = {
        "store": event.store_name,
        "first": event.first.isoformat(),
        "last": event.last.isoformat(),
        "visits": str(event.visits),
        "orders": str(event.orders),
        "sales": str(Money(event.sales, event.currency)),
        "before": str(Money(event.sales_before, event.currency)),
    }
    return [note(event, event.person_id, "week_summed", event.store_id, facts)]


def _of_privacy(event: ArchiveReady | FarewellMoved) -> list[Notification]:
    facts = {"until": event.until.date().isoformat()}
    if isinstance(event, ArchiveReady):
        return [note(event, event.person_id, "archive_ready", event.archive_id, facts)]
    return [note(event, event.person_id, f"farewell_{event.state}", event.person_id, facts)]


TOLD: Mapping[type[Event], Callable[[Any], list[Notification]]] = {
    MembershipEvent: _of_membership,
    WholesaleEvent: _of_wholesale,
    MilestoneMoved: _of_milestone,
    PartnerEvent: _of_partner,
    StockLevelEvent: _of_store,
    AdBudgetSpent: _of_store,
    AdBalanceEmpty: _of_store,
    ImportEnded: _of_import,
    WeekSummed: _of_week,
    ArchiveReady: _of_privacy,
    FarewellMoved: _of_privacy,
}
"""Who tells of what."""
