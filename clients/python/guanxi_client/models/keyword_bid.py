from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.keyword_bid_match import KeywordBidMatch, check_keyword_bid_match
from ..types import UNSET, Unset

T = TypeVar("T", bound="KeywordBid")


@_attrs_define
class KeywordBid:
    """Words for which to be shown, and the most that a click may cost in minor units.

    `exact`: these words alone; `phrase`: together in this order, among others; `broad`: all, in any order.

        Attributes:
            text (str):
            bid (int):
            match (KeywordBidMatch | Unset):  Default: 'broad'.
    """

    text: str
    bid: int
    match: KeywordBidMatch | Unset = "broad"

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        bid = self.bid

        match: str | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "bid": bid,
            }
        )
        if match is not UNSET:
            field_dict["match"] = match

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        bid = d.pop("bid")

        _match = d.pop("match", UNSET)
        match: KeywordBidMatch | Unset
        if isinstance(_match, Unset):
            match = UNSET
        else:
            match = check_keyword_bid_match(_match)

        keyword_bid = cls(
            text=text,
            bid=bid,
            match=match,
        )

        return keyword_bid
