"""Each function may do what it does and nothing else: its policy against the calls that it really makes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

import app as assembled
from chalicelib.advertising import handlers as advertising
from chalicelib.conversations.live import rules as rules_of_devices
from chalicelib.foundation import aws, clock, outbox, queues, vault
from chalicelib.foundation.browsers import media_origin
from chalicelib.foundation.config import settings
from chalicelib.foundation.http import Operation
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.insights.collecting import models as salts
from chalicelib.lending import handlers as lending
from chalicelib.lending.scoring import handlers as scoring
from chalicelib.listings import handlers as listings
from chalicelib.listings.bulk import rules as bulk_rules
from chalicelib.listings.bulk import writing
from chalicelib.listings.favourites.rules import A_TURN
from chalicelib.listings.reservations import service as reservations
from chalicelib.notifications import handlers as notifications
from chalicelib.orders import handlers as orders
from chalicelib.payments import gateway, pending, rules, stripe_gateway
from chalicelib.payments import handlers as payments
from chalicelib.payments.errors import GatewayUnavailable
from chalicelib.photos import handlers as photos
from chalicelib.photos.capacity.models import CapacityItem, capacity_key
from chalicelib.photos.recounts import service as recounts
from chalicelib.privacy import handlers as handing
from chalicelib.privacy import rules as privacy_rules
from chalicelib.privacy import service as privacy
from chalicelib.promotions.uses import service as uses
from chalicelib.reviews import handlers as reviews
from chalicelib.search import handlers as search
from chalicelib.search import service as searching
from chalicelib.shipping.carriers import sandbox
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.errors import CourierUnavailable
from chalicelib.social import handlers as social
from chalicelib.social.groups import service as groups
from chalicelib.wholesale import handlers as wholesale
from tests import privileges
from tests.api import Api
from tests.privileges import POLICIES, Privilege, consuming, granted, watched
from tests.unit import world
from tests.unit.accounts.conftest import pool, pool_and_client  # noqa: F401 - a fixture
from tests.unit.advertising import market as ads
from tests.unit.advertising import test_display as display
from tests.unit.affiliates import promotion
from tests.unit.conftest import messages
from tests.unit.conversations import talks
from tests.unit.insights import crowd
from tests.unit.lending import loans, sellers
from tests.unit.listings import sheets
from tests.unit.notifications import browsers, phones
from tests.unit.partners import hiring
from tests.unit.payments import books
from tests.unit.photos.uploads import a_picture, announced, came, ready_photo, upload
from tests.unit.photos.uploads import kept as stored
from tests.unit.privacy.life import lived
from tests.unit.stores.crew import MANAGER, PACKER, hired, numbered
from tests.unit.test_authorisation import OPERATIONS, PEOPLE, ROWS, a_town
from tests.unit.town import Snapshot, consent_of
from tests.unit.valid_requests import Sender, Town, send
from tests.unit.wholesale import trade
from tests.unit.world import LI, MEI, WANG, ZHAO, made

FUNCTIONS = (
    "api_handler",
    *(source.name for source in assembled.app.event_sources),
    *(source.name for source in assembled.app.websocket_handlers.values()),
)


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that doesn't know the queues' addresses and the secrets yet."""
    media_origin()  # signs an address to learn the bucket's host from it, once, and nobody fetches that
    queues._url.cache_clear()
    vault.forget()
    salts.forget()
    media_origin()  # an address that is signed for nobody, once a process
    monkeypatch.setattr(aws.client("cognito-idp"), "resend_confirmation_code", lambda **_: {})


def every_route() -> set[Privilege]:
    """Every route, asked by everybody who may; and asked again with a key that was used."""
    town, senders, snapshot = a_town()
    with watched() as seen:
        for route, operation in OPERATIONS.items():
            snapshot.restore()
            queues._url.cache_clear()
            vault.forget()
            name = next(name for name in reversed(PEOPLE) if ROWS[route][name] == "yes")
            with_key(operation, town, senders[name])
        other_ways(snapshot, town.home.ids)
    return seen


def with_key(operation: Operation, town: Town, sender: Sender) -> None:
    """Ask with a key; and where keys count, again."""
    api = Api(sender.api.person, {"Idempotency-Key": "k"}, sender.api.claims)
    keyed = Sender(f"{operation.use.__name__}-{sender.name}", api, sender.address_id)
    reply = send(operation, town, keyed)
    assert reply.status < 400, reply
    if operation.signed_in:
        send(operation, town, keyed)


def other_ways(snapshot: Snapshot, ids: Any) -> None:
    """What a route does only for some: the owner herself, a cart, a wallet, a logo, a default address."""
    snapshot.restore()
    made(LI.post("/checkouts", {"address_id": ids["address_id"]}))
    made(LI.post(f"/orders/{ids['order_id']}/cancel"))
    _with_a_promoter(ids)
    _with_coupons(ids)
    made(MEI.patch(f"/stores/{ids['store_id']}", {"logo": ids["photo_id"], "pinned": [ids["active"]]}))
    assert MEI.get(f"/my/stores/{ids['store_id']}/qr?format=png&logo=true").status == 200
    made(MEI.patch(f"/listings/{ids['listing_id']}", {"photos": [ids["photo_id"]]}))
    made(MANAGER.get(f"/stores/{ids['store_id']}/insights/goods?of=2026-11&by=sales"))
    made(MANAGER.get(f"/stores/{ids['store_id']}/orders"))
    made(MEI.get(f"/stores/{ids['store_id']}/conversations?assignee={ids['person_id']}"))
    made(MEI.get(f"/stores/{ids['store_id']}/orders?queue=to_ship"))
    unclicked = made(MEI.post(f"/stores/{ids['store_id']}/campaigns", {"name": "New", "daily_budget": 9_000}))
    made(MEI.patch(f"/campaigns/{unclicked['id']}", {"daily_budget": 8_000}))
    talks.a_device(LI)
    with talks.posted(gone=True):
        talks.say(MEI, {"id": ids["conversation_id"]})
    made(LI.patch("/me", {"default_address_id": ids["address_id"]}))
    for only in ("stars=5", "with_photos=true", "stars=5&with_photos=true"):
        made(Api().get(f"/listings/{ids['active']}/reviews?{only}"))
    made(LI.delete(f"/addresses/{ids['address_id']}"))
    made(LI.delete(f"/favourites/{ids['active']}"))
    with browsers.told():
        assert made(Api().get("/push-key"))["key"]


def _with_a_promoter(ids: Any) -> None:
    """An order that came by a promoter's link is placed and called off."""
    goods = {"id": ids["active"], "store_id": ids["store_id"]}
    order = promotion.referred_order(ZHAO, ids["promoter_link"], listing=goods)
    made(ZHAO.post(f"/orders/{order['id']}/cancel"))


def _with_coupons(ids: Any, *, pay_from: str = "wallet") -> None:
    """A coupon is used, used again and ended."""
    path = f"/stores/{ids['store_id']}/promotions"
    terms = {"title": "Twice", "code": "TWICE", "amount": 1, "buyer_limit": 2, "total_limit": 2}
    coupon = made(MEI.post(path, terms))
    item = {"listing_id": ids["active"], "variant_id": "v01", "quantity": 1, "price": 1_000}
    wish = {"address_id": ids["address_id"], "items": [item], "coupons": ["TWICE"], "pay_from": pay_from}
    for _ in range(2):
        made(LI.post("/checkouts", wish))
    made(MEI.post(f"{path}/{coupon['id']}/end"))


@contextmanager
def through_stripe() -> Iterator[None]:
    """A stage whose money goes through Stripe, which can't be reached: its secrets are read nevertheless."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATEWAY", "stripe")
        patch.setenv("STRIPE_URL", "http://127.0.0.1:9")
        patch.setitem(gateway._gateways, stripe_gateway.NAME, stripe_gateway.StripeGateway)
        settings.cache_clear()
        vault.forget()
        yield
    settings.cache_clear()


def api_through_stripe() -> set[Privilege]:
    wish = {"amount": 5, "currency": "CNY", "method": "pm_card_visa"}
    with watched() as seen, through_stripe():
        assert LI.post("/wallet/top-ups", wish).status == 503
        assert Api().post("/payments/notices/stripe", raw=b"{}").status == 401
    return seen


def paid_out() -> set[Privilege]:
    world.money_for(LI)
    made(LI.post("/wallet/withdrawals", {"amount": 5, "currency": "CNY", "destination": "ba_ok"}))
    batch = {"Records": messages("payouts")}
    queues._url.cache_clear()
    with watched() as seen:
        for _ in range(2):
            payments.pay_out(batch)
    with through_stripe():
        made(LI.post("/wallet/withdrawals", {"amount": 5, "currency": "CNY", "destination": "ba_ok"}))
    batch = {"Records": messages("payouts")}
    with watched() as seen_there, through_stripe():
        assert len(payments.pay_out(batch)["batchItemFailures"]) == 1
    return seen | seen_there


def placed() -> set[Privilege]:
    clip = world.a_listing(stock=4)
    terms = {"title": "Off", "code": "MANY", "amount": 1, "buyer_limit": 9, "total_limit": 9}
    made(MEI.post(f"/stores/{clip['store_id']}/promotions", terms))
    promotion.a_programme(clip)
    visit = promotion.visited(promotion.a_link(clip))
    batch = []
    for _ in range(3):
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
        wish = {"address_id": world.an_address(LI), "items": [item], "pay_from": "gateway"}
        wish |= {"coupons": ["MANY"], "referral": visit}
        checkout = made(LI.post("/checkouts", wish))
        assert world.a_notice(checkout["charge_id"], 999, name=checkout["id"]).status == 204
        batch += messages("checkouts")
    queues._url.cache_clear()
    with watched() as seen:
        orders.place_paid({"Records": batch[:1]})
    reservations.lapse_due(clock.now() + timedelta(hours=1))
    uses.lapse_due(clock.now() + timedelta(hours=1))
    made(MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": "v01", "change": -2}))
    with watched() as seen_late:  # the second one finds a piece left, the third one none
        orders.place_paid({"Records": batch[1:]})
    return seen | seen_late


def moved(monkeypatch: pytest.MonkeyPatch) -> set[Privilege]:
    """An import of new goods with a photo and of changed ones, and an export, in several turns each."""
    store, photo = world.a_store(), ready_photo(MEI)
    old = [world.a_listing(store=store)["id"] for _ in range(3)]
    rows = "".join(f"{id_},T,pins,CLIP,2,1,{photo}\n" for id_ in [*old, ""])
    sheet = f"listing_id,title,category,sku,price,stock,photos\n{rows}"
    monkeypatch.setattr(bulk_rules, "CHUNK", 1)
    monkeypatch.setattr(writing, "MOST_ROWS", 1)
    made(MEI.post(f"/imports/{sheets.announced_import(MEI, store, sheet)}/start"))
    made(MEI.post(f"/stores/{store['id']}/exports", {"format": "csv"}))
    needed: set[Privilege] = set()
    while batch := messages("bulk"):
        queues._url.cache_clear()
        with watched() as seen:
            assert sheets.handlers.move_goods({"Records": batch}) == {"batchItemFailures": []}
        needed |= seen
    return needed


def followed() -> set[Privilege]:
    world.a_completed_order()
    batch = {"Records": messages("reviews")}
    queues._url.cache_clear()
    with watched() as seen:
        reviews.follow_orders(batch)
    world.made(LI.post(f"/orders/{world.a_paid_order()['id']}/cancel"))
    batch = {"Records": messages("reviews")}
    with watched() as seen_cancelled:
        reviews.follow_orders(batch)
    return seen | seen_cancelled


def advertised() -> tuple[set[Privilege], set[Privilege]]:
    """What keeping the ads needs, and what billing their clicks: changed, shown, clicked, bought, ended."""
    clip = world.a_listing(title="Hair clip", stock=9)
    path = f"/campaigns/{ads.a_campaign(listing=clip, funds=15)['id']}"
    shown = [ads.ads()[0] for _ in range(3)]
    clicks = []
    for number, ad in enumerate((*shown, shown[0])):
        ads.clicked(ad, visitor=f"vis_{number:026}")
        clicks += messages("ad-billing")
    ads.clicked({"ad": {"path": "/ads/click/forged"}})
    clicks += _looked_at()
    made(LI.post("/ads/visitor", {"visitor": f"vis_{0:026}"}))
    clicks += messages("ad-billing")
    queues._url.cache_clear()
    with watched() as billing:
        assert not advertising.bill_clicks({"Records": clicks})["batchItemFailures"]
    order = world.a_paid_order(LI, listing=clip)
    made(MEI.post(f"{path}/end"))
    batch = messages("ads")
    with watched() as keeping:
        assert not advertising.keep_ads({"Records": batch})["batchItemFailures"]
    made(LI.post(f"/orders/{order['id']}/cancel"))
    batch = messages("ads")
    with watched() as keeping_then:
        assert not advertising.keep_ads({"Records": batch})["batchItemFailures"]
    return keeping | keeping_then, billing


def _looked_at() -> list[dict[str, Any]]:
    """What the queue brings when a display ad was looked at."""
    display.a_creative(WANG, cpm=100_000)
    display.looked(display.seen()[0]["token"])
    display.a_creative(ZHAO, cpm=100_000)
    display.looked(*(ad["token"] for ad in display.seen()))
    return messages("ad-billing")


def commissioned() -> set[Privilege]:
    clip = world.a_listing()
    promotion.a_programme(clip)
    promotion.referred_order(LI, promotion.a_link(clip), listing=clip)
    batch = messages("affiliates")
    with watched() as seen:
        assert promotion.handlers.count_commissions({"Records": batch}) == {"batchItemFailures": []}
    return seen


def visited() -> set[Privilege]:
    """What counting needs: an order, and then over which link its buyer came."""
    clip = world.a_listing(stock=9)
    store = {"id": clip["store_id"]}
    code = made(MEI.post(f"/stores/{store['id']}/links", {"channel": "weibo"}))["code"]
    order = world.a_paid_order(LI, listing=clip)
    paid = messages("insights")
    crowd.told(store, {"kind": "checkout", "checkout_id": order["checkout_id"]}, link=code)
    told = messages("insights")
    with watched() as seen:
        crowd.counted(paid)
        crowd.counted(told)
    return seen


def kept() -> set[Privilege]:
    order = world.a_shipped_order()["id"]
    refund = made(LI.post(f"/orders/{order}/refunds", {"reason": "damaged", "amount": 1}))["id"]
    made(MEI.post(f"/orders/{order}/refunds/{refund}/accept", {}))
    made(LI.post(f"/orders/{order}/confirm"))
    batch = {"Records": messages("records")}
    with watched() as seen:
        assert scoring.keep_records(batch) == {"batchItemFailures": []}
    return seen


def purchases() -> set[Privilege]:
    order = trade.with_balance(trade.a_purchase_order())["id"]
    made(MEI.post(f"/orders/{order}/resell", {"store_id": world.a_store(MEI)["id"], "margin": 0}))
    made(WANG.post(f"/orders/{order}/parcel", {"courier": "YTO", "tracking_number": "YT123456"}))
    made(MEI.post(f"/orders/{order}/confirm"))
    listing = world.a_listing()
    for _ in range(2):
        world.a_completed_order(listing=listing)
    batch = {"Records": messages("wholesale")}
    queues._url.cache_clear()
    with watched() as seen:
        assert wholesale.follow_purchases(batch) == {"batchItemFailures": []}
    return seen


def disbursed() -> set[Privilege]:
    loans.a_pool()
    loans.a_standing()
    sellers.a_year(world.person_id(MEI), until=f"{clock.now():%Y-%m}")
    for product in ({}, {"product": "share_of_sales", "share": 1000}):
        loans.accepted(**product)
    order = trade.a_purchase_order()["id"]
    balance = {"product": "interest_only", "months": 2, "amount": 38_500, "order_id": order}
    loans.accepted(**balance)
    batch = {"Records": messages("disbursements")}
    queues._url.cache_clear()
    with watched() as seen:
        assert lending.disburse_loans(batch) == {"batchItemFailures": []}
    return seen


def told() -> set[Privilege]:
    world.a_paid_order()
    talks.say(LI, talks.a_talk())
    batch = {"Records": messages("notifications")}
    with watched() as seen:
        for _ in range(2):
            notifications.deliver_notifications(batch)
    return seen | pushed()


def pushed() -> set[Privilege]:
    """Phones are told, then one of them is there no more, then SNS is told so."""
    for token in ("a token that is good", "a token that was good"):
        made(MEI.post("/push-devices", {"platform": "apns", "token": token}))
    needed: set[Privilege] = set()
    with phones.applications():
        for _ in range(2):
            world.a_paid_order()
            needed |= _pushed()
            phones.disable(phones.endpoints()[0])
        needed |= _pushed()
    with browsers.a_push_service() as service:
        browsers.subscribed(service.new_browser())
        world.a_paid_order()
        vault.forget()
        needed |= _pushed()
        assert service.browsers[0].shown
    return needed


def _pushed() -> set[Privilege]:
    batch = {"Records": messages("notifications")}
    queues._url.cache_clear()
    with watched() as seen:
        assert notifications.deliver_notifications(batch) == {"batchItemFailures": []}
    return seen


def indexed() -> set[Privilege]:
    clip = world.a_listing(title="Hair clip")
    many = " ".join(f"colour{number}" for number in range(120))  # more than one transaction of terms
    made(MEI.patch(f"/listings/{clip['id']}", {"description": many}))
    batch = {"Records": messages("search")}
    with watched() as seen:
        search.index_goods(batch)
    made(MEI.post(f"/listings/{clip['id']}/withdraw"))
    withdrawn = {"Records": messages("search")}
    with watched() as seen_then:
        search.index_goods(withdrawn)
        searching.fame(clip["id"], sales=1, rating=5, reviews=1, version=1)
    store = world.a_store()
    for _ in range(2):
        world.a_listing(store=store)
    queues._url.cache_clear()
    with watched() as seen_of_a_store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "STORE_PAGE", 1)
        searching.refresh_store(store["id"], after=None, now=clock.now())
    return seen | seen_then | seen_of_a_store


def noted() -> set[Privilege]:
    store = world.a_store()
    hired(store, "packer", PACKER)
    clip = world.a_listing(store=store, stock=1)
    made(MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": "v01", "change": -1}))
    for number in range(A_TURN):
        made(numbered(number).put(f"/favourites/{clip['id']}"))
    made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 1}]}))
    batch = {"Records": messages("stock")}
    queues._url.cache_clear()
    with watched() as seen:
        for _ in range(2):
            listings.note_stock(batch)
    return seen


def _a_full_group(clip: Any) -> list[Any]:
    """What comes of one that fills, and of one whose time is over."""
    for ends_in, buyers in ((2, (LI, WANG)), (1, (LI,))):
        ends = clock.stamp(clock.now() + timedelta(hours=ends_in))
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 900, "size": 2, "ends_at": ends}
        group = made(MEI.post(f"/stores/{clip['store_id']}/group-buys", wish))["id"]
        for buyer in buyers:
            world.money_for(buyer, 1_000)
            made(buyer.post(f"/group-buys/{group}/members", {"address_id": world.an_address(buyer)}))
    groups.end_due(clock.now() + timedelta(hours=1))
    return messages("social")


def spread() -> set[Privilege]:
    """A broadcast's turn, and a post: the second one finds itself begun."""
    clip = world.a_listing()
    path = f"/stores/{clip['store_id']}"
    made(LI.put(f"{path}/follower"))
    made(MEI.post(f"{path}/broadcasts", {"text": "New"}))
    made(MEI.put(f"{path}/weibo", consent_of(MEI, clip["store_id"])))
    link = made(MEI.post(f"{path}/campaign-links", {"channel": "weibo", "listing_id": clip["id"]}))
    for text in ("One", "Two"):
        made(MEI.post(f"{path}/posts", {"text": text, "link": link["code"]}))
    batch = {"Records": _a_full_group(clip) + messages("social")}
    queues._url.cache_clear()
    vault.forget()
    with watched() as seen:
        social.spread(batch)
    return seen


def swept(monkeypatch: pytest.MonkeyPatch) -> set[Privilege]:
    world.a_completed_order()
    kept()
    disbursed()
    world.a_shipped_order()
    world.a_review(LI, world.a_completed_order())
    world.a_followed_order("YT9001")
    commissioned()
    _something_half_booked()
    _something_to_ask_about()
    _something_reserved()
    _something_to_post()
    ads.a_campaign(target_return=40_000)
    clip = world.a_listing()
    ids = {"store_id": clip["store_id"], "active": clip["id"], "address_id": world.an_address(LI)}
    _with_coupons(ids, pay_from="gateway")
    made(MEI.put("/wallet/payout-plan", {"destination": "ba_ok", "minimum": 1}))
    made(MEI.get("/me"))
    made(MEI.post("/wallet/splits", {"payee": _somebody(), "amount": 1, "cap": 1}))
    for answer in ("accept", "reject"):
        order = world.a_shipped_order()["id"]
        refund = made(LI.post(f"/orders/{order}/refunds", {"reason": "damaged", "amount": 1}))["id"]
        made(MEI.post(f"/orders/{order}/refunds/{refund}/{answer}", {}))
    asked = world.a_shipped_order()["id"]
    made(LI.post(f"/orders/{asked}/refunds", {"reason": "damaged", "amount": 1}))
    _something_pending()
    _something_offered()
    announced(MEI)
    ready_photo(MEI)
    upload(announced(MEI), a_picture())
    upload(announced(MEI), a_picture(size=(2_000, 2_000)))
    with Transaction() as tx:
        tx.update(capacity_key(world.person_id(MEI)), [CapacityItem.free.set(0)])
    _members()
    for person, amount in ((LI, 3_000), (WANG, 1_500)):
        world.money_for(person, amount)
        made(person.post("/storage/plan", {"plan": "standard"}))
    _work_that_waits()
    made(hiring.OPERATOR.put("/me/deletion"))
    _weeks_to_tell()
    _something_quoted()
    made(LI.post("/wallet/top-ups", {"amount": 5, "currency": "CNY", "method": "pm_wallet_pending"}))
    with monkeypatch.context() as broken:
        broken.setattr(outbox.queues, "send", lambda *_: set())
        loans.accepted()
        world.a_paid_order()
        world.money_for(LI)
        made(LI.post("/wallet/withdrawals", {"amount": 5, "currency": "CNY", "destination": "ba_ok"}))
    with through_stripe():
        assert LI.post("/wallet/top-ups", {"amount": 5, "currency": "CNY", "method": "pm_x"}).status == 503
        made(LI.post("/wallet/withdrawals", {"amount": 5, "currency": "CNY", "destination": "ba_ok"}))
    queues._url.cache_clear()
    vault.forget()
    event = json.loads((POLICIES.parent / "events" / "sweep.json").read_text())
    with watched() as seen, through_stripe():
        for days in (0.1, 11, 41):
            with clock.stopped_at(clock.now() + timedelta(days=days)), talks.posted(gone=True):
                assert -1 not in assembled.sweep(event, None).values()
    return seen


def _weeks_to_tell() -> None:
    """Two stores whose week will be told, of which one is paused by then."""
    listing, paused = world.a_listing(), world.a_store()
    crowd.counted()
    world.a_paid_order(listing=listing)
    crowd.counted()
    made(MEI.post(f"/stores/{paused['id']}/pause"))


def _somebody() -> str:
    made(WANG.get("/me"))
    return world.person_id(WANG)


def _something_to_post() -> None:
    store = world.a_store()
    path = f"/stores/{store['id']}"
    made(MEI.put(f"{path}/weibo", consent_of(MEI, store["id"])))
    link = made(MEI.post(f"{path}/campaign-links", {"channel": "weibo"}))["code"]
    later = clock.stamp(clock.now() + timedelta(minutes=1))
    made(MEI.post(f"{path}/posts", {"text": "Later", "link": link, "at": later}))
    clip = world.a_listing(store=store)
    wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 900, "size": 2, "ends_at": later}
    made(MEI.post(f"{path}/group-buys", wish))


def _work_that_waits() -> None:
    """A brief, work that is accepted by itself, and work that doesn't come."""
    hiring.a_brief()
    hiring.delivered(hiring.bought())
    hiring.bought(partner=made(hiring.YUN.get("/partner")))


def _something_reserved() -> None:
    item = {"listing_id": world.a_listing()["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
    made(LI.post("/checkouts", {"address_id": world.an_address(), "items": [item], "pay_from": "gateway"}))


def _something_quoted() -> None:
    """A counter-quotation and a request that nobody answers, and a deposit without its balance."""
    listing = trade.wares()
    trade.a_purchase_order(LI, listing=listing)
    quote = trade.a_quote(trade.a_request(LI), listing)
    made(trade.answering(quote, "counter", by=LI, price=500, quantity=100))
    trade.a_request(LI, listing_id=listing["id"])


def _members() -> None:
    """Two suppliers whose plans' years end soon; one of them has the money for the next."""
    with clock.stopped_at(clock.now() - timedelta(days=360)):
        for person in (WANG, MANAGER):
            trade.a_member(person)
    world.money_for(WANG, trade.PRICES["plus"])


def _something_half_booked() -> None:
    """A parcel whose courier didn't answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox.Sandbox, "book", _nobody)
        assert MEI.post("/shipping/parcels", world.booking_wish(world.a_paid_order())).status == 503


def _something_to_ask_about() -> None:
    """A parcel of a courier that doesn't tell, which has come."""
    known = couriers.registry().couriers
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(known, "youlin", replace(known["youlin"], polled=True))  # type: ignore[arg-type]
        number = world.a_booking(world.a_paid_order())["tracking_number"]
    body, headers = world.courier_news(number, "704")
    made(Api().post("/shipping/notices/youlin", raw=body, headers=headers))


def _nobody(*_: Any) -> str:
    raise CourierUnavailable


def _something_offered() -> None:
    store = world.a_store()
    hired(store, "manager", MANAGER)
    talk = talks.a_talk(listing=(clip := world.a_listing(store=store)))
    talks.a_device(MANAGER, store=store)
    wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 900, "quantity": 1, "hours": 1}
    made(LI.post(f"/conversations/{talk['id']}/offers", wish))


def _something_pending() -> None:
    mine, hers = (rules.wallet(world.person_id(who), "CNY") for who in (LI, WANG))
    transfer = rules.Transfer("t", mine, hers, Money(1, "CNY"), rules.Code.PURCHASE, "x")
    with Transaction() as tx:
        pending.set_aside(tx, transfer, until=clock.now() + timedelta(hours=1), at=clock.now())


def filed() -> set[Privilege]:
    """Files that came: good, too large for what is left, and deleted again; what was kept, twice."""
    needed: set[Privilege] = set()
    good, large, dropped = announced(MEI), announced(MEI), ready_photo(MEI)
    upload(good, a_picture())
    (key,) = stored()
    made_of = {"Records": [came(f"uploads/{good}"), came(key)]}
    with watched() as seen:
        assert photos.keep_files(made_of) == {"batchItemFailures": []}
    needed |= seen
    with Transaction() as tx:
        tx.update(capacity_key(world.person_id(MEI)), [CapacityItem.free.set(0)])
    upload(large, a_picture(size=(900, 900), kind="PNG") + bytes(2_000))
    late = {"Records": [came(f"uploads/{large}"), came(key)]}
    made(MEI.delete(f"/files/{dropped}"))
    late["Records"] += messages("files")
    queues._url.cache_clear()
    with watched() as seen:
        assert photos.keep_files(late) == {"batchItemFailures": []}
    needed |= seen
    tomorrow = clock.now() + timedelta(days=2)
    with clock.stopped_at(tomorrow):
        recounts.begin_due(tomorrow)
        while batch := messages("files"):
            queues._url.cache_clear()
            with watched() as seen:
                assert photos.keep_files({"Records": batch}) == {"batchItemFailures": []}
            needed |= seen
    return needed


def handed_out() -> set[Privilege]:
    """Archives of who have something of every kind, in pieces, and a farewell."""
    a_town()
    messages("privacy")
    for person in (MEI, LI):
        made(person.post("/me/archives"))
    needed = _went_on()
    _something_to_forget(ZHAO)
    made(ZHAO.put("/me/deletion"))
    late = clock.now() + timedelta(days=15)
    with clock.stopped_at(late):
        privacy.begin_due(late)
        return needed | _went_on()


def _something_to_forget(who: Api) -> None:
    """All that a person may have; and she reviewed something, follows a store and schedules a post."""
    life = lived(who)
    listing = world.a_listing()
    order = world.a_completed_order(buyer=who, listing=listing)
    world.a_review(who, order, photo_ids=[ready_photo(who, "review")])
    made(who.put(f"/stores/{listing['store_id']}/follower"))
    made(who.put(f"/favourites/{listing['id']}"))
    at = (clock.now() + timedelta(days=20)).isoformat()
    made(who.post(f"/stores/{life['store']['id']}/posts", {"text": "Later", "link": life["code"], "at": at}))
    wish = {"amount": world.in_wallet(who), "currency": "CNY", "destination": "ba_ok"}
    made(who.post("/wallet/withdrawals", wish))


def _went_on() -> set[Privilege]:
    needed: set[Privilege] = set()
    while batch := messages("privacy"):
        queues._url.cache_clear()
        with watched() as seen:
            assert handing.hand_out({"Records": batch}) == {"batchItemFailures": []}
        needed |= seen
    return needed


def closed_books() -> set[Privilege]:
    world.a_paid_order()
    world.made(LI.post("/wallet/top-ups", {"amount": 5, "currency": "CNY", "method": "pm_card_visa"}))
    event = json.loads((POLICIES.parent / "events" / "close_books.json").read_text())
    night = books.morning_after()
    event["time"] = night.isoformat()
    with watched() as seen:
        assert [assembled.close_books(event, None) for _ in range(2)] != [0, 0]
    event["time"] = (night + timedelta(days=1)).isoformat()
    with watched() as there, through_stripe():
        for _ in range(2):
            with suppress(GatewayUnavailable):
                assembled.close_books(event, None)
    return seen | there


def on_a_socket() -> dict[str, set[Privilege]]:
    """A device of the store's staff connects, says all that it can, is gone and goes away."""
    talk = talks.a_talk(listing=world.a_listing(store=(store := world.a_store())))
    hired(store, "manager", MANAGER)
    photo = ready_photo(MANAGER, purpose="message")
    order = world.a_paid_order(listing=world.a_listing(store=store))
    others = [talks.a_device(MANAGER, store=store) for _ in range(rules_of_devices.MOST_OF_A_STORE)]
    ticket = talks.a_ticket(MANAGER, store=store)
    with watched() as connected:
        talks.connected(ticket, "new")
    what = {"conversation_id": talk["id"]}
    frames: list[Any] = [
        {"action": "send", "client_id": "a", "text": "Hello", **what},
        {"action": "send", "client_id": "a", "text": "Hello", **what},
        {"action": "send", "client_id": "b", "photo_id": photo, **what},
        {"action": "send", "client_id": "c", "listing_id": order["lines"][0]["listing_id"], **what},
        {"action": "send", "client_id": "d", "order_id": order["id"], **what},
        *({"action": one, **what} for one in ("typing", "presence")),
        *({"action": one, "seq": 1, **what} for one in ("delivered", "read")),
    ]
    queues._url.cache_clear()
    with watched() as heard, talks.posted(gone=set(others)):
        for frame in frames:
            talks.hear("new", frame)
    talks.connected(talks.a_ticket(MANAGER, store=store), "late")
    with watched() as left:
        talks.left("late")
    return {
        "websocket_connect": connected,
        "websocket_message": heard,
        "websocket_disconnect": left,
    }


@pytest.mark.usefixtures("pool", "cold")
class TestPolicies:
    def test_of_the_api_is_what_its_routes_need(self) -> None:
        needed = every_route() | api_through_stripe() | privileges.SIGNED | privileges.MISSING_IS_404
        assert granted("api_handler") == needed

    def test_of_the_payouts_is_what_they_need(self) -> None:
        assert granted("pay_out") == paid_out() | consuming("payouts")

    def test_of_the_paid_checkouts_is_what_they_need(self) -> None:
        assert granted("place_paid") == placed() | consuming("checkouts")

    def test_of_the_imports_and_exports_is_what_they_need(self, monkeypatch: pytest.MonkeyPatch) -> None:
        needed = moved(monkeypatch) | consuming("bulk") | privileges.MISSING_IS_404
        assert granted("move_goods") == needed

    def test_of_the_followed_orders_is_what_they_need(self) -> None:
        assert granted("follow_orders") == followed() | consuming("reviews")

    def test_of_the_ads_and_their_billing_is_what_they_need(self) -> None:
        keeping, billing = advertised()
        assert granted("keep_ads") == keeping | consuming("ads")
        assert granted("bill_clicks") == billing | consuming("ad-billing")

    def test_of_the_commissions_is_what_they_need(self) -> None:
        assert granted("count_commissions") == commissioned() | consuming("affiliates")

    def test_of_the_visits_is_what_they_need(self) -> None:
        assert granted("count_visits") == visited() | consuming("insights")

    def test_of_the_disbursements_is_what_they_need(self) -> None:
        assert granted("disburse_loans") == disbursed() | consuming("disbursements")

    def test_of_the_sellers_records_is_what_they_need(self) -> None:
        assert granted("keep_records") == kept() | consuming("records")

    def test_of_the_followed_purchases_is_what_they_need(self) -> None:
        assert granted("follow_purchases") == purchases() | consuming("wholesale")

    def test_of_the_stock_journal_is_what_it_needs(self) -> None:
        assert granted("note_stock") == noted() | consuming("stock")

    def test_of_what_spreads_the_word_is_what_it_needs(self) -> None:
        needed = spread() | privileges.MISSING_IS_404
        assert granted("spread_word") == needed | consuming("social")

    def test_of_the_notifications_is_what_they_need(self) -> None:
        assert granted("deliver_notifications") == told() | consuming("notifications")

    def test_of_the_sockets_is_what_they_need(self) -> None:
        needed = on_a_socket()
        assert {name: granted(name) for name in needed} == needed

    def test_of_the_indexing_is_what_it_needs(self) -> None:
        assert granted("index_goods") == indexed() | consuming("search")

    def test_of_the_files_is_what_they_need(self) -> None:
        assert granted("keep_files") == filed() | consuming("files") | privileges.MISSING_IS_404

    def test_of_the_archives_and_farewells_is_what_they_need(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(privacy_rules, "PAGES", 3)
        needed = handed_out() | consuming("privacy") | privileges.MISSING_IS_404
        assert granted("hand_out") == needed

    def test_of_the_sweep_is_what_it_needs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert granted("sweep") == swept(monkeypatch)

    def test_of_the_closing_is_what_it_needs(self) -> None:
        assert granted("close_books") == closed_books()

    @pytest.mark.parametrize("function", FUNCTIONS)
    def test_names_every_resource(self, function: str) -> None:
        policy = json.loads((POLICIES / f"policy-{function}.json").read_text())
        for statement in policy["Statement"]:
            assert "*" not in statement["Resource"] or statement["Sid"] == "Trace", statement
            assert not any("*" in action for action in statement["Action"])

    def test_are_one_for_each_function(self) -> None:
        assert {path.name for path in POLICIES.glob("policy-*.json")} == {
            f"policy-{function}.json" for function in FUNCTIONS
        }
