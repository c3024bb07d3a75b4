from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="DiscountView")


@_attrs_define
class DiscountView:
    """A promotion that applied to an order; with a `code` it is a coupon. `amount` is taken off its lines.

    Attributes:
        promotion_id (str):
        title (str):
        code (None | str):
        amount (MoneyView): An amount of money in minor units (fen, cents).
    """

    promotion_id: str
    title: str
    code: None | str
    amount: MoneyView

    def to_dict(self) -> dict[str, Any]:
        promotion_id = self.promotion_id

        title = self.title

        code: None | str
        code = self.code

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "promotion_id": promotion_id,
                "title": title,
                "code": code,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        promotion_id = d.pop("promotion_id")

        title = d.pop("title")

        def _parse_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code = _parse_code(d.pop("code"))

        amount = MoneyView.from_dict(d.pop("amount"))

        discount_view = cls(
            promotion_id=promotion_id,
            title=title,
            code=code,
            amount=amount,
        )

        return discount_view
