from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.storage_plan_code import StoragePlanCode, check_storage_plan_code

T = TypeVar("T", bound="PlanChoice")


@_attrs_define
class PlanChoice:
    """The plan that somebody takes.

    Attributes:
        plan (StoragePlanCode): A plan's name.
    """

    plan: StoragePlanCode

    def to_dict(self) -> dict[str, Any]:
        plan: str = self.plan

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "plan": plan,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        plan = check_storage_plan_code(d.pop("plan"))

        plan_choice = cls(
            plan=plan,
        )

        return plan_choice
