"""Li asks in chat, the two haggle, and the checkout honours what they agreed on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from chalicelib.foundation.money import Money
from demo.catalogue import STORE
from demo.devices import Device
from story.tale import PATIENCE, Tale, expect, in_wallet, money, same

PIECES = 2
FIRST, SECOND = 3_200, 3_800
"""What Li offers for a piece, in fen, and what Mei answers."""
AGREED = 3_600


def ask(tale: Tale) -> str:
    """Li asks about goods from their page; Mei hears it at once in her store's inbox, and replies."""
    tale.li = tale.newcomer("Li", language="en")
    listing = _goods(tale)
    talk = tale.li.post("/conversations", {"listing_id": listing["id"]})
    same("What the conversation is about", talk["context"]["id"], listing["id"])
    same("The conversation of a second asking", _again(tale, listing)["id"], talk["id"])
    tale.talk = talk
    tale.phones = tuple(
        Device(person, talk["id"], store_id).connect()
        for person, store_id in ((tale.li, None), (tale.mei, tale.store["id"]))
    )
    tale.undoing.extend(phone.close for phone in tale.phones)
    his, hers = tale.phones
    his.say("手机链两条一起买，可以便宜点吗？")
    _soon(hers, lambda: 1 in hers.messages, "Mei should hear Li's question.")
    hers.say("亲，可以的，您出个价～")
    _soon(his, lambda: 2 in his.messages, "Li should hear Mei's reply.")
    unread = tale.li.get(f"/conversations/{talk['id']}")["unread"]
    same("What Li hasn't read", unread, 1)
    his.do("read", seq=2)
    _soon(hers, lambda: _was_read(hers), "Mei should see that Li has read her reply.")
    return f"1 → 2 · {listing['title']}"


def _was_read(phone: Device) -> bool:
    return any(frame.get("kind") == "receipt" for frame in phone.told)


def _again(tale: Tale, listing: Any) -> Any:
    return tale.li.post("/conversations", {"listing_id": listing["id"]})


def agree(tale: Tale) -> str:
    """He offers, she counters, he counters again, she accepts: goods are kept, and both phones know."""
    path, kind = f"/conversations/{tale.talk['id']}/offers", _kind(_goods(tale))
    wish = {"listing_id": _goods(tale)["id"], "variant_id": kind["id"]}
    first = tale.li.post(path, wish | _proposal(FIRST, "一条 32 行吗？"))
    second = tale.mei.post(f"{path}/{first['id']}/counter", _proposal(SECOND, "38 给您"))
    third = tale.li.post(f"{path}/{second['id']}/counter", _proposal(AGREED, "各让一步，36？"))
    tale.agreed = tale.mei.post(f"{path}/{third['id']}/accept")
    same("The offer", (tale.agreed["state"], tale.agreed["round"]), ("accepted", 3))
    states = [tale.li.get(f"{path}/{one['id']}")["state"] for one in (first, second)]
    same("The offers before", states, ["countered", "countered"])
    for phone in tale.phones:
        _soon(phone, partial(_knows_of_deal, phone), "Both phones should know of the deal.")
    left = _kind(tale.li.get(f"/listings/{_goods(tale)['id']}"))["stock"]
    same("What is left while it is kept for Li", left, kind["stock"] - PIECES)
    return f"{_fen(FIRST)} → {_fen(SECOND)} → {_fen(AGREED)} × {PIECES}"


def _proposal(price: int, text: str) -> dict[str, Any]:
    return {"price": price, "quantity": PIECES, "text": text}


def _knows_of_deal(phone: Device) -> bool:
    newest = phone.messages[max(phone.messages)]
    return (newest["card"] or {}).get("state") == "accepted"


def pay_as_agreed(tale: Tale) -> str:
    """He pays exactly what they agreed on, once; to anybody else the goods cost what they cost."""
    price = money(tale.agreed["total"])
    same("What they agreed on", price, _fen(AGREED) * PIECES)
    tale.li.post(
        "/wallet/top-ups", {"amount": price.amount, "currency": price.currency, "method": "pm_card_visa"}
    )
    before = in_wallet(tale.li)
    wish = {"address_id": tale.address["id"], "offer_id": tale.agreed["id"]}
    (tale.bargain,) = tale.li.post("/checkouts", wish)["orders"]
    tale.undoing.append(lambda: _call_off(tale))
    same("The order's total", money(tale.bargain["total"]), price)
    same("What Li paid", before - in_wallet(tale.li), price)
    refused = tale.li.call("POST", "/checkouts", wish)
    same("A second checkout of the same", refused.status_code, 409)
    listed = money(_kind(_goods(tale))["price"])
    expect(_fen(AGREED) < listed, f"{_fen(AGREED)} should be less than the listed {listed}.")
    return f"{listed} → {_fen(AGREED)} · {PIECES} × = {price}"


def _call_off(tale: Tale) -> None:
    path = f"/orders/{tale.bargain['id']}"
    if tale.li.get(path)["state"] == "paid":
        tale.li.post(f"{path}/cancel")


def _soon(phone: Device, holds: Callable[[], bool], otherwise: str) -> None:
    expect(phone.until(holds, seconds=PATIENCE), otherwise)


def _goods(tale: Tale) -> Any:
    return tale.listed[2]


def _kind(listing: Any) -> Any:
    """The other kind than the one that goes into the cart."""
    return listing["variants"][1]


def _fen(amount: int) -> Money:
    return Money(amount, STORE.currency)
