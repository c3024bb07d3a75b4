"""Somebody who does all that there is to do, and writes a word into it by which she would be known."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock
from chalicelib.notifications import handlers as notifications
from chalicelib.social.weibo import models as weibo
from chalicelib.social.weibo.models import ConnectionItem
from tests.api import Api
from tests.unit import world
from tests.unit.affiliates import promotion
from tests.unit.conftest import messages
from tests.unit.conversations import talks
from tests.unit.insights import crowd
from tests.unit.partners import hiring
from tests.unit.photos.uploads import ready_photo
from tests.unit.stores.crew import MANAGER, hired, invited
from tests.unit.wholesale import trade
from tests.unit.world import LI, MEI, made

WORD = "青鸾不夜"
PHONE = "13912345678"
TOKEN = "apns-" + "5e" * 16

HELD = (
    *(
        "profile",
        "files",
        "stores",
        "goods",
        "orders-bought",
        "orders-sold",
        "messages",
        "messages-of-stores",
    ),
    *(
        "briefs",
        "contracts-as-partner",
        "promoter-links",
        "posts",
        "roles",
        "crews",
        "desks",
        "conversations-of-stores",
        "origins",
    ),
    *("parcels-bought", "parcels-sold", "suppliers", "quote-requests", "quotes", "quotes-of-stores"),
    *("partner-profile", "proposals", "work-reviews-as-partner", "broadcasts", "channels", "push-devices"),
    *("figures-of-days", "figures-of-goods", "figures-of-first-purchases", "notifications"),
)
"""Of what there is something of hers."""


def lived(who: Api) -> Any:
    """She buys, sells, works for others and lets others work for her; answers what others may look for."""
    made(who.patch("/me", {"name": WORD}))
    ready_photo(who)
    home = made(who.post("/addresses", _address()))["id"]
    store = trade.a_supplier(who, name="Her store")
    mine, theirs = world.a_listing(who, store=store, stock=500), world.a_listing(MEI, stock=500)
    bought = _carried(who, MEI, theirs, home)
    sold = _carried(LI, who, mine, world.an_address(LI), sender=_contact())
    _talked(who, store, mine, theirs)
    found = {"store": store, "mine": mine, "theirs": theirs, "bought": bought, "sold": sold}
    return found | _traded(who, mine, store) | _worked(who, store, theirs) | _told(who, store, mine)


def _address() -> dict[str, str]:
    place = {"country": "CN", "region": "330782", "street": f"{WORD} 1 号"}
    return {"recipient": WORD, "phone": PHONE, **place}


def _contact() -> dict[str, str]:
    return {"name": WORD, "phone": PHONE, "region": "330782", "street": f"{WORD} 1 号"}


def _carried(buyer: Api, merchant: Api, listing: Any, address_id: str, **more: Any) -> Any:
    """An order that a courier has carried."""
    world.money_for(buyer)
    world.money_for(merchant, 5_000)
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
    order = made(buyer.post("/checkouts", {"address_id": address_id, "items": [item]}))["orders"][0]
    world.a_booking(order, by=merchant, **more)
    return made(buyer.post(f"/orders/{order['id']}/confirm"))


def _talked(who: Api, store: Any, mine: Any, theirs: Any) -> None:
    talks.say(who, talks.a_talk(who, listing=theirs), WORD)
    talk = talks.a_talk(LI, listing=mine)
    talks.say(LI, talk, "How much?")
    talks.say(who, talk, WORD)
    reply = {"title": "Thanks", "text": WORD}
    made(who.put(f"/stores/{store['id']}/desk", {"replies": [reply], "hours": None, "auto_reply": WORD}))
    made(who.put(f"/stores/{store['id']}/origin", _contact()))


def _traded(who: Api, mine: Any, store: Any) -> Any:
    """A request that waits, with a supplier's quotation and her own; and one of her store's to another's."""
    wares = trade.wares()
    request = trade.a_request(who, title=WORD, text=WORD, days=30)
    quote = trade.a_quote(request, wares)
    countered = made(trade.answering(quote, "counter", by=who, price=500, quantity=100, text=WORD))
    asked = trade.a_request(LI, days=30)
    given = trade.a_quote(asked, mine, by=who, text=WORD)
    return {"wares": wares, "request": request, "quote": countered, "asked": asked, "given": given}


def _worked(who: Api, store: Any, theirs: Any) -> Any:
    partner = hiring.a_partner(who, name=WORD, headline=WORD, about=WORD)
    made(who.put("/partner/calendar", {"busy": [f"{clock.now():%Y-%m-%d}"]}))
    contract = hiring.bought(MEI, partner=partner)
    hiring.delivered(contract, who)
    made(hiring.step(MEI, contract, "accept"))
    made(who.post(f"/contracts/{contract['id']}/reviews", {"stars": 5, "text": "Paid at once"}))
    brief = hiring.a_brief(who, store=store, title=WORD, text=WORD)
    wish = {"text": WORD, "milestones": [{"title": WORD, "amount": 20_000, "days": 3}]}
    proposal = made(who.post(f"/briefs/{hiring.a_brief(MEI)['id']}/proposals", wish))
    promotion.a_programme(theirs)
    link = promotion.a_link(theirs, who, label=WORD)
    hired(store, "owner", MANAGER, by=who)
    invited(store, "packer", by=who, label=WORD)
    elsewhere = world.a_store(LI)
    hired(elsewhere, "packer", who, by=LI, label="nights")
    return {
        "partner": partner,
        "contract": contract,
        "brief": brief,
        "proposal": proposal,
        "link": link,
        "elsewhere": elsewhere,
    }


def _told(who: Api, store: Any, mine: Any) -> Any:
    made(who.post("/push-devices", {"platform": "apns", "token": TOKEN}))
    made(who.post(f"/stores/{store['id']}/broadcasts", {"text": WORD}))
    connected = weibo.connection_key(store["id"])
    item, until = ConnectionItem, clock.now()
    connected.update(
        [item.account.set(WORD), item.token.set(WORD), item.good_until.set(until), item.by.set("")]
    )
    path = f"/stores/{store['id']}/campaign-links"
    code = made(who.post(path, {"channel": "weibo", "listing_id": mine["id"]}))["code"]
    post = made(who.post(f"/stores/{store['id']}/posts", {"text": WORD, "link": code}))
    crowd.told(store, "view", {"kind": "listing", "listing_id": mine["id"]}, visitor=crowd.who(1))
    crowd.counted()
    messages("social")
    notifications.deliver_notifications({"Records": messages("notifications")})
    return {"post": post, "code": code}
