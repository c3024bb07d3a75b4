"""The simulated year: cash adds up, and the report is made of what is reckoned."""

from __future__ import annotations

from functools import cache

from chalicelib.lending.scoring import deck
from training import portfolio, report
from training.merchants import simulate
from training.portfolio import Loan, Result

CARD = deck.current()


@cache
def loans() -> list[Loan]:
    return portfolio.lend(simulate(150, seed=3), CARD, seed=3)


class TestAYear:
    def test_is_the_same_for_the_same_seed(self) -> None:
        assert portfolio.lend(simulate(150, seed=3), CARD, seed=3) == loans()

    def test_brings_all_back_of_whom_does_not_default(self) -> None:
        for one in loans():
            assert one.outstanding[0] == one.principal
            assert list(one.outstanding) == sorted(one.outstanding, reverse=True)
            assert (one.unpaid > 0) == (one.defaulted_in is not None)
            assert 0 <= one.recovered <= one.unpaid <= one.principal

    def test_earns_less_by_what_is_lost(self) -> None:
        whole = Result(loans())
        assert whole.defaults > 0
        assert whole.loss == whole.unpaid - whole.recovered > 0
        bands = portfolio.by_band(loans()).values()
        assert sum(one.lent for one in bands) == whole.lent
        assert whole.earned * whole.balance == whole.interest - whole.loss - whole.costs

    def test_is_told_band_by_band(self) -> None:
        lines = list(portfolio.table(loans(), CARD))
        assert len(lines) == 3 + len(portfolio.by_band(loans()))
        assert len({line.count("|") for line in lines}) == 1


class TestAReport:
    def test_is_put_between_its_marks(self) -> None:
        text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n"
        once = report.written_between(text, "x", ["new"])
        assert once == "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n"
        assert report.written_between(once, "x", ["new"]) == once
