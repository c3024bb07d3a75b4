"""Plays a story: scene by scene, until one goes wrong."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

from demo.people import Refused
from story.plot import Scene, Step
from story.tale import Tale, Trouble
from story.telling import Teller


@dataclass(frozen=True, slots=True)
class Played:
    """How it went."""

    scenes: int
    missing: int
    """How many scenes aren't built yet."""
    trouble: str | None
    """The sentence that says what went wrong; None: nothing."""
    left_behind: Sequence[str] = ()
    """What couldn't be put in order at the end."""

    @property
    def holds(self) -> bool:
        """Whether the whole story, as far as it is built, went well."""
        return self.trouble is None and not self.left_behind


def play(story: Sequence[Step], tale: Tale, teller: Teller) -> Played:
    """Play a story and tell it. Whatever happens, what the tale must undo is undone."""
    scenes = missing = 0
    trouble = None
    began = time.monotonic()
    try:
        for number, step in enumerate(story, 1):
            with teller.step(number, step):
                for scene in step.scenes:
                    if scene.play is None:
                        teller.not_built(scene)
                        missing += 1
                        continue
                    trouble = _trouble(scene, tale, teller)
                    if trouble:
                        trouble = f"Step {number}, “{scene.en}”: {trouble}"
                        break
                    scenes += 1
            if trouble:
                break
    finally:
        left_behind = tale.tidy()
    played = Played(scenes, missing, trouble, left_behind)
    teller.end(played, time.monotonic() - began)
    return played


def _trouble(scene: Scene, tale: Tale, teller: Teller) -> str | None:
    """Play a scene; answers what went wrong, in a sentence."""
    assert scene.play, "it is built"
    try:
        with teller.scene(scene) as seen:
            seen(scene.play(tale))
    except Trouble as trouble:
        return str(trouble)
    except Refused as refused:
        return f"the API refused what should go: {_told(refused.reply, tale.api_url)}"
    except httpx.HTTPError as error:
        return f"the stage at {tale.api_url} doesn't answer: {error or type(error).__name__}."
    except Exception as error:
        traceback.print_exc()
        return f"the stage answered something unforeseen ({type(error).__name__}: {error})."
    return None


def _told(reply: httpx.Response, api_url: str) -> str:
    """An answer with its problem, as a person wants to read it."""
    try:
        problem = reply.json()
        said = f"{problem['code']}: {problem['detail']}"
    except (ValueError, KeyError, TypeError):
        said = reply.text[:300]
    path = str(reply.request.url).removeprefix(api_url)
    return f"{reply.request.method} {path} answered {reply.status_code} ({said})."
