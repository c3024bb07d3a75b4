"""Has moto do with less what took most of our tests' time, with the same result.

It tries several names for each member that an answer's shape could have: DynamoDB's answers are dicts by
AWS's own names already, so what is there can be taken as it is. And it copies a whole table before a
transaction, once for each of its items: what may have to be put back is what the transaction names. It weighs
a whole item anew for each attribute that is set, takes the same few expressions apart again and again, and
asks of each node of an expression whether it is of an abstract class. botocore says who asks anew each time.
"""

from __future__ import annotations

import copy
from collections import deque
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from botocore.model import StructureShape
from botocore.useragent import UserAgentString
from moto.core import responses
from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb import models
from moto.dynamodb.comparisons import ConditionExpressionParser
from moto.dynamodb.exceptions import ItemSizeTooLarge
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item, LimitedSizeDict
from moto.dynamodb.models.table import Table
from moto.dynamodb.parsing import ast_nodes
from moto.sqs import models as sqs_models

_structure = BaseJSONSerializer._serialize_type_structure
_transact = DynamoDBBackend.transact_write_items
_item = Item.__init__
_lex = ConditionExpressionParser._lex_condition_expression

MOST_BYTES = 405_000
"""Of an item, as moto has it."""

written: set[tuple[str, DynamoType, DynamoType]] = set()
"""Table and key of each item that may have changed since somebody last cleared this."""


def install() -> None:
    """For the whole process."""
    BaseJSONSerializer._serialize_type_structure = _terse_structure  # type: ignore[method-assign]
    DynamoDBBackend.transact_write_items = _terse_transact  # type: ignore[method-assign]
    for method in ("put_item", "update_item", "delete_item"):
        setattr(DynamoDBBackend, method, _noting(getattr(DynamoDBBackend, method)))
    LimitedSizeDict.__setitem__ = dict.__setitem__  # type: ignore[assignment]
    LimitedSizeDict.__reduce_ex__ = _as_a_dict  # type: ignore[assignment]
    Item.__init__ = _weighed_item  # type: ignore[method-assign]
    ConditionExpressionParser._lex_condition_expression = _terse_lex  # type: ignore[method-assign]
    ast_nodes.Expression.find_clauses = ast_nodes.Node.find_clauses = _terse_find_clauses
    ast_nodes.DepthFirstTraverser.traverse_node_recursively = _terse_traverse
    for module, name in (
        (responses, "camelcase_to_underscores"),
        (sqs_models, "camelcase_to_underscores"),
        (responses, "method_names_from_class"),
    ):
        setattr(module, name, lru_cache(getattr(module, name)))
    UserAgentString.to_string = lambda self: "tests"  # type: ignore[method-assign]


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


def _noting(method: Any) -> Any:
    def noting(self: DynamoDBBackend, table_name: str, item: dict[str, Any], *args: Any, **more: Any) -> Any:
        table = self.get_table(table_name)
        written.add(
            (table.name, *(DynamoType(item[key]) for key in (table.hash_key_attr, table.range_key_attr)))
        )
        return method(self, table_name, item, *args, **more)

    return noting


def _as_a_dict(self: LimitedSizeDict, protocol: Any) -> Any:
    """Copied and pickled whole, not attribute by attribute."""
    return _limited, (dict(self),)


def _limited(attributes: dict[str, Any]) -> LimitedSizeDict:
    made = LimitedSizeDict.__new__(LimitedSizeDict)
    dict.update(made, attributes)
    return made


def _weighed_item(self: Item, *args: Any, **kwargs: Any) -> None:
    """An item is weighed once it is whole."""
    _item(self, *args, **kwargs)
    if sum(len(name.encode()) + value.size() for name, value in self.attrs.items()) > MOST_BYTES:
        raise ItemSizeTooLarge


def _terse_lex(self: ConditionExpressionParser) -> deque[Any]:
    return deque(_lexed(self.condition_expression))


@lru_cache(10_000)
def _lexed(expression: str) -> tuple[Any, ...]:
    return tuple(_lex(ConditionExpressionParser(expression, {}, {})))


def _terse_find_clauses(self: ast_nodes.Node, clause_types: Any) -> list[Any]:
    found = []
    for child in self.children or ():
        if type(child) in clause_types:
            found.append(child)
        elif _holds_clauses(type(child)):
            found.extend(child.find_clauses(clause_types))
    return found


@lru_cache
def _holds_clauses(kind: type) -> bool:
    return issubclass(kind, ast_nodes.Expression | ast_nodes.UpdateExpressionFunction)


def _terse_traverse(self: Any, node: Any, child_id: int = -1) -> Any:
    if not _is_node(type(node)):
        return node
    parent = node.parent
    for place, child in enumerate(node.children or ()):
        self.pre_processing_of_child(node, place)
        if _is_node(type(child)):
            _terse_traverse(self, child, place)
    if _is_one_of(type(node), _processed_by(self)):
        node = self.process(node)
        node.parent = parent
        if parent:
            parent.children[child_id] = node
    return node


@lru_cache
def _is_node(kind: type) -> bool:
    return issubclass(kind, ast_nodes.Node)


@lru_cache
def _is_one_of(kind: type, kinds: tuple[type, ...]) -> bool:
    return issubclass(kind, kinds)


def _processed_by(traverser: Any) -> tuple[type, ...]:
    kind = type(traverser)
    if kind not in _PROCESSED:
        _PROCESSED[kind] = traverser.nodes_to_be_processed()
    return _PROCESSED[kind]


_PROCESSED: dict[type, tuple[type, ...]] = {}
