from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.facet_view import FacetView
    from ..models.hit_view import HitView


T = TypeVar("T", bound="SearchPage")


@_attrs_define
class SearchPage:
    """Some of what was found, in the order asked for, what is sold out last; with ads in their slots.

    Attributes:
        items (list[HitView]):
        cursor (None | str):
        facets (list[FacetView]):
        facets_of (int): How many listings were found and counted.
        all_counted (bool): Whether these are all; else there are more, and the best of them were looked at.
        did_you_mean (None | str):
        explanation (None | str): Why there is nothing, or why it is for other words.
    """

    items: list[HitView]
    cursor: None | str
    facets: list[FacetView]
    facets_of: int
    all_counted: bool
    did_you_mean: None | str
    explanation: None | str

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        cursor: None | str
        cursor = self.cursor

        facets = []
        for facets_item_data in self.facets:
            facets_item = facets_item_data.to_dict()
            facets.append(facets_item)

        facets_of = self.facets_of

        all_counted = self.all_counted

        did_you_mean: None | str
        did_you_mean = self.did_you_mean

        explanation: None | str
        explanation = self.explanation

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "cursor": cursor,
                "facets": facets,
                "facets_of": facets_of,
                "all_counted": all_counted,
                "did_you_mean": did_you_mean,
                "explanation": explanation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.facet_view import FacetView  # noqa: PLC0415
        from ..models.hit_view import HitView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = HitView.from_dict(items_item_data)

            items.append(items_item)

        def _parse_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cursor = _parse_cursor(d.pop("cursor"))

        facets = []
        _facets = d.pop("facets")
        for facets_item_data in _facets:
            facets_item = FacetView.from_dict(facets_item_data)

            facets.append(facets_item)

        facets_of = d.pop("facets_of")

        all_counted = d.pop("all_counted")

        def _parse_did_you_mean(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        did_you_mean = _parse_did_you_mean(d.pop("did_you_mean"))

        def _parse_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explanation = _parse_explanation(d.pop("explanation"))

        search_page = cls(
            items=items,
            cursor=cursor,
            facets=facets,
            facets_of=facets_of,
            all_counted=all_counted,
            did_you_mean=did_you_mean,
            explanation=explanation,
        )

        return search_page
