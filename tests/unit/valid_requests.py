"""A valid request for every route, so that nothing but the right to it decides about the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from chalicelib.foundation import clock
from chalicelib.foundation.http import Operation
from chalicelib.payments import sandbox
from chalicelib.privacy.models import FarewellItem, farewell_item
from chalicelib.privacy.rules import Farewell, FarewellState
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import NOTICE_SECRET
from tests.unit.partners import hiring
from tests.unit.town import PARCEL, Household
from tests.unit.wholesale import trade
from tests.unit.world import made

NOBODY = Api()
PASSWORD = "correct horse"
ADDRESS = {
    "recipient": "李雷",
    "phone": "13800138000",
    "country": "CN",
    "region": "513233",
    "street": "邛溪镇团结路 1 号",
}
SUBSCRIPTION = {
    "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk",
    "keys": {
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    },
}
BID = {"milestones": [{"title": "Photos", "amount": 1_000, "days": 3}]}
GOODS = {"title": "Pin", "category": "hair", "variants": [{"sku": "P", "price": 500, "stock": 1}]}


@dataclass(frozen=True)
class Sender:
    """Who asks, and what is hers alone."""

    name: str
    api: Api
    address_id: str


@dataclass(frozen=True)
class Town:
    """A household that is asked for its things, and a neighbour who sells to everybody."""

    home: Household
    neighbour: Household


def route_of(operation: Operation) -> str:
    """The name of a route."""
    return f"{operation.method} {operation.path}"


OTHER_IDS: Mapping[str, Mapping[str, str]] = {
    "GET /listings/{listing_id}": {"listing_id": "active"},
    "PUT /favourites/{listing_id}": {"listing_id": "active"},
    "PUT /listings/{listing_id}/favourites-offer": {"listing_id": "active"},
    "GET /favourites/{listing_id}": {"listing_id": "active"},
    "DELETE /favourites/{listing_id}": {"listing_id": "active"},
    "POST /stores/{store_id}/promotions/{promotion_id}/resume": {"promotion_id": "paused"},
    "POST /listings/{listing_id}/withdraw": {"listing_id": "active"},
    "GET /shop/{slug}/{listing_id}": {"listing_id": "active"},
    "GET /s/{code}": {"code": "link"},
    "GET /campaign-links/{code}": {"code": "campaign"},
    "GET /campaign-links/{code}/card": {"code": "campaign"},
    "POST /campaign-links/{code}/coupon": {"code": "campaign"},
    "GET /r/{code}": {"code": "promoter_link"},
    "GET /r/{code}/qr": {"code": "promoter_link"},
    "POST /promoter/commissions/{order_id}/take-back": {"order_id": "referred"},
    "GET /invitations/{code}": {"code": "invitation"},
    "POST /photos/{photo_id}/check": {"photo_id": "unchecked"},
    "POST /loans/{loan_id}/accept": {"loan_id": "offered"},
    "POST /imports/{import_id}/start": {"import_id": "uploaded"},
    "POST /orders/{order_id}/confirm": {"order_id": "shipped"},
    "POST /orders/{order_id}/balance": {"order_id": "deposited"},
    "GET /suppliers/{store_id}": {"store_id": "supplier"},
    "POST /stores/{store_id}/membership": {"store_id": "supplier"},
    "POST /stores/{store_id}/membership/pay": {"store_id": "supplier"},
    "POST /suppliers/{store_id}/judgement": {"store_id": "supplier"},
    "GET /listings/{listing_id}/wholesale": {"listing_id": "wholesale"},
    "GET /listings/{listing_id}/restock": {"listing_id": "resold"},
    "POST /orders/{order_id}/extend": {"order_id": "shipped"},
    "GET /orders/{order_id}/parcel": {"order_id": "shipped"},
    "GET /orders/{order_id}/tracking": {"order_id": "shipped"},
    "GET /shipping/parcels/{parcel_id}/claim": {"parcel_id": "claimed"},
    "POST /shipping/parcels/{parcel_id}/claim/close": {"parcel_id": "claimed"},
    "POST /orders/{order_id}/refunds": {"order_id": "shipped"},
    "POST /orders/{order_id}/reviews": {"order_id": "completed"},
    "GET /orders/{order_id}/reviews": {"order_id": "reviewed_order"},
    "GET /listings/{listing_id}/reviews": {"listing_id": "active"},
    "GET /listings/{listing_id}/rating": {"listing_id": "active"},
    "GET /orders/{order_id}/refunds": {"order_id": "asked_order"},
    **{
        f"{route}/orders/{{order_id}}/refunds/{{refund_id}}{what}": {
            "order_id": f"{state}_order",
            "refund_id": state,
        }
        for route, what, state in (
            ("GET ", "", "asked"),
            ("POST ", "/accept", "asked"),
            ("POST ", "/reject", "asked"),
            ("POST ", "/withdraw", "asked"),
            ("POST ", "/evidence", "asked"),
            ("POST ", "/parcel", "returning"),
            ("POST ", "/booking", "returning"),
            ("POST ", "/receive", "returned"),
            ("POST ", "/dispute", "rejected"),
        )
    },
    "POST /briefs/{brief_id}/proposals": {"brief_id": "free_brief"},
    **{
        f"POST /contracts/{{contract_id}}/milestones/{{milestone}}/{what}": {"contract_id": f"{state}_work"}
        for what, state in (
            ("deliver", "funded"),
            ("give-back", "funded"),
            ("reclaim", "late"),
            ("accept", "delivered"),
            ("revise", "delivered"),
            ("dispute", "delivered"),
            ("use", "accepted"),
        )
    },
    "DELETE /stores/{store_id}/grants/{partner_id}": {"partner_id": "let_in"},
    "POST /contracts/{contract_id}/reviews": {"contract_id": "accepted_work"},
    "GET /work-reviews/{about_id}": {"about_id": "partner_id"},
    "POST /work-disputes/{contract_id}/{milestone}/ruling": {"contract_id": "disputed_work"},
    **{
        route: {"order_id": "disputed_order", "refund_id": "disputed"}
        for route in (
            "GET /hearings/{order_id}/{refund_id}",
            "POST /hearings/{order_id}/{refund_id}/ruling",
        )
    },
}
"""Where a route wants another thing than the first of its kind."""

QUERIES: Mapping[str, str] = {
    "GET /orders/{order_id}/quotes": "?origin=330110&grams=350",
    "GET /open-requests": "?category=hair",
    "GET /storage/quote": "?plan=pro",
    "GET /search": "?q=%22Hair+clip%22",
    "GET /search/suggestions": "?q=ha",
    "GET /partners": "?trade=photography&region=330782",
    "GET /briefs": "?trade=photography",
    "GET /campaigns/{campaign_id}/clicks": "?day=2026-11-26",
    "GET /campaigns/{campaign_id}/report": "?since=2026-11-01&until=2026-11-30",
    "GET /campaigns/{campaign_id}/display-report": "?since=2026-11-01&until=2026-11-30",
    "GET /ads/display": "?placement=home",
    "GET /campaigns/{campaign_id}/simulation": "?keyword=broad%20clip",
    "GET /stores/{store_id}/insights/goods": "?of=2026-11",
    "GET /stores/{store_id}/insights/days.csv": "?since=2026-01-01&until=2026-01-31",
}
"""What a route can't do without."""

PARCEL_TO_COMPARE = {
    "origin": {"region": "330110"},
    "destination": {"region": "513233", "rural": True},
    "pieces": [{"grams": 350}],
}


def path_of(operation: Operation, town: Town) -> str:
    """The route's path to what is the household's; but the neighbour invites, and sells samples to all."""
    route = route_of(operation)
    if route == "POST /invitations/{code}/accept":
        return f"/invitations/{town.neighbour.ids['invitation']}/accept"
    if route == "POST /group-buys/{group_buy_id}/members":
        return f"/group-buys/{town.neighbour.ids['group_buy_id']}/members"
    if route == "POST /listings/{listing_id}/samples":
        return f"/listings/{town.neighbour.ids['wholesale']}/samples"
    names = OTHER_IDS.get(route, {})
    ids = {**town.home.ids, "gateway": sandbox.NAME, "category": "hair", "courier_code": world.COURIER}
    return re.sub(r"{(\w+)}", lambda found: ids[names.get(found[1], found[1])], operation.path)


@dataclass(frozen=True)
class Signed:
    """A body as bytes, with the headers that vouch for it."""

    raw: bytes
    headers: dict[str, str]


def _line(town: Town, sender: Sender) -> Any:
    return {"listing_id": town.neighbour.ids["active"], "variant_id": "v01", "quantity": 1}


def _checkout(town: Town, sender: Sender) -> Any:
    item = _line(town, sender) | {"price": 1_000}
    return {"address_id": sender.address_id, "items": [item], "pay_from": "gateway"}


def _sign_up(town: Town, sender: Sender) -> Any:
    email = f"{sender.name}-{uuid4().hex}@example.com"
    return {"email": email, "password": PASSWORD, "name": "Mei", "language": "en"}


def _confirmation(town: Town, sender: Sender) -> Any:
    account = _sign_up(town, sender)
    made(NOBODY.post("/sign-up", account))
    return {"email": account["email"], "code": "123456"}


def _resending(town: Town, sender: Sender) -> Any:
    return {"email": _confirmation(town, sender)["email"]}


def _sign_in(town: Town, sender: Sender) -> Any:
    confirmation = _confirmation(town, sender)
    made(NOBODY.post("/sign-up/confirm", confirmation))
    return {"email": confirmation["email"], "password": PASSWORD}


def _refreshing(town: Town, sender: Sender) -> Any:
    return {"refresh_token": made(NOBODY.post("/sign-in", _sign_in(town, sender)))["refresh_token"]}


def _cookie(town: Town, sender: Sender) -> Signed:
    told = NOBODY.post("/session", _sign_in(town, sender)).headers["set-cookie"]
    return Signed(b"", {"Cookie": told.partition(";")[0]})


def _notice(town: Town, sender: Sender) -> Signed:
    charge = town.home.ids["charge_id"]
    facts = {
        "notice_id": "n1",
        "charge_id": charge,
        "outcome": "succeeded",
        "amount": 5_000,
        "currency": "CNY",
    }
    raw = json.dumps(facts).encode()
    return Signed(raw, {sandbox.SIGNATURE: sandbox.signature(raw, NOTICE_SECRET)})


def _courier_news(town: Town, sender: Sender) -> Signed:
    return Signed(*world.courier_news(town.home.ids["number"], "204"))


def _courier_answer(town: Town, sender: Sender) -> Signed:
    return Signed(*world.courier_answer(town.home.ids["lost"], "refuse"))


def _forgotten_pin(town: Town, sender: Sender) -> Any:
    if sender.api.person:
        reply = Api(sender.api.person).post("/wallet/pin", {"pin": "471093"})
        assert reply.status == 201 or reply.json["code"] == "pin_exists"
    return {"pin": "839204"}


def _changing_pin(town: Town, sender: Sender) -> Any:
    return _forgotten_pin(town, sender) | {"old_pin": "471093"}


def _withdrawn_ad_funds(town: Town, sender: Sender) -> Any:
    funds = {"amount": 100, "currency": "CNY"}
    if sender.api.person:
        Api(sender.api.person).post("/ads/balance", funds)
    return funds


def _ad_group(town: Town, sender: Sender) -> Any:
    keyword = {"text": "pin", "bid": 20}
    return {"name": "Pins", "listing_ids": [town.home.ids["active"]], "keywords": [keyword]}


def _consent(town: Town, sender: Sender) -> Any:
    asked = Api(sender.api.person).post(f"/stores/{town.home.ids['store_id']}/weibo/consent")
    state = parse_qs(urlsplit(asked.json["url"]).query)["state"][0] if asked.status == 201 else "none"
    return {"code": "given", "state": state}


def _resale(town: Town, sender: Sender) -> Any:
    store = town.home.ids["store_id"]
    if sender.api.person and not sender.name.endswith(("merchant", "co_owner", "manager")):
        store = world.a_store(Api(sender.api.person))["id"]
    return {"store_id": store, "margin": 5_000}


def _quote(town: Town, sender: Sender) -> Any:
    goods = {"store_id": town.home.ids["store_id"], "listing_id": town.home.ids["active"]}
    return goods | {"variant_id": "v01", "price": 900, "quantity": 1}


def _asked_before(town: Town, sender: Sender) -> None:
    """She has asked already: then nobody is refused for what is open."""
    if sender.api.person:
        _wish_to_go(sender.api).save()


def _wish_to_go(who: Api) -> FarewellItem:
    now = clock.now()
    until = now + timedelta(days=14)
    wish = Farewell(world.person_id(who), FarewellState.WAITING, asked_at=now, due=until, version=1)
    return farewell_item(wish)


def _always(body: Any) -> Callable[[Town, Sender], Any]:
    return lambda town, sender: body


CARRIAGE = {"service": "youlin.standard", "grams": 350}


def _booking(town: Town, sender: Sender) -> Any:
    return CARRIAGE | {"orders": [{"order_id": town.home.ids["order_id"]}], "sender": world.SENDER}


PICKUP = {"since": "2099-01-01T01:00:00Z", "until": "2099-01-01T03:00:00Z"}


BODIES: Mapping[str, Callable[[Town, Sender], Any]] = {
    "POST /sign-up": _sign_up,
    "PUT /me/deletion": _asked_before,
    "POST /sign-up/confirm": _confirmation,
    "POST /sign-up/resend": _resending,
    "POST /sign-in": _sign_in,
    "POST /sign-in/refresh": _refreshing,
    "POST /session": _sign_in,
    "POST /session/refresh": _cookie,
    "PATCH /me": _always({"name": "New"}),
    "POST /addresses": _always(ADDRESS),
    "PUT /addresses/{address_id}": _always(ADDRESS),
    "POST /photos": _always({"content_type": "image/png", "bytes": 1_000, "purpose": "listing"}),
    "PATCH /files/{photo_id}": _always({"name": "Clip", "folder": "2026/spring", "tags": ["new"]}),
    "POST /storage/plan": _always({"plan": "pay_as_you_go"}),
    "POST /stores": _always({"name": "New", "currency": "CNY", "time_zone": "Asia/Shanghai"}),
    "PATCH /stores/{store_id}": _always({"about": "New"}),
    "POST /stores/{store_id}/links": _always({"channel": "poster"}),
    "POST /stores/{store_id}/staff/invitations": _always({"role": "packer"}),
    "PATCH /stores/{store_id}/staff/{person_id}": _always({"role": "service"}),
    "POST /listings": lambda town, sender: GOODS | {"store_id": town.home.ids["store_id"]},
    "PATCH /listings/{listing_id}": _always({"title": "New"}),
    "POST /listings/{listing_id}/stock": _always({"variant_id": "v01", "change": 1}),
    "POST /stores/{store_id}/imports": _always({"format": "csv", "bytes": 1_000}),
    "POST /stores/{store_id}/exports": _always({"format": "jsonl"}),
    "PUT /listings/{listing_id}/sale": _always(
        {"variants": [{"id": "v01", "price": 900}], "ends_at": "2099-01-01T00:00:00Z"}
    ),
    "PUT /listings/{listing_id}/ladders": _always(
        {"variants": [{"id": "v01", "steps": [{"from_quantity": 10, "price": 800}]}]}
    ),
    "PUT /listings/{listing_id}/wholesale": _always(trade.TERMS),
    "POST /listings/{listing_id}/samples": _always({"variant_id": "v01"}),
    "PUT /stores/{store_id}/supplier": _always({"since": 2012, "about": "发饰工厂"}),
    "POST /suppliers/{store_id}/judgement": _always({"action": "suspend"}),
    "POST /stores/{store_id}/membership": _always({"tier": "free"}),
    "POST /quote-requests": _always(trade.ASKED),
    "POST /quote-requests/{request_id}/quotes": _quote,
    "POST /quote-requests/{request_id}/quotes/{quote_id}/counter": _always({"price": 850, "quantity": 1}),
    "POST /orders/{order_id}/balance": _always({}),
    "POST /orders/{order_id}/resell": _resale,
    "PUT /stores/{store_id}/tax": _always({"mode": "included", "rate": 100}),
    "POST /listings/{listing_id}/stock-count": _always({"variant_id": "v01", "counted": 8, "seen": 12}),
    "PUT /listings/{listing_id}/stock-alert": _always({"threshold": 2}),
    "PUT /stores/{store_id}/stock-alert": _always({"threshold": 3}),
    "POST /stores/{store_id}/promotions": _always({"title": "Spring", "basis_points": 1_000}),
    "POST /stores/{store_id}/campaign-links": _always({"channel": "weibo"}),
    "POST /stores/{store_id}/broadcasts": _always({"text": "New"}),
    "POST /stores/{store_id}/group-buys": lambda town, sender: {
        "listing_id": town.home.ids["active"],
        "variant_id": "v01",
        "price": 900,
        "size": 2,
        "ends_at": clock.stamp(clock.now() + timedelta(days=1)),
    },
    "POST /group-buys/{group_buy_id}/members": lambda town, sender: {"address_id": sender.address_id},
    "PUT /stores/{store_id}/weibo": _consent,
    "POST /stores/{store_id}/posts": lambda town, sender: {"text": "New", "link": town.home.ids["campaign"]},
    "POST /wallet/top-ups": _always({"amount": 100, "currency": "CNY", "method": "pm_card_visa"}),
    "POST /wallet/withdrawals": _always({"amount": 100, "currency": "CNY", "destination": "ba_ok"}),
    "POST /wallet/pin": _always({"pin": "839204"}),
    "PUT /wallet/pin": _changing_pin,
    "POST /wallet/pin/reset": _forgotten_pin,
    "POST /payments/notices/{gateway}": _notice,
    "POST /shipping/notices/{courier_code}": _courier_news,
    "POST /shipping/notices/{courier_code}/claims": _courier_answer,
    "POST /cart/lines": _line,
    "POST /cart/quote": _always({}),
    "PATCH /cart/lines/{line_id}": _always({"quantity": 1}),
    "POST /checkouts": _checkout,
    "POST /checkouts/{checkout_id}/complete": _always({"method": "pm_card_visa"}),
    "POST /orders/{order_id}/parcel": _always(PARCEL),
    "POST /shipping/quotes": _always(PARCEL_TO_COMPARE),
    "POST /shipping/parcels": _booking,
    "POST /shipping/parcels/{parcel_id}/pickup": _always(PICKUP),
    "POST /orders/{order_id}/refunds/{refund_id}/booking": _always(CARRIAGE),
    "PUT /stores/{store_id}/origin": _always(world.SENDER),
    "POST /wallet/splits": lambda town, sender: {
        "payee": town.neighbour.ids["buyer_id"],
        "basis_points": 100,
    },
    "PUT /wallet/payout-plan": _always({"destination": "ba_ok"}),
    "POST /conversations": lambda town, sender: {"listing_id": town.neighbour.ids["active"]},
    "POST /conversations/ticket": _always({}),
    "POST /push-devices": _always({"platform": "apns", "token": "00fc13adff785122b4ad28809a3420982341"}),
    "POST /push-subscriptions": _always(SUBSCRIPTION),
    "PUT /stores/{store_id}/desk": _always({"replies": [], "hours": None, "auto_reply": "Tomorrow"}),
    "POST /conversations/{conversation_id}/offers": lambda town, sender: {
        "listing_id": town.home.ids["active"],
        "variant_id": "v01",
        "price": 900,
        "quantity": 1,
    },
    "POST /conversations/{conversation_id}/offers/{offer_id}/counter": _always({"price": 950, "quantity": 1}),
    "PUT /listings/{listing_id}/favourites-offer": _always(
        {"variant_id": "v01", "price": 900, "quantity": 1}
    ),
    "PUT /listings/{listing_id}/askers-offer": _always({"variant_id": "v01", "price": 900, "quantity": 1}),
    "PUT /listings/{listing_id}/offer-thresholds": _always({"accept_from": 9_000, "decline_below": 5_000}),
    "POST /conversations/{conversation_id}/messages": _always({"client_id": "m1", "text": "Hello"}),
    "POST /conversations/{conversation_id}/read": _always({"seq": 1}),
    "PUT /conversations/{conversation_id}/assignee": _always({"person_id": None}),
    "POST /conversations/{conversation_id}/reports": lambda town, sender: {
        "seq": 2 if sender.name.endswith("buyer") else 1,
        "reason": "spam",
    },
    "POST /orders/{order_id}/refunds": _always({"reason": "damaged", "amount": 100}),
    "POST /orders/{order_id}/refunds/{refund_id}/accept": _always({}),
    "POST /orders/{order_id}/refunds/{refund_id}/reject": _always({}),
    "POST /orders/{order_id}/refunds/{refund_id}/evidence": _always({"text": "Look"}),
    "POST /orders/{order_id}/refunds/{refund_id}/parcel": _always(PARCEL),
    "POST /hearings/{order_id}/{refund_id}/ruling": _always({"amount": 50, "text": "Half of it"}),
    "POST /orders/{order_id}/reviews": lambda town, sender: {
        "line_id": town.home.ids["completed_line"],
        "stars": 5,
    },
    "PUT /stores/{store_id}/affiliates": _always({"state": "open", "basis_points": 500}),
    "POST /promoter/commissions/{order_id}/take-back": _always({"reason": "It was herself"}),
    "POST /promoter/links": lambda town, sender: {"store_id": town.neighbour.ids["store_id"]},
    "POST /stores/{store_id}/campaigns": _always({"name": "Spring", "daily_budget": 5_000}),
    "PATCH /campaigns/{campaign_id}": _always({"daily_budget": 6_000}),
    "POST /campaigns/{campaign_id}/groups": _ad_group,
    "POST /campaigns/{campaign_id}/creatives": lambda town, sender: {
        "placement": "home",
        "listing_id": town.home.ids["active"],
        "photo_id": town.home.ids["photo_id"],
        "title": "Clips",
        "cpm": 500,
    },
    "POST /ads/impressions": lambda town, sender: {"tokens": [town.home.ids["impression"]]},
    "PUT /ads/consent": _always({"visitor": f"vis_{7:026}", "consent": True}),
    "POST /ads/looks": lambda town, sender: {
        "visitor": town.home.ids["visitor"],
        "listing_id": town.home.ids["active"],
    },
    "PUT /campaigns/{campaign_id}/groups/{group_id}": _ad_group,
    "POST /ads/balance": _always({"amount": 100, "currency": "CNY"}),
    "POST /ads/balance/withdraw": _withdrawn_ad_funds,
    "POST /ads/clicks": lambda town, sender: {"token": town.home.ids["token"]},
    "POST /ads/visitor": _always({"visitor": "vis_01KB00000000000000000000AA"}),
    "POST /campaigns/{campaign_id}/clicks/{click_id}/credit": lambda town, sender: {
        "day": town.home.ids["ad_day"],
        "reason": "A click farm",
    },
    "POST /visits": lambda town, sender: {
        "store_id": town.home.ids["store_id"],
        "batch_id": "a-valid-batch",
        "steps": [{"kind": "view"}],
    },
    "PUT /reviews/{review_id}": _always({"stars": 4}),
    "POST /reviews/{review_id}/follow-up": _always({"text": "Still good"}),
    "PUT /reviews/{review_id}/reply": _always({"text": "Thank you"}),
    "POST /reviews/{review_id}/report": _always({"reason": "fake"}),
    "POST /reviews/{review_id}/hide": _always({"reason": "A phone number"}),
    "POST /loans": _always({"amount": 10_000, "months": 3, "purpose": "stock", "consent": True}),
    "POST /loans/{loan_id}/accept": lambda town, sender: {"contract": town.home.ids["agreed"]},
    "POST /loans/{loan_id}/payments": _always({"amount": 100}),
    "POST /loans/{loan_id}/restructure": _always({"months": 12, "annual_rate": 900}),
    "POST /lending/pools": lambda town, sender: {
        "owner": town.home.ids["buyer_id"],
        "name": "Youlin",
        "cap": 100,
        "per_borrower": 100,
    },
    "PUT /lending/pools/{pool_id}": _always({"cap": 100, "per_borrower": 100, "halted": True}),
    "PUT /lending/switch": _always({"halted": True}),
    "POST /pools/{pool_id}/deposits": _always({"amount": 100}),
    "POST /pools/{pool_id}/withdrawals": _always({"amount": 100}),
    "PUT /partner": _always(hiring.INTRODUCTION),
    "POST /partner/packages": _always(hiring.PACKAGE),
    "PUT /partner/packages/{package_id}": _always(hiring.PACKAGE),
    "PUT /partner/portfolio": _always({"pieces": []}),
    "PUT /partner/calendar": _always({"busy": []}),
    "POST /partners/{partner_id}/contracts": lambda town, sender: {
        "package_id": "p01",
        "store_id": town.home.ids["store_id"],
    },
    "POST /briefs": lambda town, sender: {
        "store_id": town.home.ids["store_id"],
        "title": "Photos",
        "trade": "photography",
        "budget": 100,
        "deadline": (clock.now() + timedelta(days=3)).isoformat(),
    },
    "POST /briefs/{brief_id}/proposals": _always(BID),
    "PUT /proposals/{proposal_id}": _always(BID),
    "POST /proposals/{proposal_id}/accept": _always({"version": 1}),
    **{
        f"POST /contracts/{{contract_id}}/milestones/{{milestone}}/{what}": _always(body)
        for what, body in (
            ("fund", {}),
            ("deliver", {"text": "Done"}),
            ("give-back", {"text": "Sorry"}),
            ("revise", {"text": "Brighter"}),
            ("dispute", {"text": "Blurred"}),
            ("use", {"use": "theme"}),
        )
    },
    "POST /stores/{store_id}/grants": lambda town, sender: {
        "partner_id": town.home.ids["partner_id"],
        "access": ["design"],
        "until": (clock.now() + timedelta(days=3)).isoformat(),
    },
    "POST /contracts/{contract_id}/reviews": _always({"stars": 5}),
    "POST /work-disputes/{contract_id}/{milestone}/ruling": _always({"back": 100, "text": "Half"}),
}
"""What is sent; some first do what must come before."""


def _active(town: Town) -> None:
    made(town.home.merchant.post(f"/campaigns/{town.home.ids['campaign_id']}/resume"))


def _paused(town: Town) -> None:
    made(town.home.merchant.post(f"/stores/{town.home.ids['store_id']}/pause"))


def _leaving(town: Town) -> None:
    """The merchant has asked to be forgotten."""
    _wish_to_go(town.home.merchant).save()


BEFORE: Mapping[str, Callable[[Town], None]] = {
    "POST /stores/{store_id}/publish": _paused,
    "POST /campaigns/{campaign_id}/pause": _active,
    "GET /me/deletion": _leaving,
    "DELETE /me/deletion": _leaving,
}
"""What must happen to the household before."""


def send(operation: Operation, town: Town, sender: Sender) -> Any:
    """Ask, and answer what comes back."""
    route = route_of(operation)
    if prepare := BEFORE.get(route):
        prepare(town)
    body = BODIES[route](town, sender) if route in BODIES else None
    path = path_of(operation, town) + QUERIES.get(route, "")
    if isinstance(body, Signed):
        return sender.api.call(operation.method, path, raw=body.raw, headers=body.headers)
    return sender.api.call(operation.method, path, body)
