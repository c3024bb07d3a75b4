from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.storage_kind import StorageKind, check_storage_kind
from ..models.storage_plan_code import StoragePlanCode, check_storage_plan_code

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="InvoiceLine")


@_attrs_define
class InvoiceLine:
    """A line: its quantity is in seconds of a plan, bytes × seconds, requests, or bytes sent.

    Attributes:
        kind (StorageKind): What a line of an invoice is for.
        plan (StoragePlanCode): A plan's name.
        quantity (int):
        amount (MoneyView): An amount of money in minor units (fen, cents).
    """

    kind: StorageKind
    plan: StoragePlanCode
    quantity: int
    amount: MoneyView

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        plan: str = self.plan

        quantity = self.quantity

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "plan": plan,
                "quantity": quantity,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_storage_kind(d.pop("kind"))

        plan = check_storage_plan_code(d.pop("plan"))

        quantity = d.pop("quantity")

        amount = MoneyView.from_dict(d.pop("amount"))

        invoice_line = cls(
            kind=kind,
            plan=plan,
            quantity=quantity,
            amount=amount,
        )

        return invoice_line
