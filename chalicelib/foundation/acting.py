"""Which operation of the API is being served, for whoever must note who did what."""

from __future__ import annotations

from contextvars import ContextVar

_operation: ContextVar[str] = ContextVar("operation", default="")


def serve(operation: str) -> None:
    """From here on this is being served, such as `GET /orders/{order_id}`; empty: nothing is."""
    _operation.set(operation)


def current() -> str:
    """What is being served; empty outside of the API, as in a queue."""
    return _operation.get()
