from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.shipping_level import ShippingLevel, check_shipping_level

if TYPE_CHECKING:
    from ..models.percentiles_view import PercentilesView


T = TypeVar("T", bound="TransitView")


@_attrs_define
class TransitView:
    """From first possession to first delivery attempt, in business days and in hours (to within 5 %).

    Attributes:
        business_days (PercentilesView): Transit times that so many of a hundred parcels didn't exceed.
        hours (PercentilesView): Transit times that so many of a hundred parcels didn't exceed.
        seen (int):
        level (ShippingLevel): How wide one looks, the widest first.
    """

    business_days: PercentilesView
    hours: PercentilesView
    seen: int
    level: ShippingLevel

    def to_dict(self) -> dict[str, Any]:
        business_days = self.business_days.to_dict()

        hours = self.hours.to_dict()

        seen = self.seen

        level: str = self.level

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "business_days": business_days,
                "hours": hours,
                "seen": seen,
                "level": level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.percentiles_view import PercentilesView  # noqa: PLC0415

        d = dict(src_dict)
        business_days = PercentilesView.from_dict(d.pop("business_days"))

        hours = PercentilesView.from_dict(d.pop("hours"))

        seen = d.pop("seen")

        level = check_shipping_level(d.pop("level"))

        transit_view = cls(
            business_days=business_days,
            hours=hours,
            seen=seen,
            level=level,
        )

        return transit_view
