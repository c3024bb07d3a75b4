"""What the fuzzed person finds at hand: goods to buy, orders in every state, a store with staff.

Else nearly all requests would end at a 404, since no chance finds an id.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from demo import photos
from demo.people import Person

PRICE = 3_990
_HOME = {
    "recipient": "费",
    "phone": "138 0013 8000",
    "country": "CN",
    "region": "513233",
    "street": "团结路 1 号",
}
_PARCEL = {"courier": "中通快递", "tracking_number": "ZT100200"}
_MONEY = {"amount": 5_000_000, "currency": "CNY", "method": "pm_card_visa"}


def world(api_url: str) -> dict[str, str]:
    """Make it; answers what `schemathesis.toml` takes from the environment."""
    fei, mei = (Person.at(api_url, f"{name}-{uuid4().hex[:8]}@example.com", name) for name in ("fei", "mei"))
    for person in (fei, mei):
        person.sign_up()
        person.post("/wallet/top-ups", _MONEY)
    hers, others = _store(fei, "费的小铺"), _store(mei, "梅的小铺")
    photo = fei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
    home = fei.post("/addresses", _HOME)["id"]
    clip, ring = _goods(mei, others), _goods(fei, hers, photos=[photo])
    received, expected, unpaid = (_buy(fei, clip, home) for _ in range(3))
    for order in (received, expected):
        mei.post(f"/orders/{order['orders'][0]['id']}/parcel", _PARCEL)
    sold = _buy(mei, ring, mei.post("/addresses", _HOME)["id"])
    waiting = _buy(fei, clip, home, pay_from="gateway")
    fei.post("/cart/lines", {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1})
    staff = _invite(fei, hers)
    mei.post(f"/invitations/{staff['code']}/accept")
    return {
        "FUZZ_EMAIL": fei.email,
        "FUZZ_PASSWORD": fei.password,
        "FUZZ_STORE": hers["id"],
        "FUZZ_OTHER_STORE": others["id"],
        "FUZZ_SLUG": hers["slug"],
        "FUZZ_LISTING": ring["id"],
        "FUZZ_GOODS": clip["id"],
        "FUZZ_PHOTO": photo,
        "FUZZ_ADDRESS": home,
        "FUZZ_LINE": fei.get("/cart")["lines"][0]["id"],
        "FUZZ_RECEIVED": received["orders"][0]["id"],
        "FUZZ_EXPECTED": expected["orders"][0]["id"],
        "FUZZ_CANCELLED": unpaid["orders"][0]["id"],
        "FUZZ_SOLD": sold["orders"][0]["id"],
        "FUZZ_CHECKOUT": waiting["id"],
        "FUZZ_PERSON": mei.get("/me")["id"],
        "FUZZ_INVITATION": _invite(fei, hers)["id"],
        "FUZZ_INVITED": _invite(mei, others)["code"],
        "FUZZ_LINK": fei.post(f"/stores/{hers['id']}/links", {"channel": "weibo"})["code"],
    }


def _store(person: Person, name: str) -> Any:
    store = person.post("/stores", {"name": name, "currency": "CNY", "time_zone": "Asia/Shanghai"})
    return person.post(f"/stores/{store['id']}/publish")


def _goods(person: Person, store: Any, **more: Any) -> Any:
    variants = [{"sku": sku, "price": PRICE, "stock": 100_000} for sku in ("A", "B")]
    wish = {
        "store_id": store["id"],
        "title": "珍珠发夹",
        "category": "hair",
        "variants": variants,
        "publish": True,
    }
    return person.post("/listings", {**wish, **more})


def _buy(buyer: Person, listing: Any, home: str, **more: Any) -> Any:
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 1, "price": PRICE}
    return buyer.post("/checkouts", {"address_id": home, "items": [item], **more})


def _invite(owner: Person, store: Any) -> Any:
    return owner.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer"})
