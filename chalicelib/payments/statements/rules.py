"""How long a statement may be, and which texts are safe to open in a spreadsheet."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.foundation.errors import Invalid

LONGEST = timedelta(days=31)
"""The longest period of one statement."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a spreadsheet takes a text for a formula."""


FIRST, LAST = date(2020, 1, 1), date(2999, 1, 1)
"""No statement reaches beyond these."""


class BadPeriod(Invalid):
    """A statement is of at most 31 days since 2020, and begins before it ends."""

    code = "bad_period"


def period(since: date | None, until: date | None, *, today: date) -> tuple[date, date]:
    """The first and the last day: until today and 31 days long, where it isn't said. Raises BadPeriod."""
    for field, day in (("from", since), ("to", until)):
        if day is not None and not FIRST <= day <= LAST:
            raise BadPeriod(field=field)
    last = until or (min(today, since + LONGEST - timedelta(days=1)) if since else today)
    first = since or last - LONGEST + timedelta(days=1)
    if not timedelta() <= last - first < LONGEST:
        raise BadPeriod(field="from")
    return first, last


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
