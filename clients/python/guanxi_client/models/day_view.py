from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_phase import PaymentPhase, check_payment_phase

if TYPE_CHECKING:
    from ..models.trial_line_view import TrialLineView


T = TypeVar("T", bound="DayView")


@_attrs_define
class DayView:
    """The books of a day (in UTC): the trial balance, which adds up to zero, and how many differences.

    Attributes:
        day (datetime.date):
        phase (PaymentPhase): How far a day's closing is.
        trial (list[TrialLineView]):
        differences (int):
    """

    day: datetime.date
    phase: PaymentPhase
    trial: list[TrialLineView]
    differences: int

    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        phase: str = self.phase

        trial = []
        for trial_item_data in self.trial:
            trial_item = trial_item_data.to_dict()
            trial.append(trial_item)

        differences = self.differences

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "day": day,
                "phase": phase,
                "trial": trial,
                "differences": differences,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trial_line_view import TrialLineView  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        phase = check_payment_phase(d.pop("phase"))

        trial = []
        _trial = d.pop("trial")
        for trial_item_data in _trial:
            trial_item = TrialLineView.from_dict(trial_item_data)

            trial.append(trial_item)

        differences = d.pop("differences")

        day_view = cls(
            day=day,
            phase=phase,
            trial=trial,
            differences=differences,
        )

        return day_view
