from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LoanTerms")


@_attrs_define
class LoanTerms:
    """New terms of a loan: in how many months what is left comes back, and at which yearly rate.

    Attributes:
        months (int):
        annual_rate (int):
    """

    months: int
    annual_rate: int

    def to_dict(self) -> dict[str, Any]:
        months = self.months

        annual_rate = self.annual_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "months": months,
                "annual_rate": annual_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        months = d.pop("months")

        annual_rate = d.pop("annual_rate")

        loan_terms = cls(
            months=months,
            annual_rate=annual_rate,
        )

        return loan_terms
