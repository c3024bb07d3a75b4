from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.level_view import LevelView


T = TypeVar("T", bound="ListingAlertView")


@_attrs_define
class ListingAlertView:
    """How a listing's stock is watched: what it says, what holds for it, and how its variants stand.

    Attributes:
        threshold (int | None):
        holds (int):
        variants (list[LevelView]):
    """

    threshold: int | None
    holds: int
    variants: list[LevelView]

    def to_dict(self) -> dict[str, Any]:
        threshold: int | None
        threshold = self.threshold

        holds = self.holds

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "threshold": threshold,
                "holds": holds,
                "variants": variants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.level_view import LevelView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_threshold(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        threshold = _parse_threshold(d.pop("threshold"))

        holds = d.pop("holds")

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = LevelView.from_dict(variants_item_data)

            variants.append(variants_item)

        listing_alert_view = cls(
            threshold=threshold,
            holds=holds,
            variants=variants,
        )

        return listing_alert_view
