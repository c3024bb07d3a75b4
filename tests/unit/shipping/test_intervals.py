"""The beta distribution against sums that need no beta distribution."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.shipping.intervals.rules import Beta


class TestBelow:
    @pytest.mark.parametrize("trials", [1, 7, 40, 300])
    @pytest.mark.parametrize("rate", [0.003, 0.2, 0.5, 0.93, 0.999])
    def test_is_the_tail_of_a_binomial_sum(self, trials: int, rate: float) -> None:
        """I_p(k, n - k + 1) is the probability of k or more successes in n trials (DLMF 8.17.5)."""
        chances = [math.comb(trials, k) * rate**k * (1 - rate) ** (trials - k) for k in range(trials + 1)]
        for least in range(1, trials + 1):
            expected = math.fsum(chances[least:])
            assert Beta(least, trials - least + 1).below(rate) == pytest.approx(expected, abs=1e-12)

    @given(st.floats(0.001, 0.999), st.floats(0.05, 5_000), st.floats(0.05, 5_000))
    def test_is_mirrored(self, rate: float, a: float, b: float) -> None:
        assert Beta(a, b).below(rate) + Beta(b, a).below(1 - rate) == pytest.approx(1, abs=1e-9)


class TestQuantile:
    @given(st.floats(0.01, 0.99), st.floats(0.3, 20_000), st.floats(0.3, 20_000))
    def test_is_where_so_much_lies_below(self, share: float, a: float, b: float) -> None:
        belief = Beta(a, b)
        at = belief.quantile(share)
        assert belief.below(max(0, at - 1e-8)) <= share <= belief.below(min(1, at + 1e-8))

    def test_of_nothing_known_is_the_arcsine_laws(self) -> None:
        """Of Beta(1/2, 1/2) the distribution is 2/π · asin √x."""
        assert Beta(0.5, 0.5).quantile(0.025) == pytest.approx(math.sin(0.025 * math.pi / 2) ** 2, abs=1e-8)
