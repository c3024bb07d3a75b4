from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.wholesale_line_kind import WholesaleLineKind, check_wholesale_line_kind
from ..models.wholesale_tier import WholesaleTier, check_wholesale_tier

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="MembershipLine")


@_attrs_define
class MembershipLine:
    """A line: so many seconds of a plan. Below zero, it is given back.

    Attributes:
        kind (WholesaleLineKind): What a line of an invoice is for.
        tier (WholesaleTier): A plan's name.
        seconds (int):
        amount (MoneyView): An amount of money in minor units (fen, cents).
    """

    kind: WholesaleLineKind
    tier: WholesaleTier
    seconds: int
    amount: MoneyView

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        tier: str = self.tier

        seconds = self.seconds

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "tier": tier,
                "seconds": seconds,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_wholesale_line_kind(d.pop("kind"))

        tier = check_wholesale_tier(d.pop("tier"))

        seconds = d.pop("seconds")

        amount = MoneyView.from_dict(d.pop("amount"))

        membership_line = cls(
            kind=kind,
            tier=tier,
            seconds=seconds,
            amount=amount,
        )

        return membership_line
