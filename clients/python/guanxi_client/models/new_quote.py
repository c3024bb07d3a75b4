from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewQuote")


@_attrs_define
class NewQuote:
    """What of one's cart to reckon (without `line_ids`: all of it), and with which coupons.

    Attributes:
        line_ids (list[str] | None | Unset):
        coupons (list[str] | Unset):
    """

    line_ids: list[str] | None | Unset = UNSET
    coupons: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        line_ids: list[str] | None | Unset
        if isinstance(self.line_ids, Unset):
            line_ids = UNSET
        elif isinstance(self.line_ids, list):
            line_ids = self.line_ids

        else:
            line_ids = self.line_ids

        coupons: list[str] | Unset = UNSET
        if not isinstance(self.coupons, Unset):
            coupons = self.coupons

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if line_ids is not UNSET:
            field_dict["line_ids"] = line_ids
        if coupons is not UNSET:
            field_dict["coupons"] = coupons

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_line_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                line_ids_type_0 = cast(list[str], data)

                return line_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        line_ids = _parse_line_ids(d.pop("line_ids", UNSET))

        coupons = cast(list[str], d.pop("coupons", UNSET))

        new_quote = cls(
            line_ids=line_ids,
            coupons=coupons,
        )

        return new_quote
