from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.part_body import PartBody


T = TypeVar("T", bound="ProposalBody")


@_attrs_define
class ProposalBody:
    """What one would do, in which steps; amounts are in minor units of the brief's currency.

    Attributes:
        milestones (list[PartBody]):
        text (str | Unset):  Default: ''.
    """

    milestones: list[PartBody]
    text: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        milestones = []
        for milestones_item_data in self.milestones:
            milestones_item = milestones_item_data.to_dict()
            milestones.append(milestones_item)

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "milestones": milestones,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_body import PartBody  # noqa: PLC0415

        d = dict(src_dict)
        milestones = []
        _milestones = d.pop("milestones")
        for milestones_item_data in _milestones:
            milestones_item = PartBody.from_dict(milestones_item_data)

            milestones.append(milestones_item)

        text = d.pop("text", UNSET)

        proposal_body = cls(
            milestones=milestones,
            text=text,
        )

        return proposal_body
