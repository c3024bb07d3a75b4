from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.lending_day_count import LendingDayCount, check_lending_day_count
from ..models.lending_loan_state import LendingLoanState, check_lending_loan_state
from ..models.lending_method import LendingMethod, check_lending_method
from ..models.lending_purpose import LendingPurpose, check_lending_purpose

if TYPE_CHECKING:
    from ..models.instalment_view import InstalmentView
    from ..models.money_view import MoneyView
    from ..models.owed_view import OwedView


T = TypeVar("T", bound="LoanView")


@_attrs_define
class LoanView:
    """A loan. Rates and the share are in basis points; `schedule` is as it is now, `total_cost` as agreed.

    Attributes:
        id (str):
        state (LendingLoanState): How far a loan is.
        lender (str):
        amount (MoneyView): An amount of money in minor units (fen, cents).
        purpose (LendingPurpose): What the money is for.
        product (LendingMethod): How a loan comes back.
        months (int):
        day_count (LendingDayCount): How days become a fraction of a year. Sources: ISDA 2006 definitions, 4.16.
        annual_rate (int):
        penalty_rate (int):
        fee (MoneyView): An amount of money in minor units (fen, cents).
        share (int):
        total_cost (MoneyView): An amount of money in minor units (fen, cents).
        schedule (list[InstalmentView]):
        owed (OwedView): Amounts by what they are for, in minor units.
        late_since (datetime.date | None):
        accrued_until (datetime.date):
        written_off (MoneyView): An amount of money in minor units (fen, cents).
        recovered (MoneyView): An amount of money in minor units (fen, cents).
        contract (str):
        offered_until (datetime.datetime):
        accepted_at (datetime.datetime | None):
        paid_out_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        pays (None | str):
    """

    id: str
    state: LendingLoanState
    lender: str
    amount: MoneyView
    purpose: LendingPurpose
    product: LendingMethod
    months: int
    day_count: LendingDayCount
    annual_rate: int
    penalty_rate: int
    fee: MoneyView
    share: int
    total_cost: MoneyView
    schedule: list[InstalmentView]
    owed: OwedView
    late_since: datetime.date | None
    accrued_until: datetime.date
    written_off: MoneyView
    recovered: MoneyView
    contract: str
    offered_until: datetime.datetime
    accepted_at: datetime.datetime | None
    paid_out_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    pays: None | str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        lender = self.lender

        amount = self.amount.to_dict()

        purpose: str = self.purpose

        product: str = self.product

        months = self.months

        day_count: str = self.day_count

        annual_rate = self.annual_rate

        penalty_rate = self.penalty_rate

        fee = self.fee.to_dict()

        share = self.share

        total_cost = self.total_cost.to_dict()

        schedule = []
        for schedule_item_data in self.schedule:
            schedule_item = schedule_item_data.to_dict()
            schedule.append(schedule_item)

        owed = self.owed.to_dict()

        late_since: None | str
        if isinstance(self.late_since, datetime.date):
            late_since = self.late_since.isoformat()
        else:
            late_since = self.late_since

        accrued_until = self.accrued_until.isoformat()

        written_off = self.written_off.to_dict()

        recovered = self.recovered.to_dict()

        contract = self.contract

        offered_until = self.offered_until.isoformat()

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        paid_out_at: None | str
        if isinstance(self.paid_out_at, datetime.datetime):
            paid_out_at = self.paid_out_at.isoformat()
        else:
            paid_out_at = self.paid_out_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        pays: None | str
        pays = self.pays

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "lender": lender,
                "amount": amount,
                "purpose": purpose,
                "product": product,
                "months": months,
                "day_count": day_count,
                "annual_rate": annual_rate,
                "penalty_rate": penalty_rate,
                "fee": fee,
                "share": share,
                "total_cost": total_cost,
                "schedule": schedule,
                "owed": owed,
                "late_since": late_since,
                "accrued_until": accrued_until,
                "written_off": written_off,
                "recovered": recovered,
                "contract": contract,
                "offered_until": offered_until,
                "accepted_at": accepted_at,
                "paid_out_at": paid_out_at,
                "closed_at": closed_at,
                "pays": pays,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.instalment_view import InstalmentView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.owed_view import OwedView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_lending_loan_state(d.pop("state"))

        lender = d.pop("lender")

        amount = MoneyView.from_dict(d.pop("amount"))

        purpose = check_lending_purpose(d.pop("purpose"))

        product = check_lending_method(d.pop("product"))

        months = d.pop("months")

        day_count = check_lending_day_count(d.pop("day_count"))

        annual_rate = d.pop("annual_rate")

        penalty_rate = d.pop("penalty_rate")

        fee = MoneyView.from_dict(d.pop("fee"))

        share = d.pop("share")

        total_cost = MoneyView.from_dict(d.pop("total_cost"))

        schedule = []
        _schedule = d.pop("schedule")
        for schedule_item_data in _schedule:
            schedule_item = InstalmentView.from_dict(schedule_item_data)

            schedule.append(schedule_item)

        owed = OwedView.from_dict(d.pop("owed"))

        def _parse_late_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                late_since_type_0 = datetime.date.fromisoformat(data)

                return late_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        late_since = _parse_late_since(d.pop("late_since"))

        accrued_until = datetime.date.fromisoformat(d.pop("accrued_until"))

        written_off = MoneyView.from_dict(d.pop("written_off"))

        recovered = MoneyView.from_dict(d.pop("recovered"))

        contract = d.pop("contract")

        offered_until = datetime.datetime.fromisoformat(d.pop("offered_until"))

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        def _parse_paid_out_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_out_at_type_0 = datetime.datetime.fromisoformat(data)

                return paid_out_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        paid_out_at = _parse_paid_out_at(d.pop("paid_out_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_pays(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pays = _parse_pays(d.pop("pays"))

        loan_view = cls(
            id=id,
            state=state,
            lender=lender,
            amount=amount,
            purpose=purpose,
            product=product,
            months=months,
            day_count=day_count,
            annual_rate=annual_rate,
            penalty_rate=penalty_rate,
            fee=fee,
            share=share,
            total_cost=total_cost,
            schedule=schedule,
            owed=owed,
            late_since=late_since,
            accrued_until=accrued_until,
            written_off=written_off,
            recovered=recovered,
            contract=contract,
            offered_until=offered_until,
            accepted_at=accepted_at,
            paid_out_at=paid_out_at,
            closed_at=closed_at,
            pays=pays,
        )

        return loan_view
