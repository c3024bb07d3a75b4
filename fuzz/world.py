"""What the fuzzed person finds at hand: goods to buy, orders in every state, a store with staff.

Else nearly all requests would end at a 404, since no chance finds an id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import boto3
import httpx

from demo import photos
from demo.people import Person
from fuzz.business import business
from fuzz.hiring import hiring

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
    fei, mei, lu = (
        Person.at(api_url, f"{name}-{uuid4().hex[:8]}@example.com", name) for name in ("fei", "mei", "lu")
    )
    for person in (fei, mei, lu):
        person.sign_up()
    fei.put("/me/deletion")  # she may still call it off; later on too much is open to ask for it
    for person in (fei, mei, lu):
        person.post("/wallet/top-ups", _MONEY)
    _make_operator(api_url, fei)
    fei.sign_in()
    hers, others = _store(fei, "费的小铺"), _store(mei, "梅的小铺")
    photo, evidence, praise, spare, shown = (
        fei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", purpose)
        for purpose in ("listing", "evidence", "review", "listing", "portfolio")
    )
    home = fei.post("/addresses", _HOME)["id"]
    clip, ring = _goods(mei, others), _goods(fei, hers, photos=[photo])
    received, expected, unpaid = (_buy(fei, clip, home) for _ in range(3))
    for order in (received, expected):
        mei.post(f"/orders/{order['orders'][0]['id']}/parcel", _PARCEL)
    theirs = mei.post("/addresses", _HOME)["id"]
    sold = _buy(mei, ring, theirs)
    lus = lu.post("/addresses", _HOME)["id"]
    waiting, unwanted = (_buy(fei, clip, home, pay_from="gateway") for _ in range(2))
    mei.post(f"/stores/{others['id']}/promotions", {"title": "节日", "amount": 100, "code": "FESTIVAL"})
    mei.put(f"/stores/{others['id']}/affiliates", {"state": "open", "basis_points": 500})
    fei.post("/cart/lines", {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1})
    staff = _invite(fei, hers)
    mei.post(f"/invitations/{staff['code']}/accept")
    return {
        "FUZZ_EMAIL": fei.email,
        "FUZZ_PASSWORD": fei.password,
        "FUZZ_REFRESHING": fei.tokens["refresh_token"],
        "FUZZ_STORE": hers["id"],
        "FUZZ_OTHER_STORE": others["id"],
        "FUZZ_SLUG": hers["slug"],
        "FUZZ_PROMOTION": fei.post(f"/stores/{hers['id']}/promotions", _PROMOTION)["id"],
        "FUZZ_LISTING": ring["id"],
        "FUZZ_GOODS": clip["id"],
        "FUZZ_PHOTO": photo,
        "FUZZ_EVIDENCE": evidence,
        "FUZZ_PRAISE": praise,
        "FUZZ_SPARE": spare,
        "FUZZ_SHOWN": shown,
        "FUZZ_ADDRESS": home,
        "FUZZ_LINE": fei.get("/cart")["lines"][0]["id"],
        "FUZZ_RECEIVED": received["orders"][0]["id"],
        "FUZZ_EXPECTED": expected["orders"][0]["id"],
        "FUZZ_CANCELLED": unpaid["orders"][0]["id"],
        "FUZZ_SOLD": sold["orders"][0]["id"],
        "FUZZ_CHECKOUT": waiting["id"],
        "FUZZ_UNWANTED": unwanted["id"],
        **_social(fei, hers, ring),
        "FUZZ_GROUP_BUY": _group_buy(mei, others, clip),
        "FUZZ_IMPORT": _import(fei, hers),
        "FUZZ_ARCHIVE": fei.post("/me/archives")["id"],
        **_talks(fei, mei, lu, clip=clip, ring=ring, brooch=_goods(fei, hers)),
        "FUZZ_HAGGLED": _goods(mei, others)["id"],
        "FUZZ_WITHDRAWN": _goods(fei, hers)["id"],
        "FUZZ_ENDED": fei.post(f"/stores/{hers['id']}/promotions", _PROMOTION)["id"],
        "FUZZ_LATER": "2099-01-01T00:00:00Z",
        "FUZZ_SOON": _in(6),
        **_reviews(fei, mei, lu, lambda: _buy(fei, clip, home), lambda: _buy(lu, ring, lus)),
        "FUZZ_PERSON": mei.get("/me")["id"],
        "FUZZ_INVITATION": _invite(fei, hers)["id"],
        "FUZZ_INVITED": _invite(mei, others)["code"],
        "FUZZ_PROMOTED": fei.post("/promoter/links", {"store_id": others["id"]})["code"],
        "FUZZ_LINK": fei.post(f"/stores/{hers['id']}/links", {"channel": "weibo"})["code"],
        **_refunds(fei, mei, lambda: _buy(mei, ring, theirs), lambda: _buy(fei, clip, home)),
        **_wholesale(fei, mei, hers, clip=clip, ring=ring, home=home),
        **_sold_on(fei, _wares(fei, mei, others), hers, home=home),
        **_third(lu),
        **hiring(fei, mei, lu, hers=hers, others=others),
        **business(
            fei, hers, ring, dynamodb=_aws(api_url, "dynamodb"), sell=partial(_buy, mei, ring, theirs)
        ),
    }


def _wholesale(fei: Person, mei: Person, hers: Any, *, clip: Any, ring: Any, home: str) -> dict[str, str]:
    """Quotations that wait for her, one of her own, a request of hers, and an order with a deposit."""
    fei.put(f"/stores/{hers['id']}/supplier", {"since": 2012, "about": "发饰工厂"})
    fei.post(f"/suppliers/{hers['id']}/judgement", {"action": "verify"})
    fei.post(f"/stores/{hers['id']}/membership", {"tier": "plus"})
    found: dict[str, str] = {}
    for name in ("QUOTE", "ACCEPTED_QUOTE", "DECLINED_QUOTE"):
        quote = _quoted(mei, _asked(fei, clip), clip)
        found |= {f"FUZZ_{name}": quote["id"], f"FUZZ_{name}_REQUEST": quote["request_id"]}
    own = _quoted(fei, _asked(mei, ring), ring)
    agreed = _quoted(mei, _asked(fei, clip), clip)
    fei.post(f"/quote-requests/{agreed['request_id']}/quotes/{agreed['id']}/accept")
    order = fei.post("/checkouts", {"address_id": home, "offer_id": agreed["id"]})["orders"][0]
    return found | {
        "FUZZ_OWN_QUOTE": own["id"],
        "FUZZ_OWN_QUOTE_REQUEST": own["request_id"],
        "FUZZ_ASKED_REQUEST": _asked(mei, ring)["id"],
        "FUZZ_WITHDRAWN_REQUEST": _asked(fei, clip)["id"],
        "FUZZ_DEPOSITED": order["id"],
    }


def _third(person: Person) -> dict[str, str]:
    """A store in which she doesn't work whatever she accepts: it has promoters, and would be a supplier."""
    store = _store(person, "路的小铺")
    person.put(f"/stores/{store['id']}/affiliates", {"state": "open", "basis_points": 500})
    person.put(f"/stores/{store['id']}/supplier", {"since": 2015, "about": "发饰作坊"})
    return {"FUZZ_THIRD_STORE": store["id"], "FUZZ_THIRD_GOODS": _goods(person, store)["id"]}


def _sold_on(fei: Person, wares: Any, hers: Any, *, home: str) -> dict[str, str]:
    """Goods in bulk of somebody else's, and as what she sells on those that she bought."""
    (order,) = _buy(fei, wares, home, 10)["orders"]
    sold_on = fei.post(f"/orders/{order['id']}/resell", {"store_id": hers["id"], "margin": 5_000})
    return {"FUZZ_WARES": wares["id"], "FUZZ_SOLD_ON": sold_on["lines"][0]["listing_id"]}


def _wares(operator: Person, person: Person, store: Any) -> Any:
    """Goods in bulk of somebody else's, with samples."""
    person.put(f"/stores/{store['id']}/supplier", {"since": 2012, "about": "发饰工厂"})
    operator.post(f"/suppliers/{store['id']}/judgement", {"action": "verify"})
    goods = _goods(person, store)
    terms = {"least_quantity": 10, "case_pack": 5, "lead_days": 3, "origin": "义乌"}
    sample = {"price": 1_500, "most_per_buyer": 9}
    person.put(f"/listings/{goods['id']}/wholesale", terms | {"sample": sample})
    return goods


def _asked(person: Person, goods: Any) -> Any:
    wish = {"title": "发夹", "category": "hair", "quantity": 2, "currency": "CNY", "region": "330782"}
    return person.post("/quote-requests", wish | {"listing_id": goods["id"]})


def _quoted(person: Person, request: Any, goods: Any) -> Any:
    wish = {"store_id": goods["store_id"], "listing_id": goods["id"], "variant_id": "v01"}
    said = {"price": 3_000, "quantity": 2, "deposit": 3_000}
    return person.post(f"/quote-requests/{request['id']}/quotes", {**wish, **said})


_PROMOTION = {"title": "端午节", "basis_points": 500, "starts_at": "2099-01-01T00:00:00Z"}
"""Of hers, and not yet in force."""


def _in(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def _social(person: Person, store: Any, goods: Any) -> dict[str, str]:
    """A link that carries a coupon, and an account on Weibo with a post for later."""
    path = f"/stores/{store['id']}"
    terms = {"title": "新人券", "amount": 10, "code": "WELCOME", "on_arrival": True}
    coupon = person.post(f"{path}/promotions", terms)["id"]
    wish = {"channel": "weibo", "listing_id": goods["id"], "promotion_id": coupon}
    link = person.post(f"{path}/campaign-links", wish)["code"]
    url = person.post(f"{path}/weibo/consent")["url"]
    if "sandbox" not in url:
        url = httpx.get(url, timeout=60).headers["location"]
    person.put(f"{path}/weibo", dict(parse_qsl(urlsplit(url).query)))
    post = person.post(f"{path}/posts", {"text": "上新", "link": link, "at": _in(30)})["id"]
    return {"FUZZ_CAMPAIGN_LINK": link, "FUZZ_POST": post}


def _group_buy(person: Person, store: Any, goods: Any) -> str:
    """A group buy of somebody else's, to join."""
    wish = {"listing_id": goods["id"], "variant_id": "v01", "price": 1, "size": 100, "ends_at": _in(6)}
    group_id: str = person.post(f"/stores/{store['id']}/group-buys", wish)["id"]
    return group_id


def _import(person: Person, store: Any) -> str:
    """A sheet of goods that is uploaded and waits to be taken."""
    sheet = "title,category,sku,price,stock\n发夹,hair,A,12,3\n".encode()
    asked = person.post(f"/stores/{store['id']}/imports", {"format": "csv", "bytes": len(sheet)})
    person.send(asked["upload"], sheet)
    import_id: str = asked["id"]
    return import_id


def _talks(fei: Person, mei: Person, lu: Person, *, clip: Any, ring: Any, brooch: Any) -> dict[str, str]:
    """A conversation in which she buys, two in which she sells, and offers that wait for her."""
    buying = fei.post("/conversations", {"listing_id": clip["id"]})["id"]
    selling = mei.post("/conversations", {"listing_id": ring["id"]})["id"]
    for talk in (buying, selling):
        for person in (mei, fei):
            person.post(f"/conversations/{talk}/messages", {"client_id": person.name, "text": "您好"})
    blocked = lu.post("/conversations", {"listing_id": ring["id"]})["id"]
    found = {"FUZZ_BUYING": buying, "FUZZ_SELLING": selling, "FUZZ_BLOCKED": blocked}
    for name, who, talk, listing, variant in (
        ("ACCEPTED", mei, selling, brooch, "v01"),
        ("DECLINED", mei, selling, brooch, "v02"),
        ("COUNTERED", mei, buying, clip, "v01"),
        ("RETRACTED", fei, buying, clip, "v02"),
    ):
        wish = {"listing_id": listing["id"], "variant_id": variant, "price": PRICE - 100, "quantity": 1}
        made = who.post(f"/conversations/{talk}/offers", wish)
        found[f"FUZZ_{name}"] = made.get("offer", made)["id"]
    return found


def _reviews(
    fei: Person, mei: Person, lu: Person, buy: Callable[[], Any], sell: Callable[[], Any]
) -> dict[str, str]:
    """An order to review, reviews of hers to go on with, and one of her goods to reply to."""
    order = _completed(buy(), buyer=fei, merchant=mei)
    mine, followed, hidden, seen = (
        _review(_completed(buy(), buyer=fei, merchant=mei), fei) for _ in range(4)
    )
    theirs, reported = (_review(_completed(sell(), buyer=lu, merchant=fei), lu) for _ in range(2))
    fei.post(f"/reviews/{hidden}/hide", {"reason": "电话号码"})
    return {
        "FUZZ_REVIEWABLE": order["id"],
        "FUZZ_REVIEWABLE_LINE": order["lines"][0]["id"],
        "FUZZ_REVIEW": mine,
        "FUZZ_FOLLOWED": followed,
        "FUZZ_HIDDEN": hidden,
        "FUZZ_SEEN": seen,
        "FUZZ_REPLIED": theirs,
        "FUZZ_REPORTED": reported,
    }


def _completed(bought: Any, *, buyer: Person, merchant: Person) -> Any:
    path = f"/orders/{bought['orders'][0]['id']}"
    merchant.post(f"{path}/parcel", _PARCEL)
    return buyer.post(f"{path}/confirm")


def _review(order: Any, buyer: Person) -> str:
    wish = {"line_id": order["lines"][0]["id"], "stars": 5}
    review_id: str = buyer.post(f"/orders/{order['id']}/reviews", wish)["id"]
    return review_id


def _aws(api_url: str, service: str) -> Any:
    at = urlsplit(api_url)
    return boto3.client(
        service,  # type: ignore[call-overload]
        endpoint_url=f"{at.scheme}://{at.netloc}",
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106 - the local engine's
    )


def _make_operator(api_url: str, person: Person) -> None:
    """Put somebody into the group that decides disputes; she signs in anew when the fuzzing begins."""
    cognito = _aws(api_url, "cognito-idp")
    for pool in cognito.list_user_pools(MaxResults=10)["UserPools"]:
        with suppress(cognito.exceptions.UserNotFoundException):  # another stage's pool
            cognito.admin_add_user_to_group(
                UserPoolId=pool["Id"], Username=person.email.lower(), GroupName="operators"
            )


def _refunds(fei: Person, mei: Person, sell: Callable[[], Any], buy: Callable[[], Any]) -> dict[str, str]:
    """Refunds in every state that asks something of her, as a merchant, as a buyer and as an operator."""
    found: dict[str, str] = {}
    sales: Sequence[tuple[str, str, Sequence[str]]] = (
        ("ACCEPT", "refund_only", ()),
        ("REJECT", "refund_only", ()),
        ("RECEIVE", "return", ("accept", "parcel")),
    )
    purchases: Sequence[tuple[str, str, Sequence[str]]] = (
        ("WITHDRAW", "refund_only", ()),
        ("EVIDENCE", "refund_only", ()),
        ("DISPUTE", "refund_only", ("reject",)),
        ("PARCEL", "return", ("accept",)),
        ("HEARING", "refund_only", ("reject", "dispute")),
        ("RULING", "refund_only", ("reject", "dispute", "evidence")),
        ("ASKED", "refund_only", ("withdraw",)),
    )
    for name, kind, steps in sales:
        found |= _refund(name, sell(), buyer=mei, merchant=fei, kind=kind, steps=steps)
    for name, kind, steps in purchases:
        found |= _refund(name, buy(), buyer=fei, merchant=mei, kind=kind, steps=steps)
    return found


def _refund(
    name: str, bought: Any, *, buyer: Person, merchant: Person, kind: str, steps: Sequence[str]
) -> dict[str, str]:
    order_id = bought["orders"][0]["id"]
    merchant.post(f"/orders/{order_id}/parcel", _PARCEL)
    wish = {"kind": kind, "reason": "damaged", "amount": 1_000}
    refund_id = buyer.post(f"/orders/{order_id}/refunds", wish)["id"]
    path = f"/orders/{order_id}/refunds/{refund_id}"
    for step in steps:
        match step:
            case "parcel":
                buyer.post(f"{path}/parcel", _PARCEL)
            case "evidence":
                for person in (buyer, merchant):
                    person.post(f"{path}/evidence", {"text": "看照片"})
            case "dispute" | "withdraw":
                buyer.post(f"{path}/{step}")
            case _:
                merchant.post(f"{path}/{step}", {"text": "好"})
    return {f"FUZZ_{name}_ORDER": order_id, f"FUZZ_{name}_REFUND": refund_id}


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


def _buy(buyer: Person, listing: Any, home: str, quantity: int = 1, **more: Any) -> Any:
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": quantity, "price": PRICE}
    return buyer.post("/checkouts", {"address_id": home, "items": [item], **more})


def _invite(owner: Person, store: Any) -> Any:
    return owner.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer"})
