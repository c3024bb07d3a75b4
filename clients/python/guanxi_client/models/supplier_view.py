from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.wholesale_supplier_state import (
    WholesaleSupplierState,
    check_wholesale_supplier_state,
)

if TYPE_CHECKING:
    from ..models.supplier_record import SupplierRecord


T = TypeVar("T", bound="SupplierView")


@_attrs_define
class SupplierView:
    """A supplier.

    Attributes:
        store_id (str):
        store_name (str):
        since (int):
        about (str):
        state (WholesaleSupplierState): How far a store is as a supplier.
        applied_at (datetime.datetime):
        verified_at (datetime.datetime | None):
        reason (str):
        record (SupplierRecord): What was counted of a supplier; rates are in basis points, null where there is nothing
            to count yet.

            Answered or missed is what buyers ask of this supplier alone: requests to it, and counter-quotations.
    """

    store_id: str
    store_name: str
    since: int
    about: str
    state: WholesaleSupplierState
    applied_at: datetime.datetime
    verified_at: datetime.datetime | None
    reason: str
    record: SupplierRecord

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        store_name = self.store_name

        since = self.since

        about = self.about

        state: str = self.state

        applied_at = self.applied_at.isoformat()

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        reason = self.reason

        record = self.record.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "store_name": store_name,
                "since": since,
                "about": about,
                "state": state,
                "applied_at": applied_at,
                "verified_at": verified_at,
                "reason": reason,
                "record": record,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.supplier_record import SupplierRecord  # noqa: PLC0415

        d = dict(src_dict)
        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        since = d.pop("since")

        about = d.pop("about")

        state = check_wholesale_supplier_state(d.pop("state"))

        applied_at = datetime.datetime.fromisoformat(d.pop("applied_at"))

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        reason = d.pop("reason")

        record = SupplierRecord.from_dict(d.pop("record"))

        supplier_view = cls(
            store_id=store_id,
            store_name=store_name,
            since=since,
            about=about,
            state=state,
            applied_at=applied_at,
            verified_at=verified_at,
            reason=reason,
            record=record,
        )

        return supplier_view
