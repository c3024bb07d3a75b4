"""A use that is held for a checkout until it is paid, given up or expired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.promotions.errors import CouponUsed, CouponUsedUp, PromotionUsedUp, TooManyLimited
from chalicelib.promotions.rules import MOST_LIMITED, Use


class State(StrEnum):
    """What became of a hold. It leaves HELD once."""

    HELD = "held"
    USED = "used"
    """Its checkout was paid."""
    RELEASED = "released"
    """It was given up; the uses are given back."""
    LAPSED = "lapsed"
    """Its time was over; the uses are given back."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Uses that are counted for a checkout, its reference, which isn't paid yet."""

    reference: str
    buyer: str
    uses: tuple[Use, ...]
    until: datetime
    state: State = State.HELD

    @property
    def held(self) -> bool:
        """Does it still wait for what becomes of it?"""
        return self.state is State.HELD

    def due(self, now: datetime) -> bool:
        """Is its time over, with nothing having become of it?"""
        return self.held and self.until <= now


def by_store(uses: Sequence[Use]) -> dict[str, list[Use]]:
    """Uses by store. Raises TooManyLimited."""
    stores: dict[str, list[Use]] = {}
    for use in uses:
        stores.setdefault(use.store_id, []).append(use)
    if len(stores) > MOST_LIMITED:
        raise TooManyLimited
    return stores


def refusal(uses: Sequence[Use], by_all: Mapping[str, int], by_buyer: Mapping[str, int]) -> DomainError:
    """Why these can't be counted any more, by what is counted now."""
    for use in uses:
        if use.total_limit is not None and by_all.get(use.promotion_id, 0) + use.times > use.total_limit:
            return CouponUsedUp(field="coupons") if use.coupon else PromotionUsedUp()
        if use.buyer_limit is not None and by_buyer.get(use.promotion_id, 0) + use.times > use.buyer_limit:
            return CouponUsed(field="coupons") if use.coupon else PromotionUsedUp()
    return ChangedMeanwhile()
