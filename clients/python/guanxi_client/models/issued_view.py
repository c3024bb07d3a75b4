from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role

T = TypeVar("T", bound="IssuedView")


@_attrs_define
class IssuedView:
    """An invitation just made. Its `code` is told here only; `path` is below the API's address.

    Attributes:
        id (str):
        code (str):
        path (str):
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
        label (str):
        expires_at (datetime.datetime):
    """

    id: str
    code: str
    path: str
    role: StoreRole
    label: str
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        code = self.code

        path = self.path

        role: str = self.role

        label = self.label

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "code": code,
                "path": path,
                "role": role,
                "label": label,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        path = d.pop("path")

        role = check_store_role(d.pop("role"))

        label = d.pop("label")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        issued_view = cls(
            id=id,
            code=code,
            path=path,
            role=role,
            label=label,
            expires_at=expires_at,
        )

        return issued_view
