"""What the suggestions' API takes and answers."""

from __future__ import annotations

from typing import Annotated, Self

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.text import line


class SuggestionsQuery(Query):
    """What somebody has typed so far."""

    q: Annotated[str, line(100)]


class SuggestionsView(Schema):
    """What may follow what was typed, the most frequent first."""

    items: list[str]

    @classmethod
    def of(cls, phrases: list[str], /) -> Self:
        """Shape the answer."""
        return cls(items=phrases)
