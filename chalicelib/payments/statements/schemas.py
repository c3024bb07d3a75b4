"""Which statement is asked for."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from chalicelib.foundation.http import Query
from chalicelib.foundation.languages import Language
from chalicelib.foundation.schemas import Currency


class StatementQuery(Query):
    """A period of at most 31 days, its first and its last day; and where the last answer ended."""

    model_config = ConfigDict(serialize_by_alias=True)

    currency: Currency = "CNY"
    since: date | None = Field(None, alias="from")
    until: date | None = Field(None, alias="to")
    language: Language = "zh"
    cursor: str | None = Field(None, min_length=1, max_length=2_000)
