"""What a person bought and sold. Orders are kept; where one went, and to whom, is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import models, service
from chalicelib.orders.models import OrderItem
from chalicelib.orders.rules import Order, State
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store

_AT_ONCE = 50
_OVER = (State.COMPLETED, State.CANCELLED, State.REFUNDED)


def _bought(person_id: str, cursor: str | None) -> Page[Order]:
    return service.bought(person_id, limit=_AT_ONCE, cursor=cursor)


def _of(store: Store, cursor: str | None) -> Page[Order]:
    return service.sold(store.id, person=store.owner_id, limit=_AT_ONCE, cursor=cursor)


_sold = over_stores(_of)


def _open_purchases(person_id: str, cursor: str | None) -> Page[str]:
    page = _bought(person_id, cursor)
    return Page([f"Your order {one.id} is open." for one in page.items if _is_open(one)], page.cursor)


def _open_sales(person_id: str, cursor: str | None) -> Page[str]:
    page = _sold(person_id, cursor)
    return Page(
        [f"The order {one.id} of your store is open." for one in page.items if _is_open(one)], page.cursor
    )


def _is_open(order: Order) -> bool:
    return order.state not in _OVER or order.open_refund is not None


def _forget_addresses(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take name, phone and street from what she bought. 1 query, 1 read, 1 transaction for each."""
    page = _bought(person_id, cursor)
    for order in page.items:
        gone = replace(order.destination, recipient="", phone="", street="", postal_code="")
        if gone != order.destination:
            facts = models.facts_of(replace(order, destination=gone))
            with Transaction() as tx:
                same = OrderItem.version == order.version
                tx.update(models.order_key(order), [OrderItem.facts.set(facts)], condition=same)
    return page.cursor


HOLDINGS = (
    Holding("orders-bought", pages=_bought, open_matters=_open_purchases, forget=_forget_addresses),
    Holding("orders-sold", pages=_sold, open_matters=_open_sales),
)
