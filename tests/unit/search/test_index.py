"""The index in DynamoDB: exact whatever comes late, twice or dies, and as the stand-in in memory says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from moto.core import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends

from bench.memory_index import MemoryIndex
from chalicelib.foundation import transaction
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.search import handlers, service
from chalicelib.search.index import Index
from chalicelib.search.postings import TableIndex
from chalicelib.search.rules.documents import Document
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.search.market import indexed, on_sale, search, titles
from tests.unit.world import MEI, made

A_DOCUMENT = Document(
    "lst_1", 30, "[]", frozenset({"clip", "hair"}), frozenset({"clip"}), frozenset({"clip"})
)
MANY = frozenset(f"term{number}" for number in range(250))


def under(index: Index, *terms: str) -> list[list[str]]:
    return [[one.listing_id for one in index.postings(term, most=9)] for term in terms]


def stored(kind: str) -> list[str]:
    """The partition keys of the search table's items of a kind."""
    table = dynamodb_backends[ACCOUNT]["us-east-1"].tables["guanxi-test-search"]
    return [key.value for key, rows in table.items.items() for _ in rows if key.value.startswith(kind)]


@pytest.fixture(params=[TableIndex, MemoryIndex])
def index(request: pytest.FixtureRequest) -> Any:
    return request.param()


def put(index: Index, after: Document | None, listing_id: str = "lst_1") -> None:
    index.replace(index.entry(listing_id), after)


class TestEveryIndex:
    def test_leads_to_a_listing_by_its_terms(self, index: Index) -> None:
        put(index, A_DOCUMENT)
        assert under(index, "clip", "hair", "pin") == [["lst_1"], ["lst_1"], []]

    def test_forgets_the_terms_that_it_no_longer_has(self, index: Index) -> None:
        put(index, A_DOCUMENT)
        put(index, replace(A_DOCUMENT, terms=frozenset({"clip", "pin"}), quality=40, brief="[1]"))
        assert under(index, "clip", "hair", "pin") == [["lst_1"], [], ["lst_1"]]
        assert index.postings("clip", most=9)[0].brief == "[1]"

    def test_has_the_better_ones_first_and_then_the_newer(self, index: Index) -> None:
        for listing_id, quality in (("lst_1", 30), ("lst_2", 50), ("lst_3", 30), ("lst_4", 0)):
            put(index, replace(A_DOCUMENT, listing_id=listing_id, quality=quality), listing_id)
        assert under(index, "clip") == [["lst_2", "lst_3", "lst_1", "lst_4"]]
        assert [one.listing_id for one in index.postings("clip", most=2)] == ["lst_2", "lst_3"]

    def test_refuses_a_change_of_what_has_changed_meanwhile(self, index: Index) -> None:
        seen = index.entry("lst_1")
        put(index, A_DOCUMENT)
        with pytest.raises(ChangedMeanwhile):
            index.replace(seen, replace(A_DOCUMENT, terms=frozenset({"late"})))
        assert under(index, "late") == [[]]

    def test_refuses_it_too_when_the_listing_was_gone_before_it_came(self, index: Index) -> None:
        seen = index.entry("lst_1")
        put(index, None)
        with pytest.raises(ChangedMeanwhile):
            index.replace(seen, A_DOCUMENT)

    def test_finds_words_and_phrases(self, index: Index) -> None:
        index.learn(["clip", "clap"])
        put(index, A_DOCUMENT)
        assert index.near(["clp"]) == {"clip", "clap"}
        assert index.phrases("cl", most=9) == [("clip", 1)]
        put(index, None)
        assert [count for _, count in index.phrases("cl", most=9) if count] == []


class TestTheTable:
    def test_keeps_nothing_of_what_is_gone_but_that_it_is(self) -> None:
        index = TableIndex()
        put(index, replace(A_DOCUMENT, terms=MANY))
        put(index, None)
        assert stored("p#") == []
        assert stored("lst_1") == ["lst_1"]

    def test_counts_a_sample_and_takes_it_off_exactly(self) -> None:
        index = TableIndex()
        for number in range(200):
            put(index, replace(A_DOCUMENT, listing_id=f"lst_{number}"), f"lst_{number}")
        counts = index.counts(["clip"])
        assert 100 < counts.having["clip"] < 320 and 100 < counts.listings < 320
        for number in range(200):
            put(index, None, f"lst_{number}")
        assert index.counts(["clip"]).having["clip"] == index.counts([]).listings == 0

    @pytest.mark.parametrize("after", [1, 2, 3])
    def test_is_made_whole_by_the_next_change_when_one_died(
        self, monkeypatch: pytest.MonkeyPatch, after: int
    ) -> None:
        """A change of many terms takes several transactions; the process dies after so many of them."""
        index = TableIndex()
        put(index, replace(A_DOCUMENT, terms=MANY))
        write, done = transaction._write, []

        def dying(*args: Any) -> None:
            if len(done) == after:
                raise KeyboardInterrupt
            done.append(write(*args))

        other = frozenset(f"other{number}" for number in range(250))
        changed = replace(A_DOCUMENT, terms=other, quality=60, brief="[2]")
        with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
            broken.setattr(transaction, "_write", dying)
            put(index, changed)
        put(index, replace(A_DOCUMENT, quality=70, brief="[3]"))
        assert sorted(stored("p#")) == ["p#clip", "p#hair"]
        assert [one.brief for one in index.postings("clip", most=9)] == ["[3]"]


class TestMessages:
    def test_that_come_twice_change_nothing(self) -> None:
        world.a_listing(title="Hair clip")
        batch = {"Records": messages("search")}
        for _ in range(3):
            assert handlers.index_goods(batch) == {"batchItemFailures": []}
        assert titles("hair clip") == ["Hair clip"]
        assert sorted(stored("p#")) == sorted(set(stored("p#")))

    def test_that_come_late_bring_nothing_back(self) -> None:
        clip = world.a_listing(title="Hair clip")
        early = messages("search")
        made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        indexed()
        assert handlers.index_goods({"Records": early}) == {"batchItemFailures": []}
        assert stored("p#") == []

    def test_overtaken_between_reading_and_writing_read_anew(self, monkeypatch: pytest.MonkeyPatch) -> None:
        clip = on_sale("Hair clip")
        read, passed = service._document, []

        def overtaken(listing_id: str) -> Document | None:
            found = read(listing_id)
            if not passed:
                passed.append(1)
                made(MEI.patch(f"/listings/{clip['id']}", {"title": "Velvet band"}))
                service.refresh(listing_id)
            return found

        monkeypatch.setattr(service, "_document", overtaken)
        service.refresh(clip["id"])
        assert titles("velvet") == ["Velvet band"]
        assert titles("clip") == []


class TestFame:
    def test_orders_by_sales_and_filters_by_stars(self) -> None:
        clip, other = on_sale("Hair clip"), on_sale("Hair clip, other")
        service.fame(other["id"], sales=9, rating=4.5, reviews=2, version=1)
        assert titles("hair clip", sort="sales") == ["Hair clip, other", "Hair clip"]
        found = search("hair clip", rating=4)["items"]
        assert [(one["title"], one["rating"], one["sales"]) for one in found] == [
            ("Hair clip, other", 4.5, 9)
        ]
        assert clip["title"] not in titles("hair clip", rating=4)

    def test_of_an_earlier_version_is_not_taken(self) -> None:
        clip = on_sale("Hair clip")
        service.fame(clip["id"], sales=9, rating=4.5, reviews=2, version=2)
        service.fame(clip["id"], sales=1, rating=1.0, reviews=1, version=1)
        assert search("hair clip")["items"][0]["sales"] == 9

    def test_is_heard_of_from_the_queue(self) -> None:
        clip = on_sale("Hair clip")
        told = {"listing_id": clip["id"], "sales": 7, "stars_sum": 9, "reviews": 2, "changes": 3}
        body = {"event_id": "evt_1", "kind": handlers.FAME, "correlation": "", "event": told}
        batch = {"Records": [{"messageId": "1", "body": json.dumps(body)}]}
        assert handlers.index_goods(batch) == {"batchItemFailures": []}
        (found,) = search("hair clip")["items"]
        assert (found["sales"], found["rating"], found["reviews"]) == (7, 4.5, 2)
