from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_milestone_state import (
    PartnerMilestoneState,
    check_partner_milestone_state,
)

if TYPE_CHECKING:
    from ..models.delivery_view import DeliveryView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="MilestoneView")


@_attrs_define
class MilestoneView:
    """A milestone. `due` is when it is to be delivered, `deadline` when something happens by itself.

    Attributes:
        number (int):
        title (str):
        amount (MoneyView): An amount of money in minor units (fen, cents).
        commission (MoneyView): An amount of money in minor units (fen, cents).
        given_back (MoneyView): An amount of money in minor units (fen, cents).
        days (int):
        revisions (int):
        state (PartnerMilestoneState): Where a milestone is.
        due (datetime.datetime | None):
        deadline (datetime.datetime | None):
        delivery (DeliveryView | None):
        said (str):
    """

    number: int
    title: str
    amount: MoneyView
    commission: MoneyView
    given_back: MoneyView
    days: int
    revisions: int
    state: PartnerMilestoneState
    due: datetime.datetime | None
    deadline: datetime.datetime | None
    delivery: DeliveryView | None
    said: str

    def to_dict(self) -> dict[str, Any]:
        from ..models.delivery_view import DeliveryView  # noqa: PLC0415

        number = self.number

        title = self.title

        amount = self.amount.to_dict()

        commission = self.commission.to_dict()

        given_back = self.given_back.to_dict()

        days = self.days

        revisions = self.revisions

        state: str = self.state

        due: None | str
        if isinstance(self.due, datetime.datetime):
            due = self.due.isoformat()
        else:
            due = self.due

        deadline: None | str
        if isinstance(self.deadline, datetime.datetime):
            deadline = self.deadline.isoformat()
        else:
            deadline = self.deadline

        delivery: dict[str, Any] | None
        if isinstance(self.delivery, DeliveryView):
            delivery = self.delivery.to_dict()
        else:
            delivery = self.delivery

        said = self.said

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "number": number,
                "title": title,
                "amount": amount,
                "commission": commission,
                "given_back": given_back,
                "days": days,
                "revisions": revisions,
                "state": state,
                "due": due,
                "deadline": deadline,
                "delivery": delivery,
                "said": said,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivery_view import DeliveryView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        number = d.pop("number")

        title = d.pop("title")

        amount = MoneyView.from_dict(d.pop("amount"))

        commission = MoneyView.from_dict(d.pop("commission"))

        given_back = MoneyView.from_dict(d.pop("given_back"))

        days = d.pop("days")

        revisions = d.pop("revisions")

        state = check_partner_milestone_state(d.pop("state"))

        def _parse_due(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_type_0 = datetime.datetime.fromisoformat(data)

                return due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due = _parse_due(d.pop("due"))

        def _parse_deadline(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deadline_type_0 = datetime.datetime.fromisoformat(data)

                return deadline_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deadline = _parse_deadline(d.pop("deadline"))

        def _parse_delivery(data: object) -> DeliveryView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delivery_type_0 = DeliveryView.from_dict(data)

                return delivery_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeliveryView | None, data)

        delivery = _parse_delivery(d.pop("delivery"))

        said = d.pop("said")

        milestone_view = cls(
            number=number,
            title=title,
            amount=amount,
            commission=commission,
            given_back=given_back,
            days=days,
            revisions=revisions,
            state=state,
            due=due,
            deadline=deadline,
            delivery=delivery,
            said=said,
        )

        return milestone_view
