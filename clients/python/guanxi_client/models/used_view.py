from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_use import PaymentUse, check_payment_use

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="UsedView")


@_attrs_define
class UsedView:
    """A limit: the most at once, the most in a day, how much of that is used, and what may still be moved.

    Attributes:
        use (PaymentUse): What a wallet is used for, each with limits of its own.
        single (MoneyView): An amount of money in minor units (fen, cents).
        daily (MoneyView): An amount of money in minor units (fen, cents).
        used (MoneyView): An amount of money in minor units (fen, cents).
        left (MoneyView): An amount of money in minor units (fen, cents).
    """

    use: PaymentUse
    single: MoneyView
    daily: MoneyView
    used: MoneyView
    left: MoneyView

    def to_dict(self) -> dict[str, Any]:
        use: str = self.use

        single = self.single.to_dict()

        daily = self.daily.to_dict()

        used = self.used.to_dict()

        left = self.left.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "use": use,
                "single": single,
                "daily": daily,
                "used": used,
                "left": left,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        use = check_payment_use(d.pop("use"))

        single = MoneyView.from_dict(d.pop("single"))

        daily = MoneyView.from_dict(d.pop("daily"))

        used = MoneyView.from_dict(d.pop("used"))

        left = MoneyView.from_dict(d.pop("left"))

        used_view = cls(
            use=use,
            single=single,
            daily=daily,
            used=used,
            left=left,
        )

        return used_view
