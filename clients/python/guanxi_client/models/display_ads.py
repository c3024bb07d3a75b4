from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.display_ad_view import DisplayAdView


T = TypeVar("T", bound="DisplayAds")


@_attrs_define
class DisplayAds:
    """The ads of a placement, the best one first, and by which id this browser is known.

    Attributes:
        visitor (str):
        items (list[DisplayAdView]):
    """

    visitor: str
    items: list[DisplayAdView]

    def to_dict(self) -> dict[str, Any]:
        visitor = self.visitor

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visitor": visitor,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.display_ad_view import DisplayAdView  # noqa: PLC0415

        d = dict(src_dict)
        visitor = d.pop("visitor")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = DisplayAdView.from_dict(items_item_data)

            items.append(items_item)

        display_ads = cls(
            visitor=visitor,
            items=items,
        )

        return display_ads
