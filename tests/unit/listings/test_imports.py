from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.foundation import files
from chalicelib.listings.bulk import exporting, handlers, importing, rules
from chalicelib.notifications.handlers import deliver_notifications
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.listings.sheets import (
    HEADER,
    SHEET,
    announced_import,
    contents,
    delivered,
    exported,
    faults,
    goods,
    imported,
    table,
    upload,
)
from tests.unit.photos.uploads import ready_photo
from tests.unit.stores.crew import MANAGER, hired
from tests.unit.world import MEI, WANG, made

NOBODY = Api()


def lines(*rows: Any) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def pins(count: int, **more: Any) -> str:
    return "title,category,sku,price,stock\n" + "".join(f"Pin {n},pins,P{n},1,1\n" for n in range(count))


class TestListOfImports:
    def test_has_the_newest_first_page_by_page(self) -> None:
        store = world.a_store()
        ids = [announced_import(MEI, store, SHEET) for _ in range(3)]
        path = f"/stores/{store['id']}/imports?limit=2"
        first = made(MEI.get(path))
        rest = made(MEI.get(f"{path}&cursor={first['cursor']}"))
        assert [one["id"] for one in (*first["items"], *rest["items"])] == ids[::-1]

    def test_costs_two_reads_and_a_query(self) -> None:
        store = world.a_store()
        announced_import(MEI, store, SHEET)
        with calls() as seen:
            made(MEI.get(f"/stores/{store['id']}/imports"))
        assert seen == ["BatchGetItem", "Query", "BatchGetItem"]

    def test_is_for_whoever_may_edit_goods(self) -> None:
        assert WANG.get(f"/stores/{world.a_store()['id']}/imports").status == 404


class TestTheEndOfAnImport:
    @pytest.mark.parametrize(
        ("content", "kind"), [(SHEET, "import_done"), (b"\x00\xff", "import_failed")], ids=["done", "failed"]
    )
    def test_is_told_to_whoever_started_it_once(self, content: Any, kind: str) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        done = imported(store, content, api=MANAGER)
        batch = messages("notifications")
        for _ in range(2):
            assert deliver_notifications({"Records": batch}) == {"batchItemFailures": []}
        told = [one for one in made(MANAGER.get("/notifications"))["items"] if one["kind"] == kind]
        assert [one["reference"] for one in told] == [done["id"]]
        assert made(MEI.get("/notifications"))["items"] == []


class TestImport:
    def test_lists_goods_of_one_row_for_each_variant(self) -> None:
        store = world.a_store()
        done = imported(store, SHEET, publish=True)

        assert (done["state"], done["rows"], done["seen"], done["kept"], done["faulty"]) == (
            "done",
            3,
            3,
            3,
            0,
        )
        assert (done["created"], done["updated"], done["failure"]) == (2, 0, None)
        scarf, pin = goods(store)
        assert (scarf["title"], scarf["status"], scarf["attributes"]) == (
            "Silk scarf",
            "active",
            {"material": "silk"},
        )
        variants = [
            (one["sku"], one["title"], one["price"]["amount"], one["stock"]) for one in scarf["variants"]
        ]
        assert variants == [("S-1", "Small", 15_900, 3), ("S-2", "Large", 19_900, 2)]
        assert pin["variants"][0]["price"] == {"amount": 2_500, "currency": "CNY"}
        assert faults(done) == []

    def test_waits_until_it_is_started(self) -> None:
        import_id = announced_import(MEI, world.a_store(), SHEET)
        waiting = made(MEI.get(f"/imports/{import_id}"))
        assert (waiting["state"], waiting["rows"], waiting["started_at"]) == ("waiting", None, None)
        assert messages("bulk") == []

    def test_makes_drafts_unless_told_otherwise(self) -> None:
        store = world.a_store()
        imported(
            store, "title,category,sku,price,stock,状态\nA,pins,A,1,1,\nB,pins,B,1,1,在售\nC,pins,C,1,1,下架"
        )
        assert [one["status"] for one in goods(store)] == ["draft", "active", "withdrawn"]

    def test_keeps_good_rows_and_names_row_column_and_fault_of_the_others(self) -> None:
        store = world.a_store()
        sheet = f"""{HEADER}
,Good,pins,G,,1,1,
,,pins,X,,1,1,
,Bad price,pins,X,,1.234,1,
,Bad stock,pins,X,,1,many,
,Bad category,pinz,X,,1,1,
,No SKU,pins,,,1,1,
,Bad material,scarves,X,,1,1,silkk
B,Twice,pins,X,,1,1,
B,,,X,,2,1,
B,Else,,Y,,3,1,
,Bad status,pins,X,,free,1,
"""
        done = imported(store, sheet, publish=True)
        assert (done["state"], done["rows"], done["kept"], done["faulty"]) == ("done", 11, 1, 10)
        assert [one["title"] for one in goods(store)] == ["Good"]
        assert faults(done) == [
            (3, "title", "cell_missing"),
            (4, "price", "bad_cell"),
            (5, "stock", "invalid"),
            (6, "category", "unknown_category"),
            (7, "sku", "cell_missing"),
            (8, "attributes.material", "bad_attribute"),
            (11, "title", "differs"),
            (12, "price", "invalid"),
        ]

    def test_tells_the_second_of_two_equal_skus(self) -> None:
        done = imported(world.a_store(), f"{HEADER}\nB,T,pins,X,,1,1,\nB,,,X,,2,1,\n")
        assert faults(done) == [(3, "sku", "duplicate_sku")]

    def test_wants_what_the_category_wants_only_of_what_is_on_sale(self) -> None:
        sheet = f"{HEADER}\n,Scarf,scarves,S,,1,1,\n"
        assert faults(imported(world.a_store(), sheet, publish=True)) == [
            (2, "attributes.material", "attribute_missing")
        ]
        assert imported(world.a_store(), sheet)["kept"] == 1

    def test_reads_what_excel_writes_in_china(self) -> None:
        store = world.a_store()
        sheet = "标题;分类;货号;规格;价格;库存;材质\n真丝小方巾;围巾丝巾;S;大;159.00;7;桑蚕丝\n".encode(
            "gb18030"
        )
        assert imported(store, sheet, publish=True)["kept"] == 1
        (scarf,) = goods(store)
        assert (scarf["title"], scarf["category"], scarf["attributes"]) == (
            "真丝小方巾",
            "scarves",
            {"material": "silk"},
        )

    def test_shows_photos_that_are_hers(self) -> None:
        store, photo = world.a_store(), ready_photo(MEI)
        other = ready_photo(WANG)
        rows = "\n".join(
            f"{title},pins,A,1,1,{shown}" for title, shown in zip("ABC", (photo, other, "x"), strict=True)
        )
        sheet = f"title,category,sku,price,stock,photos\n{rows}"
        done = imported(store, sheet)
        assert [one["cover"]["id"] for one in goods(store)] == [photo]
        assert faults(done) == [(3, "photos", "photo_not_ready"), (4, "photos", "invalid")]

    def test_takes_json_lines(self) -> None:
        store = world.a_store()
        good = {
            "title": "Pin",
            "category": "pins",
            "status": "active",
            "attributes": {"产地": "苏州"},
            "variants": [{"sku": "P", "price": "25.00", "stock": 1}],
        }
        wrong = {**good, "variants": [{"sku": "P", "price": 25, "stock": 1}]}
        done = imported(store, lines(good, [], wrong, {**good, "colour": "red"}) + "\n{", format="jsonl")
        assert (done["rows"], done["kept"], done["faulty"], done["created"]) == (5, 1, 4, 1)
        assert faults(done) == [
            (2, "body", "invalid"),
            (3, "variants.0.price", "invalid"),
            (4, "colour", "invalid"),
            (5, "", "malformed_json"),
        ]
        assert goods(store)[0]["attributes"] == {"产地": "苏州"}


class TestUpdating:
    def test_changes_what_the_file_says_and_leaves_the_rest(self) -> None:
        store = world.a_store()
        clip = world.a_listing(store=store, title="Clip", stock=3)
        made(MEI.patch(f"/listings/{clip['id']}", {"attributes": {"material": "silk", "产地": "苏州"}}))
        sheet = f"listing_id,title,sku,price,stock,颜色\n{clip['id']},Claw clip,CLIP,12.50,99,红色\n"
        done = imported(store, sheet)

        assert (done["kept"], done["created"], done["updated"]) == (1, 0, 1)
        (after,) = goods(store)
        assert after["title"] == "Claw clip"
        assert after["variants"][0]["price"]["amount"] == 1_250
        assert after["attributes"] == {"material": "silk", "产地": "苏州", "colour": "red"}

    def test_leaves_the_stock_of_variants_that_are_there_and_takes_that_of_new_ones(self) -> None:
        store = world.a_store()
        clip = world.a_listing(store=store, stock=3)
        imported(store, f"listing_id,sku,price,stock\n{clip['id']},CLIP,10,99\n{clip['id']},NEW,20,5\n")
        assert [(one["sku"], one["stock"]) for one in goods(store)[0]["variants"]] == [
            ("CLIP", 3),
            ("NEW", 5),
        ]

    def test_names_the_row_of_the_second_of_two_new_variants_with_one_sku(self) -> None:
        store = world.a_store()
        clip = world.a_listing(store=store)["id"]
        rows = "".join(f"{clip},{sku},1,1\n" for sku in ("CLIP", "NEW", "NEW"))
        assert faults(imported(store, f"listing_id,sku,price,stock\n{rows}")) == [(4, "sku", "duplicate_sku")]

    def test_of_other_peoples_goods_is_refused(self) -> None:
        hers = world.a_listing(WANG)
        done = imported(world.a_store(), f"listing_id,title\n{hers['id']},Mine\n")
        assert faults(done) == [(2, "listing_id", "listing_not_found")]

    @pytest.mark.parametrize(
        ("header", "cells", "column", "code"),
        [
            ("variant_id", "v09", "variant_id", "variant_not_found"),
            ("variant_id,sku", "v01,OTHER", "sku", "bad_cell"),
            ("sku", "NEW", "price", "cell_missing"),
            ("category", "nope", "category", "unknown_category"),
            ("attributes.gift-box", "perhaps", "attributes.gift-box", "bad_attribute"),
        ],
    )
    def test_that_cannot_be_is_told(self, header: str, cells: str, column: str, code: str) -> None:
        store = world.a_store()
        clip = world.a_listing(store=store)
        done = imported(store, f"listing_id,{header}\n{clip['id']},{cells}\n")
        assert faults(done) == [(2, column, code)]
        assert goods(store) == [clip | {"category": "hair"}]


class TestAFileAsAWhole:
    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"\xff\xfe\xff", "unreadable"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "unreadable"),
            ('title,sku\n"a"b,c', "unreadable"),
            ("title,category,sku,price,stock\n\n , \n", "no_rows"),
            ("\n", "bad_header"),
            ("title,colours\nA,b", "bad_header"),
            ("title,标题\nA,b", "bad_header"),
            ("title\n" + "A\n" * 5_001, "too_many_rows"),
            ("title\n" + "\n" * 20_000, "too_many_rows"),
            (b"a" * (5 * 1024 * 1024 + 1), "too_large"),
        ],
        ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "content",
    )
    def test_that_cannot_be_taken_fails(self, content: str | bytes, reason: str) -> None:
        store = world.a_store()
        done = imported(store, content)
        assert (done["state"], done["failure"]["code"]) == ("failed", reason)
        assert goods(store) == []

    def test_names_the_column_that_is_unknown(self) -> None:
        assert faults(imported(world.a_store(), "title,colours\nA,b")) == [(1, "colours", "unknown_column")]

    def test_that_was_replaced_since_the_start_is_not_taken(self) -> None:
        store = world.a_store()
        import_id = announced_import(MEI, store, SHEET)
        made(MEI.post(f"/imports/{import_id}/start"))
        upload(import_id, pins(1))
        delivered()
        assert made(MEI.get(f"/imports/{import_id}"))["failure"]["code"] == "file_changed"
        assert goods(store) == []

    def test_must_be_there_to_start(self) -> None:
        store = world.a_store()
        import_id = made(MEI.post(f"/stores/{store['id']}/imports", {"format": "csv", "bytes": 9}))["id"]
        reply = MEI.post(f"/imports/{import_id}/start")
        assert (reply.status, reply.json["code"]) == (409, "sheet_not_uploaded")


class TestTurns:
    @pytest.fixture(autouse=True)
    def small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Moto's transactions are slow: four rows are a chunk here."""
        monkeypatch.setattr(rules, "CHUNK", 4)

    def test_take_a_bounded_number_of_rows_each(self) -> None:
        store = world.a_store()
        import_id = announced_import(MEI, store, pins(25))
        made(MEI.post(f"/imports/{import_id}/start"))
        seen = []
        while records := messages("bulk"):
            handlers.move_goods({"Records": records})
            seen.append(made(MEI.get(f"/imports/{import_id}"))["seen"])
        assert seen == [12, 24, 25]
        titles = [
            one["title"] for one in made(MEI.get(f"/my/stores/{store['id']}/listings?limit=3"))["items"]
        ]
        assert titles == ["Pin 24", "Pin 23", "Pin 22"]

    def test_that_come_twice_or_late_change_nothing(self) -> None:
        store = world.a_store()
        import_id = announced_import(MEI, store, pins(14))
        made(MEI.post(f"/imports/{import_id}/start"))
        first = messages("bulk")
        handlers.move_goods({"Records": first * 2})
        second = messages("bulk")
        assert len(second) == 1
        handlers.move_goods({"Records": [*first, *second, *second, *first]})
        done = made(MEI.get(f"/imports/{import_id}"))
        assert (done["state"], done["kept"], done["created"]) == ("done", 14, 14)
        assert len(goods_ids(store)) == 14

    @pytest.mark.parametrize("dies_after", [0, 1, 3, 4, 5, 6, 10])
    def test_that_die_go_on_and_make_nothing_twice(
        self, dies_after: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = world.a_store()
        import_id = announced_import(MEI, store, pins(7) + "Bad,pins,X,free,1\n")
        made(MEI.post(f"/imports/{import_id}/start"))
        records = messages("bulk")
        with monkeypatch.context() as patch:
            self.dying_after(dies_after, patch)
            failed = handlers.move_goods({"Records": records})["batchItemFailures"]
        if failed:
            handlers.move_goods({"Records": records})
        done = made(MEI.get(f"/imports/{import_id}"))
        assert (done["state"], done["rows"], done["kept"], done["faulty"]) == ("done", 8, 7, 1)
        assert done["created"] == len(goods_ids(store)) == 7
        assert faults(done) == [(9, "price", "invalid")]

    @staticmethod
    def dying_after(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
        left = iter(range(count))
        real = importing.Transaction

        def transaction() -> Any:
            if next(left, None) is None:
                raise ConnectionError
            return real()

        monkeypatch.setattr(importing, "Transaction", transaction)

    def test_stop_when_whoever_started_it_may_no_more(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        import_id = announced_import(MANAGER, store, pins(14))
        made(MANAGER.post(f"/imports/{import_id}/start"))
        handlers.move_goods({"Records": messages("bulk")})
        made(MEI.delete(f"/stores/{store['id']}/staff/{world.person_id(MANAGER)}"))
        delivered()
        done = made(MEI.get(f"/imports/{import_id}"))
        assert (done["state"], done["failure"]["code"], done["kept"]) == ("failed", "not_permitted", 12)

    def test_start_once_however_often_it_is_pressed(self) -> None:
        import_id = announced_import(MEI, world.a_store(), SHEET)
        replies = [MEI.post(f"/imports/{import_id}/start", key=key) for key in ("a", "b", "a")]
        assert [reply.json["state"] for reply in replies] == ["running"] * 3
        assert len(messages("bulk")) == 1

    def test_cost_two_reads_and_a_transaction_for_each_listing_and_each_chunk(self) -> None:
        import_id = announced_import(MEI, world.a_store(), pins(7))
        made(MEI.post(f"/imports/{import_id}/start"))
        records = messages("bulk")
        with calls() as sent:
            handlers.move_goods({"Records": records})
        assert sent.count("BatchGetItem") == 1 + 2
        assert sent.count("GetObject") == 1
        assert sent.count("TransactWriteItems") == 7 + 2

    def test_know_no_import_that_is_gone(self) -> None:
        importing.take_turn("imp_x", turn=0, now=world_now())
        exporting.take_turn("exp_x", turn=0, now=world_now())


class TestExport:
    def test_says_all_that_is_known_of_the_goods(self) -> None:
        store = world.a_store()
        imported(store, SHEET, publish=True)
        export = exported(MEI, store)

        assert (export["state"], export["rows"], export["listings"], len(export["files"])) == (
            "done",
            3,
            2,
            1,
        )
        first, second, third = table(contents(export)[0])
        assert (first["title"], first["status"], first["attributes.material"]) == (
            "Silk scarf",
            "active",
            "silk",
        )
        assert (second["sku"], second["title"], second["listing_id"]) == ("S-2", "", first["listing_id"])
        assert (third["price"], third["stock"], third["variant_id"]) == ("25.00", "8", "v01")

    @pytest.mark.parametrize("format_", ["csv", "jsonl"])
    def test_comes_back_unchanged(self, format_: str) -> None:
        store = world.a_store()
        imported(store, SHEET, publish=True)
        before = goods(store)
        (content,) = contents(exported(MEI, store, format_))
        with calls() as sent:
            done = imported(store, content, format=format_)
        assert (done["kept"], done["faulty"], done["updated"]) == (3 if format_ == "csv" else 2, 0, 2)
        assert goods(store) == before
        assert (
            sent.count("TransactWriteItems") == 3
        )  # announced, started, done: what is so already isn't written

    def test_edited_changes_the_goods(self) -> None:
        store = world.a_store()
        imported(store, SHEET, publish=True)
        (content,) = contents(exported(MEI, store))
        edited = content.decode().replace("Silk scarf", "Garden scarf").replace("25.00", "26.50")
        imported(store, edited)
        scarf, pin = goods(store)
        assert (scarf["title"], pin["price_from"]["amount"]) == ("Garden scarf", 2_650)

    def test_makes_goods_anew_in_another_store(self) -> None:
        store, other = world.a_store(), world.a_store()
        imported(store, SHEET, publish=True)
        (content,) = contents(exported(MEI, store, "jsonl"))
        rows = [json.loads(line) for line in content.decode().splitlines()]
        for row in rows:
            del row["listing_id"]
            for variant in row["variants"]:
                del variant["variant_id"]
        imported(other, lines(*rows), format="jsonl")
        own = ("id", "store_id", "created_at", "variants")
        assert [strip(one, *own) for one in goods(other)] == [strip(one, *own) for one in goods(store)]

    def test_begins_another_file_when_one_is_full(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        imported(store, SHEET, publish=True)
        monkeypatch.setattr("chalicelib.listings.bulk.writing.MOST_ROWS", 2)
        export = exported(MEI, store)
        assert [len(table(content)) for content in contents(export)] == [2, 1]
        assert (export["rows"], export["listings"]) == (3, 2)

    def test_has_a_bounded_number_of_files(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        imported(store, SHEET, publish=True)
        monkeypatch.setattr("chalicelib.listings.bulk.writing.MOST_ROWS", 2)
        monkeypatch.setattr(rules, "MOST_FILES", 1)
        assert exported(MEI, store)["failure"]["code"] == "too_many_goods"

    def test_of_an_empty_store_is_an_empty_file(self) -> None:
        export = exported(MEI, world.a_store())
        assert (export["rows"], table(contents(export)[0])) == (0, [])

    def test_reads_as_often_as_there_are_hundreds_of_goods(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        imported(store, SHEET)
        made(MEI.post(f"/stores/{store['id']}/exports", {"format": "csv"}))
        records = messages("bulk")
        with calls() as sent:
            handlers.move_goods({"Records": records})
        assert sent == [
            "BatchGetItem",
            "BatchGetItem",
            "Query",
            "BatchGetItem",
            "Query",
            "PutObject",
            "TransactWriteItems",
        ]

    def test_twice_the_same_turn_is_done_once(self) -> None:
        store = world.a_store()
        imported(store, SHEET)
        one = made(MEI.post(f"/stores/{store['id']}/exports", {"format": "csv"}))
        handlers.move_goods({"Records": messages("bulk") * 2})
        assert made(MEI.get(f"/exports/{one['id']}"))["listings"] == 2

    def test_stops_when_whoever_asked_may_no_more(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        one = made(MANAGER.post(f"/stores/{store['id']}/exports", {"format": "csv"}))
        made(MEI.delete(f"/stores/{store['id']}/staff/{world.person_id(MANAGER)}"))
        delivered()
        shown = made(MEI.get(f"/exports/{one['id']}"))
        assert (shown["state"], shown["failure"]["code"], shown["files"]) == ("failed", "not_permitted", [])


class TestTheForm:
    def test_takes_one_file_of_five_megabytes_at_most(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: dict[str, Any] = {}
        real = files.aws.client("s3").generate_presigned_post

        def note(*args: Any, **more: Any) -> Any:
            asked.update(more)
            return real(*args, **more)

        monkeypatch.setattr(files.aws.client("s3"), "generate_presigned_post", note)
        store = world.a_store()
        told = made(MEI.post(f"/stores/{store['id']}/imports", {"format": "csv", "bytes": 9}, key="k"))
        again = made(MEI.post(f"/stores/{store['id']}/imports", {"format": "csv", "bytes": 9}, key="k"))
        assert told == again
        assert ["content-length-range", 1, 5 * 1024 * 1024] in asked["Conditions"]
        assert told["upload"]["fields"]["key"] == f"uploads/{told['id']}"


def goods_ids(store: Any) -> set[str]:
    found, cursor = set(), ""
    while cursor is not None:
        page = made(MEI.get(f"/my/stores/{store['id']}/listings?limit=100{cursor}"))
        found |= {one["id"] for one in page["items"]}
        cursor = f"&cursor={page['cursor']}" if page["cursor"] else None
    return found


def strip(one: Any, *names: str) -> Any:
    return {name: value for name, value in one.items() if name not in names}


def world_now() -> Any:
    from chalicelib.foundation import clock

    return clock.now()
