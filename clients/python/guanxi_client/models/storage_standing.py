from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.foundation_subscription_state import (
    FoundationSubscriptionState,
    check_foundation_subscription_state,
)

if TYPE_CHECKING:
    from ..models.storage_plan_view import StoragePlanView


T = TypeVar("T", bound="StorageStanding")


@_attrs_define
class StorageStanding:
    """One's plan and room, in bytes. While `read_only`, nothing is taken; `unpaid_invoice` tells why.

    Attributes:
        plan (StoragePlanView): A plan: what can be stored (bytes), and what its price of 30 days includes.
        plan_state (FoundationSubscriptionState): How a subscription is: paid, or waiting for its money.
        period_begins (datetime.datetime | None):
        period_ends (datetime.datetime | None):
        unpaid_invoice (None | str):
        used_bytes (int):
        reserved_bytes (int):
        free_bytes (int):
        files (int):
        read_only (bool):
    """

    plan: StoragePlanView
    plan_state: FoundationSubscriptionState
    period_begins: datetime.datetime | None
    period_ends: datetime.datetime | None
    unpaid_invoice: None | str
    used_bytes: int
    reserved_bytes: int
    free_bytes: int
    files: int
    read_only: bool

    def to_dict(self) -> dict[str, Any]:
        plan = self.plan.to_dict()

        plan_state: str = self.plan_state

        period_begins: None | str
        if isinstance(self.period_begins, datetime.datetime):
            period_begins = self.period_begins.isoformat()
        else:
            period_begins = self.period_begins

        period_ends: None | str
        if isinstance(self.period_ends, datetime.datetime):
            period_ends = self.period_ends.isoformat()
        else:
            period_ends = self.period_ends

        unpaid_invoice: None | str
        unpaid_invoice = self.unpaid_invoice

        used_bytes = self.used_bytes

        reserved_bytes = self.reserved_bytes

        free_bytes = self.free_bytes

        files = self.files

        read_only = self.read_only

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "plan": plan,
                "plan_state": plan_state,
                "period_begins": period_begins,
                "period_ends": period_ends,
                "unpaid_invoice": unpaid_invoice,
                "used_bytes": used_bytes,
                "reserved_bytes": reserved_bytes,
                "free_bytes": free_bytes,
                "files": files,
                "read_only": read_only,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.storage_plan_view import StoragePlanView  # noqa: PLC0415

        d = dict(src_dict)
        plan = StoragePlanView.from_dict(d.pop("plan"))

        plan_state = check_foundation_subscription_state(d.pop("plan_state"))

        def _parse_period_begins(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                period_begins_type_0 = datetime.datetime.fromisoformat(data)

                return period_begins_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        period_begins = _parse_period_begins(d.pop("period_begins"))

        def _parse_period_ends(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                period_ends_type_0 = datetime.datetime.fromisoformat(data)

                return period_ends_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        period_ends = _parse_period_ends(d.pop("period_ends"))

        def _parse_unpaid_invoice(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unpaid_invoice = _parse_unpaid_invoice(d.pop("unpaid_invoice"))

        used_bytes = d.pop("used_bytes")

        reserved_bytes = d.pop("reserved_bytes")

        free_bytes = d.pop("free_bytes")

        files = d.pop("files")

        read_only = d.pop("read_only")

        storage_standing = cls(
            plan=plan,
            plan_state=plan_state,
            period_begins=period_begins,
            period_ends=period_ends,
            unpaid_invoice=unpaid_invoice,
            used_bytes=used_bytes,
            reserved_bytes=reserved_bytes,
            free_bytes=free_bytes,
            files=files,
            read_only=read_only,
        )

        return storage_standing
