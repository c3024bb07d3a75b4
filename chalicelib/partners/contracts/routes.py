"""The routes of contracts and their milestones."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.partners.contracts import service
from chalicelib.partners.contracts.rules import Act, Contract
from chalicelib.partners.contracts.schemas import (
    ContractsQuery,
    MilestonePayment,
    NewDelivery,
    PackagePurchase,
    Remark,
    WorkContractsView,
    WorkContractView,
    WorkRuling,
    numbered,
)
from chalicelib.partners.errors import (
    ContractNotFound,
    MilestoneNotFound,
    NoRevisionLeft,
    NothingDelivered,
    NotLate,
    OwnWork,
    PackageNotFound,
    PartnerNotFound,
    RulingTooLarge,
    WrongMilestoneState,
)
from chalicelib.payments.errors import (
    InsufficientFunds,
    LimitExceeded,
    PinLocked,
    PinRequired,
    SplitsChanged,
    WrongPin,
)
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

_MOVES: tuple[type[DomainError], ...] = (
    ContractNotFound,
    MilestoneNotFound,
    NotPermitted,
    WrongMilestoneState,
    ChangedMeanwhile,
)
_PAYS: tuple[type[DomainError], ...] = (PinRequired, WrongPin, PinLocked, LimitExceeded, InsufficientFunds)
_MILESTONE = "/contracts/{contract_id}/milestones/{milestone}"


@bp.post(
    "/partners/{partner_id}/contracts",
    answers=WorkContractView,
    status=HTTPStatus.CREATED,
    raises=(PartnerNotFound, PackageNotFound, StoreNotFound, OwnWork, *_PAYS),
)
def buy_package(partner_id: str, caller: Caller, body: PackagePurchase) -> Contract:
    """Buy a partner's package: its price waits in escrow until one accepts the work."""
    return service.buy_package(partner_id, merchant=caller.person_id, now=clock.now(), **dict(body))


@bp.get("/contracts", answers=WorkContractsView)
def list_contracts(caller: Caller, query: ContractsQuery) -> Page[Contract]:
    """List one's contracts, as a merchant or as a partner."""
    return service.contracts_of(caller.person_id, query.side(), limit=query.limit, cursor=query.cursor)


@bp.get("/contracts/{contract_id}", answers=WorkContractView, raises=(ContractNotFound,))
def show_work_contract(contract_id: str, caller: Caller) -> Contract:
    """See a contract: how far each milestone is, and what was delivered."""
    return service.show(contract_id, caller=caller.person_id)


@bp.post(f"{_MILESTONE}/fund", answers=WorkContractView, raises=(*_MOVES, *_PAYS))
def fund_milestone(contract_id: str, milestone: str, caller: Caller, body: MilestonePayment) -> Contract:
    """Pay a milestone into escrow, as the merchant: now the partner works."""
    return service.fund(
        contract_id, numbered(milestone), merchant=caller.person_id, pin=body.pin, now=clock.now()
    )


@bp.post(f"{_MILESTONE}/deliver", answers=WorkContractView, raises=(*_MOVES, NothingDelivered, PhotoNotReady))
def deliver_work(contract_id: str, milestone: str, caller: Caller, body: NewDelivery) -> Contract:
    """Deliver a milestone's work, as the partner."""
    return service.deliver(
        contract_id,
        numbered(milestone),
        provider=caller.person_id,
        text=body.text,
        photo_ids=body.photos,
        accent=body.theme or "",
        now=clock.now(),
    )


@bp.post(f"{_MILESTONE}/accept", answers=WorkContractView, raises=(*_MOVES, SplitsChanged))
def accept_work(contract_id: str, milestone: str, caller: Caller) -> Contract:
    """Accept the work, as the merchant: the partner is paid at once, less the commission."""
    return _act(contract_id, milestone, Act.ACCEPT, caller)


@bp.post(f"{_MILESTONE}/revise", answers=WorkContractView, raises=(*_MOVES, NoRevisionLeft))
def ask_for_revision(contract_id: str, milestone: str, caller: Caller, body: Remark) -> Contract:
    """Ask for the work to be done over, as the merchant."""
    return _act(contract_id, milestone, Act.REVISE, caller, body.text)


@bp.post(f"{_MILESTONE}/dispute", answers=WorkContractView, raises=_MOVES)
def dispute_work(contract_id: str, milestone: str, caller: Caller, body: Remark) -> Contract:
    """Have an operator decide about the work."""
    return _act(contract_id, milestone, Act.DISPUTE, caller, body.text)


@bp.post(f"{_MILESTONE}/give-back", answers=WorkContractView, raises=_MOVES)
def give_milestone_back(contract_id: str, milestone: str, caller: Caller, body: Remark) -> Contract:
    """Give the work up, as the partner: the merchant has all her money back."""
    return _act(contract_id, milestone, Act.GIVE_BACK, caller, body.text)


@bp.post(f"{_MILESTONE}/reclaim", answers=WorkContractView, raises=(*_MOVES, NotLate))
def reclaim_milestone(contract_id: str, milestone: str, caller: Caller) -> Contract:
    """Take one's money back, as the merchant, from work that is late."""
    return _act(contract_id, milestone, Act.RECLAIM, caller)


@bp.post(f"{_MILESTONE}/cancel", answers=WorkContractView, raises=_MOVES)
def cancel_milestone(contract_id: str, milestone: str, caller: Caller) -> Contract:
    """Call off a milestone that isn't paid yet."""
    return _act(contract_id, milestone, Act.CANCEL, caller)


@bp.get("/work-disputes", answers=WorkContractsView, raises=(NotPermitted,))
def list_work_disputes(caller: Caller, query: PageQuery) -> Page[Contract]:
    """List the contracts with a milestone in dispute, as an operator."""
    _operator(caller, NotPermitted("This is for the platform's operators."))
    return service.hearings(limit=query.limit, cursor=query.cursor)


@bp.post(
    "/work-disputes/{contract_id}/{milestone}/ruling",
    answers=WorkContractView,
    raises=(*_MOVES, RulingTooLarge, SplitsChanged),
)
def rule_on_work(contract_id: str, milestone: str, caller: Caller, body: WorkRuling) -> Contract:
    """Decide a dispute as an operator: what goes back to the merchant; the rest is the partner's."""
    _operator(caller, ContractNotFound())
    return service.rule(contract_id, numbered(milestone), back=body.back, said=body.text, now=clock.now())


def _operator(caller: Caller, otherwise: DomainError) -> None:
    if "operators" not in caller.groups:
        raise otherwise


def _act(contract_id: str, milestone: str, act: Act, caller: Caller, said: str = "") -> Contract:
    return service.act(
        contract_id, numbered(milestone), act, caller=caller.person_id, said=said, now=clock.now()
    )
