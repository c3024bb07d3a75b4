from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.listing_cause import ListingCause, check_listing_cause

T = TypeVar("T", bound="MovementView")


@_attrs_define
class MovementView:
    """A change of stock, and of what of it is reserved for somebody; and what there was after it.

    `by` is who of the store did it; None: a buyer, or the clock, of which the order or checkout in
    `reference` tells more.

        Attributes:
            id (str):
            cause (ListingCause): Why stock moved.
            change (int):
            change_of_reserved (int):
            stock (int):
            reserved (int):
            reference (None | str):
            by (None | str):
            at (datetime.datetime):
    """

    id: str
    cause: ListingCause
    change: int
    change_of_reserved: int
    stock: int
    reserved: int
    reference: None | str
    by: None | str
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        cause: str = self.cause

        change = self.change

        change_of_reserved = self.change_of_reserved

        stock = self.stock

        reserved = self.reserved

        reference: None | str
        reference = self.reference

        by: None | str
        by = self.by

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "cause": cause,
                "change": change,
                "change_of_reserved": change_of_reserved,
                "stock": stock,
                "reserved": reserved,
                "reference": reference,
                "by": by,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        cause = check_listing_cause(d.pop("cause"))

        change = d.pop("change")

        change_of_reserved = d.pop("change_of_reserved")

        stock = d.pop("stock")

        reserved = d.pop("reserved")

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        movement_view = cls(
            id=id,
            cause=cause,
            change=change,
            change_of_reserved=change_of_reserved,
            stock=stock,
            reserved=reserved,
            reference=reference,
            by=by,
            at=at,
        )

        return movement_view
