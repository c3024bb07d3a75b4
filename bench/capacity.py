"""DynamoDB's published rules of what an item's size is and what reading and writing it consumes.

Sources, in the Amazon DynamoDB Developer Guide (docs.aws.amazon.com/amazondynamodb/latest/developerguide/):

- sizes: CapacityUnitCalculations.html
- reads and writes, transactions, missing items: read-write-operations.html
- what a global secondary index adds: GSI.html, "Provisioned throughput considerations"

That a transaction doubles what its table writes and not what its indexes write, that a condition check costs
what a write of the item would, and that a condition reads nothing extra, AWS's guide doesn't say plainly:
those were measured on the real service by github.com/nubo-db/dynoxide (pull request 188) and
github.com/paritysuite/dynamodb-conformance (pull request 67).
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Item = Mapping[str, Mapping[str, Any]]
"""An item as DynamoDB's protocol has it: `{"pk": {"S": "…"}, …}`."""

READ_UNIT = 4096
"""Bytes that one read unit reads."""

WRITE_UNIT = 1024
"""Bytes that one write unit writes."""

_CONTAINER = 3
_ELEMENT = 1


def item_size(item: Item) -> int:
    """How many bytes an item has: the names of its attributes and their values."""
    return sum(_text(name) + _value_size(value) for name, value in item.items())


def _value_size(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    return _SIZES[kind](content)


def _list(content: Sequence[Mapping[str, Any]]) -> int:
    return _CONTAINER + sum(_ELEMENT + _value_size(one) for one in content)


def _map(content: Item) -> int:
    return _CONTAINER + len(content) * _ELEMENT + item_size(content)


def _text(text: str) -> int:
    return len(text.encode())


def _bytes(content: bytes | str) -> int:
    """As boto3 has it, bytes; as the protocol has it, base64."""
    return len(content if isinstance(content, bytes) else base64.b64decode(content))


def _number(text: str) -> int:
    """One byte for each two significant digits, and one more. Zeros at either end don't count."""
    digits = "".join(str(digit) for digit in Decimal(text).as_tuple().digits).strip("0")
    return (len(digits) + 1) // 2 + 1


_SIZES: Mapping[str, Callable[[Any], int]] = {
    "S": _text,
    "N": _number,
    "B": _bytes,
    "BOOL": lambda _: 1,
    "NULL": lambda _: 1,
    "SS": lambda several: sum(map(_text, several)),
    "NS": lambda several: sum(map(_number, several)),
    "BS": lambda several: sum(map(_bytes, several)),
    "L": _list,
    "M": _map,
}
"""What a value of each type takes."""


def read_units(size: int, *, consistent: bool, transactional: bool = False) -> float:
    """What reading so many bytes at once consumes; nothing found costs as much as the least.

    One unit for each 4 KB begun; half of it where the read may be stale, twice in a transaction.
    """
    units = max(1, -(-size // READ_UNIT))
    if transactional:
        return units * 2
    return float(units) if consistent else units / 2


def write_units(size: int) -> int:
    """What writing so many bytes consumes: one unit for each 1 KB begun."""
    return max(1, -(-size // WRITE_UNIT))


@dataclass(frozen=True, slots=True)
class Index:
    """A global secondary index: an item is in it when it has all its keys."""

    name: str
    keys: tuple[str, ...]
    projected: frozenset[str] | None
    """The attributes that it has, keys included; None: all."""

    def entry(self, item: Item | None) -> Item | None:
        """What the index has of an item."""
        if item is None or any(key not in item for key in self.keys):
            return None
        if self.projected is None:
            return item
        return {name: value for name, value in item.items() if name in self.projected}

    def write_units(self, before: Item | None, after: Item | None) -> int:
        """What a change of an item costs in this index.

        Nothing when what is projected stays; two writes when the entry moves to another key.
        """
        old, new = self.entry(before), self.entry(after)
        if old == new:
            return 0
        if old is not None and new is not None and all(old[key] == new[key] for key in self.keys):
            return write_units(max(item_size(old), item_size(new)))
        return sum(write_units(item_size(entry)) for entry in (old, new) if entry is not None)


@dataclass(frozen=True, slots=True)
class Table:
    """What of a table's definition counts."""

    name: str
    keys: tuple[str, ...]
    indexes: tuple[Index, ...]

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Table:
        """A table as DescribeTable tells it."""
        keys = _key_names(described)
        indexes = [_index(one, keys) for one in described.get("GlobalSecondaryIndexes", ())]
        return cls(described["TableName"], keys, tuple(indexes))

    def write_units(self, before: Item | None, after: Item | None, *, transactional: bool = False) -> int:
        """What a write costs that turns one item into another; None: there is no item.

        By the larger of the two, twice in a transaction, and then what each index costs.
        """
        size = max(item_size(item or {}) for item in (before, after))
        units = write_units(size) * (2 if transactional else 1)
        return units + sum(index.write_units(before, after) for index in self.indexes)


def query_units(items: Iterable[Item], *, consistent: bool) -> float:
    """What a query consumes: all it reads counts as one read."""
    return read_units(sum(item_size(item) for item in items), consistent=consistent)


def get_units(found: Iterable[Item], missing: int, *, consistent: bool, transactional: bool = False) -> float:
    """What getting items by their keys consumes: each is rounded up for itself, and a missing one counts."""
    sizes = [*(item_size(item) for item in found), *([0] * missing)]
    return sum(read_units(size, consistent=consistent, transactional=transactional) for size in sizes)


def _index(described: Mapping[str, Any], table_keys: Sequence[str]) -> Index:
    keys = _key_names(described)
    projection = described["Projection"]
    if projection["ProjectionType"] == "ALL":
        return Index(described["IndexName"], keys, None)
    more = projection.get("NonKeyAttributes", ())
    return Index(described["IndexName"], keys, frozenset([*keys, *table_keys, *more]))


def _key_names(described: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(key["AttributeName"] for key in described["KeySchema"])
