"""Two people at once: what one of them does happens between the other one's reads and her transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from typing import Any

from chalicelib.foundation import aws


@contextmanager
def overtaken_by(happens: Callable[[], Any]) -> Iterator[None]:
    """Let something happen between what the use case inside has read and its transaction, once."""
    client = aws.client("dynamodb")
    real = client._make_api_call
    waits = True

    def call(operation: str, asked: dict[str, Any]) -> Any:
        nonlocal waits
        if operation == "TransactWriteItems" and waits:
            waits = False
            copy_context().run(happens)
        return real(operation, asked)

    client._make_api_call = call
    try:
        yield
    finally:
        del client._make_api_call
    assert not waits, "nothing was written, so nobody was overtaken"
