from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PercentilesView")


@_attrs_define
class PercentilesView:
    """Transit times that so many of a hundred parcels didn't exceed.

    Attributes:
        p50 (int):
        p75 (int):
        p85 (int):
        p90 (int):
        p95 (int):
        p99 (int):
    """

    p50: int
    p75: int
    p85: int
    p90: int
    p95: int
    p99: int

    def to_dict(self) -> dict[str, Any]:
        p50 = self.p50

        p75 = self.p75

        p85 = self.p85

        p90 = self.p90

        p95 = self.p95

        p99 = self.p99

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "p50": p50,
                "p75": p75,
                "p85": p85,
                "p90": p90,
                "p95": p95,
                "p99": p99,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        p50 = d.pop("p50")

        p75 = d.pop("p75")

        p85 = d.pop("p85")

        p90 = d.pop("p90")

        p95 = d.pop("p95")

        p99 = d.pop("p99")

        percentiles_view = cls(
            p50=p50,
            p75=p75,
            p85=p85,
            p90=p90,
            p95=p95,
            p99=p99,
        )

        return percentiles_view
