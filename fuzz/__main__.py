"""`make fuzz`: a long run by hand, on an engine of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from fuzz.run import fuzz
from infra import engine
from infra.deployment import deploy
from infra.packaging import package
from infra.progress import step


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz; answers the exit code."""
    wish = _wish(arguments)
    with step("Packaging the app"):
        packed = package(aws=False)
    with engine.running() as running:
        with step("Deploying a stage to be fuzzed"):
            stage = deploy(running.cloud, "fuzz", packed)
        return fuzz(stage.api_url, requests=wish.examples, seed=wish.seed, workers=2)


def _wish(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description="Fuzz the API on the local engine.")
    parser.add_argument("--examples", type=int, default=100_000, help="about how many requests (100,000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other requests (1)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
