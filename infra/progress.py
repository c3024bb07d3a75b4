"""What the runner tells while it works: one line a step with the time it took."""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_WIDTH = 72


@contextmanager
def step(title: str) -> Iterator[Callable[[str], None]]:
    """Tell of a step; gives a function that tells what the step is at."""
    began, detail, done = time.monotonic(), [""], threading.Event()
    spinner = threading.Thread(target=_spin, args=(title, detail, done), daemon=True)
    if sys.stdout.isatty():
        spinner.start()
    mark = "✗"
    try:
        yield lambda text: detail.__setitem__(0, text)
        mark = "✓"
    finally:
        done.set()
        if spinner.ident:
            spinner.join()
        _write(f"  {mark} {title:<44}{time.monotonic() - began:6.1f} s\n")


def _spin(title: str, detail: list[str], done: threading.Event) -> None:
    for frame in itertools.cycle(_FRAMES):
        _write(f"  {frame} {title} {detail[0]}"[:_WIDTH])
        if done.wait(0.08):
            return


def _write(text: str) -> None:
    start = f"\r{' ' * _WIDTH}\r" if sys.stdout.isatty() else ""
    sys.stdout.write(start + text)
    sys.stdout.flush()
