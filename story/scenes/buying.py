"""Li Lei comes from a rural county and buys."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from chalicelib.foundation.money import Money, total
from demo.catalogue import STORE
from story.tale import Tale, expect, in_wallet, mentions, money, same, told, until

HONGYUAN = "513233"
"""红原县, a rural county on the plateau in Sichuan."""

QUANTITIES = (2, 1, 3)
"""How many he wants of each of the goods, of the first kind."""


def arrive(tale: Tale) -> str:
    """He says where he lives; the platform knows that this is in the country."""
    wish = {
        "recipient": "李雷",
        "phone": "138 0013 8000",
        "country": "CN",
        "region": HONGYUAN,
        "street": "邛溪镇团结路 1 号",
    }
    tale.address = tale.li.post("/addresses", wish)
    same("The county", tale.address["county"], "红原县")
    expect(tale.address["rural"], "红原县 should be known as rural.")
    same("The phone number", tale.address["phone"], "+8613800138000")
    return f"{tale.address['province']} {tale.address['county']}"


def top_up(tale: Tale) -> str:
    """He has just the money that his goods cost."""
    price = _price(tale)
    paid = tale.li.post(
        "/wallet/top-ups", {"amount": price.amount, "currency": price.currency, "method": "pm_card_visa"}
    )
    same("The payment", paid["state"], "succeeded")
    same("Li's wallet", in_wallet(tale.li), price)
    return str(price)


def fill_cart(tale: Tale) -> str:
    """Several of her goods are in his cart at the prices he saw."""
    for listing, quantity in zip(tale.listed, QUANTITIES, strict=True):
        line = {"listing_id": listing["id"], "variant_id": _kind(listing)["id"], "quantity": quantity}
        tale.li.post("/cart/lines", line)
    lines = tale.li.get("/cart")["lines"]
    same("The quantities in the cart", sorted(line["quantity"] for line in lines), sorted(QUANTITIES))
    for line in lines:
        expect(line["problem"] is None, f"“{line['title']}” should be there to buy, but {line['problem']}.")
        same(f"The price of “{line['title']}”", line["price_now"], line["price"])
    return f"{len(lines)} × · {sum(QUANTITIES)} 件"


def check_out(tale: Tale) -> str:
    """One press, or two on a shaky line, is one order, and takes the goods off the shelf once."""
    wish = {"address_id": tale.address["id"]}
    key = uuid4().hex
    checkout = tale.li.post("/checkouts", wish, key=key)
    same("The answer to the second press", tale.li.post("/checkouts", wish, key=key), checkout)
    same("The number of orders", len(checkout["orders"]), 1)
    tale.order = checkout["orders"][0]
    tale.undoing.append(lambda: _cancel_unless_shipped(tale))
    same("The order's total", money(tale.order["total"]), _price(tale))
    same("The order's state", tale.order["state"], "paid")
    same("Li's cart", tale.li.get("/cart")["lines"], [])
    for listing, quantity in zip(tale.listed, QUANTITIES, strict=True):
        left = _kind(tale.li.get(f"/listings/{listing['id']}"))["stock"]
        same(f"What is left of “{listing['title']}”", left, _kind(listing)["stock"] - quantity)
    return f"{money(tale.order['total'])} · {tale.order['state']}"


def wait_in_escrow(tale: Tale) -> str:
    """The money has left the buyer and hasn't reached the merchant."""
    same("Li's wallet", in_wallet(tale.li), Money.zero(STORE.currency))
    same("Mei's wallet", in_wallet(tale.mei), Money.zero(STORE.currency))
    (newest,) = tale.li.get("/orders?limit=1")["items"]
    same("Li's newest order", newest["id"], tale.order["id"])
    return f"Li {in_wallet(tale.li)} · Mei {in_wallet(tale.mei)}"


def tell_merchant(tale: Tale) -> str:
    """Mei hears what was sold and for how much, and finds the order in her store."""
    texts = told(tale.mei, "order_paid", tale.order["id"])
    mentions("Mei's notice", texts, str(_price(tale)), tale.goods[0].title.zh)
    path = f"/stores/{tale.store['id']}/orders"
    sold = until(lambda: tale.mei.get(path)["items"], "The order should be among those of Mei's store.")
    same("The orders of Mei's store", [order["id"] for order in sold], [tale.order["id"], tale.bargain["id"]])
    same("Where it goes", sold[0]["destination"]["street"], tale.address["street"])
    return "order_paid · zh, en"


def _cancel_unless_shipped(tale: Tale) -> None:
    path = f"/orders/{tale.order['id']}"
    if tale.li.get(path)["state"] == "paid":
        tale.li.post(f"{path}/cancel")


def _kind(listing: Any) -> Any:
    """The kind of goods that he buys."""
    return listing["variants"][0]


def _price(tale: Tale) -> Money:
    """What all of it costs, counted as a buyer would from the shelf."""
    return total(
        [money(_kind(one)["price"]) * count for one, count in zip(tale.listed, QUANTITIES, strict=True)],
        STORE.currency,
    )
