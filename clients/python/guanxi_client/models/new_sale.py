from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.reduced_variant import ReducedVariant


T = TypeVar("T", bound="NewSale")


@_attrs_define
class NewSale:
    """A sale of goods: from one moment (without `starts_at`: from now) until just before another.

    Attributes:
        variants (list[ReducedVariant]):
        ends_at (datetime.datetime):
        starts_at (datetime.datetime | None | Unset):
    """

    variants: list[ReducedVariant]
    ends_at: datetime.datetime
    starts_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        ends_at = self.ends_at.isoformat()

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "variants": variants,
                "ends_at": ends_at,
            }
        )
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reduced_variant import ReducedVariant  # noqa: PLC0415

        d = dict(src_dict)
        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = ReducedVariant.from_dict(variants_item_data)

            variants.append(variants_item)

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("starts_at", UNSET))

        new_sale = cls(
            variants=variants,
            ends_at=ends_at,
            starts_at=starts_at,
        )

        return new_sale
