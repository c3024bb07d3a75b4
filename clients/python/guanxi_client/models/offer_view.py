from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_role import StoreRole, check_store_role
from ..models.store_scope import StoreScope, check_store_scope

T = TypeVar("T", bound="OfferView")


@_attrs_define
class OfferView:
    """What an invitation offers.

    Attributes:
        store_name (str):
        role (StoreRole): What somebody is in a store. Whoever opened it is an owner for good, and may make others
            owners too.
        scopes (list[StoreScope]):
        expires_at (datetime.datetime):
    """

    store_name: str
    role: StoreRole
    scopes: list[StoreScope]
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        store_name = self.store_name

        role: str = self.role

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_name": store_name,
                "role": role,
                "scopes": scopes,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_name = d.pop("store_name")

        role = check_store_role(d.pop("role"))

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_store_scope(scopes_item_data)

            scopes.append(scopes_item)

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        offer_view = cls(
            store_name=store_name,
            role=role,
            scopes=scopes,
            expires_at=expires_at,
        )

        return offer_view
