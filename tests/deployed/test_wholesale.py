"""Restocking at wholesale as a merchant does: over HTTP, against the deployed stage."""

from __future__ import annotations

from typing import Any

from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, in_wallet, list_goods, open_store, somebody, top_up
from tests.deployed.test_loans import an_operator
from tests.deployed.watching import audit, until

SENDER = {"name": "Factory", "phone": "13800138000", "region": "330782", "street": "稠州北路 1 号"}


def a_supplier(stack: Stack, factory: Person) -> Any:
    """A verified supplier's goods, in cases of 10 from 20 pieces on."""
    store = open_store(factory, "Yiwu Clips")
    factory.put(f"/stores/{store['id']}/supplier", {"since": 2012, "about": "发饰工厂"})
    an_operator(stack).post(f"/suppliers/{store['id']}/judgement", {"action": "verify"})
    goods = list_goods(factory, store, title="珍珠发夹", price=1_000, stock=500)
    terms = {"least_quantity": 20, "case_pack": 10, "lead_days": 3, "origin": "义乌"}
    factory.put(f"/listings/{goods['id']}/wholesale", terms)
    return goods


def haggled(factory: Person, mei: Person, goods: Any) -> Any:
    """What both agree on after two rounds: 100 pieces at 5.00, 30 % now, the rest before it is sent."""
    asked = {"title": "发夹", "category": "hair", "quantity": 100, "currency": "CNY", "region": "513233"}
    request = mei.post("/quote-requests", asked)
    path = f"/quote-requests/{request['id']}/quotes"
    said = {"deposit": 3_000, "forfeit": 5_000, "quantity": 100}
    mine = {"store_id": goods["store_id"], "listing_id": goods["id"], "variant_id": "v01"}
    quote = factory.post(path, {**said, **mine, "price": 600})
    counter = mei.post(f"{path}/{quote['id']}/counter", {**said, "price": 500, "text": "量大"})
    return factory.post(f"{path}/{counter['id']}/accept")


def sent_in_parts(factory: Person, order: Any) -> None:
    """Two parcels, of 60 and of 40 pieces."""
    for pieces in (60, None):
        lines = [{"line_id": order["lines"][0]["id"], "pieces": pieces}] if pieces else None
        packed = {"order_id": order["id"]} | ({"lines": lines} if lines else {})
        wish = {"service": "youlin.standard", "grams": 900, "orders": [packed], "sender": SENDER}
        factory.post("/shipping/parcels", wish)


class TestRestockingAtWholesale:
    def test_goes_from_a_request_to_drafts_in_ones_own_store(self, stack: Stack) -> None:
        factory, mei = somebody(stack, "Factory"), somebody(stack, "Mei")
        shop, goods = open_store(mei, "梅的小铺"), a_supplier(stack, factory)
        top_up(mei, 60_000)

        agreed = haggled(factory, mei, goods)
        (order,) = mei.post("/checkouts", {"address_id": home(mei), "offer_id": agreed["id"]})["orders"]
        assert (order["state"], order["paid"]["amount"], in_wallet(mei)) == ("deposited", 15_000, 45_000)

        assert mei.post(f"/orders/{order['id']}/balance", {})["state"] == "paid"
        sent_in_parts(factory, order)
        resold = mei.post(f"/orders/{order['id']}/resell", {"store_id": shop["id"], "margin": 10_000})
        mei.post(f"/orders/{order['id']}/confirm")
        assert in_wallet(factory) == 50_000 - order["fee"]["amount"]

        draft = f"/my/listings/{resold['lines'][0]['listing_id']}"
        shown = until(lambda: (one := mei.get(draft))["variants"][0]["stock"] and one)
        assert (shown["variants"][0]["stock"], shown["price_from"]["amount"]) == (100, 1_000)
        record = until(
            lambda: (one := mei.get(f"/suppliers/{goods['store_id']}")["record"])["buyers"] and one
        )
        assert (record["response_rate"], record["repeat_rate"]) == (10_000, 0)
        audit(stack)
