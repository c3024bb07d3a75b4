"""What can go wrong with a merchant's figures."""

from __future__ import annotations

from chalicelib.foundation.errors import Invalid, NotFound


class BadFiguresSpan(Invalid):
    """Figures are of days since 2020 that aren't in the future, of at most 92 at once."""

    code = "bad_figures_span"


class NotBoughtHere(NotFound):
    """These goods weren't bought wholesale here, so nobody knows where they come from."""

    code = "not_bought_here"
