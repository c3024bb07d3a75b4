"""What a seller reads: why her limit isn't higher, and what would raise it, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from chalicelib.foundation.money import Money
from chalicelib.lending.scoring.record.rules import PROMPT
from chalicelib.lending.scoring.rules import LEAST_REVIEWS, Characteristic, Raise, Reason

Words = Mapping[str, str]

_HOURS = int(PROMPT.total_seconds() // 3600)

REASONS: Mapping[Reason, Words] = {
    Reason.NO_SALES: {
        "zh": "近一年还没有已完成的订单。",
        "en": "No order of yours was completed in the last year.",
    },
    Reason.SHORT_HISTORY: {
        "zh": "经营时间还短，走势和季节性尚看不出来。",
        "en": "You haven't sold for long enough to show a trend or a season.",
    },
    Reason.FEW_REVIEWS: {
        "zh": f"评价少于 {LEAST_REVIEWS} 条，评分尚不能说明问题。",
        "en": f"With fewer than {LEAST_REVIEWS} reviews your rating doesn't say anything yet.",
    },
    Reason.NEVER_BORROWED: {
        "zh": "还没有按时还清过贷款。",
        "en": "You haven't repaid a loan here before.",
    },
    Reason.STORE_YOUNG: {"zh": "店铺开张不久。", "en": "Your store is young."},
    Reason.SALES_LOW: {"zh": "月均销售额较低。", "en": "You sell little in a month on average."},
    Reason.SALES_FALLING: {
        "zh": "近三个月销售走势不及此前（或增长过猛）。",
        "en": "Your sales of the last three months fell, or rose very steeply, against the three before.",
    },
    Reason.SEASON_WEAK: {
        "zh": "去年同期的未来三个月是淡季。",
        "en": "The coming three months were a weak season last year.",
    },
    Reason.SALES_UNEVEN: {
        "zh": "各月销售起伏较大。",
        "en": "Your sales differ much from month to month.",
    },
    Reason.REFUNDS_HIGH: {"zh": "退款占比较高。", "en": "You give much of your sales back in refunds."},
    Reason.DISPUTES_LOST: {
        "zh": "有纠纷被裁决退款给买家。",
        "en": "Disputes were decided in your buyers' favour.",
    },
    Reason.SHIPPED_LATE: {
        "zh": f"部分订单未在 {_HOURS} 小时内发货。",
        "en": f"Some of your parcels weren't sent within {_HOURS} hours.",
    },
    Reason.RATING_LOW: {"zh": "店铺评分有待提高。", "en": "Your stores' rating could be better."},
    Reason.WALLET_LOW: {
        "zh": "钱包余额相对月销售额偏低。",
        "en": "There is little in your wallet beside what you sell in a month.",
    },
    Reason.ADS_UNPROFITABLE: {
        "zh": "推广的投入产出比偏低。",
        "en": "Your advertising brings little for what it costs.",
    },
    Reason.REPAID_LATE: {"zh": "有过逾期还款。", "en": "An instalment of yours was overdue."},
}

_NAMES: Mapping[Characteristic, Words] = {
    Characteristic.STORE_MONTHS: {"zh": "店铺月数", "en": "Months your store has been open"},
    Characteristic.MONTHLY_SALES: {"zh": "月均销售额", "en": "Average monthly sales"},
    Characteristic.TREND: {
        "zh": "近三个月销售额与此前三个月之比",
        "en": "Sales of three months by the three before",
    },
    Characteristic.SEASON: {"zh": "季节性", "en": "Season"},
    Characteristic.UNEVENNESS: {"zh": "各月销售起伏", "en": "Unevenness of monthly sales"},
    Characteristic.REFUNDS: {"zh": "退款占比", "en": "Share of sales refunded"},
    Characteristic.DISPUTES: {"zh": "纠纷败诉率", "en": "Share of orders lost in a dispute"},
    Characteristic.ON_TIME: {
        "zh": f"{_HOURS} 小时内发货率",
        "en": f"Share of parcels sent within {_HOURS} hours",
    },
    Characteristic.RATING: {"zh": "店铺评分", "en": "Rating"},
    Characteristic.CUSHION: {"zh": "钱包余额与月销售额之比", "en": "Wallet by a month's sales"},
    Characteristic.AD_RETURN: {"zh": "推广投入产出比", "en": "Return on advertising"},
    Characteristic.DAYS_LATE: {"zh": "逾期天数", "en": "Days overdue"},
}


def _percent(basis_points: int) -> str:
    """Two decimals at most: a target that were rounded might not be enough."""
    return f"{basis_points // 100}.{basis_points % 100:02}".rstrip("0").rstrip(".") + " %"


_SHOWN: Mapping[Characteristic, Callable[[int], str]] = {
    Characteristic.STORE_MONTHS: str,
    Characteristic.DAYS_LATE: str,
    Characteristic.RATING: lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02}",
}


def reason(why: Reason) -> Words:
    """An adverse-action code in words."""
    return REASONS[why]


def advice(one: Raise) -> Words:
    """What would raise the limit, in words: `月均销售额：¥300.00 → 至少 ¥1,252.41，额度可达 ¥626.00`."""

    def shown(value: int) -> str:
        if one.what is Characteristic.MONTHLY_SALES:
            return str(Money(value, one.limit.currency))
        return _SHOWN.get(one.what, _percent)(value)

    name, up = _NAMES[one.what], one.target > one.now
    now, target = shown(one.now), shown(one.target)
    return {
        "zh": f"{name['zh']}：现为 {now}，{'达到' if up else '降到'} {target} 时，额度为 {one.limit}。",
        "en": f"{name['en']}: {now} now; at {target} or {'more' if up else 'less'} the limit is {one.limit}.",
    }
