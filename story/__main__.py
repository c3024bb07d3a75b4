"""`make story`: plays the story against a stage, and fails at the first thing that isn't as it should be."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from functools import partial
from types import FrameType
from typing import NoReturn

from demo.people import LOCAL_CODE
from infra.errors import InfraError
from story import stage
from story.play import play
from story.plot import STORY
from story.tale import Tale, Trouble
from story.telling import Teller


def main(arguments: Sequence[str] | None = None) -> int:
    """Play; answers the exit code."""
    wish = _wish(arguments)
    try:
        with stage.found(wish.api, wish.port) as api_url:
            sys.stdout.write(f"\n  关系的故事 The story of Guanxi, at {api_url}\n")
            teller = Teller(STORY)
            return 0 if play(STORY, _tale(api_url, wish, teller), teller).holds else 1
    except (Trouble, InfraError) as error:
        sys.stderr.write(f"\n  ✗ {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\n  The story was broken off.\n")
        return 130


def _wish(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make story", description="Play the story against a stage.")
    parser.add_argument(
        "--api", help="the stage's API; else the one that `make run` has up, else an own one's"
    )
    parser.add_argument("--port", type=int, default=4566, help="where `make run`'s engine listens (4566)")
    parser.add_argument(
        "--mailbox", help="a mailbox for the codes that AWS sends: you@host gets them as you+mei-…@host"
    )
    parser.add_argument("--code", help="the confirmation code, where it is known; else you are asked")
    return parser.parse_args(arguments)


def _tale(api_url: str, wish: argparse.Namespace, teller: Teller) -> Tale:
    """A new playing, with a way to learn the confirmation codes. Raises Trouble when there is none."""
    tale = Tale(api_url)
    tale.mailbox = wish.mailbox or tale.mailbox
    known = wish.code or (LOCAL_CODE if tale.local else None)
    if known is None and not wish.mailbox:
        raise Trouble("This stage mails its confirmation codes. Say where to: MAILBOX=you@example.com.")
    if known is None and not sys.stdin.isatty():
        raise Trouble("Nobody is here to type the codes that are mailed: give CODE=…, or use a terminal.")
    tale.courier_secret = partial(stage.courier_secret, api_url)
    tale.let_operate = partial(stage.let_operate, api_url)
    tale.code = lambda address: known or teller.ask(f"The code that {address} was sent:")
    return tale


def _stop(_signum: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(main())
