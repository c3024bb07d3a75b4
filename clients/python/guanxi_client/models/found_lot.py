from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FoundLot")


@_attrs_define
class FoundLot:
    """By how many pieces goods are sold: at least so many, and in cases.

    Attributes:
        least_quantity (int):
        case_pack (int):
    """

    least_quantity: int
    case_pack: int

    def to_dict(self) -> dict[str, Any]:
        least_quantity = self.least_quantity

        case_pack = self.case_pack

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "least_quantity": least_quantity,
                "case_pack": case_pack,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        least_quantity = d.pop("least_quantity")

        case_pack = d.pop("case_pack")

        found_lot = cls(
            least_quantity=least_quantity,
            case_pack=case_pack,
        )

        return found_lot
