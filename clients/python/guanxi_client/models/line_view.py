from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.line_tax_view import LineTaxView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="LineView")


@_attrs_define
class LineView:
    """A line of an order: its `amount` is so many pieces at their `price`, its `net` what is paid for it.

    Between lie what the store's promotion and a coupon take off, and tax that isn't in the price; the order's
    total is the sum of the nets.

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
            tax (LineTaxView | None):
            net (MoneyView): An amount of money in minor units (fen, cents).
            note (str):
            cover (None | str | Unset): The path of its photo, below the API's address.
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
    tax: LineTaxView | None
    net: MoneyView
    note: str
    cover: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.line_tax_view import LineTaxView  # noqa: PLC0415

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

        tax: dict[str, Any] | None
        if isinstance(self.tax, LineTaxView):
            tax = self.tax.to_dict()
        else:
            tax = self.tax

        net = self.net.to_dict()

        note = self.note

        cover: None | str | Unset
        if isinstance(self.cover, Unset):
            cover = UNSET
        else:
            cover = self.cover

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
                "tax": tax,
                "net": net,
                "note": note,
            }
        )
        if cover is not UNSET:
            field_dict["cover"] = cover

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.line_tax_view import LineTaxView  # noqa: PLC0415
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

        def _parse_tax(data: object) -> LineTaxView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tax_type_0 = LineTaxView.from_dict(data)

                return tax_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LineTaxView | None, data)

        tax = _parse_tax(d.pop("tax"))

        net = MoneyView.from_dict(d.pop("net"))

        note = d.pop("note")

        def _parse_cover(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cover = _parse_cover(d.pop("cover", UNSET))

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
            tax=tax,
            net=net,
            note=note,
            cover=cover,
        )

        return line_view
