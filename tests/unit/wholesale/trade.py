"""Builders of suppliers, requests and quotations, through the API as people would."""

from __future__ import annotations

from typing import Any

from tests.api import Api
from tests.unit import world
from tests.unit.lending.loans import OPERATOR
from tests.unit.world import LI, MEI, WANG, made

FACTORY = WANG
"""A supplier."""

SHOP = MEI
"""Who buys of it, and has a store of her own."""

TERMS = {"least_quantity": 10, "case_pack": 5, "lead_days": 3, "origin": "义乌"}
SAMPLE = {"price": 1_500, "most_per_buyer": 1}
CONDITIONS = {"deposit": 3_000, "balance_days": 5, "forfeit": 5_000, "ship_days": 4, "inspect_days": 6}


def a_supplier(who: Api = FACTORY, *, name: str = "Yiwu Clips") -> Any:
    """A store that is verified as a supplier."""
    store = world.a_store(who, name=name)
    made(who.put(f"/stores/{store['id']}/supplier", {"since": 2012, "about": "发饰工厂"}))
    made(OPERATOR.post(f"/suppliers/{store['id']}/judgement", {"action": "verify"}))
    return store


PRICES = {"plus": 998_00, "premium": 2_998_00}
"""What suppliers' plans cost for a year."""


def a_member(who: Api = FACTORY, *, tier: str = "plus", store: Any = None) -> Any:
    """A supplier who pays for a yearly plan."""
    store = store or a_supplier(who)
    world.money_for(who, PRICES[tier])
    made(who.post(f"/stores/{store['id']}/membership", {"tier": tier}))
    return store


def refused(store: Any, *, by: Api) -> None:
    """Let a store be refused as a supplier."""
    made(by.put(f"/stores/{store['id']}/supplier", {"since": 2012, "about": "发饰工厂"}))
    made(OPERATOR.post(f"/suppliers/{store['id']}/judgement", {"action": "refuse"}))


def wares(who: Api = FACTORY, *, store: Any = None, stock: int = 200, **terms: Any) -> Any:
    """Goods that are sold wholesale, at a ladder's prices."""
    listing = world.a_listing(who, store=store or a_supplier(who), price=1_000, stock=stock)
    steps = [{"from_quantity": 20, "price": 800}, {"from_quantity": 100, "price": 600}]
    made(who.put(f"/listings/{listing['id']}/ladders", {"variants": [{"id": "v01", "steps": steps}]}))
    made(who.put(f"/listings/{listing['id']}/wholesale", TERMS | terms))
    return listing


ASKED = {
    "title": "发夹 100 个",
    "category": "hair",
    "quantity": 100,
    "currency": "CNY",
    "target_price": 500,
    "region": "330782",
}


def a_request(buyer: Api = SHOP, **other: Any) -> Any:
    """A request for quotation to all suppliers."""
    return made(buyer.post("/quote-requests", ASKED | other))


def quoting(request: Any, listing: Any, *, by: Api = FACTORY, **other: Any) -> Any:
    """The answer to a quotation, which may be a refusal."""
    goods = {"store_id": listing["store_id"], "listing_id": listing["id"], "variant_id": "v01"}
    wish = {"price": 550, "quantity": 100} | CONDITIONS | goods | other
    return by.post(f"/quote-requests/{request['id']}/quotes", wish)


def a_quote(request: Any, listing: Any, *, by: Api = FACTORY, **other: Any) -> Any:
    """A quotation that waits for the buyer's answer."""
    return made(quoting(request, listing, by=by, **other))


def answering(quote: Any, what: str, *, by: Api, **body: Any) -> Any:
    """The answer to accepting, countering, declining or retracting."""
    path = f"/quote-requests/{quote['request_id']}/quotes/{quote['id']}/{what}"
    return by.post(path, body or None)


def accepting(quote: Any, *, by: Api, key: str) -> Any:
    """The answer to accepting with an idempotency key."""
    path = f"/quote-requests/{quote['request_id']}/quotes/{quote['id']}/accept"
    return by.post(path, key=key)


def an_agreed_quote(buyer: Api = SHOP, *, listing: Any = None, **other: Any) -> Any:
    """A quotation that its buyer has accepted."""
    listing = listing or wares()
    return made(answering(a_quote(a_request(buyer), listing, **other), "accept", by=buyer))


def ordering(quote: Any, *, by: Api = SHOP, **other: Any) -> Any:
    """The answer to ordering what was agreed on."""
    wish = {"address_id": world.an_address(by), "offer_id": quote["id"]}
    return by.post("/checkouts", wish | other)


def a_purchase_order(buyer: Api = SHOP, *, quote: Any = None, **other: Any) -> Any:
    """An order of which the deposit is paid."""
    quote = quote or an_agreed_quote(buyer, **other)
    world.money_for(buyer, 100_000)
    return made(ordering(quote, by=buyer))["orders"][0]


def with_balance(order: Any, *, by: Api = SHOP) -> Any:
    """The same, paid in full."""
    return made(by.post(f"/orders/{order['id']}/balance", {}))


def a_resale(
    listing: Any, *, by: Api = SHOP, store: Any = None, quantity: int = 10, price: int = 1_000
) -> str:
    """The goods as which somebody sells on what she bought at once."""
    world.money_for(by, price * quantity)
    order = made(buying(listing, quantity, price=price, by=by))["orders"][0]
    store = store or world.a_store(by, name="Mei 2")
    resold = made(by.post(f"/orders/{order['id']}/resell", {"store_id": store["id"], "margin": 5_000}))
    listing_id: str = resold["lines"][0]["listing_id"]
    return listing_id


def buying(listing: Any, quantity: int, *, price: int, by: Api = LI) -> Any:
    """The answer to buying goods at once at a price that was seen."""
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": quantity, "price": price}
    return by.post("/checkouts", {"address_id": world.an_address(by), "items": [item]})
