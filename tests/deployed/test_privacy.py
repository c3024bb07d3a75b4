"""A merchant has all that is held on her, goes, and is forgotten: over HTTP, on the stage as on AWS."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import httpx
import pytest

from chalicelib.foundation import clock
from demo import photos
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import (
    SCHEDULED,
    a_shipped_order,
    in_wallet,
    invoke,
    list_goods,
    open_store,
    somebody,
    top_up,
)
from tests.deployed.watching import audit, until

WAITED = timedelta(days=14)


@dataclass
class Going:
    """Who goes, with what she is known by, and those whom she deals with."""

    person: Person
    words: dict[str, str]
    browser: Any
    li: Person
    wang: Person
    not_hers: str
    ids: dict[str, str]


@pytest.fixture(scope="module")
def going(stack: Stack) -> Going:
    """A merchant with a store, goods, orders, talks, quotations, a profile and a browser that is told."""
    mark = uuid4().hex[:8]
    name, phone = f"青鸾{mark}", f"139{int(mark, 16) % 10**8:08}"
    feng = Person.at(stack.api_url, f"feng-{mark}@example.com", name).sign_up()
    li, wang = somebody(stack, "Li"), somebody(stack, "Wang")
    words = {
        "name": name,
        "phone": phone,
        "email": feng.email,
        "street": f"鸾路{mark}号",
        "said": f"密语{mark}",
    }
    store = open_store(feng, "Her store")
    clip = list_goods(feng, store, title="珍珠发夹", price=3_990, stock=50)
    photo = feng.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
    browser = stack.pushing.new_browser()
    feng.post("/push-subscriptions", browser.subscription(language="en"))
    ids = {"store": store["id"], "clip": clip["id"], "photo": photo}
    one = Going(feng, words, browser, li, wang, f"别人{mark}", ids)
    _bought_and_sold(one)
    _talked(one)
    _quoted(one)
    feng.put(
        "/partner", {"name": name, "headline": words["said"], "trades": ["photography"], "region": "330782"}
    )
    return one


def _bought_and_sold(one: Going) -> None:
    sold = a_shipped_order(one.person, one.li, {"id": one.ids["store"]})
    one.li.post(f"/orders/{sold['id']}/confirm")
    other = list_goods(one.wang, open_store(one.wang, "Wang"), title="银戒指", price=5_000, stock=50)
    where = {"country": "CN", "region": "330782", "street": one.words["street"]}
    address = one.person.post(
        "/addresses", {"recipient": one.words["name"], "phone": one.words["phone"], **where}
    )
    top_up(one.person, 20_000)
    item = {"listing_id": other["id"], "variant_id": "v01", "quantity": 1, "price": 5_000}
    bought = one.person.post("/checkouts", {"address_id": address["id"], "items": [item]})["orders"][0]
    sender = {"name": "Wang", "phone": "13800138000", "region": "330782", "street": "稠州北路 1 号"}
    packed = {"service": "youlin.standard", "grams": 300, "orders": [{"order_id": bought["id"]}]}
    parcel = one.wang.post("/shipping/parcels", packed | {"sender": sender})
    until(lambda: one.wang.get(f"/orders/{bought['id']}")["state"] == "shipped")
    one.person.post(f"/orders/{bought['id']}/confirm")
    one.ids |= {"sold": sold["id"], "bought": bought["id"], "parcel": parcel["id"], "other": other["id"]}


def _talked(one: Going) -> None:
    """She as a buyer and as a store; and two others with each other."""
    said = one.words["said"]
    hers = one.person.post("/conversations", {"listing_id": one.ids["other"]})["id"]
    one.person.post(f"/conversations/{hers}/messages", {"client_id": "1", "text": said})
    theirs = one.li.post("/conversations", {"listing_id": one.ids["clip"]})["id"]
    one.li.post(f"/conversations/{theirs}/messages", {"client_id": "1", "text": "多少钱？"})
    one.person.post(f"/conversations/{theirs}/messages", {"client_id": "2", "text": said})
    apart = one.li.post("/conversations", {"listing_id": one.ids["other"]})["id"]
    one.li.post(f"/conversations/{apart}/messages", {"client_id": "1", "text": one.not_hers})
    one.ids |= {"talk": theirs, "apart": apart}


def _quoted(one: Going) -> None:
    """She asks Wang, who quotes; and quotes Li, who asked her. Li asks Wang for something else."""
    asked = {"category": "hair", "quantity": 10, "currency": "CNY", "region": "330782", "days": 30}
    terms = {"variant_id": "v01", "price": 3_000, "quantity": 10, "deposit": 3_000, "forfeit": 5_000}
    hers = one.person.post(
        "/quote-requests", asked | {"title": one.words["said"], "listing_id": one.ids["other"]}
    )
    shop = one.wang.get("/stores")["items"][0]["id"]
    goods = {"store_id": shop, "listing_id": one.ids["other"]}
    got = one.wang.post(f"/quote-requests/{hers['id']}/quotes", terms | goods)
    lis = one.li.post("/quote-requests", asked | {"title": "发夹", "listing_id": one.ids["clip"]})
    goods = {"store_id": one.ids["store"], "listing_id": one.ids["clip"], "text": one.words["said"]}
    given = one.person.post(f"/quote-requests/{lis['id']}/quotes", terms | goods)
    one.li.post("/quote-requests", asked | {"title": one.not_hers, "listing_id": one.ids["other"]})
    one.ids |= {"request": hers["id"], "got": got["id"], "lis": lis["id"], "given": given["id"]}


class TestLeaving:
    def test_is_preceded_by_an_archive_of_all_that_is_hers_and_of_nothing_else(self, going: Going) -> None:
        feng, ids = going.person, going.ids
        until(lambda: feng.get("/notifications")["items"])
        asked = feng.post("/me/archives")["id"]
        url = until(lambda: feng.get(f"/me/archives/{asked}")["url"], seconds=180)
        with pytest.raises(Exception, match="404"):
            going.li.get(f"/me/archives/{asked}")
        archive = ZipFile(io.BytesIO(httpx.get(url, timeout=60).content))
        assert archive.testzip() is None

        def found(kind: str, name: str = "id") -> set[str]:
            return {line[name] for line in lines_of(archive, kind)}

        assert lines_of(archive, "profile")[0]["name"] == going.words["name"]
        assert (found("stores"), found("orders-sold")) == ({ids["store"]}, {ids["sold"]})
        assert (found("orders-bought"), found("parcels-bought")) == ({ids["bought"]}, {ids["parcel"]})
        assert ids["clip"] in json.dumps(lines_of(archive, "goods"))
        assert (found("quote-requests"), found("quotes")) == ({ids["request"]}, {ids["got"]})
        assert found("quotes-of-stores") == {ids["given"]}
        for kind in ("messages", "messages-of-stores"):
            assert going.words["said"] in {line["text"] for line in lines_of(archive, kind)}, kind
        assert lines_of(archive, "partner-profile")[0]["profile"]["headline"] == going.words["said"]
        assert [one["platform"] for one in lines_of(archive, "push-devices")] == ["web"]
        assert lines_of(archive, "notifications") and lines_of(archive, "wallet")
        assert any(name.startswith(f"files/{ids['photo']}") for name in archive.namelist())
        whole = "".join(archive.read(name).decode() for name in archive.namelist() if ".json" in name)
        for secret in (going.not_hers, going.li.email, going.wang.email, going.browser.endpoint):
            assert secret not in whole, secret

    def test_leaves_nothing_by_which_she_is_known(self, stack: Stack, going: Going) -> None:
        feng, me = going.person, going.person.get("/me")["id"]
        assert {name for name in going.words if not places_of(stack, going.words[name], me)} <= {"email"}
        feng.post(
            "/wallet/withdrawals", {"amount": in_wallet(feng), "currency": "CNY", "destination": "ba_ok"}
        )
        assert feng.put("/me/deletion")["state"] == "waiting"
        waited(stack, me)
        invoke(stack, "sweep", SCHEDULED)
        until(lambda: farewell(stack, me)["state"]["S"] == "done", seconds=300)

        assert [place for name in going.words for place in places_of(stack, going.words[name], me)] == []
        with pytest.raises(Exception, match=r"40[01]"):
            Person.at(stack.api_url, feng.email, feng.name).sign_in()
        for path in (f"/stores/{going.ids['store']}", f"/listings/{going.ids['clip']}"):
            assert going.li.call("GET", path).status_code in (404, 409), path
        assert httpx.get(f"{stack.api_url}/media/{going.ids['photo']}", timeout=60).status_code == 404
        given = going.li.get(f"/quote-requests/{going.ids['lis']}/quotes/{going.ids['given']}")
        assert (given["text"], given["price"]["amount"]) == ("", 3_000)
        assert going.li.get(f"/orders/{going.ids['sold']}")["state"] == "completed"
        assert texts(going.li, going.ids["talk"]) == ["多少钱？", ""]
        assert texts(going.li, going.ids["apart"]) == [going.not_hers]
        audit(stack)


def texts(who: Person, talk: str) -> list[str]:
    """What is to be read of a conversation, the first message first."""
    found = who.get(f"/conversations/{talk}/messages")["items"]
    return [one["text"] for one in sorted(found, key=lambda one: int(one["seq"]))]


def lines_of(archive: ZipFile, kind: str) -> list[Any]:
    """All lines of a kind."""
    pieces = [one for one in archive.namelist() if one.startswith(f"{kind}/") and one.endswith(".jsonl")]
    return [json.loads(line) for one in sorted(pieces) for line in archive.read(one).decode().splitlines()]


def farewell(stack: Stack, person: str) -> Any:
    """How far she is, as it is stored: her token may be good for nothing any more."""
    table = stack.deployment.table("privacy")
    key = {"pk": {"S": person}, "sk": {"S": "farewell"}}
    return stack.client("dynamodb").get_item(TableName=table, Key=key)["Item"]


def waited(stack: Stack, person: str) -> None:
    """The waiting time is over: what the clock looks at says a minute ago."""
    ago = datetime.now(UTC) - timedelta(minutes=1)
    stack.client("dynamodb").update_item(
        TableName=stack.deployment.table("privacy"),
        Key={"pk": {"S": person}, "sk": {"S": "farewell"}},
        UpdateExpression="SET due = :due, due_at = :due_at",
        ExpressionAttributeValues={
            ":due": {"S": ago.strftime("%Y-%m-%dT%H:%M:%S.%f%z")},
            ":due_at": {"S": clock.stamp(ago)},
        },
    )


def places_of(stack: Stack, secret: str, me: str) -> list[str]:
    """Which items of all tables tell it, but for what DynamoDB forgets by itself while she waits.

    What others were told they keep, for 180 days.
    """
    then = time.time() + WAITED.total_seconds()
    return [
        f"{secret}: {table} {item['pk']['S']} {item['sk']['S']}"
        for table, item in everything(stack)
        if float(item.get("expires_at", {"N": "inf"})["N"]) > then
        and tells(item, secret)
        and not (item["sk"]["S"].startswith("ntf_") and item["pk"]["S"] != me)
    ]


def tells(item: Any, secret: str) -> bool:
    """Is it there, in a value or in JSON in a value? Each layer of that escapes anew."""
    return json.dumps(secret)[1:-1] in re.sub(r"\\+", r"\\", json.dumps(item, default=str))


def everything(stack: Stack) -> Iterator[tuple[str, Any]]:
    """Each item of each table of the stage."""
    dynamodb = stack.client("dynamodb")
    for table in dynamodb.list_tables()["TableNames"]:
        for page in dynamodb.get_paginator("scan").paginate(TableName=table, ConsistentRead=True):
            for item in page["Items"]:
                yield table, item
