from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.keyword_suggestion import KeywordSuggestion


T = TypeVar("T", bound="KeywordSuggestions")


@_attrs_define
class KeywordSuggestions:
    """Searches of the last seven days that sold, those that sold most first; 50 at most.

    Attributes:
        items (list[KeywordSuggestion]):
    """

    items: list[KeywordSuggestion]

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.keyword_suggestion import KeywordSuggestion  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = KeywordSuggestion.from_dict(items_item_data)

            items.append(items_item)

        keyword_suggestions = cls(
            items=items,
        )

        return keyword_suggestions
