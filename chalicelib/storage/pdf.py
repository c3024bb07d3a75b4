"""An invoice as PDF, by reportlab, which is loaded when the first one is drawn."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from chalicelib.foundation.money import Money
from chalicelib.foundation.subscribing import InvoiceState
from chalicelib.storage.rules import Invoice, Kind

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FONT = "STSong-Light"
_LEFT, _RIGHT = 20.0, 190.0

_KINDS: Mapping[Kind, str] = {
    Kind.PLAN: "套餐 Plan",
    Kind.REMAINDER: "原套餐剩余退还 Unused rest of the plan",
    Kind.STORED: "存储用量（字节·秒） Stored (byte-seconds)",
    Kind.REQUESTS: "超出的请求 Requests",
    Kind.BANDWIDTH: "超出的流量（字节） Bandwidth (bytes)",
}
_STATES: Mapping[InvoiceState, str] = {
    InvoiceState.PAID: "已付 Paid",
    InvoiceState.OPEN: "待付 Unpaid",
    InvoiceState.UNCOLLECTED: "未收 Not collected",
}


def draw(invoice: Invoice) -> bytes:
    """The page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=A4, invariant=1)
    canvas.setTitle(invoice.id)
    canvas.scale(mm, mm)
    _head(canvas, invoice)
    _lines(canvas, invoice)
    canvas.showPage()
    canvas.save()
    return page.getvalue()


def _head(canvas: Canvas, invoice: Invoice) -> None:
    _text(canvas, 270, "存储账单 Storage invoice", size=7)
    _text(canvas, 258, f"编号 Number  {invoice.id}")
    _text(canvas, 251, f"日期 Date  {invoice.issued_at:%Y-%m-%d %H:%M:%S} UTC")
    if invoice.begins and invoice.ends:
        _text(
            canvas, 244, f"期间 Period  {invoice.begins:%Y-%m-%d %H:%M:%S} – {invoice.ends:%Y-%m-%d %H:%M:%S}"
        )
    _text(canvas, 237, f"状态 State  {_STATES[invoice.state]}")


def _lines(canvas: Canvas, invoice: Invoice) -> None:
    height = 222.0
    for line in invoice.lines:
        _text(canvas, height, f"{_KINDS[line.kind]}  {line.plan.value}  × {line.quantity:,}")
        _amount(canvas, height, Money(line.amount, invoice.currency))
        height -= 8
    canvas.setLineWidth(0.3)
    canvas.line(_LEFT, height + 4, _RIGHT, height + 4)
    _text(canvas, height - 3, "合计 Total", size=5)
    _amount(canvas, height - 3, invoice.total)


def _text(canvas: Canvas, height: float, text: str, *, size: float = 4) -> None:
    canvas.setFont(_FONT, size)
    canvas.drawString(_LEFT, height, text)


def _amount(canvas: Canvas, height: float, amount: Money) -> None:
    canvas.setFont(_FONT, 4)
    canvas.drawRightString(_RIGHT, height, f"{amount.decimal()} {amount.currency}")
