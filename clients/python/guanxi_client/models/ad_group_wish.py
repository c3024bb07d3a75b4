from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.keyword_bid import KeywordBid


T = TypeVar("T", bound="AdGroupWish")


@_attrs_define
class AdGroupWish:
    """Goods of the store, and the keywords for which they are advertised.

    Attributes:
        name (str):
        listing_ids (list[str]):
        keywords (list[KeywordBid]):
    """

    name: str
    listing_ids: list[str]
    keywords: list[KeywordBid]

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        listing_ids = self.listing_ids

        keywords = []
        for keywords_item_data in self.keywords:
            keywords_item = keywords_item_data.to_dict()
            keywords.append(keywords_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "listing_ids": listing_ids,
                "keywords": keywords,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.keyword_bid import KeywordBid  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        listing_ids = cast(list[str], d.pop("listing_ids"))

        keywords = []
        _keywords = d.pop("keywords")
        for keywords_item_data in _keywords:
            keywords_item = KeywordBid.from_dict(keywords_item_data)

            keywords.append(keywords_item)

        ad_group_wish = cls(
            name=name,
            listing_ids=listing_ids,
            keywords=keywords,
        )

        return ad_group_wish
