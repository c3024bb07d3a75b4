from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.foundation_offer_state import (
    FoundationOfferState,
    check_foundation_offer_state,
)
from ..models.wholesale_trade_side import WholesaleTradeSide, check_wholesale_trade_side

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="SupplierQuoteView")


@_attrs_define
class SupplierQuoteView:
    """A quotation. Once it is accepted its goods are kept for the buyer until `reserved_until`.

    She orders them by POST /checkouts with its id as `offer_id`, and pays the deposit with that.

        Attributes:
            id (str):
            request_id (str):
            store_id (str):
            listing_id (str):
            variant_id (str):
            title (str):
            quantity (int):
            price (MoneyView): An amount of money in minor units (fen, cents).
            total (MoneyView): An amount of money in minor units (fen, cents).
            deposit (int):
            balance_days (int):
            forfeit (int):
            ship_days (int):
            inspect_days (int):
            text (str):
            by (WholesaleTradeSide): Who it is.
            round_ (int):
            state (FoundationOfferState): What became of an offer. It leaves PENDING once.
            created_at (datetime.datetime):
            expires_at (datetime.datetime):
            reserved_until (datetime.datetime | None):
    """

    id: str
    request_id: str
    store_id: str
    listing_id: str
    variant_id: str
    title: str
    quantity: int
    price: MoneyView
    total: MoneyView
    deposit: int
    balance_days: int
    forfeit: int
    ship_days: int
    inspect_days: int
    text: str
    by: WholesaleTradeSide
    round_: int
    state: FoundationOfferState
    created_at: datetime.datetime
    expires_at: datetime.datetime
    reserved_until: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        request_id = self.request_id

        store_id = self.store_id

        listing_id = self.listing_id

        variant_id = self.variant_id

        title = self.title

        quantity = self.quantity

        price = self.price.to_dict()

        total = self.total.to_dict()

        deposit = self.deposit

        balance_days = self.balance_days

        forfeit = self.forfeit

        ship_days = self.ship_days

        inspect_days = self.inspect_days

        text = self.text

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
                "request_id": request_id,
                "store_id": store_id,
                "listing_id": listing_id,
                "variant_id": variant_id,
                "title": title,
                "quantity": quantity,
                "price": price,
                "total": total,
                "deposit": deposit,
                "balance_days": balance_days,
                "forfeit": forfeit,
                "ship_days": ship_days,
                "inspect_days": inspect_days,
                "text": text,
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

        request_id = d.pop("request_id")

        store_id = d.pop("store_id")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        title = d.pop("title")

        quantity = d.pop("quantity")

        price = MoneyView.from_dict(d.pop("price"))

        total = MoneyView.from_dict(d.pop("total"))

        deposit = d.pop("deposit")

        balance_days = d.pop("balance_days")

        forfeit = d.pop("forfeit")

        ship_days = d.pop("ship_days")

        inspect_days = d.pop("inspect_days")

        text = d.pop("text")

        by = check_wholesale_trade_side(d.pop("by"))

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

        supplier_quote_view = cls(
            id=id,
            request_id=request_id,
            store_id=store_id,
            listing_id=listing_id,
            variant_id=variant_id,
            title=title,
            quantity=quantity,
            price=price,
            total=total,
            deposit=deposit,
            balance_days=balance_days,
            forfeit=forfeit,
            ship_days=ship_days,
            inspect_days=inspect_days,
            text=text,
            by=by,
            round_=round_,
            state=state,
            created_at=created_at,
            expires_at=expires_at,
            reserved_until=reserved_until,
        )

        return supplier_quote_view
