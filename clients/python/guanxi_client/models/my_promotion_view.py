from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.promotion_promotion_status import (
    PromotionPromotionStatus,
    check_promotion_promotion_status,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="MyPromotionView")


@_attrs_define
class MyPromotionView:
    """A promotion as its merchant sees it. `used` counts the uses of one with limits; else it is 0.

    Attributes:
        id (str):
        store_id (str):
        title (str):
        code (None | str):
        basis_points (int | None):
        amount (MoneyView | None):
        price (MoneyView | None):
        most (MoneyView | None):
        threshold (MoneyView | None):
        category (None | str):
        listing_ids (list[str]):
        starts_at (datetime.datetime):
        ends_at (datetime.datetime | None):
        total_limit (int | None):
        buyer_limit (int | None):
        stackable (bool):
        status (PromotionPromotionStatus): What a promotion is at a moment.
        used (int):
        advertised (bool):
        created_at (datetime.datetime):
    """

    id: str
    store_id: str
    title: str
    code: None | str
    basis_points: int | None
    amount: MoneyView | None
    price: MoneyView | None
    most: MoneyView | None
    threshold: MoneyView | None
    category: None | str
    listing_ids: list[str]
    starts_at: datetime.datetime
    ends_at: datetime.datetime | None
    total_limit: int | None
    buyer_limit: int | None
    stackable: bool
    status: PromotionPromotionStatus
    used: int
    advertised: bool
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        id = self.id

        store_id = self.store_id

        title = self.title

        code: None | str
        code = self.code

        basis_points: int | None
        basis_points = self.basis_points

        amount: dict[str, Any] | None
        if isinstance(self.amount, MoneyView):
            amount = self.amount.to_dict()
        else:
            amount = self.amount

        price: dict[str, Any] | None
        if isinstance(self.price, MoneyView):
            price = self.price.to_dict()
        else:
            price = self.price

        most: dict[str, Any] | None
        if isinstance(self.most, MoneyView):
            most = self.most.to_dict()
        else:
            most = self.most

        threshold: dict[str, Any] | None
        if isinstance(self.threshold, MoneyView):
            threshold = self.threshold.to_dict()
        else:
            threshold = self.threshold

        category: None | str
        category = self.category

        listing_ids = self.listing_ids

        starts_at = self.starts_at.isoformat()

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        total_limit: int | None
        total_limit = self.total_limit

        buyer_limit: int | None
        buyer_limit = self.buyer_limit

        stackable = self.stackable

        status: str = self.status

        used = self.used

        advertised = self.advertised

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "title": title,
                "code": code,
                "basis_points": basis_points,
                "amount": amount,
                "price": price,
                "most": most,
                "threshold": threshold,
                "category": category,
                "listing_ids": listing_ids,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "total_limit": total_limit,
                "buyer_limit": buyer_limit,
                "stackable": stackable,
                "status": status,
                "used": used,
                "advertised": advertised,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        def _parse_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code = _parse_code(d.pop("code"))

        def _parse_basis_points(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        basis_points = _parse_basis_points(d.pop("basis_points"))

        def _parse_amount(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                amount_type_0 = MoneyView.from_dict(data)

                return amount_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        amount = _parse_amount(d.pop("amount"))

        def _parse_price(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = MoneyView.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        price = _parse_price(d.pop("price"))

        def _parse_most(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                most_type_0 = MoneyView.from_dict(data)

                return most_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        most = _parse_most(d.pop("most"))

        def _parse_threshold(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                threshold_type_0 = MoneyView.from_dict(data)

                return threshold_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        threshold = _parse_threshold(d.pop("threshold"))

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        listing_ids = cast(list[str], d.pop("listing_ids"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        def _parse_total_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total_limit = _parse_total_limit(d.pop("total_limit"))

        def _parse_buyer_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        buyer_limit = _parse_buyer_limit(d.pop("buyer_limit"))

        stackable = d.pop("stackable")

        status = check_promotion_promotion_status(d.pop("status"))

        used = d.pop("used")

        advertised = d.pop("advertised")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        my_promotion_view = cls(
            id=id,
            store_id=store_id,
            title=title,
            code=code,
            basis_points=basis_points,
            amount=amount,
            price=price,
            most=most,
            threshold=threshold,
            category=category,
            listing_ids=listing_ids,
            starts_at=starts_at,
            ends_at=ends_at,
            total_limit=total_limit,
            buyer_limit=buyer_limit,
            stackable=stackable,
            status=status,
            used=used,
            advertised=advertised,
            created_at=created_at,
        )

        return my_promotion_view
