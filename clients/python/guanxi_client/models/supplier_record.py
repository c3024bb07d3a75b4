from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="SupplierRecord")


@_attrs_define
class SupplierRecord:
    """What was counted of a supplier; rates are in basis points, null where there is nothing to count yet.

    Answered or missed is what buyers ask of this supplier alone: requests to it, and counter-quotations.

        Attributes:
            answered (int):
            missed (int):
            response_rate (int | None):
            buyers (int):
            repeat_buyers (int):
            repeat_rate (int | None):
    """

    answered: int
    missed: int
    response_rate: int | None
    buyers: int
    repeat_buyers: int
    repeat_rate: int | None

    def to_dict(self) -> dict[str, Any]:
        answered = self.answered

        missed = self.missed

        response_rate: int | None
        response_rate = self.response_rate

        buyers = self.buyers

        repeat_buyers = self.repeat_buyers

        repeat_rate: int | None
        repeat_rate = self.repeat_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "answered": answered,
                "missed": missed,
                "response_rate": response_rate,
                "buyers": buyers,
                "repeat_buyers": repeat_buyers,
                "repeat_rate": repeat_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answered = d.pop("answered")

        missed = d.pop("missed")

        def _parse_response_rate(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        response_rate = _parse_response_rate(d.pop("response_rate"))

        buyers = d.pop("buyers")

        repeat_buyers = d.pop("repeat_buyers")

        def _parse_repeat_rate(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        repeat_rate = _parse_repeat_rate(d.pop("repeat_rate"))

        supplier_record = cls(
            answered=answered,
            missed=missed,
            response_rate=response_rate,
            buyers=buyers,
            repeat_buyers=repeat_buyers,
            repeat_rate=repeat_rate,
        )

        return supplier_record
