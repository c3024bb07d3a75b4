"""A loan's contract: its sentences in Chinese and English, and the page that is made of them.

Of one loan the page is the same for ever, so its digest says what was agreed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from html import escape

from chalicelib.foundation.money import Money
from chalicelib.lending import rules
from chalicelib.lending.rules import Loan
from chalicelib.lending.schedules.rules import Method

TITLE = "借款合同 Loan agreement"

METHODS = {
    Method.EQUAL_INSTALMENTS: "等额本息 Equal instalments",
    Method.EQUAL_PRINCIPAL: "等额本金 Equal principal",
    Method.INTEREST_ONLY: "先息后本 Interest only",
    Method.SHARE_OF_SALES: "按销售额比例 Share of sales",
}

HEADINGS = ("期 No.", "应还日 Due", "本金 Principal", "利息 Interest", "合计 Total")


def facts(loan: Loan) -> list[tuple[str, str]]:
    """What is agreed, line by line."""
    terms, cost = loan.terms, rules.total_cost(loan.terms, loan.book)
    lines = [
        ("编号 Number", loan.id),
        ("出借人 Lender", loan.lender),
        ("借款人 Borrower", loan.borrower),
        ("本金 Principal", str(loan.money(terms.amount))),
        ("期限 Term", f"{terms.months} 个月 months"),
        ("还款方式 Repayment", METHODS[terms.method]),
        ("年利率 Yearly rate", f"{percent(terms.annual_rate)}（{terms.day_count}）"),
        ("总成本 Total cost", str(loan.money(cost))),
        ("应还总额 To be repaid", str(loan.money(terms.amount + cost))),
        (
            "逾期 Late",
            f"宽限 {terms.grace} 天，罚息年率 days of grace, then {percent(terms.penalty_rate)} a year",
        ),
    ]
    if loan.pays:
        lines.append(("用途 Pays", f"采购单尾款 the balance of order {loan.pays}"))
    if terms.share:
        share = percent(terms.share)
        lines.append(("每笔销售扣款 Of each sale", f"{share}，固定费用 fixed fee {loan.money(terms.fee)}"))
    return lines


SENTENCES = (
    "利息自放款之日起算。 Interest begins on the day of payout.",
    "可随时提前还款，不收手续费。 You may repay early at any time, at no cost.",
    "还款先抵充到期的费用、罚息、利息、本金。 Payments go to what is due: fee, penalty, interest, principal.",
    "逢周末顺延至下一工作日。 What falls on a weekend is due on the Monday after.",
)


def table(loan: Loan) -> list[tuple[str, ...]]:
    """The schedule, a row each."""

    def text(amount: int) -> str:
        return Money(amount, loan.currency).decimal()

    return [
        (str(row.number), row.due.isoformat(), text(row.principal), text(row.interest), text(row.total))
        for row in loan.book.rows
    ]


def page(loan: Loan) -> str:
    """The contract as an HTML document, as it is offered."""
    head = "".join(f"<tr><th>{escape(name)}</th><td>{escape(what)}</td></tr>" for name, what in facts(loan))
    rows = "".join(_row(row, "td") for row in table(loan))
    said = "".join(f"<li>{escape(one)}</li>" for one in SENTENCES)
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{TITLE}</title>'
        '<meta name="viewport" content="width=device-width"><style>body{font:15px sans-serif;margin:1rem}'
        "table{border-collapse:collapse}td,th{padding:.2rem .6rem;text-align:left}</style>"
        f"<h1>{TITLE}</h1><table>{head}</table><ol>{said}</ol>"
        f"<table>{_row(HEADINGS, 'th')}{rows}</table></html>"
    )


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def digest(text: str) -> str:
    """What tells one contract from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def percent(basis_points: int) -> str:
    """Such as `12.5 %`."""
    return f"{basis_points / 100:g} %"
