from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_discrepancy import PaymentDiscrepancy, check_payment_discrepancy

T = TypeVar("T", bound="DifferenceView")


@_attrs_define
class DifferenceView:
    """What an operator must look at. `theirs` is what the entries add up to, or what the gateway says.

    Attributes:
        fault (PaymentDiscrepancy): How books can differ.
        subject (str):
        ours (int | None):
        theirs (int | None):
    """

    fault: PaymentDiscrepancy
    subject: str
    ours: int | None
    theirs: int | None

    def to_dict(self) -> dict[str, Any]:
        fault: str = self.fault

        subject = self.subject

        ours: int | None
        ours = self.ours

        theirs: int | None
        theirs = self.theirs

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fault": fault,
                "subject": subject,
                "ours": ours,
                "theirs": theirs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fault = check_payment_discrepancy(d.pop("fault"))

        subject = d.pop("subject")

        def _parse_ours(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        ours = _parse_ours(d.pop("ours"))

        def _parse_theirs(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        theirs = _parse_theirs(d.pop("theirs"))

        difference_view = cls(
            fault=fault,
            subject=subject,
            ours=ours,
            theirs=theirs,
        )

        return difference_view
