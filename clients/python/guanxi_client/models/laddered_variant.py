from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_step import NewStep


T = TypeVar("T", bound="LadderedVariant")


@_attrs_define
class LadderedVariant:
    """A variant and its ladder: each step begins at more pieces and costs less than the one before.

    Attributes:
        id (str):
        steps (list[NewStep]):
    """

    id: str
    steps: list[NewStep]

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_step import NewStep  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = NewStep.from_dict(steps_item_data)

            steps.append(steps_item)

        laddered_variant = cls(
            id=id,
            steps=steps,
        )

        return laddered_variant
