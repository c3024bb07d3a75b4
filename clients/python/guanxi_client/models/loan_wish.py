from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.lending_day_count import LendingDayCount, check_lending_day_count
from ..models.lending_method import LendingMethod, check_lending_method
from ..models.lending_purpose import LendingPurpose, check_lending_purpose
from ..types import UNSET, Unset

T = TypeVar("T", bound="LoanWish")


@_attrs_define
class LoanWish:
    """What one applies for. With `share_of_sales` `share` (basis points of each sale) must be given.

    `consent` says that one's sales record may be looked at. With `order_id` the money pays the balance of a
    purchase order, of just that amount: its supplier ships at once, and one pays when the loan says.

        Attributes:
            amount (int):
            months (int):
            purpose (LendingPurpose): What the money is for.
            consent (bool):
            product (LendingMethod | Unset): How a loan comes back.
            day_count (LendingDayCount | Unset): How days become a fraction of a year. Sources: ISDA 2006 definitions, 4.16.
            share (int | None | Unset):
            order_id (None | str | Unset):
    """

    amount: int
    months: int
    purpose: LendingPurpose
    consent: bool
    product: LendingMethod | Unset = UNSET
    day_count: LendingDayCount | Unset = UNSET
    share: int | None | Unset = UNSET
    order_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        months = self.months

        purpose: str = self.purpose

        consent = self.consent

        product: str | Unset = UNSET
        if not isinstance(self.product, Unset):
            product = self.product

        day_count: str | Unset = UNSET
        if not isinstance(self.day_count, Unset):
            day_count = self.day_count

        share: int | None | Unset
        if isinstance(self.share, Unset):
            share = UNSET
        else:
            share = self.share

        order_id: None | str | Unset
        if isinstance(self.order_id, Unset):
            order_id = UNSET
        else:
            order_id = self.order_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "months": months,
                "purpose": purpose,
                "consent": consent,
            }
        )
        if product is not UNSET:
            field_dict["product"] = product
        if day_count is not UNSET:
            field_dict["day_count"] = day_count
        if share is not UNSET:
            field_dict["share"] = share
        if order_id is not UNSET:
            field_dict["order_id"] = order_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        months = d.pop("months")

        purpose = check_lending_purpose(d.pop("purpose"))

        consent = d.pop("consent")

        _product = d.pop("product", UNSET)
        product: LendingMethod | Unset
        if isinstance(_product, Unset):
            product = UNSET
        else:
            product = check_lending_method(_product)

        _day_count = d.pop("day_count", UNSET)
        day_count: LendingDayCount | Unset
        if isinstance(_day_count, Unset):
            day_count = UNSET
        else:
            day_count = check_lending_day_count(_day_count)

        def _parse_share(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        share = _parse_share(d.pop("share", UNSET))

        def _parse_order_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        order_id = _parse_order_id(d.pop("order_id", UNSET))

        loan_wish = cls(
            amount=amount,
            months=months,
            purpose=purpose,
            consent=consent,
            product=product,
            day_count=day_count,
            share=share,
            order_id=order_id,
        )

        return loan_wish
