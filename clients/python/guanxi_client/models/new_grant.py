from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_access import StoreAccess, check_store_access

T = TypeVar("T", bound="NewGrant")


@_attrs_define
class NewGrant:
    """What is opened to which partner, and until when.

    Attributes:
        partner_id (str):
        access (list[StoreAccess]):
        until (datetime.datetime):
    """

    partner_id: str
    access: list[StoreAccess]
    until: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        partner_id = self.partner_id

        access = []
        for access_item_data in self.access:
            access_item: str = access_item_data
            access.append(access_item)

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "partner_id": partner_id,
                "access": access,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        partner_id = d.pop("partner_id")

        access = []
        _access = d.pop("access")
        for access_item_data in _access:
            access_item = check_store_access(access_item_data)

            access.append(access_item)

        until = datetime.datetime.fromisoformat(d.pop("until"))

        new_grant = cls(
            partner_id=partner_id,
            access=access,
            until=until,
        )

        return new_grant
