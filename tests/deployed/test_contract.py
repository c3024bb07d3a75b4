"""The contract, kept by the deployed stage: the typed client gets along, and schemathesis can't break it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import httpx
import pytest
from guanxi_client import AuthenticatedClient, Client
from guanxi_client.api.accounts import add_address, confirm_sign_up, sign_in, sign_up
from guanxi_client.api.contract import show_contract
from guanxi_client.api.listings import list_goods, show_listing
from guanxi_client.api.orders import check_out, confirm_receipt, show_order
from guanxi_client.api.payments import show_wallet, top_up
from guanxi_client.api.shipping import ship_order
from guanxi_client.api.stores import open_store, publish_store, show_store, store_qr
from guanxi_client.models import (
    AddressBody,
    AddressView,
    ChargeView,
    CheckoutView,
    CodeSent,
    Confirmation,
    ItemToBuy,
    ListingView,
    NewCheckout,
    NewListing,
    NewParcel,
    NewStore,
    NewVariant,
    OrderView,
    ParcelView,
    Problem,
    PublicStore,
    SessionView,
    SignIn,
    SignUp,
    StoreView,
    TopUp,
    WalletView,
)

from chalicelib.contract.document import operations_of
from demo.people import LOCAL_CODE
from fuzz.business import LENT
from fuzz.run import fuzz
from tests.conftest import Stack
from tests.deployed.watching import audit, until
from tools import contract

FUZZED_EXAMPLES = 400
"""Of the random phases; the enumerating ones add some 2,500 requests. All together take about a minute."""

OUT_OF_REACH = 30
"""At most so many of the 377 operations (of 228 it was 24) refuse all they are asked: notices, whose keys
only gateways and couriers have, and what depends on what another request has just taken away: 23 to 27."""

_T = TypeVar("_T")


def granted(answer: object, kind: type[_T]) -> _T:
    """The answer, which must be of a kind."""
    assert isinstance(answer, kind), answer
    return answer


def somebody(stack: Stack, name: str) -> AuthenticatedClient:
    """A client for a new person, signed in."""
    email, password = f"{name.lower()}-{uuid4().hex[:8]}@example.com", "Guanxi-2026"
    client = Client(stack.api_url, timeout=httpx.Timeout(60))
    granted(sign_up.sync(client=client, body=SignUp(email=email, password=password, name=name)), CodeSent)
    confirm_sign_up.sync(client=client, body=Confirmation(email=email, code=LOCAL_CODE))
    session = granted(sign_in.sync(client=client, body=SignIn(email=email, password=password)), SessionView)
    return AuthenticatedClient(stack.api_url, token=session.id_token, prefix="", timeout=httpx.Timeout(60))


def an_open_store(mei: AuthenticatedClient) -> StoreView:
    wish = NewStore(name="梅的小铺", currency="CNY", time_zone="Asia/Shanghai")
    store = granted(open_store.sync(client=mei, body=wish), StoreView)
    return granted(publish_store.sync(store.id, client=mei), StoreView)


def a_clip(mei: AuthenticatedClient, store: StoreView) -> ListingView:
    wish = NewListing(
        store_id=store.id,
        title="珍珠发夹",
        category="hair",
        variants=[NewVariant(sku="CLIP", price=3_990, stock=5)],
        publish=True,
    )
    return granted(list_goods.sync(client=mei, body=wish), ListingView)


def home(li: AuthenticatedClient) -> str:
    wish = AddressBody(
        recipient="李雷", phone="138 0013 8000", country="CN", region="513233", street="邛溪镇团结路 1 号"
    )
    return granted(add_address.sync(client=li, body=wish), AddressView).id


def in_wallet(person: AuthenticatedClient) -> int:
    return granted(show_wallet.sync(client=person), WalletView).balance.amount


class TestTheTypedClient:
    def test_goes_from_an_open_store_to_a_paid_merchant(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        store = an_open_store(mei)
        clip = a_clip(mei, store)

        money = TopUp(amount=10_000, currency="CNY", method="pm_card_visa")
        assert granted(top_up.sync(client=li, body=money), ChargeView).state == "succeeded"
        item = ItemToBuy(listing_id=clip.id, variant_id=clip.variants[0].id, quantity=2, price=3_990)
        wish = NewCheckout(address_id=home(li), items=[item])
        bought = [
            granted(check_out.sync(client=li, body=wish, idempotency_key="typed-sale"), CheckoutView)
            for _ in range(2)
        ]
        assert bought[0] == bought[1]
        (order,) = bought[0].orders
        assert (order.state, order.total.amount, in_wallet(li)) == ("paid", 7_980, 2_020)

        parcel = NewParcel(courier="中通快递", tracking_number="ZT100200")
        granted(ship_order.sync(order.id, client=mei, body=parcel), ParcelView)
        done = granted(confirm_receipt.sync(order.id, client=li), OrderView)
        assert done.state == "completed" and done.completed_at
        assert in_wallet(mei) == 7_980 - done.fee.amount

    def test_reads_what_anybody_may(self, stack: Stack) -> None:
        mei, nobody = somebody(stack, "Mei"), Client(stack.api_url, timeout=httpx.Timeout(60))
        store = an_open_store(mei)
        assert granted(show_store.sync(store.id, client=nobody), PublicStore).name == "梅的小铺"
        assert granted(show_listing.sync(a_clip(mei, store).id, client=nobody), ListingView).cover is None
        picture: Any = store_qr.sync(store.id, client=nobody)
        assert picture.payload.read(8) == b"\x89PNG\r\n\x1a\n"

    def test_gets_a_refusal_as_a_problem(self, stack: Stack) -> None:
        li = somebody(stack, "Li")
        refused = granted(show_order.sync("ord_nothing", client=li), Problem)
        assert (refused.status, refused.code) == (404, "order_not_found")
        unknown = AuthenticatedClient(stack.api_url, token="nonsense", prefix="")
        assert granted(show_order.sync("ord_nothing", client=unknown), Problem).code == "not_signed_in"


class TestTheDocument:
    def test_is_served_with_the_stages_own_address(self, stack: Stack) -> None:
        served = json.loads(
            show_contract.sync_detailed(client=Client(stack.api_url, timeout=httpx.Timeout(60))).content
        )
        assert served.pop("servers") == [{"url": stack.api_url}]
        expected = contract.current()
        del expected["servers"]
        assert served == expected

    def test_is_served_as_a_page(self, stack: Stack) -> None:
        page = httpx.get(f"{stack.api_url}/docs", timeout=60)
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert stack.api_url in page.text and 'id="check_out"' in page.text


class TestEveryOperation:
    def test_keeps_its_promises_whatever_it_is_sent(
        self, stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log, tally = tmp_path / "schemathesis.txt", tmp_path / "tally.txt"
        monkeypatch.setenv("FUZZ_TALLY", str(tally))

        code = fuzz(stack.api_url, requests=FUZZED_EXAMPLES, seed=1, workers=2, output=log)
        let_lend_again(stack)
        let_browsers_go(stack)

        assert code == 0, log.read_text(encoding="utf-8")
        refused = operations(stack) - granted_in(tally)
        assert len(refused) <= OUT_OF_REACH, f"the requests don't go deep any more: {sorted(refused)}"
        until(lambda: waiting(stack, "payouts") == 0)
        audit(stack)


def let_lend_again(stack: Stack) -> None:
    """Lending goes on whatever the fuzzed operator did: of twenty pools only the one that lent is kept."""
    dynamodb, table = stack.client("dynamodb"), stack.deployment.table("lending")
    wish = {"KeyConditionExpression": "pk = :pools", "ExpressionAttributeValues": {":pools": {"S": "pools"}}}
    for pool in dynamodb.query(TableName=table, **wish)["Items"]:
        if pool["name"]["S"] != LENT:
            dynamodb.delete_item(TableName=table, Key={"pk": pool["pk"], "sk": pool["sk"]})
    dynamodb.delete_item(TableName=table, Key={"pk": {"S": "lending"}, "sk": {"S": "switch"}})


def let_browsers_go(stack: Stack) -> None:
    """The fuzzed person's browsers are at push services out of reach: no news waits for them."""
    dynamodb, table = stack.client("dynamodb"), stack.deployment.table("notifications")
    for item in dynamodb.get_paginator("scan").paginate(TableName=table).build_full_result()["Items"]:
        if item["sk"]["S"] == "phones":
            dynamodb.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]})
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName=f"guanxi-{stack.stage}-notifications")["QueueUrl"]
    sqs.purge_queue(QueueUrl=url)


def operations(stack: Stack) -> set[str]:
    """What schemathesis asks for: all but the document, which it asks for before it begins."""
    described = httpx.get(f"{stack.api_url}/openapi.json", timeout=60).json()
    return {f"{method} {path}" for method, path in operations_of(described)} - {"GET /openapi.json"}


def granted_in(tally: Path) -> set[str]:
    """The operations that did what they were asked, at least once."""
    answers = (line.rpartition(" ") for line in tally.read_text().splitlines())
    return {operation for operation, _, status in answers if status < "400"}


def waiting(stack: Stack, queue: str) -> int:
    """How many messages a queue has, those being worked on included."""
    sqs = stack.client("sqs")
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    url = sqs.get_queue_url(QueueName=f"guanxi-{stack.stage}-{queue}")["QueueUrl"]
    told = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    return sum(int(told[name]) for name in names)
