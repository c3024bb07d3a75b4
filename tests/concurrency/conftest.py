"""The races' world: the use cases in this process, in real threads, on the local engine's DynamoDB.

moto isn't atomic under threads, and the engine's own writes are serialised, so conflicts between
transactions, which AWS has, are thrown in.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import pytest
from botocore.exceptions import ClientError

from chalicelib.foundation import aws, queues
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError

_T = TypeVar("_T")

CONFLICTS = 0.3
"""How many of the transactions meet another one."""


@pytest.fixture(scope="package")
def on_engine(stack: Any) -> Iterator[Any]:
    """The stage, with this process's clients on its engine."""
    assert settings().stage == stack.stage
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", stack.engine.url)
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        aws.forget_clients()
        queues._url.cache_clear()
        yield stack
    aws.forget_clients()
    queues._url.cache_clear()


def conflict(asked: dict[str, Any]) -> ClientError:
    """What DynamoDB says to a transaction when another one holds an item of it."""
    others = len(asked["TransactItems"]) - 1
    told = {
        "Error": {"Code": "TransactionCanceledException", "Message": "conflict"},
        "CancellationReasons": [{"Code": "TransactionConflict"}, *([{"Code": "None"}] * others)],
    }
    return ClientError(told, "TransactWriteItems")  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def conflicts(on_engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some transactions are told that another one holds an item of theirs."""
    client = aws.client("dynamodb")
    real = client._make_api_call
    dice = random.Random(2026)

    def call(operation: str, kwargs: dict[str, Any]) -> Any:
        if operation == "TransactWriteItems" and dice.random() < CONFLICTS:
            raise conflict(kwargs)
        return real(operation, kwargs)

    monkeypatch.setattr(client, "_make_api_call", call)


def at_once(doings: list[Callable[[], _T]]) -> list[_T | DomainError]:
    """Do all of these at the same instant, each in its thread; a refusal stands for its result."""
    gate = Barrier(len(doings))

    def do(doing: Callable[[], _T]) -> _T | DomainError:
        gate.wait()
        try:
            return doing()
        except DomainError as refusal:
            return refusal

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(do, doings))


def done(results: list[_T | DomainError]) -> list[_T]:
    """Those that succeeded."""
    return [result for result in results if not isinstance(result, DomainError)]


def refusals(results: list[Any]) -> set[str]:
    """The codes of those that didn't."""
    return {result.code for result in results if isinstance(result, DomainError)}
