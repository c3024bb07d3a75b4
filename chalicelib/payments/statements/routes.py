"""The statement's route."""

from __future__ import annotations

from urllib.parse import urlencode

from chalicelib.foundation import clock
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.payments.errors import UnknownCurrency
from chalicelib.payments.statements import service
from chalicelib.payments.statements.rules import BadPeriod
from chalicelib.payments.statements.schemas import StatementQuery
from chalicelib.payments.statements.service import Statement
from chalicelib.payments.statements.sheet import to_csv

bp = Routes(__name__)

CSV = "text/csv; charset=utf-8"


@bp.get("/wallet/statement.csv", media=(CSV,), raises=(UnknownCurrency, BadPeriod))
def statement_csv(caller: Caller, query: StatementQuery) -> Answer:
    """Download what came into one's wallet and went out in a period, the newest first, for Excel.

    At most 500 rows at a time: the header `Link` names the rest, which continues the file.
    """
    read = service.read(
        caller.person_id,
        query.currency,
        since=query.since,
        until=query.until,
        cursor=query.cursor,
        now=clock.now(),
    )
    text = to_csv(read.rows, language=query.language, zone=read.zone, headed=query.cursor is None)
    return Answer(body=text, content_type=CSV, headers=_headers(query, read))


def _headers(query: StatementQuery, read: Statement) -> dict[str, str]:
    name = f"wallet-{query.currency}-{read.first}-{read.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    if read.cursor:
        rest = {
            "currency": query.currency,
            "from": read.first,
            "to": read.last,
            "language": query.language,
            "cursor": read.cursor,
        }
        headers["Link"] = f'<?{urlencode(rest)}>; rel="next"'
    return headers
