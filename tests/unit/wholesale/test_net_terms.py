"""Paying a balance later: a loan of just its amount goes straight into the order's escrow."""

from __future__ import annotations

from typing import Any

from tests.unit.lending import loans
from tests.unit.payments import books
from tests.unit.wholesale.trade import FACTORY, SHOP, a_purchase_order
from tests.unit.world import LI, in_wallet, made

NET_60 = {"amount": 38_500, "months": 2, "product": "interest_only", "purpose": "stock", "consent": True}


def asking(order: Any, **other: Any) -> Any:
    """The answer to asking for credit for an order's balance."""
    return SHOP.post("/loans", NET_60 | {"order_id": order["id"]} | other)


def lending() -> Any:
    """An order of which the deposit is paid, and somebody who lends to its buyer."""
    loans.a_pool()
    loans.a_standing(SHOP)
    return a_purchase_order()


def accepted(loan: Any) -> None:
    made(SHOP.post(f"/loans/{loan['id']}/accept", {"contract": loan["contract"]}))


class TestNetTerms:
    def test_pay_the_suppliers_escrow_at_once_and_the_buyer_owes_the_loan(self) -> None:
        order = lending()
        before = in_wallet(SHOP)
        loan = made(asking(order))["loan"]
        accepted(loan)
        loans.paid_out()

        assert made(SHOP.get(f"/orders/{order['id']}"))["state"] == "paid"
        owed = made(SHOP.get(f"/loans/{loan['id']}"))
        assert (owed["state"], owed["owed"]["principal"], owed["pays"]) == ("active", 38_500, order["id"])
        assert [row["principal"] for row in owed["schedule"]] == [0, 38_500]
        assert in_wallet(SHOP) == before
        books.audit()

    def test_pay_the_supplier_like_any_order_in_the_end(self) -> None:
        order = lending()
        accepted(made(asking(order))["loan"])
        loans.paid_out()
        parcel = {"courier": "YTO", "tracking_number": "YT123456"}
        made(FACTORY.post(f"/orders/{order['id']}/parcel", parcel))
        made(SHOP.post(f"/orders/{order['id']}/confirm"))
        assert in_wallet(FACTORY) == 55_000 - order["fee"]["amount"]

    def test_are_for_just_the_balance_of_ones_own_order(self) -> None:
        order = lending()
        assert asking(order, amount=38_499).json["code"] == "no_such_balance"
        assert LI.post("/loans", NET_60 | {"order_id": order["id"]}).json["code"] == "order_not_found"

    def test_leave_the_money_in_the_wallet_when_the_order_is_over(self) -> None:
        order = lending()
        accepted(made(asking(order))["loan"])
        made(FACTORY.post(f"/orders/{order['id']}/cancel"))
        before = in_wallet(SHOP)
        loans.paid_out()
        assert in_wallet(SHOP) == before + 38_500
        books.audit()
