"""Days as CSV (RFC 4180), in words of the reader's language."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping

from chalicelib.foundation.languages import Language
from chalicelib.foundation.money import Money

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a file is UTF-8."""

_COUNTS = ("visits", "views", "looks", "searches", "carts", "checkouts", "paid", "orders")
_HEADINGS: Mapping[Language, tuple[str, ...]] = {
    "zh": (
        *("日期", "访问", "店铺浏览", "商品浏览", "搜索", "加购", "结算", "付款订单", "成交订单"),
        *("销售额", "退款", "净销售额", "客单价", "币种"),
    ),
    "en": (
        *("Day", "Visits", "Store views", "Listing views", "Searches", "Put into cart", "Checkouts"),
        *("Paid orders", "Orders", "Sales", "Refunded", "Net sales", "Average order", "Currency"),
    ),
}


def to_csv(days: Mapping[str, Counter[str]], *, currency: str, language: Language) -> str:
    """A row for each day, the earliest first."""
    out = io.StringIO(newline="")
    out.write(BYTE_ORDER_MARK)
    write = csv.writer(out).writerow
    write(_HEADINGS[language])
    for day, counts in sorted(days.items()):
        sales, refunded, orders = counts["sales"], counts["refunded"], counts["orders"]
        money = [sales, refunded, sales - refunded, sales // orders if orders else 0]
        told = [Money(amount, currency).decimal() for amount in money]
        write([day, *(counts[name] for name in _COUNTS), *told, currency])
    return out.getvalue()
