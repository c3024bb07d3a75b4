"""The routes of refunds and disputes."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.orders.errors import (
    HearingOpen,
    OrderNotFound,
    RefundNotFound,
    RefundOpen,
    TooManyRefunds,
    TooMuchEvidence,
    WrongRefundState,
    WrongState,
)
from chalicelib.orders.refunds import service
from chalicelib.orders.refunds.rules import Action, Refund
from chalicelib.orders.refunds.schemas import (
    HearingsView,
    NewEvidence,
    NewRefund,
    RefundAnswer,
    RefundsView,
    RefundView,
    ReturnParcel,
    Ruling,
)
from chalicelib.payments.errors import InsufficientFunds, RefundTooLarge, SplitsChanged
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)

_READS: tuple[type[DomainError], ...] = (OrderNotFound, RefundNotFound, NotPermitted)
_MOVES = (*_READS, WrongRefundState, ChangedMeanwhile)
_PAYS = (*_MOVES, RefundTooLarge, InsufficientFunds)


@bp.post(
    "/orders/{order_id}/refunds",
    answers=RefundView,
    status=HTTPStatus.CREATED,
    raises=(
        OrderNotFound,
        NotPermitted,
        WrongState,
        RefundOpen,
        TooManyRefunds,
        RefundTooLarge,
        InsufficientFunds,
        PhotoNotReady,
        ChangedMeanwhile,
    ),
)
def ask_refund(order_id: str, caller: Caller, body: NewRefund) -> Refund:
    """Ask for money back as the buyer, or give it back at once as the merchant."""
    return service.ask(order_id, caller=caller.person_id, now=clock.now(), **dict(body))


@bp.get("/orders/{order_id}/refunds", answers=RefundsView, raises=(OrderNotFound, NotPermitted))
def show_refunds(order_id: str, caller: Caller) -> Sequence[Refund]:
    """See all refunds of an order."""
    return service.of_order(order_id, caller=caller.person_id)


@bp.get("/orders/{order_id}/refunds/{refund_id}", answers=RefundView, raises=_READS)
def show_refund(order_id: str, refund_id: str, caller: Caller) -> Refund:
    """See a refund, its evidence and its deadline."""
    return service.show(order_id, refund_id, caller=caller.person_id)


@bp.post("/orders/{order_id}/refunds/{refund_id}/accept", answers=RefundView, raises=_PAYS)
def accept_refund(order_id: str, refund_id: str, caller: Caller, body: RefundAnswer) -> Refund:
    """Accept a refund as the merchant: the money goes back at once, or the goods may be sent back."""
    return _act(order_id, refund_id, Action.ACCEPT, caller, body.text)


@bp.post("/orders/{order_id}/refunds/{refund_id}/reject", answers=RefundView, raises=_MOVES)
def reject_refund(order_id: str, refund_id: str, caller: Caller, body: RefundAnswer) -> Refund:
    """Reject a refund as the merchant, with one's reasons."""
    return _act(order_id, refund_id, Action.REJECT, caller, body.text)


@bp.post("/orders/{order_id}/refunds/{refund_id}/withdraw", answers=RefundView, raises=_MOVES)
def withdraw_refund(order_id: str, refund_id: str, caller: Caller) -> Refund:
    """Withdraw one's request as the buyer; the time to confirm goes on."""
    return _act(order_id, refund_id, Action.WITHDRAW, caller)


@bp.post("/orders/{order_id}/refunds/{refund_id}/parcel", answers=RefundView, raises=_MOVES)
def return_goods(order_id: str, refund_id: str, caller: Caller, body: ReturnParcel) -> Refund:
    """Tell that the goods are on their way back."""
    return service.send_back(order_id, refund_id, caller=caller.person_id, now=clock.now(), **dict(body))


@bp.post("/orders/{order_id}/refunds/{refund_id}/receive", answers=RefundView, raises=_PAYS)
def receive_return(order_id: str, refund_id: str, caller: Caller) -> Refund:
    """Confirm as the merchant that the goods came back: the money goes back at once."""
    return _act(order_id, refund_id, Action.RECEIVE, caller)


@bp.post("/orders/{order_id}/refunds/{refund_id}/dispute", answers=RefundView, raises=_MOVES)
def dispute_rejection(order_id: str, refund_id: str, caller: Caller) -> Refund:
    """Have an operator decide about a refund that was rejected."""
    return _act(order_id, refund_id, Action.DISPUTE, caller)


@bp.post(
    "/orders/{order_id}/refunds/{refund_id}/evidence",
    answers=RefundView,
    status=HTTPStatus.CREATED,
    raises=(*_MOVES, TooMuchEvidence, PhotoNotReady),
)
def add_evidence(order_id: str, refund_id: str, caller: Caller, body: NewEvidence) -> Refund:
    """Say and show something for one's side, until the deadline."""
    return service.add_evidence(order_id, refund_id, caller=caller.person_id, now=clock.now(), **dict(body))


@bp.get("/hearings", answers=HearingsView, raises=(NotPermitted,))
def list_hearings(caller: Caller, query: PageQuery) -> Page[Refund]:
    """List the disputes that wait for a ruling, as an operator."""
    _operator(caller, NotPermitted("This is for the platform's operators."))
    return service.hearings(limit=query.limit, cursor=query.cursor)


@bp.get("/hearings/{order_id}/{refund_id}", answers=RefundView, raises=(RefundNotFound,))
def show_hearing(order_id: str, refund_id: str, caller: Caller) -> Refund:
    """See a dispute with all its evidence, as an operator."""
    _operator(caller, RefundNotFound())
    return service.hearing(order_id, refund_id)


@bp.post(
    "/hearings/{order_id}/{refund_id}/ruling",
    answers=RefundView,
    raises=(*_PAYS, HearingOpen, SplitsChanged),
)
def rule_on_dispute(order_id: str, refund_id: str, caller: Caller, body: Ruling) -> Refund:
    """Decide a dispute as an operator: what goes to the buyer; the rest is the merchant's."""
    _operator(caller, RefundNotFound())
    return service.rule(order_id, refund_id, amount=body.amount, said=body.text, now=clock.now())


def _operator(caller: Caller, otherwise: DomainError) -> None:
    if "operators" not in caller.groups:
        raise otherwise


def _act(order_id: str, refund_id: str, action: Action, caller: Caller, said: str = "") -> Refund:
    return service.act(order_id, refund_id, action, caller=caller.person_id, said=said, now=clock.now())
