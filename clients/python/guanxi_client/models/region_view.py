from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RegionView")


@_attrs_define
class RegionView:
    """A division. Only a county's code makes an address; others have divisions below.

    Attributes:
        code (str):
        name (str):
        kind (str):
        county (bool):
        rural (bool):
    """

    code: str
    name: str
    kind: str
    county: bool
    rural: bool

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        kind = self.kind

        county = self.county

        rural = self.rural

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
                "kind": kind,
                "county": county,
                "rural": rural,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        kind = d.pop("kind")

        county = d.pop("county")

        rural = d.pop("rural")

        region_view = cls(
            code=code,
            name=name,
            kind=kind,
            county=county,
            rural=rural,
        )

        return region_view
