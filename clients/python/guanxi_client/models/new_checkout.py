from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_checkout_pay_from import (
    NewCheckoutPayFrom,
    check_new_checkout_pay_from,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.item_to_buy import ItemToBuy


T = TypeVar("T", bound="NewCheckout")


@_attrs_define
class NewCheckout:
    """What to buy, where to, and from what money.

    Without `line_ids`, `items` and `offer_id` the whole cart is bought; with one of the latter two the cart
    isn't touched. An offer or a quotation that was accepted (`offer_id`) is bought as it was agreed on, once:
    where a deposit was agreed on, that is all that is paid now.
    From the wallet it is bought at once; from the gateway once POST /checkouts/{checkout_id}/complete or
    the gateway's notice has told that it is paid.

        Attributes:
            address_id (str):
            pay_from (NewCheckoutPayFrom | Unset):  Default: 'wallet'.
            line_ids (list[str] | None | Unset):
            items (list[ItemToBuy] | None | Unset):
            offer_id (None | str | Unset):
            coupons (list[str] | Unset):
            expected_total (int | None | Unset): What it must cost, in minor units; where it costs something else it is
                refused.
            referral (None | str | Unset): The visit over a promoter's link that one came by, as `/r/{code}` gave it. One
                that doesn't count is passed over.
            pin (None | str | Unset): One's payment PIN, if one has set it and pays from the wallet.
    """

    address_id: str
    pay_from: NewCheckoutPayFrom | Unset = "wallet"
    line_ids: list[str] | None | Unset = UNSET
    items: list[ItemToBuy] | None | Unset = UNSET
    offer_id: None | str | Unset = UNSET
    coupons: list[str] | Unset = UNSET
    expected_total: int | None | Unset = UNSET
    referral: None | str | Unset = UNSET
    pin: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        address_id = self.address_id

        pay_from: str | Unset = UNSET
        if not isinstance(self.pay_from, Unset):
            pay_from = self.pay_from

        line_ids: list[str] | None | Unset
        if isinstance(self.line_ids, Unset):
            line_ids = UNSET
        elif isinstance(self.line_ids, list):
            line_ids = self.line_ids

        else:
            line_ids = self.line_ids

        items: list[dict[str, Any]] | None | Unset
        if isinstance(self.items, Unset):
            items = UNSET
        elif isinstance(self.items, list):
            items = []
            for items_type_0_item_data in self.items:
                items_type_0_item = items_type_0_item_data.to_dict()
                items.append(items_type_0_item)

        else:
            items = self.items

        offer_id: None | str | Unset
        if isinstance(self.offer_id, Unset):
            offer_id = UNSET
        else:
            offer_id = self.offer_id

        coupons: list[str] | Unset = UNSET
        if not isinstance(self.coupons, Unset):
            coupons = self.coupons

        expected_total: int | None | Unset
        if isinstance(self.expected_total, Unset):
            expected_total = UNSET
        else:
            expected_total = self.expected_total

        referral: None | str | Unset
        if isinstance(self.referral, Unset):
            referral = UNSET
        else:
            referral = self.referral

        pin: None | str | Unset
        if isinstance(self.pin, Unset):
            pin = UNSET
        else:
            pin = self.pin

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "address_id": address_id,
            }
        )
        if pay_from is not UNSET:
            field_dict["pay_from"] = pay_from
        if line_ids is not UNSET:
            field_dict["line_ids"] = line_ids
        if items is not UNSET:
            field_dict["items"] = items
        if offer_id is not UNSET:
            field_dict["offer_id"] = offer_id
        if coupons is not UNSET:
            field_dict["coupons"] = coupons
        if expected_total is not UNSET:
            field_dict["expected_total"] = expected_total
        if referral is not UNSET:
            field_dict["referral"] = referral
        if pin is not UNSET:
            field_dict["pin"] = pin

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.item_to_buy import ItemToBuy  # noqa: PLC0415

        d = dict(src_dict)
        address_id = d.pop("address_id")

        _pay_from = d.pop("pay_from", UNSET)
        pay_from: NewCheckoutPayFrom | Unset
        if isinstance(_pay_from, Unset):
            pay_from = UNSET
        else:
            pay_from = check_new_checkout_pay_from(_pay_from)

        def _parse_line_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                line_ids_type_0 = cast(list[str], data)

                return line_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        line_ids = _parse_line_ids(d.pop("line_ids", UNSET))

        def _parse_items(data: object) -> list[ItemToBuy] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                items_type_0 = []
                _items_type_0 = data
                for items_type_0_item_data in _items_type_0:
                    items_type_0_item = ItemToBuy.from_dict(items_type_0_item_data)

                    items_type_0.append(items_type_0_item)

                return items_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ItemToBuy] | None | Unset, data)

        items = _parse_items(d.pop("items", UNSET))

        def _parse_offer_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        offer_id = _parse_offer_id(d.pop("offer_id", UNSET))

        coupons = cast(list[str], d.pop("coupons", UNSET))

        def _parse_expected_total(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expected_total = _parse_expected_total(d.pop("expected_total", UNSET))

        def _parse_referral(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        referral = _parse_referral(d.pop("referral", UNSET))

        def _parse_pin(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pin = _parse_pin(d.pop("pin", UNSET))

        new_checkout = cls(
            address_id=address_id,
            pay_from=pay_from,
            line_ids=line_ids,
            items=items,
            offer_id=offer_id,
            coupons=coupons,
            expected_total=expected_total,
            referral=referral,
            pin=pin,
        )

        return new_checkout
