from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.conversation_side import ConversationSide, check_conversation_side
from ..models.foundation_offer_state import (
    FoundationOfferState,
    check_foundation_offer_state,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="PriceOfferView")


@_attrs_define
class PriceOfferView:
    """An offer. Once it is accepted its goods are kept for the buyer until `reserved_until`.

    Attributes:
        id (str):
        conversation_id (str):
        listing_id (str):
        variant_id (str):
        title (str):
        quantity (int):
        price (MoneyView): An amount of money in minor units (fen, cents).
        total (MoneyView): An amount of money in minor units (fen, cents).
        by (ConversationSide): Who speaks. All who work in the store are one side.
        round_ (int):
        state (FoundationOfferState): What became of an offer. It leaves PENDING once.
        created_at (datetime.datetime):
        expires_at (datetime.datetime):
        reserved_until (datetime.datetime | None):
    """

    id: str
    conversation_id: str
    listing_id: str
    variant_id: str
    title: str
    quantity: int
    price: MoneyView
    total: MoneyView
    by: ConversationSide
    round_: int
    state: FoundationOfferState
    created_at: datetime.datetime
    expires_at: datetime.datetime
    reserved_until: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        conversation_id = self.conversation_id

        listing_id = self.listing_id

        variant_id = self.variant_id

        title = self.title

        quantity = self.quantity

        price = self.price.to_dict()

        total = self.total.to_dict()

        by: str = self.by

        round_ = self.round_

        state: str = self.state

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        reserved_until: None | str
        if isinstance(self.reserved_until, datetime.datetime):
            reserved_until = self.reserved_until.isoformat()
        else:
            reserved_until = self.reserved_until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "conversation_id": conversation_id,
                "listing_id": listing_id,
                "variant_id": variant_id,
                "title": title,
                "quantity": quantity,
                "price": price,
                "total": total,
                "by": by,
                "round": round_,
                "state": state,
                "created_at": created_at,
                "expires_at": expires_at,
                "reserved_until": reserved_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        conversation_id = d.pop("conversation_id")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        title = d.pop("title")

        quantity = d.pop("quantity")

        price = MoneyView.from_dict(d.pop("price"))

        total = MoneyView.from_dict(d.pop("total"))

        by = check_conversation_side(d.pop("by"))

        round_ = d.pop("round")

        state = check_foundation_offer_state(d.pop("state"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_reserved_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reserved_until_type_0 = datetime.datetime.fromisoformat(data)

                return reserved_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reserved_until = _parse_reserved_until(d.pop("reserved_until"))

        price_offer_view = cls(
            id=id,
            conversation_id=conversation_id,
            listing_id=listing_id,
            variant_id=variant_id,
            title=title,
            quantity=quantity,
            price=price,
            total=total,
            by=by,
            round_=round_,
            state=state,
            created_at=created_at,
            expires_at=expires_at,
            reserved_until=reserved_until,
        )

        return price_offer_view
