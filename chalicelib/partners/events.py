"""What happens among merchants and partners."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.events import Event


class PartnerEvent(Event):
    """Something that one person did and another one should know."""

    person_id: str
    """Who should know it."""
    name: str
    """Who did it."""
    title: str
    """The brief or the contract that it is about."""


class MilestoneMoved(Event):
    """Something happened to a milestone: `state` is the one it has now. The amount is in minor units."""

    contract_id: str
    number: int
    title: str
    merchant_id: str
    provider_id: str
    partner_name: str
    state: str
    act: str
    by: str
    amount: int
    given_back: int
    currency: str


class ContractMade(PartnerEvent):
    """A merchant hired a partner: her proposal was accepted, or her package bought."""

    contract_id: str


class ProposalMade(PartnerEvent):
    """A partner proposed something for a brief, or something else than before."""

    brief_id: str
    proposal_id: str


class ProposalDeclined(PartnerEvent):
    """A merchant didn't take a proposal."""

    brief_id: str
    proposal_id: str


class WorkReviewed(PartnerEvent):
    """Both sides' reviews of a contract can be read, or the time to write one is over."""

    contract_id: str


class AccessGranted(PartnerEvent):
    """A merchant lets a partner into her store."""

    store_id: str
    until: datetime


class AccessEnded(PartnerEvent):
    """A merchant lets a partner into her store no longer."""

    store_id: str
