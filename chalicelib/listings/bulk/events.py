"""What imports and exports tell: that there is more of them to do.

`turn` counts the messages of one of them: each is sent in the transaction that ends the turn before, so a
message that comes twice or late finds another turn and does nothing.
"""

from __future__ import annotations

from chalicelib.foundation.events import Event


class ImportTurn(Event):
    """The next rows of an import are to be taken."""

    import_id: str
    turn: int


class ExportTurn(Event):
    """The next file of an export is to be written."""

    export_id: str
    turn: int


class ImportEnded(Event):
    """An import has come to its end: whoever started it should look what became of it."""

    import_id: str
    person_id: str
    kept: int
    faulty: int
    failed: bool
