"""Who may do what: `tests/authorisation.csv` says it for every route, and nobody learns of others' things.

In the table `yes` is an answer below 400; 401 means that one must sign in, 403 that one may know of the
thing but not do this with it, 404 that for this person it doesn't exist.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import app as assembled
from chalicelib.foundation import aws, transaction
from chalicelib.foundation.http import Operation
from chalicelib.stores.staff.rules import OPENS, Access, Scope
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.accounts.conftest import pool, pool_and_client  # noqa: F401 - a fixture
from tests.unit.conftest import everything_stored
from tests.unit.partners import hiring
from tests.unit.stores.crew import MANAGER, PACKER, PARTNER, SERVICE, numbered
from tests.unit.town import Household, Snapshot, a_household
from tests.unit.valid_requests import BEFORE, BODIES, GOODS, QUERIES, Sender, Town, path_of, route_of, send
from tests.unit.world import LI, MEI, WANG, ZHAO

TABLE = Path(__file__).parents[1] / "authorisation.csv"
OPERATIONS = {route_of(one): one for routes in assembled.ROUTES for one in routes.operations}
ROWS: dict[str, dict[str, str]] = {row["route"]: row for row in csv.DictReader(TABLE.open(encoding="utf-8"))}

PEOPLE = {
    "nobody": Api(),
    "stranger": ZHAO,
    "buyer": LI,
    "merchant": MEI,
    "co_owner": PARTNER,
    "manager": MANAGER,
    "service": SERVICE,
    "packer": PACKER,
    "operator": Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"}),
}
FOR_OPERATORS = (
    "/hearings",
    "/books",
    "/storage/recounts",
    "/message-reports",
    "/reported-reviews",
    "/hide",
    "/restore",
    "/clicks/{click_id}/credit",
    "/take-back",
    "/restructure",
    "/write-off",
    "/loans/{loan_id}/refund",
    "/lending/",
    "/work-disputes",
    "/supplier-applications",
    "/judgement",
)
CREW = {"owner": PARTNER, "manager": MANAGER, "service": SERVICE, "packer": PACKER}


def a_town() -> tuple[Town, dict[str, Sender], Snapshot]:
    """The town, those who ask, and how it is at first."""
    home = a_household(MEI, LI, numbered(1), CREW)
    neighbour = a_household(WANG, numbered(2), numbered(3), {})
    senders = {}
    for name, api in PEOPLE.items():
        if api.person:
            world.money_for(api, 10_000)
        senders[name] = Sender(name, api, world.an_address(api) if api.person else home.ids["address_id"])
    snapshot = Snapshot([one.ids[name] for one in (home, neighbour) for name in ("unchecked", "uploaded")])
    return Town(home, neighbour), senders, snapshot


@pytest.fixture(scope="module")
def built(account: None) -> tuple[Town, dict[str, Sender], Snapshot]:
    """The town, built once."""
    return a_town()


@pytest.fixture(autouse=True)
def cloud(account: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account as the test before left it: putting the whole town back takes longer than what changed."""
    monkeypatch.setattr(transaction, "sleep", lambda seconds: None)


@pytest.fixture
def town(built: tuple[Town, dict[str, Sender], Snapshot], cloud: None) -> Town:
    """The town as it was built."""
    built[2].restore()
    return built[0]


class TestTheTable:
    def test_has_a_row_for_every_route_and_none_besides(self) -> None:
        assert set(ROWS) == set(OPERATIONS)

    def test_says_of_every_cell_one_of_four_things_and_of_every_row_why(self) -> None:
        for row in ROWS.values():
            assert {row[name] for name in PEOPLE} <= {"yes", "401", "403", "404"}, row
            assert row["why"], row

    def test_lets_operators_see_books_decide_disputes_hide_reviews_and_do_nothing_else(self) -> None:
        more = {route for route, row in ROWS.items() if row["operator"] != row["stranger"]}
        assert more == {route for route in ROWS if any(theirs in route for theirs in FOR_OPERATORS)}

    @pytest.mark.usefixtures("pool")
    @pytest.mark.parametrize("route", OPERATIONS)
    def test_is_what_the_api_answers(
        self,
        route: str,
        town: Town,
        built: tuple[Town, dict[str, Sender], Snapshot],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        moto_lacks = "resend_confirmation_code"
        monkeypatch.setattr(aws.client("cognito-idp"), moto_lacks, lambda **_: {})
        _, senders, snapshot = built
        answers = {}
        for name, sender in senders.items():
            reply = send(OPERATIONS[route], town, sender)
            answers[name] = "yes" if reply.status < 400 else str(reply.status)
            assert reply.status < 400 or reply.status in (401, 403, 404), f"{name}: {reply}"
            if (reply.status < 400 and OPERATIONS[route].method != "GET") or route in BEFORE:
                snapshot.restore()
        assert answers == {name: ROWS[route][name] for name in PEOPLE}


class TestTokens:
    @pytest.mark.parametrize(("use", "status"), [("id", 200), ("access", 401), ("refresh", 401)])
    def test_say_who_one_is_only_if_they_are_id_tokens(self, use: str, status: int) -> None:
        assert Api(MEI.person, claims={"token_use": use}).get("/me").status == status


_SCOPE = re.compile(r"[a-z]+:[a-z]+|chat")
SCOPED = {
    route: Scope(found[0])
    for route, row in ROWS.items()
    if (row["manager"], row["stranger"]) == ("yes", "404")
    and (found := _SCOPE.search(row["why"]))
    and found[0] in set(Scope)
}
"""The routes of a store's staff, and the scope that the table says each needs."""


class TestAPartner:
    """Who was let into a store for single things is refused all the others, and nothing changes."""

    @pytest.mark.parametrize("access", list(Access))
    def test_is_refused_what_her_access_does_not_open(self, access: Access, town: Town) -> None:
        yun, ids = hiring.YUN, town.home.ids
        partner = hiring.a_partner(yun)["id"]
        hiring.granted(town.home.merchant, {"id": ids["store_id"]}, partner, access.value)
        sender = Sender("partner", yun, ids["address_id"])
        closed = [route for route, scope in SCOPED.items() if scope not in OPENS[access]]
        assert len(closed) > 30
        for route in closed:
            reply = send(OPERATIONS[route], town, sender)
            assert reply.status in (403, 404), (route, reply)


def draft(ids: Mapping[str, str]) -> dict[str, Any]:
    """Goods that aren't on sale, as one puts them into a cart."""
    return {"listing_id": ids["listing_id"], "variant_id": "v01", "quantity": 1}


def bought(ids: Mapping[str, str], **what: Any) -> dict[str, Any]:
    """A checkout to somebody's address."""
    return {"address_id": ids["address_id"], **what}


def only_for_operators(route: str) -> bool:
    """Whether nobody else may ever ask this."""
    return {name for name in PEOPLE if ROWS[route][name] == "yes"} == {"operator"}


SECRET = (
    "store_id", "listing_id", "order_id", "shipped", "placed", "checkout_id", "line_id", "address_id",
    "photo_id", "unchecked", "invitation_id", "person_id", "charge_id", "withdrawal_id", "notification_id",
    "split_id", "refund_id", "conversation_id", "offer_id", "asked_order", "disputed", "disputed_order",
    "completed", "reviewed_order", "loan_id", "offered", "pool_id", "campaign_id", "group_id", "click_id",
    "invoice_id",
)  # fmt: skip
"""What of a household isn't public. A listing on sale is, a slug is, and a code is for whoever has it."""


FOR_ANYBODY = {
    "PUT /stores/{store_id}/follower",
    "DELETE /stores/{store_id}/follower",
    "GET /stores/{store_id}/follower",
    "POST /group-buys/{group_buy_id}/members",
}
"""What whoever is signed in may do with a store or a group buy that is open to all."""


def nonexistent(id_: str) -> str:
    """An id that nobody has, of the same kind."""
    prefix, _, rest = id_.partition("_")
    return f"{prefix}_{'0' * len(rest)}"


def masked(content: bytes, *ids: str) -> bytes:
    """An answer without the ids that were asked for."""
    for id_ in ids:
        content = content.replace(id_.encode(), b"ID")
    return content


@pytest.fixture(params=["Mei tries what is Wang's", "Wang tries what is Mei's"])
def two(request: pytest.FixtureRequest, town: Town) -> tuple[Household, Household]:
    """One who tries, and one whose things are tried."""
    both = (town.home, town.neighbour)
    return both if request.param.startswith("Mei") else both[::-1]


class TestTwoMerchants:
    """Each tries every id of the other on every route, and learns nothing: not even that it exists."""

    @pytest.mark.parametrize(
        "route",
        [
            route
            for route, one in OPERATIONS.items()
            if one.signed_in
            and "{" in one.path
            and not only_for_operators(route)
            and route not in FOR_ANYBODY
        ],
    )
    def test_learn_nothing_by_a_path(self, route: str, two: tuple[Household, Household]) -> None:
        one, other = two
        operation = OPERATIONS[route]
        body = BODIES[route](Town(one, other), Sender("", one.merchant, "")) if route in BODIES else None
        own = [one.ids.get(name, "") for name in re.findall(r"{(\w+)}", operation.path)]
        before = everything_stored()
        path = operation.path + QUERIES.get(route, "")

        @cache
        def answer(*ids: str) -> Reply:
            return one.merchant.call(operation.method, _filled(path, ids), body)

        for tried in _tries(operation, own, other):
            missing = [
                mine if id_ == mine else nonexistent(id_) for id_, mine in zip(tried, own, strict=True)
            ]
            reply, unknown = answer(*tried), answer(*missing)
            assert reply.status == unknown.status == 404, (tried, reply)
            assert masked(reply.content, *tried) == masked(unknown.content, *missing)
        assert everything_stored() == before

    @pytest.mark.parametrize(
        ("route", "body", "status"),
        [
            ("POST /listings", lambda ids, own: GOODS | {"store_id": ids["store_id"]}, 404),
            ("POST /listings",
             lambda ids, own: GOODS | {"store_id": own["store_id"], "photos": [ids["photo_id"]]}, 422),
            ("PATCH /listings/{listing_id}", lambda ids, own: {"photos": [ids["photo_id"]]}, 422),
            ("PATCH /stores/{store_id}", lambda ids, own: {"logo": ids["photo_id"]}, 422),
            ("PATCH /stores/{store_id}", lambda ids, own: {"banner": ids["unchecked"]}, 422),
            ("PATCH /me", lambda ids, own: {"default_address_id": ids["address_id"]}, 404),
            ("POST /cart/lines", lambda ids, own: draft(ids), 404),
            ("POST /checkouts", lambda ids, own: bought(ids, line_ids=[own["line_id"]]), 404),
            ("POST /checkouts", lambda ids, own: bought(own, line_ids=[ids["line_id"]]), 404),
            ("POST /checkouts", lambda ids, own: bought(own, items=[draft(ids) | {"price": 1_000}]), 404),
        ],
    )  # fmt: skip
    def test_learn_nothing_by_a_body(
        self, route: str, body: Any, status: int, two: tuple[Household, Household]
    ) -> None:
        one, other = two
        who = one.buyer if route in ("POST /checkouts", "PATCH /me") else one.merchant
        path = path_of(OPERATIONS[route], Town(one, other)) + QUERIES.get(route, "")
        unknown = {name: nonexistent(id_) for name, id_ in other.ids.items()}
        before = everything_stored()
        replies = [
            who.call(OPERATIONS[route].method, path, body(ids, one.ids)) for ids in (other.ids, unknown)
        ]
        assert [reply.status for reply in replies] == [status, status], replies
        assert masked(replies[0].content, *other.ids.values()) == masked(
            replies[1].content, *unknown.values()
        )
        assert everything_stored() == before

    def test_learn_nothing_by_the_qr_code_of_a_link(self, two: tuple[Household, Household]) -> None:
        one, other = two
        for store_id in (one.ids["store_id"], other.ids["store_id"]):
            replies = [
                one.merchant.get(f"/my/stores/{store_id}/qr?link={code}")
                for code in (other.ids["link"], "1" * 9)
            ]
            assert (replies[0].status, replies[0].content) == (404, replies[1].content)

    def test_never_see_in_a_list_what_is_the_others(self, two: tuple[Household, Household]) -> None:
        one, other = two
        for operation in OPERATIONS.values():
            if operation.method == "GET" and operation.signed_in and "{" not in operation.path:
                shown = one.merchant.get(operation.path).content.decode()
                assert not [name for name in SECRET if other.ids[name] in shown], operation.path


def _tries(operation: Operation, own: list[str], other: Household) -> Iterator[list[str]]:
    """Ids to fill the path with: the other's in each place beside one's own, and the fitting ones.

    Of the kind that the place takes, all that the other has; of each other kind, one.
    """
    names = re.findall(r"{(\w+)}", operation.path)
    if set(names) <= set(SECRET):
        yield [other.ids[name] for name in names]
    first = {_kind(other.ids[name]): name for name in reversed(SECRET)}
    for place, name in itertools.product(range(len(names)), SECRET):
        if _kind(other.ids[name]) == _kind(own[place]) or name in first.values():
            yield [*own[:place], other.ids[name], *own[place + 1 :]]


def _kind(id_: str) -> str:
    return id_.partition("_")[0]


def _filled(path: str, ids: Any) -> str:
    values = iter(ids)
    return re.sub(r"{\w+}", lambda _: next(values), path)
