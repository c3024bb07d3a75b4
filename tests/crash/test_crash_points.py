"""At every AWS call of the use cases that move money: the process dies before it, or after it; or the call
fails, or its answer is lost. Then the person tries again, the clock ticks and the queues deliver: the end
is the same as if nothing had happened.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from chalicelib import sweep
from chalicelib.foundation import aws, clock, outbox
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import handlers as lending
from chalicelib.listings import handlers as listings
from chalicelib.listings.bulk import handlers as bulk
from chalicelib.notifications import handlers as notifications
from chalicelib.orders import handlers as orders
from chalicelib.payments import handlers as payments
from chalicelib.payments import pending, rules
from chalicelib.payments.closing import service as closing
from chalicelib.reviews import handlers as reviews
from chalicelib.social import handlers as social
from chalicelib.wholesale import handlers as wholesale
from tests.api import Api
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit import world
from tests.unit.affiliates import promotion
from tests.unit.conftest import cloud_copied, cloud_emptied, cloud_restored, messages
from tests.unit.lending import loans
from tests.unit.listings.sheets import announced_import, upload
from tests.unit.partners import hiring
from tests.unit.payments import books
from tests.unit.wholesale import trade
from tests.unit.world import LI, MEI, WANG, ZHAO

HANDLERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "notifications": notifications.deliver_notifications,
    "checkouts": orders.place_paid,
    "stock": listings.note_stock,
    "payouts": payments.pay_out,
    "reviews": reviews.follow_orders,
    "disbursements": lending.disburse_loans,
    "social": social.spread,
    "affiliates": promotion.handlers.count_commissions,
    "wholesale": wholesale.follow_purchases,
}


@dataclass(frozen=True)
class UseCase:
    """Something a person does: what must be there before, and the request, which she may repeat."""

    name: str
    before: Callable[[], Any]
    request: Callable[[Any], Any]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Start:
    """A world to begin in, as often as one likes."""

    subject: Any
    stored: bytes

    @classmethod
    def of(cls, before: Callable[[], Any]) -> Start:
        """The world after some preparations."""
        cloud_emptied()
        subject = before()
        return cls(subject, cloud_copied())

    def again(self) -> Any:
        """Begin anew; answers what the preparations made."""
        cloud_emptied()
        cloud_restored(self.stored)
        return self.subject


def full_cart() -> str:
    world.money_for(LI)
    store = world.a_store()
    for title in ("Clip", "Ring"):
        world.in_cart(LI, world.a_listing(store=store, title=title), quantity=2)
    return world.an_address(LI)


def prepared_checkout() -> str:
    item = {"listing_id": world.a_listing()["id"], "variant_id": "v01", "quantity": 2, "price": 1_000}
    wish = {"address_id": world.an_address(LI), "items": [item], "pay_from": "gateway"}
    checkout_id: str = world.made(LI.post("/checkouts", wish))["id"]
    return checkout_id


ONCE = {"title": "Once", "code": "ONCE", "amount": 100, "total_limit": 1, "buyer_limit": 1}


def coupon_in_hand() -> dict[str, Any]:
    """A checkout to be sent, which uses a coupon's only use."""
    world.money_for(LI)
    clip = world.a_listing()
    world.made(MEI.post(f"/stores/{clip['store_id']}/promotions", ONCE))
    item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2, "price": 1_000}
    return {"address_id": world.an_address(LI), "items": [item], "coupons": ["ONCE"]}


def prepared_with_coupon() -> str:
    wish = coupon_in_hand() | {"pay_from": "gateway"}
    checkout_id: str = world.made(LI.post("/checkouts", wish))["id"]
    return checkout_id


def order_with_coupon() -> str:
    order_id: str = world.made(LI.post("/checkouts", coupon_in_hand()))["orders"][0]["id"]
    return order_id


def charged(method: str) -> str:
    wish = {"amount": 9_000, "currency": "CNY", "method": method}
    charge_id: str = world.made(LI.post("/wallet/top-ups", wish))["id"]
    return charge_id


def to(destination: str) -> dict[str, Any]:
    return {"amount": 5_000, "currency": "CNY", "destination": destination}


OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})


def asked() -> str:
    """The path of a refund that the buyer has asked for."""
    order = world.a_shipped_order()["id"]
    wish = {"reason": "damaged", "amount": 400}
    refund = world.made(LI.post(f"/orders/{order}/refunds", wish))["id"]
    return f"/orders/{order}/refunds/{refund}"


def disputed() -> str:
    """The path of a dispute in which both sides were heard."""
    refund = asked()
    world.made(MEI.post(f"{refund}/reject", {}))
    world.made(LI.post(f"{refund}/dispute"))
    for side in (LI, MEI):
        world.made(side.post(f"{refund}/evidence", {"text": "Look"}))
    return refund.replace("/orders/", "/hearings/").replace("/refunds/", "/")


def followed() -> None:
    """A parcel that its courier has fetched."""
    world.a_followed_order("YT9001")
    body, headers = world.courier_news("YT9001", "204")
    world.made(Api().post("/shipping/notices/youlin", raw=body, headers=headers))


def brought() -> Any:
    """The courier's notice that it has come, which it tells until it is taken."""
    body, headers = world.courier_news("YT9001", "704", name="e2")
    return Api().post("/shipping/notices/youlin", raw=body, headers=headers)


def split_sale() -> str:
    """A sale of which a capped part goes to somebody else."""
    world.made(WANG.get("/me"))
    wish = {"payee": world.person_id(WANG), "basis_points": 5_000, "cap": 400}
    world.made(MEI.post("/wallet/splits", wish))
    order_id: str = world.a_shipped_order()["id"]
    return order_id


USE_CASES = [
    UseCase(
        "checkout",
        full_cart,
        lambda address: LI.post("/checkouts", {"address_id": address}, key="k"),
    ),
    UseCase(
        "taking a plan of storage",
        lambda: world.money_for(LI, 1_500),
        lambda _: LI.post("/storage/plan", {"plan": "standard"}, key="k"),
    ),
    UseCase(
        "preparing a checkout",
        full_cart,
        lambda address: LI.post("/checkouts", {"address_id": address, "pay_from": "gateway"}, key="k"),
    ),
    UseCase(
        "giving a checkout up",
        prepared_checkout,
        lambda checkout: LI.post(f"/checkouts/{checkout}/cancel", key="k"),
    ),
    UseCase(
        "checkout at the gateway",
        prepared_checkout,
        lambda checkout: LI.post(f"/checkouts/{checkout}/complete", {"method": "pm_card_visa"}, key="k"),
    ),
    UseCase(
        "checkout with a coupon",
        coupon_in_hand,
        lambda wish: LI.post("/checkouts", wish, key="k"),
    ),
    UseCase(
        "preparing a checkout with a coupon",
        coupon_in_hand,
        lambda wish: LI.post("/checkouts", wish | {"pay_from": "gateway"}, key="k"),
    ),
    UseCase(
        "checkout with a coupon at the gateway",
        prepared_with_coupon,
        lambda checkout: LI.post(f"/checkouts/{checkout}/complete", {"method": "pm_card_visa"}, key="k"),
    ),
    UseCase(
        "giving a checkout with a coupon up",
        prepared_with_coupon,
        lambda checkout: LI.post(f"/checkouts/{checkout}/cancel", key="k"),
    ),
    UseCase(
        "cancellation of an order with a coupon",
        order_with_coupon,
        lambda order: MEI.post(f"/orders/{order}/cancel", key="k"),
    ),
    UseCase(
        "confirmation",
        lambda: world.a_shipped_order()["id"],
        lambda order: LI.post(f"/orders/{order}/confirm", key="k"),
    ),
    UseCase(
        "cancellation",
        lambda: world.a_paid_order()["id"],
        lambda order: MEI.post(f"/orders/{order}/cancel", key="k"),
    ),
    UseCase(
        "shipping",
        lambda: world.a_paid_order()["id"],
        lambda order: MEI.post(
            f"/orders/{order}/parcel", {"courier": "YTO", "tracking_number": "YT1234"}, key="k"
        ),
    ),
    UseCase(
        "top-up",
        lambda: None,
        lambda _: LI.post(
            "/wallet/top-ups", {"amount": 5_000, "currency": "CNY", "method": "pm_card_visa"}, key="k"
        ),
    ),
    UseCase(
        "withdrawal",
        lambda: world.money_for(LI),
        lambda _: LI.post(
            "/wallet/withdrawals",
            {"amount": 5_000, "currency": "CNY", "destination": "ba_ok"},
            key="k",
        ),
    ),
    UseCase(
        "withdrawal to a card",
        lambda: charged("pm_card_visa"),
        lambda charge: LI.post("/wallet/withdrawals", to(charge), key="k"),
    ),
    UseCase(
        "withdrawal to a card that takes nothing back",
        lambda: charged("pm_card_no_refunds"),
        lambda charge: LI.post("/wallet/withdrawals", to(charge), key="k"),
    ),
    UseCase(
        "withdrawal with a PIN",
        lambda: (world.money_for(LI), world.made(LI.post("/wallet/pin", {"pin": "839204"}))),
        lambda _: LI.post("/wallet/withdrawals", to("ba_ok") | {"pin": "839204"}, key="k"),
    ),
]

USE_CASES += [
    UseCase(
        "confirmation with a split",
        split_sale,
        lambda order: LI.post(f"/orders/{order}/confirm", key="k"),
    ),
    UseCase(
        "asking for a refund",
        lambda: world.a_shipped_order()["id"],
        lambda order: LI.post(f"/orders/{order}/refunds", {"reason": "damaged", "amount": 400}, key="k"),
    ),
    UseCase(
        "giving a refund",
        lambda: world.a_paid_order()["id"],
        lambda order: MEI.post(f"/orders/{order}/refunds", {"reason": "goodwill", "amount": 400}, key="k"),
    ),
    UseCase("accepting a refund", asked, lambda refund: MEI.post(f"{refund}/accept", {}, key="k")),
    UseCase(
        "a ruling",
        disputed,
        lambda hearing: OPERATOR.post(f"{hearing}/ruling", {"amount": 333, "text": "Both"}, key="k"),
    ),
    UseCase("a courier's notice", followed, lambda _: brought()),
    UseCase(
        "booking a parcel",
        lambda: (world.money_for(MEI, 9_000), world.booking_wish(world.a_paid_order(), paid_from="wallet")),
        lambda subject: MEI.post("/shipping/parcels", subject[1], key="k"),
    ),
    UseCase(
        "calling a parcel off",
        lambda: (world.money_for(MEI, 9_000), world.a_booking(world.a_paid_order(), paid_from="wallet")),
        lambda subject: MEI.post(f"/shipping/parcels/{subject[1]['id']}/cancel", key="k"),
    ),
]


def reviewed() -> str:
    """The path of a review."""
    return f"/reviews/{world.a_review(LI, world.a_completed_order())['id']}"


def to_review() -> tuple[str, dict[str, Any]]:
    """The path of a completed order's reviews, and what is said of its line."""
    order = world.a_completed_order()
    return f"/orders/{order['id']}/reviews", {"line_id": order["lines"][0]["id"], "stars": 4}


USE_CASES += [
    UseCase("writing a review", to_review, lambda wish: LI.post(*wish, key="k")),
    UseCase(
        "following a review up",
        reviewed,
        lambda review: LI.post(f"{review}/follow-up", {"text": "Still good"}, key="k"),
    ),
    UseCase(
        "revising a review",
        reviewed,
        lambda review: LI.put(review, {"stars": 2, "text": "Broke at once"}, key="k"),
    ),
    UseCase(
        "hiding a review",
        reviewed,
        lambda review: OPERATOR.post(f"{review}/hide", {"reason": "Abuse"}, key="k"),
    ),
]


def offered(hours: int = 48) -> dict[str, str]:
    """An offer of Li's for two pieces that waits for Mei's answer."""
    clip = world.a_listing()
    talk = world.made(LI.post("/conversations", {"listing_id": clip["id"]}))["id"]
    wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 900, "quantity": 2, "hours": hours}
    offer: dict[str, str] = world.made(LI.post(f"/conversations/{talk}/offers", wish))
    return offer


def to_offer(who: Api, what: str, **body: Any) -> Callable[[dict[str, str]], Any]:
    """What somebody does with an offer."""

    def request(offer: dict[str, str]) -> Any:
        path = f"/conversations/{offer['conversation_id']}/offers/{offer['id']}/{what}"
        return who.post(path, body or None, key="k")

    return request


USE_CASES += [
    UseCase("accepting an offer", offered, to_offer(MEI, "accept")),
    UseCase("retracting an offer", offered, to_offer(LI, "retract")),
]


def may_borrow() -> None:
    """A pool that has money, and a seller who may borrow."""
    loans.a_pool()
    loans.a_standing()


def loan_offered() -> tuple[str, dict[str, str]]:
    """The path by which a loan is accepted, and its contract."""
    may_borrow()
    loan = loans.applied()["loan"]
    return f"/loans/{loan['id']}/accept", {"contract": loan["contract"]}


def lent() -> str:
    """A loan that was paid out."""
    may_borrow()
    loan_id: str = loans.a_loan()["id"]
    return loan_id


def lent_a_while_ago() -> None:
    """A loan that is due in some days."""
    with clock.stopped_at(clock.now() - timedelta(days=24)):
        may_borrow()
        loans.a_loan(months=1)


def accepted() -> dict[str, Any]:
    """What the queue brings when a loan was accepted."""
    world.made(MEI.post(*loan_offered()))
    return {"Records": messages("disbursements")}


USE_CASES += [
    UseCase("accepting a loan", loan_offered, lambda wish: MEI.post(*wish, key="k")),
    UseCase(
        "paying a loan",
        lent,
        lambda loan: MEI.post(f"/loans/{loan}/payments", {"amount": 300_00}, key="k"),
    ),
]


def referral_in_hand() -> dict[str, Any]:
    """A checkout to be sent by somebody who came by a promoter's link."""
    world.money_for(LI)
    clip = world.a_listing()
    promotion.a_programme(clip)
    return promotion.buying(LI, clip, referral=promotion.visited(promotion.a_link(clip)))


def referred_and_shipped() -> str:
    """An order on its way that brings a promoter something."""
    order_id: str = world.made(LI.post("/checkouts", referral_in_hand()))["orders"][0]["id"]
    world.made(MEI.post(f"/orders/{order_id}/parcel", promotion.PARCEL))
    return order_id


def commission_paid() -> str:
    """The path by which an operator takes a commission back."""
    order_id = referred_and_shipped()
    world.made(LI.post(f"/orders/{order_id}/confirm"))
    return f"/promoter/commissions/{order_id}/take-back"


USE_CASES += [
    UseCase(
        "confirmation with a promoter",
        referred_and_shipped,
        lambda order: LI.post(f"/orders/{order}/confirm", key="k"),
    ),
    UseCase(
        "taking a commission back",
        commission_paid,
        lambda path: OPERATOR.post(path, {"reason": "It was herself"}, key="k"),
    ),
]


def quoted() -> Any:
    """A quotation that waits for Mei's answer, and money to pay what comes of it."""
    world.money_for(MEI)
    return trade.a_quote(trade.a_request(MEI), trade.wares())


def to_order() -> dict[str, str]:
    """How Mei orders what was agreed on."""
    quote = trade.an_agreed_quote(MEI)
    world.money_for(MEI)
    return {"address_id": world.an_address(MEI), "offer_id": quote["id"]}


def deposited() -> str:
    """An order of Mei's of which the deposit is paid."""
    order_id: str = trade.a_purchase_order(MEI)["id"]
    return order_id


def resellable() -> tuple[str, dict[str, Any]]:
    """What Mei bought and has got, and how she sells it on."""
    order = trade.with_balance(trade.a_purchase_order(MEI), by=MEI)
    return f"/orders/{order['id']}/resell", {"store_id": world.a_store(MEI)["id"], "margin": 5_000}


USE_CASES += [
    UseCase("accepting a quotation", quoted, lambda quote: trade.accepting(quote, by=MEI, key="k")),
    UseCase("ordering with a deposit", to_order, lambda wish: MEI.post("/checkouts", wish, key="k")),
    UseCase("paying a balance", deposited, lambda order: MEI.post(f"/orders/{order}/balance", {}, key="k")),
    UseCase(
        "calling off what was begun with a deposit",
        deposited,
        lambda order: MEI.post(f"/orders/{order}/cancel", key="k"),
    ),
    UseCase("selling on", resellable, lambda wish: MEI.post(*wish, key="k")),
]


def hired(*presses: tuple[Api, str, Any]) -> str:
    """The path of a milestone that is paid into escrow, after some moves."""
    contract = hiring.bought()
    for who, what, body in presses:
        world.made(hiring.step(who, contract, what, body))
    return f"/contracts/{contract['id']}/milestones/1"


DELIVERED = (hiring.YUN, "deliver", {"text": "Done"})
DISPUTED = (MEI, "dispute", {"text": "Blurred"})


def planned() -> str:
    """The path of a milestone that isn't paid yet."""
    contract = hiring.hired_by(hiring.proposed(hiring.a_brief()))
    world.money_for(MEI, 50_000)
    return f"/contracts/{contract['id']}/milestones/1"


def to_show() -> tuple[str, dict[str, Any]]:
    """Work that was paid for, and how its merchant shows it with goods."""
    store = world.a_store()
    done = hiring.delivered(hiring.bought(store=store), photos=2)
    world.made(hiring.step(MEI, done, "accept"))
    wish = {"use": "listing", "listing_id": world.a_listing(store=store)["id"]}
    return f"/contracts/{done['id']}/milestones/1/use", wish


def to_rule(milestone: str) -> Any:
    """An operator's ruling that divides the money."""
    contract_id = milestone.split("/")[2]
    wish = {"back": 10_000, "text": "Half"}
    return OPERATOR.post(f"/work-disputes/{contract_id}/1/ruling", wish, key="k")


USE_CASES += [
    UseCase("funding a milestone", planned, lambda path: MEI.post(f"{path}/fund", {}, key="k")),
    UseCase(
        "accepting work", lambda: hired(DELIVERED), lambda path: MEI.post(f"{path}/accept", None, key="k")
    ),
    UseCase("showing what was delivered", to_show, lambda wish: MEI.post(*wish, key="k")),
    UseCase("ruling on work", lambda: hired(DELIVERED, DISPUTED), to_rule),
]


def due_for_payout() -> None:
    world.money_for(MEI, 5_000)
    world.made(MEI.put("/wallet/payout-plan", {"destination": "ba_ok", "reserve": 1_000}))


def pending_transfer() -> None:
    world.money_for(LI, 5_000)
    mine, hers = (rules.wallet(world.person_id(who), "CNY") for who in (LI, MEI))
    transfer = rules.Transfer("t", mine, hers, Money(60, "CNY"), rules.Code.PURCHASE, "x")
    with Transaction() as tx:
        pending.set_aside(tx, transfer, until=clock.now() + timedelta(hours=1), at=clock.now())


def sale_to_begin() -> None:
    """A sale that begins before the clock's time and ends long after."""
    prices = [{"id": "v01", "price": 800}]
    begins = clock.stamp(clock.now() + timedelta(days=1))
    wish = {"variants": prices, "starts_at": begins, "ends_at": "2099-01-01T00:00:00Z"}
    world.made(MEI.put(f"/listings/{world.a_listing()['id']}/sale", wish))


def group_of(size: int, *buyers: Api) -> dict[str, str]:
    """What Li joins a group with that the others have joined."""
    clip = world.a_listing(stock=9)
    ends = clock.stamp(clock.now() + timedelta(days=1))
    wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 700, "size": size, "ends_at": ends}
    group = world.made(MEI.post(f"/stores/{clip['store_id']}/group-buys", wish))["id"]
    for buyer in (*buyers, LI):
        world.money_for(buyer, 1_000)
    for buyer in buyers:
        home = {"address_id": world.an_address(buyer)}
        world.made(buyer.post(f"/group-buys/{group}/members", home))
    return {"group": group, "address_id": world.an_address(LI)}


USE_CASES += [
    UseCase(
        "joining a group buy",
        lambda: group_of(3, ZHAO),
        lambda wish: LI.post(
            f"/group-buys/{wish['group']}/members", {"address_id": wish["address_id"]}, key="k"
        ),
    ),
]


def plan_to_renew() -> None:
    """A plan of storage whose period ends within the days to come, and the money for the next one."""
    world.money_for(MEI, 3_000)
    with clock.stopped_at(clock.now() - timedelta(days=25)):
        world.made(MEI.post("/storage/plan", {"plan": "standard"}))


CLOCKWORK: dict[str, tuple[Callable[[], Any], str]] = {
    "confirming for the buyer": (world.a_shipped_order, "orders_moved"),
    "calling an unshipped order off": (world.a_paid_order, "orders_moved"),
    "accepting a refund for the merchant": (asked, "refunds_moved"),
    "paying out by schedule": (due_for_payout, "payouts_made"),
    "giving back what was reserved": (prepared_checkout, "reservations_lapsed"),
    "giving back what coupons were held": (prepared_with_coupon, "coupons_lapsed"),
    "letting a balance lapse": (deposited, "orders_moved"),
    "expiring an offer": (lambda: offered(hours=1), "offers_expired"),
    "expiring a pending transfer": (pending_transfer, "pending_transfers_expired"),
    "beginning a sale": (sale_to_begin, "sales_turned"),
    "ending a group buy that didn't fill": (lambda: group_of(3, ZHAO), "groups_ended"),
    "accepting work for the merchant": (lambda: hired(DELIVERED), "milestones_moved"),
    "renewing a plan of storage": (plan_to_renew, "storage_renewed"),
    "taking an instalment": (lent_a_while_ago, "loans_worked"),
}
"""What the clock does once its time has come, and the sweep's duty that does it."""


def play_clock(
    start: Start, duty: str, fault: Fault | None = None, at: int | None = None
) -> tuple[Any, list[str]]:
    """A duty after all deadlines, with a fault on the way; then whole sweeps."""
    start.again()
    with clock.stopped_at(clock.now() + timedelta(days=11)):
        with inject(fault, at) as watch:
            try:
                sweep.DUTIES[duty](clock.now())
            except (Died, Exception):  # the sweep goes on with its next duty
                assert fault
        settle()
        return state(), watch.seen


def books_closed(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """The closing of a day's books, with a fault on the way; then the next runs of the job."""
    start.again()
    night = books.morning_after()
    with clock.stopped_at(night):
        with inject(fault, at) as watch:
            for _ in range(3):
                try:
                    payments.close_books(night)
                except (Died, Exception):  # the next run goes on
                    assert fault
        for _ in range(4):
            payments.close_books(night)
        (day,) = closing.days(limit=9, cursor=None).items
        return (day.phase, day.trial, day.differences, totals()), watch.seen


def play(
    case: UseCase, start: Start, fault: Fault | None = None, at: int | None = None
) -> tuple[Any, list[str]]:
    """The use case from its start to its end, with a fault on the way; and the calls it made."""
    subject = start.again()
    with inject(fault, at) as watch:
        try:
            reply = case.request(subject)
            assert reply.status < 300 or (fault in HITCHES and reply.status == 503), reply
        except Died:
            assert fault in DEATHS
    reply = case.request(subject)
    assert reply.status < 300, reply
    settle()
    return state(), watch.seen


def filled_group() -> dict[str, Any]:
    """What the queue brings when a group is full."""
    wish = group_of(2, ZHAO)
    world.made(LI.post(f"/group-buys/{wish['group']}/members", {"address_id": wish["address_id"]}))
    return {"Records": messages("social")}


def play_group(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """The orders of a full group go ahead, disturbed while the message is handled."""
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            social.spread(batch)
        except Died:
            assert fault in DEATHS
    assert social.spread(batch) == {"batchItemFailures": []}
    settle()
    return state(), watch.seen


PAYOUTS: dict[str, Callable[[], str]] = {
    "to a bank": lambda: charged("pm_card_visa") and "ba_ok",
    "to a closed account": lambda: charged("pm_card_visa") and "ba_closed",
    "to a card": lambda: charged("pm_card_visa"),
    "to a card that takes nothing back": lambda: charged("pm_card_no_refunds"),
}


def asked_for_money(destination: Callable[[], str]) -> dict[str, Any]:
    world.made(LI.post("/wallet/withdrawals", to(destination())))
    return {"Records": messages("payouts")}


def play_out(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """A withdrawal's payout, disturbed while its message is handled."""
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            payments.pay_out(batch)
        except Died:
            assert fault in DEATHS
    assert payments.pay_out(batch) == {"batchItemFailures": []}
    settle()
    return state(), watch.seen


def run_low() -> dict[str, Any]:
    """What the queue brings when goods were sold until few are left."""
    clip = world.a_listing(stock=3)
    world.made(MEI.put(f"/listings/{clip['id']}/stock-alert", {"threshold": 1}))
    settle()
    world.a_paid_order(listing=clip, quantity=2)
    return {"Records": messages("stock")}


ROWS = "title,category,sku,price,stock\nPin,pins,P-1,25,8\nClip,hair,C-1,nothing,1\n"
"""A good listing and a faulty one."""


def sheet_to_take() -> tuple[str, dict[str, Any]]:
    """An import that was started, and what the queue brings then."""
    import_id = announced_import(MEI, world.a_store(), ROWS)
    world.made(MEI.post(f"/imports/{import_id}/start"))
    return import_id, {"Records": messages("bulk")}


def play_import(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """A turn of an import, disturbed on the way; then the message comes again, and again."""
    import_id, batch = start.again()
    upload(import_id, ROWS)
    with inject(fault, at) as watch:
        try:
            bulk.move_goods(batch)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert bulk.move_goods(batch) == {"batchItemFailures": []}
    settle()
    return state(), watch.seen


def play_noted(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """The noting of stock that moved, disturbed on the way; then the message comes again, and again."""
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            listings.note_stock(batch)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert listings.note_stock(batch) == {"batchItemFailures": []}
    settle()
    return state(), watch.seen


def play_disbursed(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """A loan's disbursement, disturbed on the way; then the message comes again, and again."""
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            lending.disburse_loans(batch)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert lending.disburse_loans(batch) == {"batchItemFailures": []}
    settle()
    return state(), watch.seen


def settle() -> None:
    """Let the clock tick some minutes later, and the queues deliver, until all is quiet."""
    busy = True
    while busy:
        with clock.stopped_at(clock.now() + timedelta(minutes=3)):
            swept = sweep.sweep().values()
        assert -1 not in swept
        busy = any(swept)
        for queue, handle in HANDLERS.items():
            if batch := messages(queue):
                assert handle({"Records": batch}) == {"batchItemFailures": []}
                busy = True


def state() -> dict[str, Any]:
    """What people and auditors could tell apart; ids, which differ from run to run, are left out."""
    books.audit()
    rows = {
        domain: _rows(domain)
        for domain in (
            "foundation",
            "listings",
            "promotions",
            "orders",
            "conversations",
            "payments",
            "shipping",
            "notifications",
            "reviews",
            "lending",
            "affiliates",
            "photos",
            "wholesale",
            "partners",
        )
    }
    return {
        "wallets": sorted(
            (name, amount) for name, amount in books.balances().items() if name.startswith("wallet")
        ),
        "elsewhere": totals(),
        "items": Counter(
            (domain, row["sk"]["S"].split("#")[0][:4])
            for domain in rows
            for row in rows[domain]
            if row["sk"]["S"] != "account" and not row["pk"]["S"].startswith("pace#")
        ),
        "stock": sorted(json.dumps(row["variants"]) for row in rows["listings"] if "variants" in row),
        "journal": sorted(
            (row["stock"]["N"], row["reserved"]["N"])
            for row in rows["listings"]
            if row["pk"]["S"].startswith("journal#") and row["sk"]["S"] == "sum"
        ),
        "states": Counter(
            (row["pk"]["S"][:4], row["state"]["S"])
            for domain in (
                "listings",
                "promotions",
                "orders",
                "conversations",
                "payments",
                "lending",
                "wholesale",
            )
            for row in rows[domain]
            if "state" in row
        ),
        "coupons": sorted(json.dumps(row["used"]) for row in rows["promotions"] if "used" in row),
        "returned": sorted(row["returned"]["N"] for row in rows["payments"] if "returned" in row),
        "limits": sorted((row["sk"]["S"], row["used"]["N"]) for row in rows["payments"] if "used" in row),
        "wrong_pins": [row["tries"]["N"] for row in rows["payments"] if "tries" in row],
        "commissions": sorted(
            (row["pk"]["S"][:4], *sorted((name, row[name]["N"]) for name in row if "N" in row[name]))
            for row in rows["affiliates"]
            if row["sk"]["S"] != "link"
        ),
        "figures": sorted(
            (row["pk"]["S"][:3], *sorted((name, row[name]["N"]) for name in row if "N" in row[name]))
            for row in rows["reviews"]
            if row["sk"]["S"].startswith("rating")
        ),
        "lent": sorted(
            [row[name].get("N") for name in ("outstanding", "late", "free", "lent") if name in row]
            for row in rows["lending"]
            if row["sk"]["S"] == "exposure" or row["pk"]["S"] == "pools"
        ),
        "owed": sorted(row["book"]["S"] for row in rows["lending"] if "book" in row),
        "counted": sorted(
            (row["pk"]["S"], [row[name]["N"] for name in ("seen", "measured", "concluded") if name in row])
            for row in rows["shipping"]
            if row["sk"]["S"] == "record"
        ),
        "rooms": sorted(
            (row["pk"]["S"], *(row.get(name, {}).get("N") for name in ("used", "reserved", "files", "free")))
            for row in rows["photos"]
            if row["sk"]["S"] == "room"
        ),
        "told": Counter((row["pk"]["S"], row["kind"]["S"]) for row in rows["notifications"]),
        "unsent": [row for row in rows["foundation"] if row["pk"]["S"].startswith("outbox#")],
        "cart": [row["lines"] for row in rows["orders"] if row["sk"]["S"] == "cart"],
    }


def totals() -> dict[str, int]:
    """What accounts of a kind hold together: which shard of the platform's it is, chance decides."""
    sums: Counter[str] = Counter()
    for name, amount in books.balances().items():
        sums[name.split(":")[0]] += amount
    return dict(sums)


def _rows(domain: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = aws.client("dynamodb").scan(TableName=settings().table(domain))["Items"]
    return rows


class TestEveryCrashPoint:
    @pytest.mark.parametrize("case", USE_CASES, ids=str)
    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_ends_as_if_nothing_had_happened(
        self, case: UseCase, faults: tuple[Fault, ...], record_property: Callable[[str, object], None]
    ) -> None:
        start = Start.of(case.before)
        undisturbed, calls = play(case, start)
        for at in range(len(calls)):
            for fault in faults:
                disturbed, seen = play(case, start, fault, at)
                assert disturbed == undisturbed, f"{fault.value}, call {at}: {seen}"
        points = len(calls) * len(faults)
        record_property("points", points)
        print(f"\n{case}: {points} points at {len(calls)} calls: {', '.join(calls)}")

    @pytest.mark.parametrize("destination", PAYOUTS)
    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_a_payout_ends_as_if_nothing_had_happened(
        self, faults: tuple[Fault, ...], destination: str
    ) -> None:
        start = Start.of(lambda: asked_for_money(PAYOUTS[destination]))
        undisturbed, calls = play_out(start)
        for at in range(len(calls)):
            for fault in faults:
                assert play_out(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}"
        points = len(calls) * len(faults)
        print(f"\npayout {destination}: {points} points at {len(calls)} calls: {', '.join(calls)}")

    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_a_full_group_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...]) -> None:
        start = Start.of(filled_group)
        undisturbed, calls = play_group(start)
        for at in range(len(calls)):
            for fault in faults:
                assert play_group(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
        print(f"\na full group: {len(calls) * len(faults)} points at {len(calls)} calls")

    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_noting_stock_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...]) -> None:
        start = Start.of(run_low)
        undisturbed, calls = play_noted(start)
        assert undisturbed["told"][world.person_id(MEI), "stock_low"] == 1
        for at in range(len(calls)):
            for fault in faults:
                assert play_noted(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
        print(f"\nnoting stock: {len(calls) * len(faults)} points at {len(calls)} calls")

    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_a_turn_of_an_import_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...]) -> None:
        start = Start.of(sheet_to_take)
        undisturbed, calls = play_import(start)
        assert undisturbed["told"][world.person_id(MEI), "import_done"] == 1
        for at in range(len(calls)):
            for fault in faults:
                assert play_import(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
        print(f"\na turn of an import: {len(calls) * len(faults)} points at {len(calls)} calls")

    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_a_disbursement_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...]) -> None:
        start = Start.of(accepted)
        undisturbed, calls = play_disbursed(start)
        assert undisturbed["told"][world.person_id(MEI), "loan_paid_out"] == 1
        for at in range(len(calls)):
            for fault in faults:
                assert play_disbursed(start, fault, at)[0] == undisturbed, (
                    f"{fault.value}, call {at}: {calls}"
                )
        print(f"\na disbursement: {len(calls) * len(faults)} points at {len(calls)} calls")

    @pytest.mark.parametrize("what", CLOCKWORK)
    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_the_clock_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...], what: str) -> None:
        before, duty = CLOCKWORK[what]
        start = Start.of(before)
        undisturbed, calls = play_clock(start, duty)
        for at in range(len(calls)):
            for fault in faults:
                assert play_clock(start, duty, fault, at)[0] == undisturbed, (
                    f"{fault.value}, call {at}: {calls}"
                )
        print(f"\n{what}: {len(calls) * len(faults)} points at {len(calls)} calls")

    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_closing_the_books_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...]) -> None:
        start = Start.of(lambda: world.money_for(LI, 5_000))
        undisturbed, calls = books_closed(start)
        assert undisturbed[0] == "closed"
        for at in range(len(calls)):
            for fault in faults:
                assert books_closed(start, fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
        print(f"\nclosing the books: {len(calls) * len(faults)} points at {len(calls)} calls")

    def test_of_the_outbox_is_swept_after_its_grace(self) -> None:
        assert timedelta(minutes=3) > outbox.GRACE
