"""DynamoDB's conflicts between transactions, which the local engine doesn't have: it does one after another.

On AWS a transaction is refused with TransactionConflict when an item of it is in another one that is on its
way. Here so many at a time are on their way, each from its request to its answer; the others wait before they
are, since on AWS nobody waits for an engine.
Source: Amazon DynamoDB Developer Guide, "Transaction conflict handling in DynamoDB" (transaction-apis.html).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore, Lock
from typing import Any
from unittest.mock import patch

from botocore.exceptions import ClientError

Key = tuple[str, str, str]


@dataclass
class Tally:
    """What happened to transactions."""

    done: int = 0
    """Sent to the engine, whatever it said."""
    conflicts: int = 0
    """Refused because of others."""


@contextmanager
def as_on_aws(client: Any, *, at_once: int) -> Iterator[Tally]:
    """Refuse the transactions of a client that want an item of another one on its way."""
    real, held, lock, tally = client._make_api_call, set[Key](), Lock(), Tally()
    way = BoundedSemaphore(at_once)

    def call(operation: str, asked: Mapping[str, Any]) -> Any:
        if operation != "TransactWriteItems":
            return real(operation, asked)
        keys = [_key(one) for one in asked["TransactItems"]]
        with way:
            with lock:
                clashes = [key in held for key in keys]
                if any(clashes):
                    tally.conflicts += 1
                    raise _conflict(clashes)
                held.update(keys)
                tally.done += 1
            try:
                return real(operation, asked)
            finally:
                with lock:
                    held.difference_update(keys)

    with patch.object(client, "_make_api_call", call):
        yield tally


def _key(one: Mapping[str, Any]) -> Key:
    ((_, write),) = one.items()
    key = write.get("Item") or write["Key"]
    return write["TableName"], key["pk"]["S"], key["sk"]["S"]


def _conflict(clashes: list[bool]) -> ClientError:
    reasons = [{"Code": "TransactionConflict" if clash else "None"} for clash in clashes]
    told = {
        "Error": {"Code": "TransactionCanceledException", "Message": "Transaction cancelled"},
        "CancellationReasons": reasons,
    }
    return ClientError(told, "TransactWriteItems")  # type: ignore[arg-type]
