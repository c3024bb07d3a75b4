from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.credit_raise_view import CreditRaiseView
    from ..models.credit_reason_view import CreditReasonView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CreditView")


@_attrs_define
class CreditView:
    """What one may borrow: the pre-approved limit and its price, why it isn't more, and what would raise it.

    With a limit of nothing nothing is lent. `annual_rate` and `default_probability` are in basis points.

        Attributes:
            limit (MoneyView): An amount of money in minor units (fen, cents).
            annual_rate (int):
            score (int):
            default_probability (int):
            card_version (str):
            reasons (list[CreditReasonView]):
            raises (list[CreditRaiseView]):
            computed_at (datetime.datetime):
    """

    limit: MoneyView
    annual_rate: int
    score: int
    default_probability: int
    card_version: str
    reasons: list[CreditReasonView]
    raises: list[CreditRaiseView]
    computed_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        limit = self.limit.to_dict()

        annual_rate = self.annual_rate

        score = self.score

        default_probability = self.default_probability

        card_version = self.card_version

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        raises = []
        for raises_item_data in self.raises:
            raises_item = raises_item_data.to_dict()
            raises.append(raises_item)

        computed_at = self.computed_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "limit": limit,
                "annual_rate": annual_rate,
                "score": score,
                "default_probability": default_probability,
                "card_version": card_version,
                "reasons": reasons,
                "raises": raises,
                "computed_at": computed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_raise_view import CreditRaiseView  # noqa: PLC0415
        from ..models.credit_reason_view import CreditReasonView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        limit = MoneyView.from_dict(d.pop("limit"))

        annual_rate = d.pop("annual_rate")

        score = d.pop("score")

        default_probability = d.pop("default_probability")

        card_version = d.pop("card_version")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = CreditReasonView.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        raises = []
        _raises = d.pop("raises")
        for raises_item_data in _raises:
            raises_item = CreditRaiseView.from_dict(raises_item_data)

            raises.append(raises_item)

        computed_at = datetime.datetime.fromisoformat(d.pop("computed_at"))

        credit_view = cls(
            limit=limit,
            annual_rate=annual_rate,
            score=score,
            default_probability=default_probability,
            card_version=card_version,
            reasons=reasons,
            raises=raises,
            computed_at=computed_at,
        )

        return credit_view
