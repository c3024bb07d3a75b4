"""How a sale's money is divided: buyer, platform, those with standing split instructions, and merchant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.foundation.money import BASIS_POINTS, Money, share
from chalicelib.payments.errors import RefundTooLarge

MOST_INSTRUCTIONS = 10
"""For one wallet: what a sale's transaction has room for."""


@dataclass(frozen=True, slots=True)
class Reward:
    """What whoever brought the buyer gets of one sale, frozen at checkout."""

    payee: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Sale:
    """Money in escrow for something that is bought: an order, a milestone of a partner's work.

    The fees were frozen when it was agreed.
    """

    id: str
    """Of what is bought: its escrow account is named so, and its transfers."""
    buyer: str
    merchant: str
    total: Money
    """What the buyer paid."""
    commission: Money
    payment_fee: Money
    refunded: Money
    """What she has got back already."""
    reward: Reward | None = None

    @property
    def left(self) -> Money:
        """What is in escrow still."""
        return self.total - self.refunded


@dataclass(frozen=True, slots=True)
class Division:
    """What becomes of what is left of a sale; the parts add up to it."""

    commission: Money
    payment_fee: Money
    reward: Money
    """The promoter's."""
    earned: Money
    """The merchant's, before her split instructions."""


def refused_beyond(sale: Sale, amount: Money) -> None:
    """A refund is positive and never exceeds what is left. Raises RefundTooLarge."""
    if amount.amount <= 0 or sale.left < amount:
        raise RefundTooLarge(f"Between 0.01 and {sale.left.decimal()} can be refunded.", field="amount")


def kept_commission(commission: Money, *, total: Money, refunded: Money) -> Money:
    """The commission less what a refund gives back of it, by largest remainder; the platform's part first."""
    if total.amount == 0:
        return commission
    return share(commission, [(total - refunded).amount, refunded.amount])[0]


def division(sale: Sale) -> Division:
    """Divide what is left of a sale.

    A refund gives back its share of the commission, and of the promoter's. The payment fee stays, since the
    gateway keeps it too, as far as anything is left to take it from; then comes the promoter.
    """
    commission = kept_commission(sale.commission, total=sale.total, refunded=sale.refunded)
    payment_fee = min(sale.payment_fee, sale.left - commission)
    left = sale.left - commission - payment_fee
    reward = min(_kept_reward(sale), left)
    return Division(commission, payment_fee, reward, left - reward)


def _kept_reward(sale: Sale) -> Money:
    if sale.reward is None:
        return Money.zero(sale.total.currency)
    return kept_commission(sale.reward.amount, total=sale.total, refunded=sale.refunded)


class SplitOwner(StrEnum):
    """Who left an instruction: the wallet's owner may take back only her own."""

    PERSON = "person"
    LENDING = "lending"
    AFFILIATE = "affiliate"


@dataclass(frozen=True, slots=True)
class Instruction:
    """A part of each sale that goes to somebody else before the rest reaches the wallet.

    Either `basis_points` of what the sale earned, or `amount` minor units of each sale.
    """

    id: str
    owner: SplitOwner
    payee: str
    """The account that gets it, by its id."""
    basis_points: int | None
    amount: int | None
    left: int | None
    """How much may still be paid in all, in minor units; None: without a cap."""
    precedence: int
    """Lower ones are served first; among equals the older."""
    memo: str


@dataclass(frozen=True, slots=True)
class Instructions:
    """All instructions of a wallet. `version` tells when they were changed."""

    standing: tuple[Instruction, ...]
    version: int


def shares(
    instructions: Sequence[Instruction], earned: Money, *, reference: str
) -> list[tuple[Instruction, Money]]:
    """What each instruction takes of a sale, in order of precedence; what takes nothing isn't named.

    None takes more than is left of the sale and of its cap.
    """
    taken, left = [], earned.amount
    for one in sorted(instructions, key=lambda one: (one.precedence, one.id)):
        wanted = one.amount if one.basis_points is None else _part(earned.amount, one, reference)
        part = min(wanted or 0, left, left if one.left is None else one.left)
        if part > 0:
            taken.append((one, Money(part, earned.currency)))
            left -= part
    return taken


def _part(earned: int, instruction: Instruction, reference: str) -> int:
    """A percentage of a sale, rounded up or down by a die that the sale's reference throws.

    Over many sales it comes out right whatever their size: a fixed rounding would give a payee of 1 % of
    sales of 0.40 nothing for ever, and a carried remainder would make a merchant's sales wait for each other.
    """
    die = ids.shard(f"{instruction.id}:{reference}", BASIS_POINTS)
    return (earned * (instruction.basis_points or 0) + die) // BASIS_POINTS
