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
    from ..models.membership_change import MembershipChange
    from ..models.membership_plan import MembershipPlan
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="SupplierMembership")


@_attrs_define
class SupplierMembership:
    """A supplier's plan. While it is `overdue` its renewal waits for `owed`, at most until `grace_until`.

    Attributes:
        store_id (str):
        plan (MembershipPlan): A plan: how many open requests it lets one answer in a calendar month (UTC), and its
            yearly price.
        state (FoundationSubscriptionState): How a subscription is: paid, or waiting for its money.
        year_begins (datetime.datetime | None):
        year_ends (datetime.datetime | None):
        answered (int): Open requests, this calendar month (UTC).
        owed (MoneyView | None):
        grace_until (datetime.datetime | None):
        changes (list[MembershipChange]):
    """

    store_id: str
    plan: MembershipPlan
    state: FoundationSubscriptionState
    year_begins: datetime.datetime | None
    year_ends: datetime.datetime | None
    answered: int
    owed: MoneyView | None
    grace_until: datetime.datetime | None
    changes: list[MembershipChange]

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        store_id = self.store_id

        plan = self.plan.to_dict()

        state: str = self.state

        year_begins: None | str
        if isinstance(self.year_begins, datetime.datetime):
            year_begins = self.year_begins.isoformat()
        else:
            year_begins = self.year_begins

        year_ends: None | str
        if isinstance(self.year_ends, datetime.datetime):
            year_ends = self.year_ends.isoformat()
        else:
            year_ends = self.year_ends

        answered = self.answered

        owed: dict[str, Any] | None
        if isinstance(self.owed, MoneyView):
            owed = self.owed.to_dict()
        else:
            owed = self.owed

        grace_until: None | str
        if isinstance(self.grace_until, datetime.datetime):
            grace_until = self.grace_until.isoformat()
        else:
            grace_until = self.grace_until

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "plan": plan,
                "state": state,
                "year_begins": year_begins,
                "year_ends": year_ends,
                "answered": answered,
                "owed": owed,
                "grace_until": grace_until,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.membership_change import MembershipChange  # noqa: PLC0415
        from ..models.membership_plan import MembershipPlan  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        store_id = d.pop("store_id")

        plan = MembershipPlan.from_dict(d.pop("plan"))

        state = check_foundation_subscription_state(d.pop("state"))

        def _parse_year_begins(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                year_begins_type_0 = datetime.datetime.fromisoformat(data)

                return year_begins_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        year_begins = _parse_year_begins(d.pop("year_begins"))

        def _parse_year_ends(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                year_ends_type_0 = datetime.datetime.fromisoformat(data)

                return year_ends_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        year_ends = _parse_year_ends(d.pop("year_ends"))

        answered = d.pop("answered")

        def _parse_owed(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owed_type_0 = MoneyView.from_dict(data)

                return owed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        owed = _parse_owed(d.pop("owed"))

        def _parse_grace_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                grace_until_type_0 = datetime.datetime.fromisoformat(data)

                return grace_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        grace_until = _parse_grace_until(d.pop("grace_until"))

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = MembershipChange.from_dict(changes_item_data)

            changes.append(changes_item)

        supplier_membership = cls(
            store_id=store_id,
            plan=plan,
            state=state,
            year_begins=year_begins,
            year_ends=year_ends,
            answered=answered,
            owed=owed,
            grace_until=grace_until,
            changes=changes,
        )

        return supplier_membership
