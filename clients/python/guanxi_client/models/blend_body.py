from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BlendBody")


@_attrs_define
class BlendBody:
    """What a blend is made of, in parts of their sum.

    Attributes:
        price (int):
        speed (int):
        reliability (int):
    """

    price: int
    speed: int
    reliability: int

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        speed = self.speed

        reliability = self.reliability

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "speed": speed,
                "reliability": reliability,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price = d.pop("price")

        speed = d.pop("speed")

        reliability = d.pop("reliability")

        blend_body = cls(
            price=price,
            speed=speed,
            reliability=reliability,
        )

        return blend_body
