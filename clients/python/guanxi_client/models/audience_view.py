from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.audience_view_devices_item import (
    AudienceViewDevicesItem,
    check_audience_view_devices_item,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="AudienceView")


@_attrs_define
class AudienceView:
    """To whom the ads are shown. What is left empty isn't narrowed down.

    `regions` are beginnings of region codes (`33` is all of Zhejiang); `hours` (0 to 23) and `weekdays`
    (1, Monday, to 7) are the store's.

        Attributes:
            regions (list[str] | Unset):
            devices (list[AudienceViewDevicesItem] | Unset):
            hours (list[int] | Unset):
            weekdays (list[int] | Unset):
    """

    regions: list[str] | Unset = UNSET
    devices: list[AudienceViewDevicesItem] | Unset = UNSET
    hours: list[int] | Unset = UNSET
    weekdays: list[int] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        regions: list[str] | Unset = UNSET
        if not isinstance(self.regions, Unset):
            regions = self.regions

        devices: list[str] | Unset = UNSET
        if not isinstance(self.devices, Unset):
            devices = []
            for devices_item_data in self.devices:
                devices_item: str = devices_item_data
                devices.append(devices_item)

        hours: list[int] | Unset = UNSET
        if not isinstance(self.hours, Unset):
            hours = self.hours

        weekdays: list[int] | Unset = UNSET
        if not isinstance(self.weekdays, Unset):
            weekdays = self.weekdays

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if regions is not UNSET:
            field_dict["regions"] = regions
        if devices is not UNSET:
            field_dict["devices"] = devices
        if hours is not UNSET:
            field_dict["hours"] = hours
        if weekdays is not UNSET:
            field_dict["weekdays"] = weekdays

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        regions = cast(list[str], d.pop("regions", UNSET))

        _devices = d.pop("devices", UNSET)
        devices: list[AudienceViewDevicesItem] | Unset = UNSET
        if _devices is not UNSET:
            devices = []
            for devices_item_data in _devices:
                devices_item = check_audience_view_devices_item(devices_item_data)

                devices.append(devices_item)

        hours = cast(list[int], d.pop("hours", UNSET))

        weekdays = cast(list[int], d.pop("weekdays", UNSET))

        audience_view = cls(
            regions=regions,
            devices=devices,
            hours=hours,
            weekdays=weekdays,
        )

        return audience_view
