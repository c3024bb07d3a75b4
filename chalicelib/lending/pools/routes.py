"""The routes of pools: operators open and bound them, lenders move their money."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.lending.errors import NotFree, PoolFull, PoolNotFound
from chalicelib.lending.pools import service
from chalicelib.lending.pools.schemas import (
    LendingSwitch,
    NewPool,
    PoolFunds,
    PoolLimits,
    PoolsView,
    PoolView,
)
from chalicelib.lending.rules import Pool
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds, OperatorsOnly

bp = Routes(__name__)


@bp.post("/lending/pools", answers=PoolView, status=HTTPStatus.CREATED, raises=(OperatorsOnly, PoolFull))
def open_pool(caller: Caller, body: NewPool) -> Pool:
    """Let a lender's money be lent, as an operator."""
    _operator(caller, OperatorsOnly())
    return service.open_pool(**dict(body))


@bp.get("/lending/pools", answers=PoolsView, raises=(OperatorsOnly,))
def list_pools(caller: Caller) -> list[Pool]:
    """See all pools, as an operator."""
    _operator(caller, OperatorsOnly())
    return service.pools()


@bp.put("/lending/pools/{pool_id}", answers=PoolView, raises=(PoolNotFound,))
def limit_pool(pool_id: str, caller: Caller, body: PoolLimits) -> Pool:
    """Set a pool's limits, or stop it, as an operator."""
    _operator(caller, PoolNotFound())
    return service.change(pool_id, **dict(body))


@bp.post(
    "/pools/{pool_id}/deposits", answers=PoolView, raises=(PoolNotFound, InsufficientFunds, AccountFrozen)
)
def fund_pool(pool_id: str, caller: Caller, body: PoolFunds) -> Pool:
    """Move money from one's wallet to one's pool."""
    return service.put_in(pool_id, lender=caller.person_id, amount=body.amount, now=clock.now())


@bp.post("/pools/{pool_id}/withdrawals", answers=PoolView, raises=(PoolNotFound, NotFree))
def drain_pool(pool_id: str, caller: Caller, body: PoolFunds) -> Pool:
    """Move money that isn't lent from one's pool to one's wallet."""
    return service.take_out(pool_id, lender=caller.person_id, amount=body.amount, now=clock.now())


@bp.put("/lending/switch", answers=LendingSwitch, raises=(OperatorsOnly,))
def throw_switch(caller: Caller, body: LendingSwitch) -> bool:
    """Stop all lending at once, or let it go on, as an operator."""
    _operator(caller, OperatorsOnly())
    return service.throw_switch(halted=body.halted)


def _operator(caller: Caller, otherwise: DomainError) -> None:
    if "operators" not in caller.groups:
        raise otherwise
