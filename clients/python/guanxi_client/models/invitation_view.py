from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role

T = TypeVar("T", bound="InvitationView")


@_attrs_define
class InvitationView:
    """An invitation that can be accepted. Its code only whoever made it was told.

    Attributes:
        id (str):
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
        label (str):
        invited_by (str):
        created_at (datetime.datetime):
        expires_at (datetime.datetime):
    """

    id: str
    role: StoreRole
    label: str
    invited_by: str
    created_at: datetime.datetime
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        role: str = self.role

        label = self.label

        invited_by = self.invited_by

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "role": role,
                "label": label,
                "invited_by": invited_by,
                "created_at": created_at,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        role = check_store_role(d.pop("role"))

        label = d.pop("label")

        invited_by = d.pop("invited_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        invitation_view = cls(
            id=id,
            role=role,
            label=label,
            invited_by=invited_by,
            created_at=created_at,
            expires_at=expires_at,
        )

        return invitation_view
