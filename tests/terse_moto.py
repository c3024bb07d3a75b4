"""Has moto do with less what took most of our tests' time, with the same result.

It tries several names for each member that an answer's shape could have: DynamoDB's answers are dicts by
AWS's own names already, so what is there can be taken as it is. And it copies a whole table before a
transaction, once for each of its items: what may have to be put back is what the transaction names.
"""

from __future__ import annotations

import copy
from types import SimpleNamespace
from typing import Any

from botocore.model import StructureShape
from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb import models
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table

_structure = BaseJSONSerializer._serialize_type_structure
_transact = DynamoDBBackend.transact_write_items


def install() -> None:
    """For the whole process."""
    BaseJSONSerializer._serialize_type_structure = _terse_structure  # type: ignore[method-assign]
    DynamoDBBackend.transact_write_items = _terse_transact  # type: ignore[method-assign]


def _terse_structure(self: Any, serialized: Any, value: Any, shape: StructureShape, key: str) -> None:
    members = shape.members
    plain = type(value) is dict and self.operation_model.service_model.service_name == "dynamodb"
    if not plain or not value.keys() <= members.keys():
        _structure(self, serialized, value, shape, key)
        return
    wrapper = self.MAP_TYPE() if key else serialized
    for name, member in value.items():
        if member is not None:
            self._serialize(wrapper, member, members[name], name)
    if key:
        self._default_serialize(serialized, wrapper, shape, key)


def _terse_transact(self: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    operations = [operation for item in transact_items for operation in item.values()]
    backups = {
        name: _backup(self.tables[name], [one for one in operations if one["TableName"] == name])
        for name in {one["TableName"] for one in operations}
    }

    def deepcopy(thing: Any, *more: Any) -> Any:
        return backups[thing.name] if isinstance(thing, Table) else copy.deepcopy(thing, *more)

    models.copy = SimpleNamespace(deepcopy=deepcopy, copy=copy.copy)  # type: ignore[assignment]
    try:
        _transact(self, transact_items)
    finally:
        models.copy = copy


def _backup(table: Table, operations: list[dict[str, Any]]) -> Table:
    """The table as it is, with copies of the items that are about to change."""
    backup = copy.copy(table)
    backup.items = copy.copy(table.items)
    for operation in operations:
        key = operation.get("Key") or operation["Item"]
        pk, sk = DynamoType(key[table.hash_key_attr]), DynamoType(key[table.range_key_attr])
        if pk in table.items:
            if backup.items[pk] is table.items[pk]:
                backup.items[pk] = dict(table.items[pk])
            if sk in backup.items[pk]:
                backup.items[pk][sk] = copy.deepcopy(table.items[pk][sk])
    return backup
