"""Counts what a use case asks of DynamoDB, by watching this process's client.

The local engine's own `ConsumedCapacity` is wrong for queries, so the units are computed here from the
requests and answers. A write is sized by the item before and after it, which a second client reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bench import capacity
from bench.capacity import Item, Table

_PARTIAL = ("ProjectionExpression", "FilterExpression", "AttributesToGet", "QueryFilter")


class Uncountable(Exception):
    """A request whose cost can't be told from what it asks and answers. Teach the meter, or don't ask so."""


@dataclass
class Usage:
    """What was asked of DynamoDB, and what it consumed."""

    requests: Counter[str] = field(default_factory=Counter)
    """How many requests, by operation; those of other services by theirs, such as `sqs:SendMessageBatch`."""
    transacted: int = 0
    """How many items the transactions wrote or checked."""
    read_units: float = 0.0
    write_units: int = 0

    def grown_from(self, earlier: Usage) -> bool:
        """Whether more is asked or consumed than before."""
        more_asked = any(count > earlier.requests[name] for name, count in self.requests.items())
        consumed = (self.transacted, self.read_units, self.write_units)
        before = (earlier.transacted, earlier.read_units, earlier.write_units)
        return more_asked or any(now > then for now, then in zip(consumed, before, strict=True))


@dataclass(frozen=True, slots=True)
class _Write:
    table: Table
    key: Item
    before: Item | None
    after: Item | None
    """As asked; None: a deletion, or to be read when it is done."""
    to_read: bool


class Meter:
    """Watches a DynamoDB client. `aside` is another client, to look at items without being counted."""

    def __init__(self, client: Any, aside: Any, *others: Any) -> None:
        self._client, self._aside, self._others = client, aside, others
        self._tables: dict[str, Table] = {}
        self._usage = Usage()

    @contextmanager
    def counting(self) -> Iterator[Usage]:
        """Count what is asked inside; gives the usage, which is complete at the end."""
        self._usage = Usage()
        hooks: list[tuple[Any, str, Callable[..., None]]] = [
            (self._client, "before-parameter-build.dynamodb", self._before),
            (self._client, "after-call.dynamodb", self._after),
            *((other, "after-call", self._count_other) for other in self._others),
        ]
        for client, event, hook in hooks:
            client.meta.events.register(event, hook)
        try:
            yield self._usage
        finally:
            for client, event, hook in hooks:
                client.meta.events.unregister(event, hook)

    def _count_other(self, model: Any, **_: Any) -> None:
        self._usage.requests[f"{model.service_model.service_name}:{model.name}"] += 1

    def _before(self, params: Mapping[str, Any], model: Any, context: dict[str, Any], **_: Any) -> None:
        """Note the request, and the items that it is about to change."""
        if any(name in params for name in _PARTIAL):
            raise Uncountable(f"{model.name} with one of {', '.join(_PARTIAL)}")
        context["asked"] = dict(params)
        context["writes"] = [self._about_to(*write) for write in _writes(model.name, params)]

    def _after(self, http_response: Any, parsed: Any, model: Any, context: dict[str, Any], **_: Any) -> None:
        """Add what the request consumed."""
        usage, asked, writes = self._usage, context["asked"], context["writes"]
        usage.requests[model.name] += 1
        done = http_response.status_code < 300
        transactional = model.name == "TransactWriteItems"
        usage.transacted += len(writes) if transactional else 0
        for write in writes:
            usage.write_units += self._consumed(write, done=done, transactional=transactional)
        if done:
            usage.read_units += _read(model.name, asked, parsed)

    def _about_to(self, name: str, item: Item, action: str) -> _Write:
        table = self._table(name)
        key = {part: item[part] for part in table.keys}
        after = item if action == "Put" else None
        return _Write(
            table, key, self._look(table, key), after, to_read=action in ("Update", "ConditionCheck")
        )

    def _consumed(self, write: _Write, *, done: bool, transactional: bool) -> int:
        """A write that was refused costs what the item costs that is there."""
        after = self._look(write.table, write.key) if write.to_read else write.after
        if not done:
            after = write.before
        return write.table.write_units(write.before, after, transactional=transactional)

    def _look(self, table: Table, key: Item) -> Item | None:
        found = self._aside.get_item(TableName=table.name, Key=key, ConsistentRead=True)
        item: Item | None = found.get("Item")
        return item

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table.of(self._aside.describe_table(TableName=name)["Table"])
        return self._tables[name]


def _writes(operation: str, asked: Mapping[str, Any]) -> Iterator[tuple[str, Item, str]]:
    """What a request writes: the table, the item or its key, and Put, Update, Delete or ConditionCheck."""
    match operation:
        case "PutItem":
            yield asked["TableName"], asked["Item"], "Put"
        case "UpdateItem" | "DeleteItem":
            yield asked["TableName"], asked["Key"], operation.removesuffix("Item")
        case "TransactWriteItems":
            for one in asked["TransactItems"]:
                ((action, write),) = one.items()
                yield write["TableName"], write.get("Item") or write["Key"], action
        case "BatchWriteItem":
            for table, several in asked["RequestItems"].items():
                yield from (_batch_write(table, one) for one in several)


def _batch_write(table: str, asked: Mapping[str, Any]) -> tuple[str, Item, str]:
    if put := asked.get("PutRequest"):
        return table, put["Item"], "Put"
    return table, asked["DeleteRequest"]["Key"], "Delete"


def _read(operation: str, asked: Mapping[str, Any], answered: Mapping[str, Any]) -> float:
    """The read units that a request consumed."""
    consistent = bool(asked.get("ConsistentRead"))
    match operation:
        case "GetItem":
            found = _present([answered.get("Item")])
            return capacity.get_units(found, 1 - len(found), consistent=consistent)
        case "BatchGetItem":
            return sum(_batch_read(name, one, answered) for name, one in asked["RequestItems"].items())
        case "TransactGetItems":
            found = _present([one.get("Item") for one in answered["Responses"]])
            missing = len(asked["TransactItems"]) - len(found)
            return capacity.get_units(found, missing, consistent=True, transactional=True)
        case "Query" | "Scan":
            return capacity.query_units(answered["Items"], consistent=consistent)
    return 0.0


def _batch_read(table: str, asked: Mapping[str, Any], answered: Mapping[str, Any]) -> float:
    found: Sequence[Item] = answered["Responses"].get(table, ())
    left = answered.get("UnprocessedKeys", {}).get(table, {}).get("Keys", ())
    missing = len(asked["Keys"]) - len(found) - len(left)
    return capacity.get_units(found, missing, consistent=bool(asked.get("ConsistentRead")))


def _present(items: Sequence[Item | None]) -> list[Item]:
    return [item for item in items if item]
