from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.wholesale_tier import WholesaleTier, check_wholesale_tier

T = TypeVar("T", bound="MembershipWish")


@_attrs_define
class MembershipWish:
    """The plan that a supplier takes.

    Attributes:
        tier (WholesaleTier): A plan's name.
    """

    tier: WholesaleTier

    def to_dict(self) -> dict[str, Any]:
        tier: str = self.tier

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tier": tier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tier = check_wholesale_tier(d.pop("tier"))

        membership_wish = cls(
            tier=tier,
        )

        return membership_wish
