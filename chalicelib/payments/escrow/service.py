"""What is done with a sale's money. Every function posts in the caller's transaction.

The money of each thing that is bought waits in an account of its own, named by the id of that thing: an
order's, a milestone's. `hold` puts it there, `settle` divides what is left of it among buyer, platform,
promoter, standing split instructions and merchant, and `give_back` returns some of it before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from pynamodb.expressions.condition import Condition

from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger
from chalicelib.payments import rules as books
from chalicelib.payments.errors import SplitsChanged
from chalicelib.payments.escrow import models, rules
from chalicelib.payments.escrow.models import SplitsItem
from chalicelib.payments.escrow.rules import Instruction, Instructions, Sale
from chalicelib.payments.rules import Account, Code, Transfer

ATTEMPTS = 5

_T = TypeVar("_T")


def hold(
    tx: Transaction, *, buyer: str, sales: Sequence[tuple[str, Money]], step: str = "hold", at: datetime
) -> None:
    """Move what is paid of each of these, by its id, from the buyer's wallet into an escrow of its own.

    `step` names the payment, of which a sale may have several. 4 items for each and 1 for the wallet. On
    commit raises InsufficientFunds, AccountFrozen.
    """
    transfers = [
        Transfer(
            id=f"{id_}:{step}",
            debit=books.wallet(buyer, total.currency),
            credit=books.escrow(id_, total.currency),
            amount=total,
            code=Code.PURCHASE,
            reference=id_,
        )
        for id_, total in sales
    ]
    ledger.post(tx, transfers, at=at)


def instructions_of(merchant: str, currency: str) -> Instructions:
    """What a sale must heed before the merchant is paid. 1 read."""
    (found,) = read_together([models.splits_want(books.wallet(merchant, currency))])
    return found or models.NONE


def heeding(merchant: str, currency: str, settle: Callable[[Instructions], _T]) -> _T:
    """Settle a sale by what stands instructed, anew when another sale used a cap up at the same moment.

    1 read for each try. Raises SplitsChanged when that doesn't end.
    """
    for _ in range(ATTEMPTS):
        try:
            return settle(instructions_of(merchant, currency))
        except SplitsChanged:
            continue
    raise SplitsChanged


def give_back(tx: Transaction, sale: Sale, *, refund_id: str, amount: Money, at: datetime) -> None:
    """Give the buyer some of what is left in escrow. 5 items.

    Raises RefundTooLarge; on commit InsufficientFunds when another refund was faster.
    """
    rules.refused_beyond(sale, amount)
    ledger.post(tx, [_refund(sale, refund_id, amount)], at=at)


def settle(
    tx: Transaction,
    sale: Sale,
    instructions: Instructions,
    *,
    refund: tuple[str, Money] | None = None,
    at: datetime,
) -> Money:
    """Divide all that is left of a sale, and answer what reached the merchant's wallet.

    `refund` is what the buyer gets back of it first, under that id. 14 items at most without split
    instructions, 4 more for each and 1 for all; 4 more for a promoter.
    Raises RefundTooLarge; on commit SplitsChanged.
    """
    transfers = []
    if refund:
        refund_id, amount = refund
        rules.refused_beyond(sale, amount)
        transfers.append(_refund(sale, refund_id, amount))
        sale = _after(sale, amount)
    parts = rules.division(sale)
    taken = rules.shares(instructions.standing, parts.earned, reference=sale.id)
    rest = parts.earned - sum((part for _, part in taken), Money.zero(parts.earned.currency))
    transfers += _payments(sale, parts, taken, rest)
    if transfers:
        ledger.post(tx, transfers, at=at)
    _count_against_caps(tx, books.wallet(sale.merchant, sale.total.currency), taken)
    return rest


def _after(sale: Sale, refunded: Money) -> Sale:
    return replace(sale, refunded=sale.refunded + refunded)


def _refund(sale: Sale, refund_id: str, amount: Money) -> Transfer:
    return Transfer(
        id=f"{refund_id}:refund",
        debit=books.escrow(sale.id, amount.currency),
        credit=books.wallet(sale.buyer, amount.currency),
        amount=amount,
        code=Code.REFUND,
        reference=sale.id,
    )


def _payments(
    sale: Sale, parts: rules.Division, taken: Sequence[tuple[Instruction, Money]], rest: Money
) -> list[Transfer]:
    currency = sale.total.currency
    escrow, revenue = books.escrow(sale.id, currency), books.revenue(sale.id, currency)
    paid = [
        ("release", books.wallet(sale.merchant, currency), rest, Code.SALE, ""),
        ("fee", revenue, parts.commission, Code.FEE, ""),
        ("payment_fee", revenue, parts.payment_fee, Code.PAYMENT_FEE, ""),
        *_reward(sale, parts),
        *((f"split:{one.id}", Account.named(one.payee), part, Code.SPLIT, one.memo) for one, part in taken),
    ]
    return [
        Transfer(f"{sale.id}:{step}", escrow, to, amount, code, sale.id, memo)
        for step, to, amount, code, memo in paid
        if amount.amount
    ]


def _reward(sale: Sale, parts: rules.Division) -> list[tuple[str, Account, Money, Code, str]]:
    if sale.reward is None:
        return []
    promoter = books.wallet(sale.reward.payee, sale.total.currency)
    return [("reward", promoter, parts.reward, Code.COMMISSION, "")]


def _count_against_caps(tx: Transaction, wallet: Account, taken: Sequence[tuple[Instruction, Money]]) -> None:
    """Take what was paid off what may still be paid. Sales at one instant don't wait for each other."""
    capped = [(one, part.amount) for one, part in taken if one.left is not None]
    if not capped:
        return
    actions, condition = [SplitsItem.version.add(1)], SplitsItem.pk.exists()
    for one, part in capped:
        left = SplitsItem.instructions[one.id]["left"]
        actions.append(left.set(left - part))
        condition = condition & (left >= part)
    tx.update(models.splits_key(wallet), actions, condition=condition, otherwise=SplitsChanged)


def is_unchanged(wallet_instructions: Instructions) -> Condition:
    """That nobody changed a wallet's instructions since they were read."""
    if wallet_instructions.version == 0:
        return SplitsItem.pk.does_not_exist()
    return SplitsItem.version == wallet_instructions.version


def leave(
    tx: Transaction, wallet: Account, before: Instructions, after: Mapping[str, Instruction]
) -> Instructions:
    """Put other instructions in place of those that were read: 1 item. On commit raises SplitsChanged."""
    changed = Instructions(tuple(after.values()), before.version + 1)
    tx.put(models.splits_item(wallet, changed), condition=is_unchanged(before), otherwise=SplitsChanged)
    return changed
