"""The contract as a PDF. reportlab is imported when the first one is made: it takes a while."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from chalicelib.lending.contracts import sheet
from chalicelib.lending.rules import Loan

if TYPE_CHECKING:
    from reportlab.platypus import Table

FONT = "STSong-Light"
"""One of Adobe's Asian fonts, which readers have: nothing is embedded."""


def pdf(loan: Loan) -> bytes:
    """The same contract as the page, the same bytes each time."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    registerFont(UnicodeCIDFont(FONT))
    plain = ParagraphStyle("plain", fontName=FONT, fontSize=10, leading=15)
    big = ParagraphStyle("big", parent=plain, fontSize=16, leading=24)
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, title=sheet.TITLE, author=loan.lender, invariant=1)
    gap = Spacer(1, 10)
    said = [Paragraph(f"{number}. {one}", plain) for number, one in enumerate(sheet.SENTENCES, 1)]
    agreed = _table([*sheet.facts(loan)])
    schedule = _table([sheet.HEADINGS, *sheet.table(loan)])
    document.build([Paragraph(sheet.TITLE, big), agreed, gap, *said, gap, schedule])
    return out.getvalue()


def _table(rows: list[tuple[str, ...]]) -> Table:
    from reportlab.lib.colors import lightgrey
    from reportlab.platypus import Table

    style = [("FONT", (0, 0), (-1, -1), FONT, 9), ("LINEBELOW", (0, 0), (-1, -1), 0.25, lightgrey)]
    return Table(rows, style=style, hAlign="LEFT", repeatRows=0)
