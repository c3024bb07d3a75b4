from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.supplier_judgement_action import (
    SupplierJudgementAction,
    check_supplier_judgement_action,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="SupplierJudgement")


@_attrs_define
class SupplierJudgement:
    """What an operator decides about a supplier, and why.

    Attributes:
        action (SupplierJudgementAction):
        reason (str | Unset):  Default: ''.
    """

    action: SupplierJudgementAction
    reason: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        action: str = self.action

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "action": action,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = check_supplier_judgement_action(d.pop("action"))

        reason = d.pop("reason", UNSET)

        supplier_judgement = cls(
            action=action,
            reason=reason,
        )

        return supplier_judgement
