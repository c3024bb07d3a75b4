"""What the stores domain tells."""

from chalicelib.foundation.events import Event


class StoreChanged(Event):
    """Whether a store is open, or where it sends from, has changed: its goods are found otherwise."""

    store_id: str
    after: str | None = None
    """How far through its goods whoever listens has come, who tells herself to go on."""
