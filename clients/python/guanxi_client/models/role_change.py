from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role

T = TypeVar("T", bound="RoleChange")


@_attrs_define
class RoleChange:
    """The role that somebody has from now on.

    Attributes:
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
    """

    role: StoreRole

    def to_dict(self) -> dict[str, Any]:
        role: str = self.role

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = check_store_role(d.pop("role"))

        role_change = cls(
            role=role,
        )

        return role_change
