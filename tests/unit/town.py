"""A town for tests of who may do what: a merchant with a crew and a buyer, and one thing of every kind.

It is built once, through the API as people would, and then put back as it was before each request.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from moto.core import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends

from chalicelib.foundation import clock
from chalicelib.notifications import handlers
from chalicelib.payments import handlers as payments
from chalicelib.search import handlers as search
from tests import terse_moto
from tests.api import Api
from tests.unit import conftest, world
from tests.unit.advertising import market as ads
from tests.unit.affiliates import promotion
from tests.unit.conftest import messages
from tests.unit.lending import loans
from tests.unit.listings.sheets import SHEET, announced_import, exported, started
from tests.unit.partners import hiring
from tests.unit.payments import books
from tests.unit.photos.uploads import a_picture, announced, ready_photo, upload
from tests.unit.stores.crew import hired, invited
from tests.unit.wholesale import trade
from tests.unit.world import made, person_id

PARCEL = {"courier": "YTO", "tracking_number": "YT123456"}


@dataclass(frozen=True)
class Household:
    """A merchant with her buyer, and the ids of all that is theirs."""

    merchant: Api
    buyer: Api
    ids: Mapping[str, str]


def a_household(merchant: Api, buyer: Api, packer: Api, crew: Mapping[str, Api]) -> Household:
    """One thing of every kind: what a buyer has is `buyer`'s, the rest is `merchant`'s.

    `crew` works in the store by their roles; the `packer` besides is one whom others may let go.
    """
    store = world.a_store(merchant)
    for role, who in crew.items():
        hired(store, role, who, by=merchant)
    hired(store, "packer", packer, by=merchant)
    listing, draft = (
        world.a_listing(merchant, store=store, publish=publish, stock=12) for publish in (True, False)
    )
    followed = {
        "tracking_number": f"YT9{store['id'][-20:]}",
        "service": "youlin.standard",
        "origin": "330782",
    }
    paid, shipped, booked, gone = (world.a_paid_order(buyer, listing=listing) for _ in range(4))
    made(merchant.post(f"/orders/{shipped['id']}/parcel", PARCEL | followed))
    waiting = {
        "address_id": world.an_address(buyer),
        "items": [{"listing_id": listing["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}],
        "pay_from": "gateway",
    }
    invitation = invited(store, "packer", by=merchant)
    made(buyer.get("/me"))
    made(buyer.put(f"/favourites/{listing['id']}"))
    completed = world.a_completed_order(buyer, merchant, listing=listing)
    reviewed = world.a_completed_order(buyer, merchant, listing=listing)
    refunds = _refunds(merchant, buyer, world.a_listing(merchant, store=store, stock=9))
    talk = _talk(merchant, buyer, listing)
    ids = {
        **refunds,
        "conversation_id": talk,
        "offer_id": _offer(buyer, talk, world.a_listing(merchant, store=store)),
        "day": clock.now().date().isoformat(),
        "store_id": store["id"],
        "slug": store["slug"],
        "listing_id": draft["id"],
        "active": listing["id"],
        "order_id": paid["id"],
        "shipped": shipped["id"],
        "parcel_id": world.a_booking(booked, by=merchant)["id"],
        **_claimed(merchant, gone),
        "number": followed["tracking_number"],
        "placed": shipped["checkout_id"],
        "checkout_id": made(buyer.post("/checkouts", waiting))["id"],
        "completed": completed["id"],
        "completed_line": completed["lines"][0]["id"],
        "reviewed_order": reviewed["id"],
        "review_id": world.a_review(buyer, reviewed)["id"],
        "line_id": world.in_cart(buyer, listing)["lines"][0]["id"],
        "address_id": world.an_address(buyer),
        "push_device_id": _phone_of(merchant),
        "photo_id": ready_photo(merchant),
        "unchecked": announced(merchant),
        "invoice_id": _plan_of(merchant),
        "archive_id": _archive_of(merchant),
        "link": made(merchant.post(f"/stores/{store['id']}/links", {"channel": "weibo"}))["code"],
        **_social_of(merchant, store, listing),
        "invitation_id": invitation["id"],
        "invitation": invitation["code"],
        "person_id": person_id(packer),
        "buyer_id": person_id(buyer),
        **_promotions_of(merchant, store),
        **_money_of(merchant, payee=person_id(buyer)),
        **_sheets_of(merchant, store),
        **_ads_of(merchant, listing),
        **_work_of(merchant, buyer, store),
        **_wholesale_of(merchant, buyer, store),
        **_promoted(merchant, buyer, listing, orderer=packer),
    }
    handlers.deliver_notifications({"Records": messages("notifications")})
    search.index_goods({"Records": messages("search")})
    told = made(merchant.get("/notifications"))["items"]
    with clock.stopped_at(clock.now() - timedelta(hours=1)):  # long enough ago to be asked for again
        made(merchant.post("/credit"))
    made(merchant.put("/wallet/payout-plan", {"destination": "ba_ok"}))
    night = books.morning_after()
    while payments.close_books(night):
        pass
    payments.close_books(night)
    return Household(merchant, buyer, ids | _loans_of(merchant) | {"notification_id": told[0]["id"]})


def _loans_of(merchant: Api) -> dict[str, str]:
    """A pool, a loan that is paid out, and one that is offered."""
    pool = loans.a_pool(merchant)["id"]
    loans.a_standing(merchant)
    loan, offered = loans.a_loan(merchant), loans.applied(merchant)["loan"]
    made(merchant.post(f"/loans/{loan['id']}/payments", {"amount": 100}))
    return {"pool_id": pool, "loan_id": loan["id"], "offered": offered["id"], "agreed": offered["contract"]}


def _archive_of(merchant: Api) -> str:
    """An archive that she asked for long enough ago to ask again."""
    with clock.stopped_at(clock.now() - timedelta(days=2)):
        archive_id: str = made(merchant.post("/me/archives"))["id"]
    return archive_id


def _plan_of(merchant: Api) -> str:
    """The invoice of her plan of storage."""
    world.money_for(merchant, 1_500)
    made(merchant.post("/storage/plan", {"plan": "standard"}))
    invoice_id: str = made(merchant.get("/storage/invoices"))["items"][0]["id"]
    return invoice_id


def _work_of(merchant: Api, partner: Api, store: Any) -> dict[str, str]:
    """A partner, and a contract with her in every state in which somebody may do something."""
    shown = hiring.a_partner(partner)
    world.money_for(merchant, 300_000)
    briefs = [hiring.a_brief(merchant, store=store)["id"] for _ in range(3)]
    asked, taken = (hiring.proposed({"id": brief}, partner) for brief in briefs[:2])
    planned = hiring.hired_by(taken, merchant)
    with clock.stopped_at(clock.now() - timedelta(days=10)):
        late = hiring.bought(merchant, store=store, partner=shown, money=0)
    funded, done, disputed, accepted = (
        hiring.bought(merchant, store=store, partner=shown, money=0) for _ in range(4)
    )
    hiring.delivered(done, partner)
    hiring.delivered(disputed, partner)
    made(hiring.step(merchant, disputed, "dispute", {"text": "Blurred"}))
    hiring.delivered(accepted, partner, theme="#112233")
    made(hiring.step(merchant, accepted, "accept"))
    helper = Api(f"99999999-0000-0000-0000-{shown['id'][-12:]}")
    let_in = hiring.a_partner(helper)["id"]
    hiring.granted(merchant, store, let_in, "reports")
    return {
        "let_in": let_in,
        "partner_id": shown["id"],
        "package_id": "p01",
        "milestone": "1",
        "brief_id": briefs[0],
        "free_brief": briefs[2],
        "proposal_id": asked["id"],
        "contract_id": planned["id"],
        "late_work": late["id"],
        "funded_work": funded["id"],
        "delivered_work": done["id"],
        "disputed_work": disputed["id"],
        "accepted_work": accepted["id"],
    }


def _phone_of(person: Api) -> str:
    """A phone that she is told on: a token is of one phone, and so of one person."""
    phone = {"platform": "fcm", "token": f"the phone of {person_id(person)}"}
    id_: str = made(person.post("/push-devices", phone))["id"]
    return id_


def _claimed(merchant: Api, order: Any) -> dict[str, str]:
    """A parcel that its courier has lost."""
    booking = world.a_booking(order, by=merchant)
    body, headers = world.courier_news(booking["tracking_number"], "746", name="lost")
    made(Api().post("/shipping/notices/youlin", raw=body, headers=headers))
    return {"claimed": booking["id"], "lost": booking["tracking_number"]}


def _sheets_of(merchant: Api, store: Any) -> dict[str, str]:
    """An import that is done, one whose file lies there, and an export that is done."""
    done, uploaded = (announced_import(merchant, store, SHEET) for _ in range(2))
    started(merchant, done)
    return {"import_id": done, "uploaded": uploaded, "export_id": exported(merchant, store)["id"]}


def _ads_of(merchant: Api, listing: Any) -> dict[str, str]:
    """A campaign that is paused so that it is in nobody's way, a click on its ad, and a link to another."""
    campaign = ads.a_campaign(
        merchant, listing=listing, keyword=f"clip {listing['id'][-10:]}", budget=500, funds=500
    )
    path = f"/campaigns/{campaign['id']}"
    today = made(merchant.get(path))
    shown, other = (ads.ads(f"clip {listing['id'][-10:]}")[0] for _ in range(2))
    ads.clicked(shown)
    ads.billed()
    click = made(merchant.get(f"{path}/clicks?day={today['day']}"))["items"][0]
    made(merchant.post(f"{path}/pause"))
    picture = {"placement": "home", "listing_id": listing["id"], "photo_id": ready_photo(merchant)}
    made(merchant.post(f"{path}/creatives", picture | {"title": "Clips", "cpm": 500}))
    made(merchant.post(f"{path}/resume"))
    ads.settled()
    visitor = f"vis_{listing['id'][-26:]}"
    display = made(Api().get(f"/ads/display?placement=home&visitor={visitor}", headers=ads.PHONE))["items"]
    made(Api().put("/ads/consent", {"visitor": visitor, "consent": True}))
    made(merchant.post(f"{path}/pause"))
    ads.settled()
    return {
        "impression": display[0]["token"],
        "visitor": visitor,
        "campaign_id": campaign["id"],
        "group_id": today["groups"][0]["id"],
        "click_id": click["id"],
        "token": other["ad"]["path"].rpartition("/")[2],
        "ad_day": today["day"],
    }


def _promoted(merchant: Api, promoter: Api, listing: Any, *, orderer: Api) -> dict[str, str]:
    """A promoter's link to the store, and an order that came by it and is completed."""
    programme = {"state": "open", "basis_points": 500}
    made(merchant.put(f"/stores/{listing['store_id']}/affiliates", programme))
    link = made(promoter.post("/promoter/links", {"store_id": listing["store_id"]}))["code"]
    order = promotion.referred_order(orderer, link, listing=listing)["id"]
    made(merchant.post(f"/orders/{order}/parcel", PARCEL))
    made(orderer.post(f"/orders/{order}/confirm"))
    promotion.counted()
    return {"promoter_link": link, "referred": order}


def _wholesale_of(merchant: Api, buyer: Api, store: Any) -> dict[str, str]:
    """A verified supplier with a plan beside the store, which was refused; a quotation; a deposit."""
    trade.refused(store, by=merchant)
    listing = world.a_listing(merchant, store=store, stock=9)
    request = trade.a_request(buyer, listing_id=listing["id"], quantity=1)
    waiting = trade.a_quote(request, listing, by=merchant, quantity=1, price=900)
    other = trade.a_request(buyer, listing_id=listing["id"], quantity=1)
    quote = trade.a_quote(other, listing, by=merchant, quantity=1, price=900)
    agreed = made(trade.answering(quote, "accept", by=buyer))
    sold_wholesale = trade.wares(merchant, store=store, stock=20, sample=trade.SAMPLE)
    return {
        "supplier": trade.a_member(merchant)["id"],
        "wholesale": sold_wholesale["id"],
        "resold": trade.a_resale(sold_wholesale, by=buyer),
        "request_id": request["id"],
        "quote_id": waiting["id"],
        "deposited": trade.a_purchase_order(buyer, quote=agreed)["id"],
    }


def _promoted(merchant: Api, promoter: Api, listing: Any, *, orderer: Api) -> dict[str, str]:
    """A promoter's link to the store, and an order that came by it and is completed."""
    programme = {"state": "open", "basis_points": 500}
    made(merchant.put(f"/stores/{listing['store_id']}/affiliates", programme))
    link = made(promoter.post("/promoter/links", {"store_id": listing["store_id"]}))["code"]
    order = promotion.referred_order(orderer, link, listing=listing)["id"]
    made(merchant.post(f"/orders/{order}/parcel", PARCEL))
    made(orderer.post(f"/orders/{order}/confirm"))
    promotion.counted()
    return {"promoter_link": link, "referred": order}


def _refunds(merchant: Api, buyer: Api, listing: Any) -> dict[str, str]:
    """An order and its refund in every state in which somebody may do something."""
    asks = {
        "asked": [],
        "rejected": [(merchant, "reject", {})],
        "returning": [(merchant, "accept", {})],
        "returned": [(merchant, "accept", {}), (buyer, "parcel", PARCEL)],
        "disputed": [
            (merchant, "reject", {}),
            (buyer, "dispute", None),
            (buyer, "evidence", {"text": "Look"}),
            (merchant, "evidence", {"text": "Look"}),
        ],
    }
    ids = {}
    for name, steps in asks.items():
        order = world.a_paid_order(buyer, listing=listing)["id"]
        made(merchant.post(f"/orders/{order}/parcel", PARCEL))
        wish = {"reason": "damaged", "amount": 100}
        if name.startswith("return"):
            wish["kind"] = "return"
        refund = made(buyer.post(f"/orders/{order}/refunds", wish))["id"]
        for who, what, body in steps:
            made(who.post(f"/orders/{order}/refunds/{refund}/{what}", body))
        ids |= {f"{name}_order": order, name: refund}
    return ids | {"refund_id": ids["asked"]}


def _promotions_of(merchant: Api, store: Any) -> dict[str, str]:
    """One that isn't there yet and so changes no price, and one that is paused."""
    path = f"/stores/{store['id']}/promotions"
    later = {"title": "New Year", "basis_points": 500, "starts_at": "2099-01-01T00:00:00Z"}
    coming, paused = (made(merchant.post(path, later))["id"] for _ in range(2))
    made(merchant.post(f"{path}/{paused}/pause"))
    return {"promotion_id": coming, "paused": paused}


def _social_of(merchant: Api, store: Any, listing: Any) -> dict[str, str]:
    """A campaign link that carries a coupon, a store that is connected, and a post for later."""
    path = f"/stores/{store['id']}"
    coupon = {"title": "Welcome", "amount": 10, "code": "WELCOME", "on_arrival": True, "advertised": False}
    promotion = made(merchant.post(f"{path}/promotions", coupon))["id"]
    wish = {"channel": "weibo", "listing_id": listing["id"], "promotion_id": promotion}
    code = made(merchant.post(f"{path}/campaign-links", wish))["code"]
    made(merchant.put(f"{path}/weibo", consent_of(merchant, store["id"])))
    post = {"text": "New", "link": code, "at": clock.stamp(clock.now() + timedelta(days=30))}
    group = {"listing_id": listing["id"], "variant_id": "v01", "price": 900, "size": 50}
    group["ends_at"] = clock.stamp(clock.now() + timedelta(days=1))
    group_id = made(merchant.post(f"{path}/group-buys", group))["id"]
    return {
        "campaign": code,
        "group_buy_id": group_id,
        "post_id": made(merchant.post(f"{path}/posts", post))["id"],
    }


def consent_of(person: Api, store_id: str) -> dict[str, str]:
    """What somebody brings back who let a store post in her name."""
    url = made(person.post(f"/stores/{store_id}/weibo/consent"))["url"]
    return dict(parse_qsl(urlsplit(url).query))


def _talk(merchant: Api, buyer: Api, listing: Any) -> str:
    """A conversation in which each side has said something."""
    talk: str = made(buyer.post("/conversations", {"listing_id": listing["id"]}))["id"]
    for who in (buyer, merchant):
        made(who.post(f"/conversations/{talk}/messages", {"client_id": "first", "text": "Hello"}))
    return talk


def _offer(buyer: Api, talk: str, listing: Any) -> str:
    """An offer that waits for the merchant's answer."""
    wish = {"listing_id": listing["id"], "variant_id": "v01", "price": 900, "quantity": 1}
    offer: str = made(buyer.post(f"/conversations/{talk}/offers", wish))["id"]
    return offer


def _money_of(merchant: Api, *, payee: str) -> dict[str, str]:
    topped_up = {"amount": 5_000, "currency": "CNY", "method": "pm_card_visa"}
    taken_out = {"amount": 500, "currency": "CNY", "destination": "ba_ok"}
    return {
        "charge_id": made(merchant.post("/wallet/top-ups", topped_up))["id"],
        "withdrawal_id": made(merchant.post("/wallet/withdrawals", taken_out))["id"],
        "split_id": made(merchant.post("/wallet/splits", {"payee": payee, "amount": 1}))["items"][0]["id"],
    }


class Snapshot:
    """What is stored at a moment, to be brought back. What waits to be looked at is uploaded anew."""

    def __init__(self, uploads: list[str]) -> None:
        conftest.bucket_emptied()
        for id_ in uploads:
            upload(id_, a_picture())
        self._objects = pickle.dumps(dict(conftest.objects()))
        self._items = {
            (name, pk, sk): pickle.dumps(item)
            for name, table in _tables().items()
            for pk, items in table.items.items()
            for sk, item in items.items()
        }
        self._keep()

    def restore(self) -> None:
        """Bring it back: what was written since, or all of it if all was forgotten."""
        if conftest.times_emptied != self._emptied:
            terse_moto.written.update(self._items)
        for name, pk, sk in terse_moto.written:
            stored = _tables()[name].items
            if copied := self._items.get((name, pk, sk)):
                stored[pk][sk] = pickle.loads(copied)  # noqa: S301 - our own, and faster than a copy
            elif pk in stored:
                stored[pk].pop(sk, None)
        self._keep()

    def _keep(self) -> None:
        terse_moto.written.clear()
        conftest.queues_emptied()
        conftest.bucket_emptied()
        conftest.objects().update(pickle.loads(self._objects))  # noqa: S301
        self._emptied = conftest.times_emptied


def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = dynamodb_backends[ACCOUNT]["us-east-1"].tables
    return tables
