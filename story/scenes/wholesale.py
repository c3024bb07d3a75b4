"""Mei restocks at wholesale: terms, a sample, a quotation, a deposit, and drafts in her own store."""

from __future__ import annotations

from typing import Any

from demo.people import Refused
from story.tale import Tale, Trouble, expect, in_wallet, money, same, until

LISTED, FROM_FIFTY, AGREED = 1_000, 700, 600
"""What a piece costs, in fen: by the ladder's first and last step, and as it is agreed on."""
PIECES, LEAST = 100, 20
DEPOSIT = 30
"""Percent of the whole."""


def see_terms(tale: Tale) -> str:
    """A supplier's goods have a minimum, cases and a ladder; too few are refused at the checkout itself."""
    factory = tale.factory = tale.newcomer("Zhou", language="zh")
    store = factory.post("/stores", {"name": "义乌发饰", "currency": "CNY", "time_zone": "Asia/Shanghai"})
    factory.post(f"/stores/{store['id']}/publish")
    variants = [{"sku": "BULK", "price": LISTED, "stock": 500}]
    goods = {"store_id": store["id"], "title": "批发珍珠发夹", "category": "hair", "variants": variants}
    tale.bulk = factory.post("/listings", goods | {"publish": True})
    path = f"/listings/{tale.bulk['id']}"
    tale.undoing.append(lambda: factory.post(f"{path}/withdraw"))
    steps = [{"from_quantity": 50, "price": FROM_FIFTY}]
    factory.put(f"{path}/ladders", {"variants": [{"id": "v01", "steps": steps}]})
    terms = {"least_quantity": LEAST, "case_pack": 10, "lead_days": 3, "origin": "义乌"}
    factory.put(f"{path}/wholesale", terms | {"sample": {"price": 1_200, "most_per_buyer": 1}})
    shown = tale.mei.get(f"{path}/wholesale")
    steps = [one["price"]["amount"] for one in shown["variants"][0]["prices"]]
    same("What a piece costs from step to step", steps, [LISTED, FROM_FIFTY])
    tale.dock = tale.mei.post("/addresses", _DOCK)["id"]
    expect(_refused(tale, LEAST - 10), "Fewer than the minimum should be refused at the checkout.")
    return f"≥ {LEAST} · ×10 · {money(shown['variants'][0]['prices'][-1]['price'])}"


_DOCK = {
    "recipient": "梅",
    "phone": "13800138000",
    "country": "CN",
    "region": "330782",
    "street": "稠州北路 1 号",
}


def _refused(tale: Tale, pieces: int) -> bool:
    item = {"listing_id": tale.bulk["id"], "variant_id": "v01", "quantity": pieces, "price": LISTED}
    try:
        tale.mei.post("/checkouts", {"address_id": tale.dock, "items": [item]})
    except Refused as refusal:
        return bool(refusal.reply.json()["code"] == "below_minimum")
    return False


def try_a_sample(tale: Tale) -> str:
    """She orders one piece at the sample's price, and gets no second one."""
    _fill(tale, 80_000)
    path = f"/listings/{tale.bulk['id']}/samples"
    sample = tale.mei.post(path, {"variant_id": "v01"})
    (order,) = _ordered(tale, sample["id"])
    same("The sample's order", (order["state"], order["total"]["amount"]), ("paid", 1_200))
    try:
        tale.mei.post(path, {"variant_id": "v01"})
    except Refused as refusal:
        same("A second sample", refusal.reply.json()["code"], "too_many_samples")
        return str(money(order["total"]))
    raise Trouble("A second sample should be refused.")


def agree(tale: Tale) -> str:
    """She asks for a hundred, the supplier quotes, she counters, the supplier accepts."""
    asked = {
        "title": "珍珠发夹 100 个",
        "category": "hair",
        "quantity": PIECES,
        "currency": "CNY",
        "region": "330782",
    }
    request = tale.mei.post("/quote-requests", asked | {"listing_id": tale.bulk["id"]})
    path = f"/quote-requests/{request['id']}/quotes"
    said = {"quantity": PIECES, "deposit": DEPOSIT * 100, "forfeit": 5_000, "ship_days": 5}
    mine = {"store_id": tale.bulk["store_id"], "listing_id": tale.bulk["id"], "variant_id": "v01"}
    quote = tale.factory.post(path, {**said, **mine, "price": FROM_FIFTY, "text": "含运费"})
    counter = tale.mei.post(f"{path}/{quote['id']}/counter", {**said, "price": AGREED, "text": "量大"})
    tale.deal = tale.factory.post(f"{path}/{counter['id']}/accept")
    same("The request", tale.mei.get(f"/quote-requests/{request['id']}")["state"], "awarded")
    return f"{money(quote['price'])} → {money(tale.deal['price'])} × {PIECES}"


def restock(tale: Tale) -> str:
    """A deposit, the balance, the goods; and each line is a draft of hers, stocked as soon as it has come."""
    before = in_wallet(tale.mei).amount
    (order,) = _ordered(tale, tale.deal["id"])
    same("What the deposit took", before - in_wallet(tale.mei).amount, PIECES * AGREED * DEPOSIT // 100)
    path = f"/orders/{order['id']}"
    same("The order with its balance paid", tale.mei.post(f"{path}/balance", {})["state"], "paid")
    tale.factory.post(f"{path}/parcel", {"courier": "中通快递", "tracking_number": "ZT300200100"})
    resold = tale.mei.post(f"{path}/resell", {"store_id": tale.store["id"], "margin": 10_000})
    tale.mei.post(f"{path}/confirm")
    draft = f"/my/listings/{resold['lines'][0]['listing_id']}"
    shown = until(
        lambda: (one := tale.mei.get(draft))["variants"][0]["stock"] and one,
        "What she bought should be in the stock of her draft.",
    )
    tale.kept, tale.resold = in_wallet(tale.mei), shown["id"]
    same("Her draft's price", shown["price_from"]["amount"], 2 * AGREED)
    return f"{money(order['total'])} · {shown['variants'][0]['stock']} × {money(shown['price_from'])}"


def advise(tale: Tale) -> str:
    """What she sells on knows whence it came, in which cases and how fast; a week of sales tells how many."""
    advice = tale.mei.get(f"/listings/{tale.resold}/restock?transit_days=4")
    same("Whence it comes", advice["source_listing_id"], tale.bulk["id"])
    same("What is left of it", advice["stock"], PIECES)
    same("Its minimum and its case", (advice["least_quantity"], advice["case_pack"]), (LEAST, 10))
    same("The days from order to shelf", advice["lead_days"], 3 + 4)
    same("What is advised before a week has been seen", advice["quantity"], None)
    return f"{advice['stock']} · ≥ {LEAST} · {advice['lead_days']} + {advice['days_wanted']} d"


def _ordered(tale: Tale, offer_id: str) -> Any:
    return tale.mei.post("/checkouts", {"address_id": tale.dock, "offer_id": offer_id})["orders"]


def _fill(tale: Tale, amount: int) -> None:
    tale.mei.post("/wallet/top-ups", {"amount": amount, "currency": "CNY", "method": "pm_card_visa"})
