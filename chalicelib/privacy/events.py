"""What archives and farewells tell: that there is more of them to do.

`turn` counts the messages of one of them: each is sent in the transaction that ends the turn before, so a
message that comes twice or late finds another turn and does nothing.
"""

from __future__ import annotations

from chalicelib.foundation.events import Event


class ArchiveTurn(Event):
    """The next part of an archive is to be written."""

    person_id: str
    archive_id: str
    turn: int


class FarewellTurn(Event):
    """The next part of what is held on somebody is to be looked at, or forgotten."""

    person_id: str
    turn: int
