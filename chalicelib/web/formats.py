"""Prices, numbers and moments as people of a language write them: Unicode's data (CLDR), by Babel.

Babel is imported when the first page is rendered. The packager leaves in what is used here of its data, and
no more (`infra/locales.py`): a test holds both to each other.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from chalicelib.foundation.languages import Language
from chalicelib.foundation.money import Money, minor_digits

if TYPE_CHECKING:
    from babel.core import Locale

_DAY, _CLOCK = "MMMd", "Hm"
"""Skeletons of CLDR: a day without its year, and hours of 24."""


@cache
def locale(language: Language) -> Locale:
    """Whose way of writing a language's pages have: of English it is Britain's, as in the web client."""
    from babel.core import Locale

    return Locale("zh") if language == "zh" else Locale("en", territory="GB")


def price(money: Money, language: Language) -> str:
    """An amount with its currency's symbol, in whole groups of digits: ¥12,345.00."""
    from babel.numbers import parse_pattern

    here = locale(language)
    pattern = parse_pattern(here.currency_formats["standard"].pattern.replace("¤", money.symbol))
    digits = minor_digits(money.currency)
    pattern.frac_prec = (digits, digits)
    return str(pattern.apply(Decimal(money.decimal()), here))


def count(number: int, language: Language) -> str:
    """How many: 12,345."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale(language))


def moment(at: datetime, language: Language, *, time_zone: str) -> str:
    """A moment as people say it in a zone: 12月5日 23:59."""
    from babel.dates import format_skeleton

    here, there = at.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None), locale(language)
    date, clock = (format_skeleton(one, here, locale=there) for one in (_DAY, _CLOCK))
    return str(there.datetime_formats["medium"]).format(clock, date)


def day(at: datetime, language: Language, *, time_zone: str) -> str:
    """The day of a moment in a zone: 2026年12月5日."""
    from babel.dates import format_date

    return format_date(at.astimezone(ZoneInfo(time_zone)).date(), "medium", locale=locale(language))
