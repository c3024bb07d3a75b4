from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PoolView")


@_attrs_define
class PoolView:
    """A pool: what is free, and what is lent or promised.

    Attributes:
        id (str):
        owner (str):
        name (str):
        currency (str):
        cap (int):
        per_borrower (int):
        free (int):
        lent (int):
        halted (bool):
    """

    id: str
    owner: str
    name: str
    currency: str
    cap: int
    per_borrower: int
    free: int
    lent: int
    halted: bool

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        owner = self.owner

        name = self.name

        currency = self.currency

        cap = self.cap

        per_borrower = self.per_borrower

        free = self.free

        lent = self.lent

        halted = self.halted

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "owner": owner,
                "name": name,
                "currency": currency,
                "cap": cap,
                "per_borrower": per_borrower,
                "free": free,
                "lent": lent,
                "halted": halted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        owner = d.pop("owner")

        name = d.pop("name")

        currency = d.pop("currency")

        cap = d.pop("cap")

        per_borrower = d.pop("per_borrower")

        free = d.pop("free")

        lent = d.pop("lent")

        halted = d.pop("halted")

        pool_view = cls(
            id=id,
            owner=owner,
            name=name,
            currency=currency,
            cap=cap,
            per_borrower=per_borrower,
            free=free,
            lent=lent,
            halted=halted,
        )

        return pool_view
