from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewInvitation")


@_attrs_define
class NewInvitation:
    """Whom to invite: to which role, and what to call her in the staff's list.

    Attributes:
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
        label (str | Unset):  Default: ''.
    """

    role: StoreRole
    label: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        role: str = self.role

        label = self.label

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
            }
        )
        if label is not UNSET:
            field_dict["label"] = label

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = check_store_role(d.pop("role"))

        label = d.pop("label", UNSET)

        new_invitation = cls(
            role=role,
            label=label,
        )

        return new_invitation
