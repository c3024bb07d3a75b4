"""A statement's rows as CSV (RFC 4180), in words of the reader's language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from chalicelib.foundation.languages import Language
from chalicelib.foundation.money import Money
from chalicelib.payments.rules import Code, Entry
from chalicelib.payments.statements.rules import harmless

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a file is UTF-8; without it Chinese becomes gibberish."""

WORDS: Mapping[Code, tuple[str, str]] = {
    Code.TOP_UP: ("充值", "Top-up"),
    Code.PURCHASE: ("购物付款", "Purchase"),
    Code.SALE: ("销售收入", "Sale"),
    Code.FEE: ("平台佣金", "Commission"),
    Code.REFUND: ("退款", "Refund"),
    Code.WITHDRAWAL: ("提现", "Withdrawal"),
    Code.WITHDRAWAL_PAID: ("提现到账", "Withdrawal paid"),
    Code.WITHDRAWAL_RETURNED: ("提现退回", "Withdrawal returned"),
    Code.PAYMENT_FEE: ("支付手续费", "Payment fee"),
    Code.SPLIT: ("分账", "Split"),
    Code.COMMISSION: ("推广佣金", "Promoter's commission"),
    Code.COMMISSION_RETURNED: ("推广佣金退回", "Promoter's commission returned"),
    Code.AD_FUNDS: ("广告充值", "Set aside for ads"),
    Code.AD_FUNDS_RETURNED: ("广告余额退回", "Back from ads"),
    Code.AD_CLICK: ("广告点击", "Click on an ad"),
    Code.AD_IMPRESSIONS: ("展示广告", "Display ads"),
    Code.AD_CREDIT: ("广告点击退款", "Click on an ad paid back"),
    Code.REVERSAL: ("冲正", "Reversal"),
    Code.LOAN_FUNDING: ("贷款资金划转", "Lending pool"),
    Code.LOAN: ("贷款到账", "Loan"),
    Code.LOAN_OWED: ("贷款应收", "Owed of a loan"),
    Code.LOAN_REPAYMENT: ("贷款还款", "Loan repayment"),
    Code.LOAN_SETTLED: ("贷款冲抵", "Settled of a loan"),
    Code.LOAN_PROVISION: ("贷款拨备", "Loan provision"),
    Code.LOAN_WRITTEN_OFF: ("贷款核销", "Loan written off"),
    Code.LOAN_RECOVERED: ("核销后收回", "Recovered of a loan"),
    Code.LOAN_RELEASED: ("贷款多收退回", "Loan surplus returned"),
    Code.STORAGE: ("存储套餐", "Storage plan"),
    Code.STORAGE_RETURNED: ("存储套餐退款", "Storage plan returned"),
    Code.MEMBERSHIP: ("供应商年费", "Supplier's yearly plan"),
    Code.MEMBERSHIP_RETURNED: ("供应商年费退款", "Supplier's yearly plan returned"),
    Code.CARRIAGE: ("运费", "Carriage"),
    Code.CARRIAGE_RETURNED: ("运费退回", "Carriage returned"),
    Code.CLAIM: ("快递理赔", "Courier's compensation"),
}

_HEADINGS: Mapping[Language, Sequence[str]] = {
    "zh": ("时间", "类型", "单号", "金额", "币种", "余额"),
    "en": ("Time", "Kind", "Reference", "Amount", "Currency", "Balance"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, and the balance after it where it is known."""

    entry: Entry
    balance: Money | None


def to_csv(rows: Iterable[Row], *, language: Language, zone: str, headed: bool) -> str:
    """The rows as a file, or as what follows one: without its first line and byte order mark."""
    out = io.StringIO(newline="")
    write = csv.writer(out).writerow
    if headed:
        out.write(BYTE_ORDER_MARK)
        write(_HEADINGS[language])
    for row in rows:
        write(_cells(row, language, ZoneInfo(zone)))
    return out.getvalue()


def _cells(row: Row, language: Language, zone: ZoneInfo) -> list[str]:
    entry = row.entry
    return [
        entry.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S"),
        WORDS[Code(entry.code)][language == "en"],
        harmless(entry.reference),
        entry.amount.decimal(),
        entry.amount.currency,
        row.balance.decimal() if row.balance else "",
    ]
