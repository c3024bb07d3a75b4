"""Has moto write DynamoDB's answers in one pass.

moto tries several names for each member that a shape could have, which was a quarter of the time of our tests.
DynamoDB's answers are dicts by AWS's own names already, so what is there can be taken as it is.
"""

from __future__ import annotations

from typing import Any

from botocore.model import StructureShape
from moto.core.serialize import BaseJSONSerializer

_as_it_was = BaseJSONSerializer._serialize_type_structure


def install() -> None:
    """For the whole process."""
    BaseJSONSerializer._serialize_type_structure = _structure  # type: ignore[method-assign]


def _structure(self: Any, serialized: Any, value: Any, shape: StructureShape, key: str) -> None:
    if type(value) is not dict or self.operation_model.service_model.service_name != "dynamodb":
        return _as_it_was(self, serialized, value, shape, key)
    members = shape.members
    if not value.keys() <= members.keys():
        return _as_it_was(self, serialized, value, shape, key)
    wrapper = self.MAP_TYPE() if key else serialized
    for name, member in value.items():
        if member is not None:
            self._serialize(wrapper, member, members[name], name)
    if key:
        self._default_serialize(serialized, wrapper, shape, key)
    return None
