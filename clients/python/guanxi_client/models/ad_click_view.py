from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.ad_click_view_outcome import (
    AdClickViewOutcome,
    check_ad_click_view_outcome,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="AdClickView")


@_attrs_define
class AdClickView:
    """A click on an ad, and what became of it: only what is `billed` costs its price.

    Attributes:
        id (str):
        listing_id (str):
        keyword (str):
        term (str):
        slot (int):
        price (MoneyView): An amount of money in minor units (fen, cents).
        outcome (AdClickViewOutcome):
        credited_because (None | str):
        clicked_at (datetime.datetime):
    """

    id: str
    listing_id: str
    keyword: str
    term: str
    slot: int
    price: MoneyView
    outcome: AdClickViewOutcome
    credited_because: None | str
    clicked_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        listing_id = self.listing_id

        keyword = self.keyword

        term = self.term

        slot = self.slot

        price = self.price.to_dict()

        outcome: str = self.outcome

        credited_because: None | str
        credited_because = self.credited_because

        clicked_at = self.clicked_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "listing_id": listing_id,
                "keyword": keyword,
                "term": term,
                "slot": slot,
                "price": price,
                "outcome": outcome,
                "credited_because": credited_because,
                "clicked_at": clicked_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        listing_id = d.pop("listing_id")

        keyword = d.pop("keyword")

        term = d.pop("term")

        slot = d.pop("slot")

        price = MoneyView.from_dict(d.pop("price"))

        outcome = check_ad_click_view_outcome(d.pop("outcome"))

        def _parse_credited_because(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        credited_because = _parse_credited_because(d.pop("credited_because"))

        clicked_at = datetime.datetime.fromisoformat(d.pop("clicked_at"))

        ad_click_view = cls(
            id=id,
            listing_id=listing_id,
            keyword=keyword,
            term=term,
            slot=slot,
            price=price,
            outcome=outcome,
            credited_because=credited_because,
            clicked_at=clicked_at,
        )

        return ad_click_view
