"""The crash points' world is the unit tests', with few shards of whatever is spread over many.

Each run ends with whole sweeps, and most of a sweep would be asking shards that hold nothing; that none is
forgotten the unit tests see.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from moto.core import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends

from chalicelib.foundation import due, outbox
from chalicelib.foundation.config import settings
from chalicelib.payments import rules
from tests.unit.conftest import account, cloud, tables

__all__ = ["account", "cloud", "tables"]


@pytest.fixture(autouse=True)
def few_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is due and what is unsent lie together; the platform's accounts are two of a kind."""
    monkeypatch.setattr(due, "SHARDS", 1)
    monkeypatch.setattr(outbox, "SHARDS", 1)
    monkeypatch.setattr(rules, "SHARDS", 2)


@pytest.fixture(autouse=True)
def look_before_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep asks for what is due only where something waits: most of its queries find nothing."""
    ask = due.by_shard

    def by_shard(index: Any, at: Any, what: str, now: datetime, *, limit: int) -> Iterator[Any]:
        stored = dynamodb_backends[ACCOUNT]["us-east-1"].tables[index._model.Meta.table_name].items.values()
        shard = index._hash_key_attribute().attr_name
        kinds = {
            item.attrs[shard].value.partition("#")[0]
            for items in stored
            for item in items.values()
            if shard in item.attrs
        }
        return ask(index, at, what, now, limit=limit) if what in kinds else iter(())

    monkeypatch.setattr(due, "by_shard", by_shard)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stage is where it is noon: no run meets midnight, where limits by the day begin anew."""
    monkeypatch.setenv("TIME_ZONE", f"Etc/GMT{datetime.now(UTC).hour - 12:+}")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()
