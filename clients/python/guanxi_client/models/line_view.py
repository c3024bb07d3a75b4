from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="LineView")


@_attrs_define
class LineView:
    """A line of an order: its `amount` is so many pieces at their `price`, its `net` what is paid for it.

    What the store's promotion and a coupon take off lies between; the order's total is the sum of the nets.

        Attributes:
            id (str):
            listing_id (str):
            variant_id (str):
            title (str):
            variant_title (str):
            price (MoneyView): An amount of money in minor units (fen, cents).
            regular_price (MoneyView): An amount of money in minor units (fen, cents).
            quantity (int):
            amount (MoneyView): An amount of money in minor units (fen, cents).
            promotion (MoneyView): An amount of money in minor units (fen, cents).
            coupon (MoneyView): An amount of money in minor units (fen, cents).
            net (MoneyView): An amount of money in minor units (fen, cents).
            note (str):
    """

    id: str
    listing_id: str
    variant_id: str
    title: str
    variant_title: str
    price: MoneyView
    regular_price: MoneyView
    quantity: int
    amount: MoneyView
    promotion: MoneyView
    coupon: MoneyView
    net: MoneyView
    note: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        listing_id = self.listing_id

        variant_id = self.variant_id

        title = self.title

        variant_title = self.variant_title

        price = self.price.to_dict()

        regular_price = self.regular_price.to_dict()

        quantity = self.quantity

        amount = self.amount.to_dict()

        promotion = self.promotion.to_dict()

        coupon = self.coupon.to_dict()

        net = self.net.to_dict()

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "listing_id": listing_id,
                "variant_id": variant_id,
                "title": title,
                "variant_title": variant_title,
                "price": price,
                "regular_price": regular_price,
                "quantity": quantity,
                "amount": amount,
                "promotion": promotion,
                "coupon": coupon,
                "net": net,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        title = d.pop("title")

        variant_title = d.pop("variant_title")

        price = MoneyView.from_dict(d.pop("price"))

        regular_price = MoneyView.from_dict(d.pop("regular_price"))

        quantity = d.pop("quantity")

        amount = MoneyView.from_dict(d.pop("amount"))

        promotion = MoneyView.from_dict(d.pop("promotion"))

        coupon = MoneyView.from_dict(d.pop("coupon"))

        net = MoneyView.from_dict(d.pop("net"))

        note = d.pop("note")

        line_view = cls(
            id=id,
            listing_id=listing_id,
            variant_id=variant_id,
            title=title,
            variant_title=variant_title,
            price=price,
            regular_price=regular_price,
            quantity=quantity,
            amount=amount,
            promotion=promotion,
            coupon=coupon,
            net=net,
            note=note,
        )

        return line_view
