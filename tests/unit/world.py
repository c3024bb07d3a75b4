"""Builders of what a test needs before it begins, through the API as people would."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from chalicelib.foundation import clock
from chalicelib.payments import sandbox
from chalicelib.shipping.tracking import service as tracking
from tests.api import Api, Reply
from tests.unit.conftest import NOTICE_SECRET

MEI = Api("aaaaaaaa-0000-0000-0000-000000000001")
WANG = Api("aaaaaaaa-0000-0000-0000-000000000002")
LI = Api("bbbbbbbb-0000-0000-0000-000000000001")
ZHAO = Api("bbbbbbbb-0000-0000-0000-000000000002")


def person_id(api: Api) -> str:
    """The id by which the domains know a caller."""
    assert api.person
    return f"per_{api.person.replace('-', '')}"


def made(reply: Any) -> Any:
    """What a request made; it must have succeeded."""
    assert reply.status < 300, reply
    return reply.json


def a_store(merchant: Api = MEI, *, name: str = "Mei", currency: str = "CNY", open: bool = True) -> Any:
    """A merchant's store."""
    store = made(merchant.post("/stores", {"name": name, "currency": currency, "time_zone": "Asia/Shanghai"}))
    return made(merchant.post(f"/stores/{store['id']}/publish")) if open else store


def a_listing(
    merchant: Api = MEI,
    *,
    store: Any = None,
    title: str = "Hair clip",
    price: int = 1_000,
    stock: int = 3,
    publish: bool = True,
    variants: list[dict[str, Any]] | None = None,
) -> Any:
    """Goods on sale, in a new store unless one is given."""
    store = store or a_store(merchant)
    wish = {
        "store_id": store["id"],
        "title": title,
        "category": "hair",
        "variants": variants or [{"sku": "CLIP", "price": price, "stock": stock}],
        "publish": publish,
    }
    return made(merchant.post("/listings", wish))


def an_address(buyer: Api = LI) -> str:
    """The id of an address in a rural county of Sichuan."""
    wish = {
        "recipient": "李雷",
        "phone": "13800138000",
        "country": "CN",
        "region": "513233",
        "street": "邛溪镇团结路 1 号",
    }
    address_id: str = made(buyer.post("/addresses", wish))["id"]
    return address_id


def money_for(buyer: Api = LI, amount: int = 100_000, currency: str = "CNY") -> None:
    """Money in a buyer's wallet."""
    made(buyer.post("/wallet/top-ups", {"amount": amount, "currency": currency, "method": "pm_card_visa"}))


def in_wallet(person: Api, currency: str = "CNY") -> int:
    """How much somebody has."""
    amount: int = made(person.get(f"/wallet?currency={currency}"))["balance"]["amount"]
    return amount


def stock_of(listing: Any, variant_id: str = "v01") -> int:
    """How many pieces are left now."""
    shown = made(Api().get(f"/listings/{listing['id']}"))
    return next(int(one["stock"]) for one in shown["variants"] if one["id"] == variant_id)


def in_cart(buyer: Api, listing: Any, *, quantity: int = 1, variant_id: str = "v01", note: str = "") -> Any:
    """The buyer's cart with some goods more."""
    wish = {
        "listing_id": listing["id"],
        "variant_id": variant_id,
        "quantity": quantity,
        "note": note,
    }
    return made(buyer.post("/cart/lines", wish))


def a_paid_order(buyer: Api = LI, merchant: Api = MEI, *, listing: Any = None, quantity: int = 1) -> Any:
    """An order whose money is in escrow."""
    listing = listing or a_listing(merchant)
    money_for(buyer)
    in_cart(buyer, listing, quantity=quantity)
    return made(buyer.post("/checkouts", {"address_id": an_address(buyer)}))["orders"][0]


def a_shipped_order(buyer: Api = LI, merchant: Api = MEI) -> Any:
    """An order on its way."""
    order = a_paid_order(buyer, merchant)
    made(merchant.post(f"/orders/{order['id']}/parcel", {"courier": "YTO", "tracking_number": "YT123456"}))
    return order


def a_completed_order(buyer: Api = LI, merchant: Api = MEI, *, listing: Any = None, quantity: int = 1) -> Any:
    """An order whose buyer has confirmed that the goods came."""
    order = a_paid_order(buyer, merchant, listing=listing, quantity=quantity)
    made(merchant.post(f"/orders/{order['id']}/parcel", {"courier": "YTO", "tracking_number": "YT123456"}))
    return made(buyer.post(f"/orders/{order['id']}/confirm"))


def a_review(buyer: Api, order: Any, *, stars: int = 5, line: int = 0, **more: Any) -> Any:
    """What a buyer says of a line of her completed order."""
    wish = {"line_id": order["lines"][line]["id"], "stars": stars, **more}
    return made(buyer.post(f"/orders/{order['id']}/reviews", wish))


COURIER = "youlin"
"""A courier that goes everywhere."""


def a_followed_order(number: str, *, order: Any = None) -> Any:
    """An order on its way with a courier that tells of it."""
    order = order or a_paid_order()
    wish = {"courier": "邮邻", "tracking_number": number, "service": "youlin.standard", "origin": "330782"}
    made(MEI.post(f"/orders/{order['id']}/parcel", wish))
    return order


SENDER = {"name": "Mei", "phone": "13800138000", "region": "330782", "street": "稠州北路 1 号"}


def booking_wish(*orders: Any, **more: Any) -> dict[str, Any]:
    """How somebody books a parcel of all that is left of some orders."""
    packed = [{"order_id": order["id"]} for order in orders]
    return {"service": "youlin.standard", "grams": 350, "orders": packed, "sender": SENDER, **more}


def a_booking(*orders: Any, by: Api = MEI, key: str | None = None, **more: Any) -> Any:
    """A parcel of some orders that a courier carries."""
    return made(by.post("/shipping/parcels", booking_wish(*orders, **more), **({"key": key} if key else {})))


def courier_news(
    number: str,
    code: str,
    *,
    name: str = "e1",
    at: datetime | None = None,
    courier: str = COURIER,
    **more: str,
) -> tuple[bytes, dict[str, str]]:
    """What a courier tells of a parcel, signed: the body and the headers."""
    now = clock.now()
    facts = {
        "news_id": name,
        "tracking_number": number,
        "code": code,
        "at": (at or now).isoformat(),
        "place": "义乌集散中心",
        **more,
    }
    body, stamp = json.dumps(facts).encode(), str(int(now.timestamp()))
    signed = tracking.signature(body, stamp, tracking.key_of(courier, NOTICE_SECRET))
    return body, {tracking.TIMESTAMP: stamp, tracking.SIGNATURE: signed}


def a_notice(charge_id: str, amount: int, *, outcome: str = "succeeded", name: str = "n1") -> Reply:
    """The gateway's signed notice about a charge, sent."""
    body = json.dumps(
        {
            "notice_id": name,
            "charge_id": charge_id,
            "outcome": outcome,
            "amount": amount,
            "currency": "CNY",
        }
    ).encode()
    headers = {sandbox.SIGNATURE: sandbox.signature(body, NOTICE_SECRET)}
    return Api().post("/payments/notices/sandbox", raw=body, headers=headers)
