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
    from ..models.invoice_line import InvoiceLine
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="InvoiceView")


@_attrs_define
class InvoiceView:
    """An invoice. Below zero, it was given back to the wallet. Its PDF is at `pdf_path`.

    Attributes:
        id (str):
        state (FoundationInvoiceState): Whether an invoice is paid.
        issued_at (datetime.datetime):
        paid_at (datetime.datetime | None):
        period_begins (datetime.datetime | None):
        period_ends (datetime.datetime | None):
        lines (list[InvoiceLine]):
        total (MoneyView): An amount of money in minor units (fen, cents).
        pdf_path (str):
    """

    id: str
    state: FoundationInvoiceState
    issued_at: datetime.datetime
    paid_at: datetime.datetime | None
    period_begins: datetime.datetime | None
    period_ends: datetime.datetime | None
    lines: list[InvoiceLine]
    total: MoneyView
    pdf_path: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        issued_at = self.issued_at.isoformat()

        paid_at: None | str
        if isinstance(self.paid_at, datetime.datetime):
            paid_at = self.paid_at.isoformat()
        else:
            paid_at = self.paid_at

        period_begins: None | str
        if isinstance(self.period_begins, datetime.datetime):
            period_begins = self.period_begins.isoformat()
        else:
            period_begins = self.period_begins

        period_ends: None | str
        if isinstance(self.period_ends, datetime.datetime):
            period_ends = self.period_ends.isoformat()
        else:
            period_ends = self.period_ends

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        total = self.total.to_dict()

        pdf_path = self.pdf_path

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "issued_at": issued_at,
                "paid_at": paid_at,
                "period_begins": period_begins,
                "period_ends": period_ends,
                "lines": lines,
                "total": total,
                "pdf_path": pdf_path,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invoice_line import InvoiceLine  # noqa: PLC0415
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

        def _parse_period_begins(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                period_begins_type_0 = datetime.datetime.fromisoformat(data)

                return period_begins_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        period_begins = _parse_period_begins(d.pop("period_begins"))

        def _parse_period_ends(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                period_ends_type_0 = datetime.datetime.fromisoformat(data)

                return period_ends_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        period_ends = _parse_period_ends(d.pop("period_ends"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = InvoiceLine.from_dict(lines_item_data)

            lines.append(lines_item)

        total = MoneyView.from_dict(d.pop("total"))

        pdf_path = d.pop("pdf_path")

        invoice_view = cls(
            id=id,
            state=state,
            issued_at=issued_at,
            paid_at=paid_at,
            period_begins=period_begins,
            period_ends=period_ends,
            lines=lines,
            total=total,
            pdf_path=pdf_path,
        )

        return invoice_view
