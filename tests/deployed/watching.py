"""Looking at the stage from outside: the books, and waiting for what happens by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

_T = TypeVar("_T")

OWING = ("outside:", "loan:", "interest:")
"""The accounts of what others owe, and of the rest of the world: their balances may be negative."""


def until(look: Callable[[], _T], *, seconds: float = 30.0) -> _T:
    """What `look` sees as soon as it sees something; fails when it doesn't in time."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < end, f"waited {seconds} s in vain"
        time.sleep(0.05)
    return seen


def balances(stack: Any) -> dict[str, int]:
    """Every account's balance, read as an auditor would."""
    return {
        row["pk"]["S"]: int(row["balance"]["N"])
        for row in _rows(stack, "payments")
        if row["sk"]["S"] == "account"
    }


def audit(stack: Any) -> dict[str, int]:
    """The balances, whose sum must be zero, and each of which must be the sum of its entries."""
    found, sums = until(lambda: _books(stack))
    assert sum(found.values()) == 0, found
    assert all(amount >= 0 for name, amount in found.items() if not name.startswith(OWING)), found
    assert {name: amount for name, amount in sums.items() if name in found or amount} == found
    return found


def _books(stack: Any) -> tuple[dict[str, int], dict[str, int]] | None:
    """All balances, and what each account's entries add up to; None if something was posted meanwhile.

    The stage's own clock and queues go on working while an auditor reads page by page.
    """
    found = balances(stack)
    sums = dict.fromkeys(found, 0)
    for row in _rows(stack, "payments"):
        if row["sk"]["S"].startswith("entry#"):
            sums[row["pk"]["S"]] = sums.get(row["pk"]["S"], 0) + int(row["amount"]["N"])
    return (found, sums) if balances(stack) == found else None


def _rows(stack: Any, domain: str) -> Iterator[dict[str, Any]]:
    pages = (
        stack.client("dynamodb")
        .get_paginator("scan")
        .paginate(TableName=stack.deployment.table(domain), ConsistentRead=True)
    )
    for page in pages:
        yield from page["Items"]
