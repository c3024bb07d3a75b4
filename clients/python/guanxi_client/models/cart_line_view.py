from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CartLineView")


@_attrs_define
class CartLineView:
    """A line of the cart: its price when it was put there and now, and what stands in the way.

    `regular_price` is what it costs when there is no sale.

        Attributes:
            id (str):
            listing_id (str):
            variant_id (str):
            store_id (str):
            title (str):
            variant_title (str):
            price (MoneyView): An amount of money in minor units (fen, cents).
            price_now (MoneyView): An amount of money in minor units (fen, cents).
            regular_price (MoneyView): An amount of money in minor units (fen, cents).
            quantity (int):
            note (str):
            problem (None | str):
            cover (None | str | Unset): The path of its photo, below the API's address.
    """

    id: str
    listing_id: str
    variant_id: str
    store_id: str
    title: str
    variant_title: str
    price: MoneyView
    price_now: MoneyView
    regular_price: MoneyView
    quantity: int
    note: str
    problem: None | str
    cover: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        listing_id = self.listing_id

        variant_id = self.variant_id

        store_id = self.store_id

        title = self.title

        variant_title = self.variant_title

        price = self.price.to_dict()

        price_now = self.price_now.to_dict()

        regular_price = self.regular_price.to_dict()

        quantity = self.quantity

        note = self.note

        problem: None | str
        problem = self.problem

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
                "store_id": store_id,
                "title": title,
                "variant_title": variant_title,
                "price": price,
                "price_now": price_now,
                "regular_price": regular_price,
                "quantity": quantity,
                "note": note,
                "problem": problem,
            }
        )
        if cover is not UNSET:
            field_dict["cover"] = cover

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        listing_id = d.pop("listing_id")

        variant_id = d.pop("variant_id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        variant_title = d.pop("variant_title")

        price = MoneyView.from_dict(d.pop("price"))

        price_now = MoneyView.from_dict(d.pop("price_now"))

        regular_price = MoneyView.from_dict(d.pop("regular_price"))

        quantity = d.pop("quantity")

        note = d.pop("note")

        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))

        def _parse_cover(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cover = _parse_cover(d.pop("cover", UNSET))

        cart_line_view = cls(
            id=id,
            listing_id=listing_id,
            variant_id=variant_id,
            store_id=store_id,
            title=title,
            variant_title=variant_title,
            price=price,
            price_now=price_now,
            regular_price=regular_price,
            quantity=quantity,
            note=note,
            problem=problem,
            cover=cover,
        )

        return cart_line_view
