from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PackagePurchase")


@_attrs_define
class PackagePurchase:
    """Which package one buys, and for which of one's stores.

    Attributes:
        package_id (str):
        store_id (str):
        note (str | Unset):  Default: ''.
        pin (None | str | Unset): One's payment PIN, if one has set it.
    """

    package_id: str
    store_id: str
    note: str | Unset = ""
    pin: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        package_id = self.package_id

        store_id = self.store_id

        note = self.note

        pin: None | str | Unset
        if isinstance(self.pin, Unset):
            pin = UNSET
        else:
            pin = self.pin

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "package_id": package_id,
                "store_id": store_id,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note
        if pin is not UNSET:
            field_dict["pin"] = pin

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        package_id = d.pop("package_id")

        store_id = d.pop("store_id")

        note = d.pop("note", UNSET)

        def _parse_pin(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pin = _parse_pin(d.pop("pin", UNSET))

        package_purchase = cls(
            package_id=package_id,
            store_id=store_id,
            note=note,
            pin=pin,
        )

        return package_purchase
