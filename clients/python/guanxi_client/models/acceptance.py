from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Acceptance")


@_attrs_define
class Acceptance:
    """Which contract is accepted, by its digest.

    Attributes:
        contract (str):
    """

    contract: str

    def to_dict(self) -> dict[str, Any]:
        contract = self.contract

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contract": contract,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contract = d.pop("contract")

        acceptance = cls(
            contract=contract,
        )

        return acceptance
