"""Fills a new stage with the demo: Mei's store, her goods with photos, and a buyer with money.

It goes through the public API as their phones would.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from demo import comparison, photos
from demo.catalogue import GOODS, STORE, Good, Kind, Text
from demo.people import Person

MEI = ("mei@example.com", "Mei")
LI = ("li@example.com", "李雷 Li Lei")
PASSWORD = "Guanxi-2026"
LOGINS = tuple((name, email, PASSWORD) for email, name in (MEI, LI))
MONEY = 500_000
"""What the buyer has to spend, in fen."""


def load(api_url: str, say: Callable[[str], None]) -> str:
    """Make the demo, telling how far it is, and answer the store page's address. Raises Refused."""
    say("Mei signs up")
    mei = Person.at(api_url, *MEI).sign_up()
    store = _open(mei)
    listed = []
    for number, good in enumerate(GOODS, 1):
        say(f"Mei lists her goods: {number} of {len(GOODS)}, {good.title.en}")
        listed.append(_list(mei, store, good))
    say("Mei decorates her store")
    _decorate(mei, store, [one["id"] for one, good in zip(listed, GOODS, strict=True) if good.pinned])
    say("Li Lei signs up with money to spend")
    _buyer(api_url)
    return f"{api_url}/shop/{store['slug']}"


def remember(dynamodb: Any, table: str, api_url: str, say: Callable[[str], None]) -> str:
    """Give the stage's table of couriers' records a past, and answer Mei's comparison, as the stage then
    makes it. It takes some seconds. Raises Refused."""
    say(f"The couriers carry {comparison.PARCELS:,} parcels")
    comparison.remember(dynamodb, table)
    say("Mei compares the couriers to Li Lei's county")
    lines = comparison.table(comparison.asked(Person.at(api_url, *MEI).sign_in())).splitlines()
    lines.insert(0, "Mei compares the couriers for 350 g from Yiwu to Hongyuan's countryside:\n")
    return "\n".join(f"  {line}" for line in lines) + "\n"


def _open(mei: Person) -> Any:
    store = mei.post(
        "/stores", {"name": STORE.name, "currency": STORE.currency, "time_zone": STORE.time_zone}
    )
    return mei.post(f"/stores/{store['id']}/publish")


def _list(mei: Person, store: Any, good: Good) -> Any:
    shots = [photos.photo_of(good.slug), photos.photo_of(good.slug, close_up=True)]
    return mei.post(
        "/listings",
        {
            "store_id": store["id"],
            "title": good.title.line(),
            "description": good.description.paragraphs(),
            "category": good.category,
            "photos": [mei.upload(shot, "image/jpeg", "listing") for shot in shots],
            "attributes": good.told(),
            "variants": [_variant(kind) for kind in good.kinds],
            "publish": True,
        },
    )


def _variant(kind: Kind) -> dict[str, Any]:
    return {"sku": kind.sku, "title": kind.title.line(), "price": kind.price, "stock": kind.stock}


def _decorate(mei: Person, store: Any, pinned: list[str]) -> None:
    mei.patch(
        f"/stores/{store['id']}",
        {
            "theme": {"accent": STORE.accent},
            "announcement": _both(STORE.announcement),
            "about": STORE.about.paragraphs(),
            "banner": mei.upload(photos.banner(), "image/jpeg", "banner"),
            "logo": mei.upload(photos.logo(), "image/png", "logo"),
            "sections": [{"kind": kind, "title": title} for kind, title in STORE.sections],
            "pinned": pinned,
        },
    )


def _both(text: Text) -> str:
    return f"{text.zh}\n{text.en}"


def _buyer(api_url: str) -> None:
    li = Person.at(api_url, *LI).sign_up()
    li.post(
        "/addresses",
        {
            "recipient": "李雷",
            "phone": "13800138000",
            "country": "CN",
            "region": "513233",
            "street": "邛溪镇团结路 1 号",
        },
    )
    li.post("/wallet/top-ups", {"amount": MONEY, "currency": "CNY", "method": "pm_card_visa"})
