from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.order_checkout_state import OrderCheckoutState, check_order_checkout_state

if TYPE_CHECKING:
    from ..models.money_view import MoneyView
    from ..models.order_view import OrderView


T = TypeVar("T", bound="CheckoutView")


@_attrs_define
class CheckoutView:
    """A checkout: one payment, and an order for each store.

    Attributes:
        id (str):
        state (OrderCheckoutState): How far a checkout is.
        reason (None | str):
        total (MoneyView): An amount of money in minor units (fen, cents).
        charge_id (None | str):
        orders (list[OrderView]):
        created_at (datetime.datetime):
        expires_at (datetime.datetime):
    """

    id: str
    state: OrderCheckoutState
    reason: None | str
    total: MoneyView
    charge_id: None | str
    orders: list[OrderView]
    created_at: datetime.datetime
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        reason: None | str
        reason = self.reason

        total = self.total.to_dict()

        charge_id: None | str
        charge_id = self.charge_id

        orders = []
        for orders_item_data in self.orders:
            orders_item = orders_item_data.to_dict()
            orders.append(orders_item)

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "reason": reason,
                "total": total,
                "charge_id": charge_id,
                "orders": orders,
                "created_at": created_at,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415
        from ..models.order_view import OrderView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_order_checkout_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        total = MoneyView.from_dict(d.pop("total"))

        def _parse_charge_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        charge_id = _parse_charge_id(d.pop("charge_id"))

        orders = []
        _orders = d.pop("orders")
        for orders_item_data in _orders:
            orders_item = OrderView.from_dict(orders_item_data)

            orders.append(orders_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        checkout_view = cls(
            id=id,
            state=state,
            reason=reason,
            total=total,
            charge_id=charge_id,
            orders=orders,
            created_at=created_at,
            expires_at=expires_at,
        )

        return checkout_view
