"""How the story is told on a terminal: Chinese and English side by side, what was seen, and the time.

A Chinese character takes two columns, so texts are padded by what they take and not by how many they are.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from story.play import Played
    from story.plot import Scene, Step

NOT_BUILT = "尚未建成 not built yet"
_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_SEEN = 27
"""Columns for what was seen."""


class Teller:
    """Tells one playing of a story. Its columns are as wide as the story needs."""

    def __init__(self, story: Sequence[Step], out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._live = self._out.isatty()
        self._asking = threading.Event()
        self._steps = len(story)
        texts = [(step.zh, step.en) for step in story]
        texts += [(scene.zh, scene.en) for step in story for scene in step.scenes]
        self._zh = max((width(zh) for zh, _ in texts), default=0)
        self._en = max((width(en) for _, en in texts), default=0)

    @contextmanager
    def step(self, number: int, step: Step) -> Iterator[None]:
        """Tell of a step, and in the end how long it took."""
        began = time.monotonic()
        self._line(f"\n{f'{number}/{self._steps}':>6}  {self._columns(step.zh, step.en)}")
        try:
            yield
        finally:
            if any(scene.play for scene in step.scenes):
                self._timed(" ", "", "", f"第 {number} 步 step {number}", began)

    @contextmanager
    def scene(self, scene: Scene) -> Iterator[Callable[[str], None]]:
        """Tell of a scene; gives a function to say what was seen in it."""
        began, seen, done = time.monotonic(), [""], threading.Event()
        spinner = threading.Thread(target=self._spin, args=(scene, done), daemon=True)
        if self._live:
            spinner.start()
        mark = "✗"
        try:
            yield lambda words: seen.__setitem__(0, words)
            mark = "✓"
        finally:
            done.set()
            if spinner.ident:
                spinner.join()
            self._timed(mark, scene.zh, scene.en, seen[0], began)

    def not_built(self, scene: Scene) -> None:
        """Tell of a scene that nobody can play yet."""
        self._line(f"      – {self._columns(scene.zh, scene.en)}  {NOT_BUILT}")

    def ask(self, question: str) -> str:
        """What the person at the terminal answers, while nothing moves there."""
        self._asking.set()
        try:
            self._out.write("\n")
            return input(f"      ? {question} ").strip()
        finally:
            self._asking.clear()

    def end(self, played: Played, seconds: float) -> None:
        """Tell how it went."""
        for left in played.left_behind:
            self._line(f"\n  ✗ 未能善后 Left behind, because it couldn't be put in order: {left}")
        if played.trouble:
            self._line(f"\n  ✗ 故事中断 The story breaks here. {played.trouble}\n")
        elif played.holds:
            counted = f"{played.scenes} 幕已演 scenes played, {played.missing} {NOT_BUILT}"
            self._line(f"\n  ✓ 故事成立 The story holds: {counted}, {seconds:.1f} s\n")

    def _columns(self, zh: str, en: str) -> str:
        return f"{padded(zh, self._zh)}  {padded(en, self._en)}"

    def _timed(self, mark: str, zh: str, en: str, seen: str, began: float) -> None:
        what = padded(shortened(seen, _SEEN), _SEEN)
        self._line(f"      {mark} {self._columns(zh, en)}  {what}{time.monotonic() - began:6.1f} s")

    def _spin(self, scene: Scene, done: threading.Event) -> None:
        for frame in itertools.cycle(_FRAMES):
            if not self._asking.is_set():
                self._out.write(f"\r      {frame} {self._columns(scene.zh, scene.en)}")
                self._out.flush()
            if done.wait(0.08):
                return

    def _line(self, text: str) -> None:
        self._out.write(f"\r\x1b[K{text.rstrip(' ')}\n" if self._live else f"{text.rstrip(' ')}\n")
        self._out.flush()


def width(text: str) -> int:
    """How many columns a terminal gives a text."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, columns: int) -> str:
    """A text of at least so many columns."""
    return text + " " * (columns - width(text))


def shortened(text: str, columns: int) -> str:
    """A text of at most so many columns."""
    if width(text) <= columns:
        return text
    while width(text) >= columns:
        text = text[:-1]
    return f"{text}…"
