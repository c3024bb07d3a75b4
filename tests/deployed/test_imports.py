"""A catalogue from a sheet and back, over HTTP, S3 and the queue of the deployed stage."""

from __future__ import annotations

import csv
import io
from typing import Any
from uuid import uuid4

import httpx
import pytest

from demo.people import Person
from tests.conftest import Stack
from tests.deployed.watching import until

ROWS = 300
BAD = {17: ("价格", "free"), 90: ("类目", "nothing-like-it"), 200: ("库存", "-1"), 299: ("材质", "cheese")}
"""By row of the sheet: which cell is wrong, and what stands there."""
COLUMNS = {"价格": "price", "类目": "category", "库存": "stock", "材质": "attributes.material"}


def sheet() -> bytes:
    """What Mei's spreadsheet saves in China: GB18030, semicolons, Chinese headers."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, ["标题", "类目", "货号", "价格", "库存", "材质"], delimiter=";")
    table.writeheader()
    for row in range(2, ROWS + 2):
        good = {
            "标题": f"发夹 {row}",
            "类目": "发夹发箍",
            "货号": f"C{row}",
            "价格": "19.90",
            "库存": "5",
            "材质": "醋酸",
        }
        name, cell = BAD.get(row, ("价格", "19.90"))
        table.writerow(good | {name: cell})
    return out.getvalue().encode("gb18030")


def imported(mei: Person, store: Any, content: bytes, **wish: Any) -> Any:
    """An import, from the announcement to its end."""
    body = {"format": "csv", "bytes": len(content), **wish}
    asked = mei.post(f"/stores/{store['id']}/imports", body, key=uuid4().hex)
    mei.send(asked["upload"], content)
    mei.post(f"/imports/{asked['id']}/start")
    seen: list[int] = []

    def ended() -> Any:
        now = mei.get(f"/imports/{asked['id']}")
        seen.append(now["seen"])
        return now if now["state"] in ("done", "failed") else None

    done = until(ended, seconds=120)
    assert seen == sorted(seen), "progress never goes back"
    return done


def exported(mei: Person, store: Any, format_: str) -> bytes:
    """The one file of an export."""
    asked = mei.post(f"/stores/{store['id']}/exports", {"format": format_})
    path = f"/exports/{asked['id']}"
    done = until(lambda: one if (one := mei.get(path))["state"] != "running" else None, seconds=60)
    (address,) = done["files"]
    answer = httpx.get(address, timeout=60)
    assert answer.status_code == 200, answer.text
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content


def on_sale(store: Any, api: httpx.Client) -> list[Any]:
    """All of a store's goods on sale."""
    found, cursor = [], ""
    while cursor is not None:
        page = api.get(f"/stores/{store['id']}/listings?limit=100{cursor}").json()
        found += page["items"]
        cursor = f"&cursor={page['cursor']}" if page["cursor"] else None
    return found


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return Person.at(stack.api_url, f"mei-{uuid4().hex[:8]}@example.com", "Mei").sign_up()


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    wish = {"name": "梅的小铺", "currency": "CNY", "time_zone": "Asia/Shanghai"}
    made = mei.post("/stores", wish)
    return mei.post(f"/stores/{made['id']}/publish")


class TestACatalogue:
    def test_comes_from_a_sheet_and_goes_back_into_one(self, mei: Person, store: Any, stack: Stack) -> None:
        # Of three hundred rows four are wrong: the others are on sale.
        done = imported(mei, store, sheet(), publish=True)
        assert (done["state"], done["rows"], done["kept"]) == ("done", ROWS, ROWS - len(BAD)), done
        assert (done["faulty"], done["created"], done["updated"]) == (len(BAD), ROWS - len(BAD), 0)
        report = mei.get(f"/imports/{done['id']}/report?limit=100")["items"]
        told = [(fault["row"], fault["column"]) for fault in report]
        assert told == [(row, COLUMNS[name]) for row, (name, _) in sorted(BAD.items())]
        goods = on_sale(store, httpx.Client(base_url=stack.api_url, timeout=60))
        assert len(goods) == len({one["title"] for one in goods}) == ROWS - len(BAD)
        assert {one["category"] for one in goods} == {"hair-accessories"}

        # Exported, edited and imported again, only what was edited is another.
        before = exported(mei, store, "csv")
        text = before.decode("utf-8-sig").replace("发夹 2,", "大发夹 2,").replace("发夹 3,", "=1+1,")
        again = imported(mei, store, text.encode())
        assert (again["kept"], again["faulty"], again["updated"]) == (ROWS - len(BAD), 0, ROWS - len(BAD))
        after = exported(mei, store, "csv")
        expected = before.replace("发夹 2,".encode(), "大发夹 2,".encode()).replace(
            "发夹 3,".encode(), b"'=1+1,"
        )
        assert after == expected

        # As JSON Lines it says the same.
        lines = exported(mei, store, "jsonl")
        assert imported(mei, store, lines, format="jsonl")["kept"] == ROWS - len(BAD)
        assert exported(mei, store, "csv") == after

    def test_that_nobody_uploaded_cannot_be_taken(self, mei: Person, store: Any) -> None:
        asked = mei.post(f"/stores/{store['id']}/imports", {"format": "csv", "bytes": 9})
        refused = mei.call("POST", f"/imports/{asked['id']}/start")
        assert (refused.status_code, refused.json()["code"]) == (409, "sheet_not_uploaded")

    def test_of_more_than_five_megabytes_is_refused_by_the_bucket(self, mei: Person, store: Any) -> None:
        asked = mei.post(f"/stores/{store['id']}/imports", {"format": "csv", "bytes": 9})
        form = asked["upload"]
        big = b"a" * (5 * 1024 * 1024 + 1)
        sent = httpx.post(form["url"], data=form["fields"], files={"file": big}, timeout=60)
        assert sent.status_code == 400, sent.text


class TestCategories:
    def test_are_kept_by_whoever_has_read_them(self, stack: Stack) -> None:
        first = httpx.get(f"{stack.api_url}/categories", timeout=60)
        assert len(first.json()["items"]) > 100
        tag = {"If-None-Match": first.headers["etag"]}
        again = httpx.get(f"{stack.api_url}/categories", headers=tag, timeout=60)
        assert (again.status_code, again.content) == (304, b"")

    def test_say_what_is_told_of_their_goods(self, stack: Stack) -> None:
        scarves = httpx.get(f"{stack.api_url}/categories/scarves", timeout=60).json()
        assert "material" in {one["slug"] for one in scarves["attributes"] if one["required"]}
