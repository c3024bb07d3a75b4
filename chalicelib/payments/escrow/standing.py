"""Standing split instructions: a part of each of one's sales that goes to somebody else at once."""

from __future__ import annotations

from chalicelib.accounts import service as accounts
from chalicelib.foundation import idempotency
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import rules as books
from chalicelib.payments.errors import (
    NotYourInstruction,
    PayeeNotFound,
    SplitNotFound,
    TooManySplits,
)
from chalicelib.payments.escrow import rules, service
from chalicelib.payments.escrow.rules import Instruction, Instructions, SplitOwner
from chalicelib.payments.rules import refuse_unknown


def show(person: str, currency: str) -> Instructions:
    """The instructions that one's sales heed, also those that others left with one's consent. 1 read."""
    refuse_unknown(currency)
    return service.instructions_of(person, currency)


def add(
    person: str,
    *,
    currency: str,
    payee: str,
    basis_points: int | None,
    amount: int | None,
    cap: int | None,
    precedence: int,
    memo: str,
) -> Instructions:
    """Let a part of one's sales go to another person from now on. 2 reads, 1 transaction of 1 item.

    Raises UnknownCurrency, PayeeNotFound, TooManySplits, SplitsChanged.
    """
    refuse_unknown(currency)
    if payee == person or accounts.profile(payee).created_at is None:
        raise PayeeNotFound(field="payee")
    before = service.instructions_of(person, currency)
    if len(before.standing) >= rules.MOST_INSTRUCTIONS:
        raise TooManySplits
    new = Instruction(
        id=idempotency.stable_id("spl"),
        owner=SplitOwner.PERSON,
        payee=books.wallet(payee, currency).id,
        basis_points=basis_points,
        amount=amount,
        left=cap,
        precedence=precedence,
        memo=memo,
    )
    kept = {one.id: one for one in before.standing}
    with Transaction() as tx:
        after = service.leave(tx, books.wallet(person, currency), before, kept | {new.id: new})
        return tx.result(after)


def end(person: str, instruction_id: str, *, currency: str) -> None:
    """Take back one's own instruction. 1 read, 1 transaction of 1 item.

    Raises UnknownCurrency, SplitNotFound, NotYourInstruction, SplitsChanged.
    """
    refuse_unknown(currency)
    before = service.instructions_of(person, currency)
    kept = {one.id: one for one in before.standing}
    if (ended := kept.pop(instruction_id, None)) is None:
        raise SplitNotFound
    if ended.owner is not SplitOwner.PERSON:
        raise NotYourInstruction
    with Transaction() as tx:
        service.leave(tx, books.wallet(person, currency), before, kept)
