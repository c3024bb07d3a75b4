from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PlaceBody")


@_attrs_define
class PlaceBody:
    """A place. `region` is a county's or a town's code in China; elsewhere the country is enough.

    Attributes:
        country (str | Unset):  Default: 'CN'.
        region (None | str | Unset):
        rural (bool | Unset):  Default: False.
    """

    country: str | Unset = "CN"
    region: None | str | Unset = UNSET
    rural: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        rural = self.rural

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if country is not UNSET:
            field_dict["country"] = country
        if region is not UNSET:
            field_dict["region"] = region
        if rural is not UNSET:
            field_dict["rural"] = rural

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        country = d.pop("country", UNSET)

        def _parse_region(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        region = _parse_region(d.pop("region", UNSET))

        rural = d.pop("rural", UNSET)

        place_body = cls(
            country=country,
            region=region,
            rural=rural,
        )

        return place_body
