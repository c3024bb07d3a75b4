from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PartBody")


@_attrs_define
class PartBody:
    """A step of the work: what is delivered within so many days of being paid into escrow.

    Attributes:
        title (str):
        amount (int):
        days (int):
        revisions (int | Unset):  Default: 2.
    """

    title: str
    amount: int
    days: int
    revisions: int | Unset = 2

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        amount = self.amount

        days = self.days

        revisions = self.revisions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "amount": amount,
                "days": days,
            }
        )
        if revisions is not UNSET:
            field_dict["revisions"] = revisions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        amount = d.pop("amount")

        days = d.pop("days")

        revisions = d.pop("revisions", UNSET)

        part_body = cls(
            title=title,
            amount=amount,
            days=days,
            revisions=revisions,
        )

        return part_body
