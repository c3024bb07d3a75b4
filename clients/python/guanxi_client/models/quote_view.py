from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.cart_line_view import CartLineView
    from ..models.coupon_check import CouponCheck
    from ..models.money_view import MoneyView
    from ..models.store_quote_view import StoreQuoteView


T = TypeVar("T", bound="QuoteView")


@_attrs_define
class QuoteView:
    """What one's cart costs now. What can't be bought is `left_out`; `total` is null for mixed currencies.

    Give it as `expected_total` to POST /checkouts, and nothing else is ever paid.

        Attributes:
            stores (list[StoreQuoteView]):
            left_out (list[CartLineView]):
            coupons (list[CouponCheck]):
            total (MoneyView | None):
    """

    stores: list[StoreQuoteView]
    left_out: list[CartLineView]
    coupons: list[CouponCheck]
    total: MoneyView | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        stores = []
        for stores_item_data in self.stores:
            stores_item = stores_item_data.to_dict()
            stores.append(stores_item)

        left_out = []
        for left_out_item_data in self.left_out:
            left_out_item = left_out_item_data.to_dict()
            left_out.append(left_out_item)

        coupons = []
        for coupons_item_data in self.coupons:
            coupons_item = coupons_item_data.to_dict()
            coupons.append(coupons_item)

        total: dict[str, Any] | None
        if isinstance(self.total, MoneyView):
            total = self.total.to_dict()
        else:
            total = self.total

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "stores": stores,
                "left_out": left_out,
                "coupons": coupons,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cart_line_view import CartLineView  # noqa: PLC0415
        from ..models.coupon_check import CouponCheck  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.store_quote_view import StoreQuoteView  # noqa: PLC0415

        d = dict(src_dict)
        stores = []
        _stores = d.pop("stores")
        for stores_item_data in _stores:
            stores_item = StoreQuoteView.from_dict(stores_item_data)

            stores.append(stores_item)

        left_out = []
        _left_out = d.pop("left_out")
        for left_out_item_data in _left_out:
            left_out_item = CartLineView.from_dict(left_out_item_data)

            left_out.append(left_out_item)

        coupons = []
        _coupons = d.pop("coupons")
        for coupons_item_data in _coupons:
            coupons_item = CouponCheck.from_dict(coupons_item_data)

            coupons.append(coupons_item)

        def _parse_total(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                total_type_0 = MoneyView.from_dict(data)

                return total_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        total = _parse_total(d.pop("total"))

        quote_view = cls(
            stores=stores,
            left_out=left_out,
            coupons=coupons,
            total=total,
        )

        return quote_view
