from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.lending_characteristic import (
    LendingCharacteristic,
    check_lending_characteristic,
)

if TYPE_CHECKING:
    from ..models.credit_raise_view_text import CreditRaiseViewText
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CreditRaiseView")


@_attrs_define
class CreditRaiseView:
    """What would raise the limit, if nothing else changed, and to how much.

    `value` and `target` are months, minor units, hundredths of stars or basis points, by what it is.

        Attributes:
            what (LendingCharacteristic): What a seller is scored by: her record here, and nothing of her person.
            value (int):
            target (int):
            points (int):
            limit (MoneyView): An amount of money in minor units (fen, cents).
            text (CreditRaiseViewText):
    """

    what: LendingCharacteristic
    value: int
    target: int
    points: int
    limit: MoneyView
    text: CreditRaiseViewText

    def to_dict(self) -> dict[str, Any]:
        what: str = self.what

        value = self.value

        target = self.target

        points = self.points

        limit = self.limit.to_dict()

        text = self.text.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "what": what,
                "value": value,
                "target": target,
                "points": points,
                "limit": limit,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_raise_view_text import CreditRaiseViewText  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        what = check_lending_characteristic(d.pop("what"))

        value = d.pop("value")

        target = d.pop("target")

        points = d.pop("points")

        limit = MoneyView.from_dict(d.pop("limit"))

        text = CreditRaiseViewText.from_dict(d.pop("text"))

        credit_raise_view = cls(
            what=what,
            value=value,
            target=target,
            points=points,
            limit=limit,
            text=text,
        )

        return credit_raise_view
