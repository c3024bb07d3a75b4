from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role
from ..models.store_scope import StoreScope, check_store_scope

T = TypeVar("T", bound="WorkplaceView")


@_attrs_define
class WorkplaceView:
    """A store in which one works; `path` is its page, below the API's address.

    Attributes:
        store_id (str):
        store_name (str):
        path (str):
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
        scopes (list[StoreScope]):
        since (datetime.datetime):
    """

    store_id: str
    store_name: str
    path: str
    role: StoreRole
    scopes: list[StoreScope]
    since: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        store_name = self.store_name

        path = self.path

        role: str = self.role

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        since = self.since.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "store_name": store_name,
                "path": path,
                "role": role,
                "scopes": scopes,
                "since": since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        path = d.pop("path")

        role = check_store_role(d.pop("role"))

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_store_scope(scopes_item_data)

            scopes.append(scopes_item)

        since = datetime.datetime.fromisoformat(d.pop("since"))

        workplace_view = cls(
            store_id=store_id,
            store_name=store_name,
            path=path,
            role=role,
            scopes=scopes,
            since=since,
        )

        return workplace_view
