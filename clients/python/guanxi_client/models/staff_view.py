from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role
from ..models.store_scope import StoreScope, check_store_scope

T = TypeVar("T", bound="StaffView")


@_attrs_define
class StaffView:
    """Somebody who works in the store. `name` is her own, empty as long as she gave none; `label` is ours.

    Attributes:
        person_id (str):
        name (str):
        label (str):
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
        scopes (list[StoreScope]):
        since (datetime.datetime):
        invited_by (str):
    """

    person_id: str
    name: str
    label: str
    role: StoreRole
    scopes: list[StoreScope]
    since: datetime.datetime
    invited_by: str

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        name = self.name

        label = self.label

        role: str = self.role

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        since = self.since.isoformat()

        invited_by = self.invited_by

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "person_id": person_id,
                "name": name,
                "label": label,
                "role": role,
                "scopes": scopes,
                "since": since,
                "invited_by": invited_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person_id = d.pop("person_id")

        name = d.pop("name")

        label = d.pop("label")

        role = check_store_role(d.pop("role"))

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_store_scope(scopes_item_data)

            scopes.append(scopes_item)

        since = datetime.datetime.fromisoformat(d.pop("since"))

        invited_by = d.pop("invited_by")

        staff_view = cls(
            person_id=person_id,
            name=name,
            label=label,
            role=role,
            scopes=scopes,
            since=since,
            invited_by=invited_by,
        )

        return staff_view
