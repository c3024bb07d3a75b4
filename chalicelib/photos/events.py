"""What photos tell."""

from __future__ import annotations

from datetime import date

from chalicelib.foundation.events import Event


class FileDropped(Event):
    """A kept file belongs to no photo any more: it and what was made of it can go."""

    key: str


class FileShown(Event):
    """A kept file that only few could see is shown to everybody from now on: it needs its smaller ones."""

    key: str


class AllowanceLow(Event):
    """Somebody without a paid plan has used most of her free requests or bandwidth, or all of it."""

    person_id: str
    percent: int


class RecountTurn(Event):
    """The next page of somebody's recount is to be looked at. `tries` tells which of a day it is."""

    person_id: str
    day: date
    tries: int
    turn: int
