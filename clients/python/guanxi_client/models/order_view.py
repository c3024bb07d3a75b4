from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.order_state import OrderState, check_order_state

if TYPE_CHECKING:
    from ..models.bargain_view import BargainView
    from ..models.destination_view import DestinationView
    from ..models.discount_view import DiscountView
    from ..models.line_view import LineView
    from ..models.money_view import MoneyView
    from ..models.tax_total_view import TaxTotalView


T = TypeVar("T", bound="OrderView")


@_attrs_define
class OrderView:
    """An order. `paid` is what its buyer has paid so far, `balance` what she has not.

    Attributes:
        id (str):
        checkout_id (str):
        store_id (str):
        store_name (str):
        state (OrderState): Where an order is.
        lines (list[LineView]):
        discounts (list[DiscountView]):
        taxes (list[TaxTotalView]):
        total (MoneyView): An amount of money in minor units (fen, cents).
        fee (MoneyView): An amount of money in minor units (fen, cents).
        payment_fee (MoneyView): An amount of money in minor units (fen, cents).
        refunded (MoneyView): An amount of money in minor units (fen, cents).
        paid (MoneyView): An amount of money in minor units (fen, cents).
        balance (MoneyView): An amount of money in minor units (fen, cents).
        bargain (BargainView | None):
        destination (DestinationView): Where an order goes.
        placed_at (datetime.datetime):
        balance_due_at (datetime.datetime | None):
        ship_by (datetime.datetime | None):
        shipped_at (datetime.datetime | None):
        auto_confirm_at (datetime.datetime | None):
        extended (bool):
        completed_at (datetime.datetime | None):
        cancelled_at (datetime.datetime | None):
        refunded_at (datetime.datetime | None):
        open_refund (None | str): The refund that is being negotiated; the time to confirm stands still as long.
    """

    id: str
    checkout_id: str
    store_id: str
    store_name: str
    state: OrderState
    lines: list[LineView]
    discounts: list[DiscountView]
    taxes: list[TaxTotalView]
    total: MoneyView
    fee: MoneyView
    payment_fee: MoneyView
    refunded: MoneyView
    paid: MoneyView
    balance: MoneyView
    bargain: BargainView | None
    destination: DestinationView
    placed_at: datetime.datetime
    balance_due_at: datetime.datetime | None
    ship_by: datetime.datetime | None
    shipped_at: datetime.datetime | None
    auto_confirm_at: datetime.datetime | None
    extended: bool
    completed_at: datetime.datetime | None
    cancelled_at: datetime.datetime | None
    refunded_at: datetime.datetime | None
    open_refund: None | str

    def to_dict(self) -> dict[str, Any]:
        from ..models.bargain_view import BargainView  # noqa: PLC0415

        id = self.id

        checkout_id = self.checkout_id

        store_id = self.store_id

        store_name = self.store_name

        state: str = self.state

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        discounts = []
        for discounts_item_data in self.discounts:
            discounts_item = discounts_item_data.to_dict()
            discounts.append(discounts_item)

        taxes = []
        for taxes_item_data in self.taxes:
            taxes_item = taxes_item_data.to_dict()
            taxes.append(taxes_item)

        total = self.total.to_dict()

        fee = self.fee.to_dict()

        payment_fee = self.payment_fee.to_dict()

        refunded = self.refunded.to_dict()

        paid = self.paid.to_dict()

        balance = self.balance.to_dict()

        bargain: dict[str, Any] | None
        if isinstance(self.bargain, BargainView):
            bargain = self.bargain.to_dict()
        else:
            bargain = self.bargain

        destination = self.destination.to_dict()

        placed_at = self.placed_at.isoformat()

        balance_due_at: None | str
        if isinstance(self.balance_due_at, datetime.datetime):
            balance_due_at = self.balance_due_at.isoformat()
        else:
            balance_due_at = self.balance_due_at

        ship_by: None | str
        if isinstance(self.ship_by, datetime.datetime):
            ship_by = self.ship_by.isoformat()
        else:
            ship_by = self.ship_by

        shipped_at: None | str
        if isinstance(self.shipped_at, datetime.datetime):
            shipped_at = self.shipped_at.isoformat()
        else:
            shipped_at = self.shipped_at

        auto_confirm_at: None | str
        if isinstance(self.auto_confirm_at, datetime.datetime):
            auto_confirm_at = self.auto_confirm_at.isoformat()
        else:
            auto_confirm_at = self.auto_confirm_at

        extended = self.extended

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        cancelled_at: None | str
        if isinstance(self.cancelled_at, datetime.datetime):
            cancelled_at = self.cancelled_at.isoformat()
        else:
            cancelled_at = self.cancelled_at

        refunded_at: None | str
        if isinstance(self.refunded_at, datetime.datetime):
            refunded_at = self.refunded_at.isoformat()
        else:
            refunded_at = self.refunded_at

        open_refund: None | str
        open_refund = self.open_refund

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "checkout_id": checkout_id,
                "store_id": store_id,
                "store_name": store_name,
                "state": state,
                "lines": lines,
                "discounts": discounts,
                "taxes": taxes,
                "total": total,
                "fee": fee,
                "payment_fee": payment_fee,
                "refunded": refunded,
                "paid": paid,
                "balance": balance,
                "bargain": bargain,
                "destination": destination,
                "placed_at": placed_at,
                "balance_due_at": balance_due_at,
                "ship_by": ship_by,
                "shipped_at": shipped_at,
                "auto_confirm_at": auto_confirm_at,
                "extended": extended,
                "completed_at": completed_at,
                "cancelled_at": cancelled_at,
                "refunded_at": refunded_at,
                "open_refund": open_refund,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bargain_view import BargainView  # noqa: PLC0415
        from ..models.destination_view import DestinationView  # noqa: PLC0415
        from ..models.discount_view import DiscountView  # noqa: PLC0415
        from ..models.line_view import LineView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.tax_total_view import TaxTotalView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        checkout_id = d.pop("checkout_id")

        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        state = check_order_state(d.pop("state"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = LineView.from_dict(lines_item_data)

            lines.append(lines_item)

        discounts = []
        _discounts = d.pop("discounts")
        for discounts_item_data in _discounts:
            discounts_item = DiscountView.from_dict(discounts_item_data)

            discounts.append(discounts_item)

        taxes = []
        _taxes = d.pop("taxes")
        for taxes_item_data in _taxes:
            taxes_item = TaxTotalView.from_dict(taxes_item_data)

            taxes.append(taxes_item)

        total = MoneyView.from_dict(d.pop("total"))

        fee = MoneyView.from_dict(d.pop("fee"))

        payment_fee = MoneyView.from_dict(d.pop("payment_fee"))

        refunded = MoneyView.from_dict(d.pop("refunded"))

        paid = MoneyView.from_dict(d.pop("paid"))

        balance = MoneyView.from_dict(d.pop("balance"))

        def _parse_bargain(data: object) -> BargainView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                bargain_type_0 = BargainView.from_dict(data)

                return bargain_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BargainView | None, data)

        bargain = _parse_bargain(d.pop("bargain"))

        destination = DestinationView.from_dict(d.pop("destination"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        def _parse_balance_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                balance_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return balance_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        balance_due_at = _parse_balance_due_at(d.pop("balance_due_at"))

        def _parse_ship_by(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ship_by_type_0 = datetime.datetime.fromisoformat(data)

                return ship_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ship_by = _parse_ship_by(d.pop("ship_by"))

        def _parse_shipped_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                shipped_at_type_0 = datetime.datetime.fromisoformat(data)

                return shipped_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        shipped_at = _parse_shipped_at(d.pop("shipped_at"))

        def _parse_auto_confirm_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                auto_confirm_at_type_0 = datetime.datetime.fromisoformat(data)

                return auto_confirm_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        auto_confirm_at = _parse_auto_confirm_at(d.pop("auto_confirm_at"))

        extended = d.pop("extended")

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        def _parse_cancelled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancelled_at_type_0 = datetime.datetime.fromisoformat(data)

                return cancelled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        cancelled_at = _parse_cancelled_at(d.pop("cancelled_at"))

        def _parse_refunded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refunded_at_type_0 = datetime.datetime.fromisoformat(data)

                return refunded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        refunded_at = _parse_refunded_at(d.pop("refunded_at"))

        def _parse_open_refund(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        open_refund = _parse_open_refund(d.pop("open_refund"))

        order_view = cls(
            id=id,
            checkout_id=checkout_id,
            store_id=store_id,
            store_name=store_name,
            state=state,
            lines=lines,
            discounts=discounts,
            taxes=taxes,
            total=total,
            fee=fee,
            payment_fee=payment_fee,
            refunded=refunded,
            paid=paid,
            balance=balance,
            bargain=bargain,
            destination=destination,
            placed_at=placed_at,
            balance_due_at=balance_due_at,
            ship_by=ship_by,
            shipped_at=shipped_at,
            auto_confirm_at=auto_confirm_at,
            extended=extended,
            completed_at=completed_at,
            cancelled_at=cancelled_at,
            refunded_at=refunded_at,
            open_refund=open_refund,
        )

        return order_view
