from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPool")


@_attrs_define
class NewPool:
    """A lender's pool: whose money it is, how much of it may be lent at once, and to one person.

    Attributes:
        owner (str):
        name (str):
        cap (int):
        per_borrower (int):
        currency (str | Unset):  Default: 'CNY'.
    """

    owner: str
    name: str
    cap: int
    per_borrower: int
    currency: str | Unset = "CNY"

    def to_dict(self) -> dict[str, Any]:
        owner = self.owner

        name = self.name

        cap = self.cap

        per_borrower = self.per_borrower

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "owner": owner,
                "name": name,
                "cap": cap,
                "per_borrower": per_borrower,
            }
        )
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        owner = d.pop("owner")

        name = d.pop("name")

        cap = d.pop("cap")

        per_borrower = d.pop("per_borrower")

        currency = d.pop("currency", UNSET)

        new_pool = cls(
            owner=owner,
            name=name,
            cap=cap,
            per_borrower=per_borrower,
            currency=currency,
        )

        return new_pool
