"""`make train`: fit the card, write it, and report how good it is and how a year of lending by it goes."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from chalicelib.lending.scoring import deck
from training import carding, drawing, portfolio, report
from training.fitting import fit
from training.merchants import simulate

DOCUMENT = Path(__file__).parents[1] / "docs" / "scoring.md"
PICTURE = DOCUMENT.with_name("portfolio.png")

_UNSEEN_SEED, _UNSEEN = 2027, 10_000
_PORTFOLIO_SEED, _PORTFOLIO = 2028, 1_000


def main() -> None:
    """Nothing is asked for: the same seeds make the same card, tables and picture."""
    options = argparse.ArgumentParser(prog="training", description=main.__doc__)
    options.add_argument("--version", default=deck.CURRENT, help="the card's name; the one in use by default")
    version = options.parse_args().version

    seen, unseen = simulate(carding.COUNT, seed=carding.SEED), simulate(_UNSEEN, seed=_UNSEEN_SEED)
    fitted = fit(seen)
    written = carding.written(carding.card(fitted, version=version))
    (deck.CARDS / f"{version}.json").write_text(written)
    card = deck.card_of(json.loads(written))
    loans = portfolio.lend(simulate(_PORTFOLIO, seed=_PORTFOLIO_SEED), card, seed=_PORTFOLIO_SEED)
    tables = {
        "quality": list(report.qualities(fitted, seen, unseen)),
        "calibration": list(report.calibration(fitted, unseen)),
        "portfolio": list(portfolio.table(loans, card)),
    }
    text = DOCUMENT.read_text()
    for name, lines in tables.items():
        text = report.written_between(text, name, lines)
        print("\n".join(["", f"{name}:", *lines]))
    DOCUMENT.write_text(text)
    drawing.draw(loans, card, PICTURE)
    print(f"\n  {version}.json, {DOCUMENT.name} and {PICTURE.name} are written.")


if __name__ == "__main__":
    main()
