"""What photos tell."""

from __future__ import annotations

from chalicelib.foundation.events import Event


class FileDropped(Event):
    """A kept file belongs to no photo any more: it and what was made of it can go."""

    key: str
