"""Many threads that move money among few accounts, each by a die of its own, and what they were told.

Trouble is dealt out by turns, not by chance, so that each kind comes in every run however slow it is: a
transaction that meets others three times, one that always does, an answer that is lost after the commit.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from threading import Barrier, Event, local
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError

from chalicelib.foundation import aws, clock, ids, transaction
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.payments import ledger
from chalicelib.payments.rules import Account, Code, Transfer
from tests.concurrency.conftest import conflict

TURNS = 16
"""After how many turns a thread has had every kind of trouble; at each turn a few threads have each."""

ALWAYS_BUSY, TOO_MUCH, ANSWER_LOST, OFTEN_BUSY, AGAIN = range(5)


@dataclass
class Diary:
    """What one thread was told."""

    made: list[Transfer] = field(default_factory=list)
    refused: list[tuple[Transfer, str]] = field(default_factory=list)
    """With the code of the refusal."""


class Trouble(local):
    """What the thread's next transaction meets, before it succeeds or is refused for good."""

    conflicts = 0
    answers_lost = 0


@contextmanager
def weather() -> Iterator[Trouble]:
    """Let transactions meet the trouble that their thread has in store."""
    client, trouble = aws.client("dynamodb"), Trouble()
    real = client._make_api_call

    def call(operation: str, asked: dict[str, Any]) -> Any:
        if operation != "TransactWriteItems":
            return real(operation, asked)
        if trouble.conflicts:
            trouble.conflicts -= 1
            raise conflict(asked)
        answer = real(operation, asked)
        if trouble.answers_lost:
            trouble.answers_lost -= 1
            raise ReadTimeoutError(endpoint_url="the engine's")
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "_make_api_call", call)
        patch.setattr(transaction, "sleep", lambda _: None)
        yield trouble


def rage(
    wallets: Sequence[Account], *, threads: int, seconds: float, seed: int, look: Callable[[], None]
) -> list[Diary]:
    """Move money in so many threads for so long; meanwhile one more looks, again and again."""
    gate, over = Barrier(threads), Event()

    def move(number: int) -> Diary:
        dice, diary = random.Random(f"{seed}-{number}"), Diary()
        gate.wait()
        until = time.monotonic() + seconds
        for turn in count():
            _take_turn((number + turn) % TURNS, wallets, dice, diary, trouble)
            if time.monotonic() >= until:
                return diary
        raise AssertionError

    def watch() -> None:
        while not over.wait(0.05):
            look()

    with weather() as trouble, ThreadPoolExecutor(threads + 1) as pool:
        moving = [pool.submit(move, number) for number in range(threads)]
        watching = pool.submit(watch)
        try:
            return [one.result() for one in moving]
        finally:
            over.set()
            watching.result()


def _take_turn(
    kind: int, wallets: Sequence[Account], dice: random.Random, diary: Diary, trouble: Trouble
) -> None:
    payer, payee = dice.sample(wallets, 2)
    amount = 10**9 if kind == TOO_MUCH else dice.randint(1, 500)
    wish = Transfer(ids.new("mov"), payer, payee, Money(amount, "CNY"), Code.SPLIT, "storm", "")
    trouble.conflicts = {ALWAYS_BUSY: transaction.ATTEMPTS, OFTEN_BUSY: 3}.get(kind, 0)
    trouble.answers_lost = 1 if kind == ANSWER_LOST else 0
    made = _try(wish, diary)
    trouble.answers_lost = 0
    if made and kind == AGAIN:
        ledger.make(wish, at=clock.now())
        _try(replace(wish, amount=Money(amount + 1, "CNY")), diary)


def _try(wish: Transfer, diary: Diary) -> bool:
    try:
        diary.made.append(ledger.make(wish, at=clock.now()))
    except DomainError as refusal:
        diary.refused.append((wish, refusal.code))
        return False
    return True
