"""How good a card is, on merchants that it hasn't seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import brier_score_loss, roc_auc_score, roc_curve

from training.fitting import Fit
from training.merchants import Merchants, Values

PARTS = 10


@dataclass(frozen=True)
class Quality:
    """AUC: how often of two the one that defaults has the lower score. KS: the most by which both differ."""

    auc: float
    ks: float
    brier: float

    @classmethod
    def of(cls, chances: Values, defaulted: NDArray[np.bool_]) -> Quality:
        """Of chances that were told beforehand."""
        wrong, right, _ = roc_curve(defaulted, chances)
        return cls(
            auc=float(roc_auc_score(defaulted, chances)),
            ks=float((right - wrong).max()),
            brier=float(brier_score_loss(defaulted, chances)),
        )


def chances(pipeline: object, merchants: Merchants) -> Values:
    """How probable each one's default is by a pipeline."""
    found: Values = pipeline.predict_proba(merchants.values)[:, 1]  # type: ignore[attr-defined]
    return found


def qualities(fit: Fit, seen: Merchants, unseen: Merchants) -> Iterator[str]:
    """A table: the card where it was fitted and where not, before the rounding, and the truth itself."""
    rows = {
        f"the card, on the {len(seen.values):,} it was fitted on": (chances(fit.card, seen), seen),
        f"**the card, on {len(unseen.values):,} others**": (chances(fit.card, unseen), unseen),
        "before its points were rounded": (chances(fit.exact, unseen), unseen),
        "the truth that made the defaults": (unseen.truth, unseen),
    }
    yield "| | AUC | KS | Brier |"
    yield "| --- | --- | --- | --- |"
    for name, (told, merchants) in rows.items():
        one = Quality.of(told, merchants.defaulted)
        yield f"| {name} | {one.auc:.3f} | {one.ks:.3f} | {one.brier:.4f} |"


def calibration(fit: Fit, unseen: Merchants) -> Iterator[str]:
    """A table of ten equal parts by score: what was told beside what came."""
    scores = fit.card[0].transform(unseen.values)[:, 0]
    told = chances(fit.card, unseen)
    yield "| score | merchants | told | came | |"
    yield "| --- | --- | --- | --- | --- |"
    for part in np.array_split(np.argsort(scores, kind="stable"), PARTS):
        came, expected = unseen.defaulted[part].mean(), told[part].mean()
        error = 1.96 * np.sqrt(expected * (1 - expected) / len(part))
        fits = "within its 95 % interval" if abs(came - expected) <= error else "outside of it"
        low, high = scores[part].min(), scores[part].max()
        yield f"| {low:.0f}–{high:.0f} | {len(part):,} | {expected:.2%} | {came:.2%} | {fits} |"


def written_between(text: str, name: str, lines: Sequence[str]) -> str:
    """A document with a part made anew: what stands between its two marks."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return before + begin + "\n" + "\n".join(lines) + "\n\n" + end + after
