"""How our PynamoDB models reach DynamoDB: one shared client, short time-outs, no Scan, batched reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, TypeVar

from pynamodb.attributes import TTLAttribute, UnicodeAttribute
from pynamodb.connection.base import Connection
from pynamodb.connection.table import TableConnection
from pynamodb.models import Model

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings

_T = TypeVar("_T")
_Place = tuple[str, str, str]


class SharedConnection(Connection):
    """A PynamoDB connection on the process's one DynamoDB client, instead of a client for every model."""

    @property
    def client(self) -> Any:
        return aws.client("dynamodb")


class Item(Model):
    """What every stored item has: a partition key, a sort key, and possibly an expiry."""

    class Meta:
        table_name = "undefined"

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    expires_at = TTLAttribute(null=True)

    @classmethod
    def _get_connection(cls) -> TableConnection:
        made = cls._connection is None or cls._connection.table_name != cls.Meta.table_name
        connection: TableConnection = super()._get_connection()
        if made:
            shared = SharedConnection()
            shared.add_meta_table(connection.get_meta_table())
            connection.connection = shared
        return connection

    @classmethod
    def scan(cls, *_: Any, **__: Any) -> NoReturn:
        """Refused: what an operation costs must not grow with the amount of stored data."""
        raise NotImplementedError("Scan is for migrations only")


def table(domain: str) -> str:
    """The name of a domain's table on this stage, for the `Meta` of its items."""
    return settings().table(domain)


BATCH = 100
"""The most keys that one BatchGetItem takes."""


@dataclass(frozen=True, slots=True)
class Want(Generic[_T]):
    """One item to read, and what its domain makes of it: how a use case reads across domains at once."""

    model: type[Item]
    pk: str
    sk: str
    convert: Callable[[Any], _T]

    def made_of(self, rows: Mapping[_Place, Any]) -> _T | None:
        """What the item became, if it was found."""
        row = rows.get((self.model.Meta.table_name, self.pk, self.sk))
        return None if row is None else self.convert(self.model.from_raw_data(row))


def read_together(wants: Sequence[Want[Any]], *, consistent: bool = True) -> list[Any]:
    """Read up to 100 items, of one table or of several, in one round trip.

    Answers in the order asked, with None where there is no item. DynamoDB may leave some for a second
    round when it is throttled.
    """
    assert len(wants) <= BATCH, "a use case reads a bounded number of items"
    places = {(want.model.Meta.table_name, want.pk, want.sk) for want in wants}
    requests: dict[str, Any] = {}
    for name, pk, sk in sorted(places):
        request = requests.setdefault(name, {"Keys": [], "ConsistentRead": consistent})
        request["Keys"].append({"pk": {"S": pk}, "sk": {"S": sk}})
    rows: dict[_Place, Any] = {}
    while requests:
        answer = aws.client("dynamodb").batch_get_item(RequestItems=requests)
        for name, found in answer["Responses"].items():
            rows |= {(name, row["pk"]["S"], row["sk"]["S"]): row for row in found}
        requests = answer.get("UnprocessedKeys") or {}
    return [want.made_of(rows) for want in wants]


def get(model: type[Item], pk: str, sk: str, *, consistent: bool = True) -> Any:
    """Read one item, or None."""
    try:
        return model.get(pk, sk, consistent_read=consistent)
    except model.DoesNotExist:
        return None
