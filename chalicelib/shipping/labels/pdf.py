"""A label as PDF, by reportlab, which is loaded when the first one is drawn.

Chinese is set in a font that every reader of PDF has or replaces (STSong-Light of Adobe's Asian font packs),
so no font is shipped.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from chalicelib.shipping.labels.rules import HEIGHT, WIDTH, Label, address, foot

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FONT = "STSong-Light"
_MARGIN = 6.0


def draw(label: Label) -> bytes:
    """The page."""
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(WIDTH * mm, HEIGHT * mm), invariant=1)
    canvas.setTitle(label.number)
    canvas.scale(mm, mm)
    _head(canvas, label)
    _code(canvas, label.number)
    _lines(canvas, "收 To", address(label.recipient, 34), top=88, size=4.6)
    _lines(canvas, "寄 From", address(label.sender, 50), top=50, size=3.2)
    _lines(canvas, "", foot(label), top=24, size=2.8)
    canvas.showPage()
    canvas.save()
    return page.getvalue()


def _head(canvas: Canvas, label: Label) -> None:
    _text(canvas, _MARGIN, 138, 7, label.courier)
    _text(canvas, _MARGIN, 130, 4.5, label.service + ("  退货 Return" if label.is_return else ""))


def _code(canvas: Canvas, number: str) -> None:
    """The number as Code 128, over the label's width less a margin that scanners need."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode import createBarcodeDrawing

    code = createBarcodeDrawing("Code128", value=number, barHeight=22, width=80, height=22, quiet=0)
    renderPDF.draw(code, canvas, 10, 103)
    _text(canvas, 10, 97, 4.5, number)


def _lines(canvas: Canvas, head: str, lines: list[str], *, top: float, size: float) -> None:
    canvas.setLineWidth(0.3)
    canvas.line(_MARGIN, top + size + 1.5, WIDTH - _MARGIN, top + size + 1.5)
    left = _MARGIN + (14 if head else 0)
    if head:
        _text(canvas, _MARGIN, top, 4, head)
    for number, line in enumerate(lines[:6]):
        _text(canvas, left, top - number * size * 1.3, size, line)


def _text(canvas: Canvas, left: float, bottom: float, size: float, text: str) -> None:
    canvas.setFont(_FONT, size)
    canvas.drawString(left, bottom, text)
