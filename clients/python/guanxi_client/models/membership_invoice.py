from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.foundation_invoice_state import (
    FoundationInvoiceState,
    check_foundation_invoice_state,
)

if TYPE_CHECKING:
    from ..models.membership_line import MembershipLine
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="MembershipInvoice")


@_attrs_define
class MembershipInvoice:
    """What a year or a change of plan cost. Below zero, it was given back to the wallet.

    Attributes:
        id (str):
        state (FoundationInvoiceState): Whether an invoice is paid.
        issued_at (datetime.datetime):
        paid_at (datetime.datetime | None):
        year_begins (datetime.datetime | None):
        year_ends (datetime.datetime | None):
        lines (list[MembershipLine]):
        total (MoneyView): An amount of money in minor units (fen, cents).
    """

    id: str
    state: FoundationInvoiceState
    issued_at: datetime.datetime
    paid_at: datetime.datetime | None
    year_begins: datetime.datetime | None
    year_ends: datetime.datetime | None
    lines: list[MembershipLine]
    total: MoneyView

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        issued_at = self.issued_at.isoformat()

        paid_at: None | str
        if isinstance(self.paid_at, datetime.datetime):
            paid_at = self.paid_at.isoformat()
        else:
            paid_at = self.paid_at

        year_begins: None | str
        if isinstance(self.year_begins, datetime.datetime):
            year_begins = self.year_begins.isoformat()
        else:
            year_begins = self.year_begins

        year_ends: None | str
        if isinstance(self.year_ends, datetime.datetime):
            year_ends = self.year_ends.isoformat()
        else:
            year_ends = self.year_ends

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "issued_at": issued_at,
                "paid_at": paid_at,
                "year_begins": year_begins,
                "year_ends": year_ends,
                "lines": lines,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.membership_line import MembershipLine  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_foundation_invoice_state(d.pop("state"))

        issued_at = datetime.datetime.fromisoformat(d.pop("issued_at"))

        def _parse_paid_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_at_type_0 = datetime.datetime.fromisoformat(data)

                return paid_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        paid_at = _parse_paid_at(d.pop("paid_at"))

        def _parse_year_begins(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                year_begins_type_0 = datetime.datetime.fromisoformat(data)

                return year_begins_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        year_begins = _parse_year_begins(d.pop("year_begins"))

        def _parse_year_ends(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                year_ends_type_0 = datetime.datetime.fromisoformat(data)

                return year_ends_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        year_ends = _parse_year_ends(d.pop("year_ends"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = MembershipLine.from_dict(lines_item_data)

            lines.append(lines_item)

        total = MoneyView.from_dict(d.pop("total"))

        membership_invoice = cls(
            id=id,
            state=state,
            issued_at=issued_at,
            paid_at=paid_at,
            year_begins=year_begins,
            year_ends=year_ends,
            lines=lines,
            total=total,
        )

        return membership_invoice
