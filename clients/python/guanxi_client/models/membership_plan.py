from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.wholesale_tier import WholesaleTier, check_wholesale_tier

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="MembershipPlan")


@_attrs_define
class MembershipPlan:
    """A plan: how many open requests it lets one answer in a calendar month (UTC), and its yearly price.

    Attributes:
        tier (WholesaleTier): A plan's name.
        answers_a_month (int):
        price (MoneyView): An amount of money in minor units (fen, cents).
    """

    tier: WholesaleTier
    answers_a_month: int
    price: MoneyView

    def to_dict(self) -> dict[str, Any]:
        tier: str = self.tier

        answers_a_month = self.answers_a_month

        price = self.price.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tier": tier,
                "answers_a_month": answers_a_month,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        tier = check_wholesale_tier(d.pop("tier"))

        answers_a_month = d.pop("answers_a_month")

        price = MoneyView.from_dict(d.pop("price"))

        membership_plan = cls(
            tier=tier,
            answers_a_month=answers_a_month,
            price=price,
        )

        return membership_plan
