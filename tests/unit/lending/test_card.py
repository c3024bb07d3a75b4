"""The card in use is what `make train` makes, and scores as scikit-learn does."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from chalicelib.lending.scoring import deck, rules
from chalicelib.lending.scoring.rules import Characteristic
from training import carding
from training.fitting import Fit, fit
from training.merchants import Merchants, simulate

CARD = deck.current()


@cache
def fitted() -> Fit:
    return fit(simulate(carding.COUNT, seed=carding.SEED))


@cache
def others() -> Merchants:
    """Merchants that the card hasn't seen."""
    return simulate(3_000, seed=7)


class TestTheCard:
    def test_is_what_the_seed_makes(self) -> None:
        again = carding.written(carding.card(fitted(), version=deck.CURRENT))
        assert (deck.CARDS / f"{deck.CURRENT}.json").read_text() == again

    def test_scores_as_scikit_learn_does_to_the_point_and_the_basis_point(self) -> None:
        scores = fitted().card[0].transform(others().values)[:, 0].astype(int)
        chances = np.rint(fitted().card.predict_proba(others().values)[:, 1] * 10_000).astype(int)
        ours = [rules.score(one, CARD) for one in others().facts()]
        assert ours == list(scores)
        assert [rules.default_probability(one, CARD) for one in ours] == list(chances)

    def test_loses_next_to_nothing_by_whole_points(self) -> None:
        exact, card = (
            roc_auc_score(others().defaulted, one.predict_proba(others().values)[:, 1])
            for one in (fitted().exact, fitted().card)
        )
        assert abs(exact - card) < 0.002
        assert card > 0.78

    def test_tells_defaults_as_often_as_they_come(self) -> None:
        chances = np.array(
            [rules.default_probability(rules.score(one, CARD), CARD) for one in others().facts()]
        )
        for part in np.array_split(np.argsort(chances), 5):
            expected, seen = chances[part].mean() / 10_000, others().defaulted[part].mean()
            assert abs(expected - seen) < 3.5 * np.sqrt(expected * (1 - expected) / len(part)) + 0.004

    @pytest.mark.parametrize(
        ("what", "sign"),
        [
            (Characteristic.MONTHLY_SALES, 1),
            (Characteristic.ON_TIME, 1),
            (Characteristic.RATING, 1),
            (Characteristic.CUSHION, 1),
            (Characteristic.REFUNDS, -1),
            (Characteristic.DISPUTES, -1),
            (Characteristic.DAYS_LATE, -1),
            (Characteristic.UNEVENNESS, -1),
        ],
    )
    def test_gives_no_points_for_being_worse(self, what: Characteristic, sign: int) -> None:
        points = [one.points for one in CARD.scales[what].bins]
        assert points == sorted(points, key=lambda one: sign * one)

    def test_lends_less_and_dearer_the_greater_the_risk(self) -> None:
        for grid in (CARD.grid, CARD.starter):
            bands = [(one.from_score, one.multiplier, -one.annual_rate) for one in grid.bands]
            assert bands == sorted(bands, reverse=True)
            assert all(one.annual_rate <= 2_400 for one in grid.bands)
