from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_level import ShippingLevel, check_shipping_level

T = TypeVar("T", bound="MeasuredRate")


@_attrs_define
class MeasuredRate:
    """A rate in basis points, and its 95 % credible interval.

    `seen` parcels stand behind it at the narrowest level with any; what wider levels know is in it as well.

        Attributes:
            expected (int):
            low (int):
            high (int):
            seen (int):
            level (None | ShippingLevel):
    """

    expected: int
    low: int
    high: int
    seen: int
    level: None | ShippingLevel

    def to_dict(self) -> dict[str, Any]:
        expected = self.expected

        low = self.low

        high = self.high

        seen = self.seen

        level: None | str
        if isinstance(self.level, str):
            level = self.level
        else:
            level = self.level

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "expected": expected,
                "low": low,
                "high": high,
                "seen": seen,
                "level": level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expected = d.pop("expected")

        low = d.pop("low")

        high = d.pop("high")

        seen = d.pop("seen")

        def _parse_level(data: object) -> None | ShippingLevel:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                level_type_0 = check_shipping_level(data)

                return level_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ShippingLevel, data)

        level = _parse_level(d.pop("level"))

        measured_rate = cls(
            expected=expected,
            low=low,
            high=high,
            seen=seen,
            level=level,
        )

        return measured_rate
