"""Something arrives broken: money goes back, and the rest is settled."""

from __future__ import annotations

from chalicelib.foundation.money import Money
from demo import photos
from story.scenes.shipping import COURIER
from story.tale import Tale, expect, in_wallet, mentions, money, same, told


def ask(tale: Tale) -> str:
    """Li buys once more, one piece is broken, and he shows it; the order's time stands still."""
    listing = tale.listed[0]
    kind = listing["variants"][0]
    price = money(kind["price"])
    tale.li.post(
        "/wallet/top-ups", {"amount": price.amount, "currency": price.currency, "method": "pm_card_visa"}
    )
    item = {"listing_id": listing["id"], "variant_id": kind["id"], "quantity": 1, "price": price.amount}
    wish = {"address_id": tale.address["id"], "items": [item]}
    order = tale.li.post("/checkouts", wish)["orders"][0]
    path = f"/orders/{order['id']}"
    tale.mei.post(f"{path}/parcel", {"courier": COURIER, "tracking_number": f"ZR{tale.run.upper()}"})
    seen = tale.li.upload(photos.photo_of(tale.goods[0].slug), "image/jpeg", "evidence")
    tale.refund = tale.li.post(
        f"{path}/refunds",
        {"reason": "damaged", "amount": price.amount // 3, "text": "夹齿断了一根", "photo_ids": [seen]},
    )
    order = tale.li.get(path)
    same("The order's open refund", order["open_refund"], tale.refund["id"])
    expect(order["auto_confirm_at"] is None, "The order shouldn't confirm itself while a refund is open.")
    return f"{money(tale.refund['amount'])} / {price} · {tale.refund['state']}"


def accept(tale: Tale) -> str:
    """Mei sees the photo and gives the part back: it is in his wallet at once, and he is told."""
    path = f"/orders/{tale.refund['order_id']}/refunds/{tale.refund['id']}"
    (shown,) = tale.mei.get(path)["evidence"][0]["photos"]
    expect(tale.visit(shown).headers["content-type"].startswith("image/"), "Mei should see what is broken.")
    before, asked = in_wallet(tale.li), money(tale.refund["amount"])
    tale.refund = tale.mei.post(f"{path}/accept", {"text": "不好意思，退您一部分"})
    same("The refund", tale.refund["state"], "refunded")
    same("Li's wallet", in_wallet(tale.li), before + asked)
    mentions("Li's notice", told(tale.li, "order_refunded", tale.refund["order_id"]), str(asked))
    return f"{asked} → Li"


def settle(tale: Tale) -> str:
    """He keeps the goods and confirms; Mei gets the rest, less the fee of the rest."""
    before = in_wallet(tale.mei)
    order = tale.li.post(f"/orders/{tale.refund['order_id']}/confirm")
    total, refunded, fee = (money(order[part]) for part in ("total", "refunded", "fee"))
    tale.kept = in_wallet(tale.mei)
    earned = tale.kept - before
    kept_fee = total - refunded - earned
    expect(
        Money.zero(fee.currency) < kept_fee < fee,
        f"The fee of {fee} should be less after a refund, but is {kept_fee}.",
    )
    return f"{total} = {refunded} + {earned} + {kept_fee}"
