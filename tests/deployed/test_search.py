"""Search on the stage: the queue's consumer and the API together, as quick as promised."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import httpx

from demo.people import Person
from infra.packaging import ROOT
from tests.conftest import Stack
from tests.deployed.test_first_sale import list_goods, open_store, somebody
from tests.deployed.watching import until

SOON = 2.0
"""Seconds after a change until a search knows of it."""


def found(person: Person, query: str, **filters: Any) -> Any:
    return person.get("/search?" + urlencode({"q": query, **filters}))


def ids(answer: Any) -> list[str]:
    return [item["id"] for item in answer["items"]]


class TestSearch:
    def test_knows_within_two_seconds_what_came_and_what_went(self, stack: Stack) -> None:
        mei = somebody(stack, "mei")
        store = open_store(mei, "Mei")
        name = f"Zq{uuid4().hex[:8]}"
        found(mei, "warm")  # the function is there

        warm = list_goods(mei, store, title=f"warm{name}", price=1, stock=1)
        until(lambda: ids(found(mei, f"warm{name}")) == [warm["id"]], seconds=20)  # so is the consumer
        clip = list_goods(mei, store, title=f"{name} 玳瑁抓夹 tortoiseshell claw clip", price=2_990, stock=3)
        listed = time.monotonic()
        until(lambda: ids(found(mei, name)) == [clip["id"]], seconds=SOON)
        print(f"found after {time.monotonic() - listed:.2f} s")

        mei.post(f"/listings/{clip['id']}/withdraw")
        withdrawn = time.monotonic()
        until(lambda: ids(found(mei, name)) == [], seconds=SOON)
        print(f"gone after {time.monotonic() - withdrawn:.2f} s")

    def test_finds_in_both_scripts_and_asks_back(self, stack: Stack) -> None:
        mei = somebody(stack, "mei")
        clip = list_goods(
            mei, open_store(mei, "Mei"), title="琥珀髮夾 Amberglow Barrette", price=2_990, stock=3
        )

        for query in ("琥珀发夹", "琥珀髮夾", "AMBERGLOW", '"amberglow barrette"', "amberglow barrettes"):
            until(lambda query=query: clip["id"] in ids(found(mei, query)), seconds=10)  # type: ignore[misc]
        page = httpx.get(f"{stack.api_url}/find", params={"q": "琥珀发夹", "lang": "zh"}, timeout=60)
        assert clip["id"] in page.text and page.headers["content-type"].startswith("text/html")
        typo = found(mei, "ambergolw")
        assert typo["did_you_mean"] == "amberglow" and clip["id"] in ids(typo)
        assert "琥珀发夹" in mei.get("/search/suggestions?" + urlencode({"q": "琥"}))["items"]
        prices = next(one for one in typo["facets"] if one["name"] == "price")
        assert {"value": "2000-5000", "listings": 1} in prices["choices"]

    def test_is_built_anew_by_the_operators_command(self, stack: Stack) -> None:
        mei = somebody(stack, "mei")
        name = f"Zr{uuid4().hex[:8]}"
        clip = list_goods(mei, open_store(mei, "Mei"), title=f"{name} clip", price=2_990, stock=3)
        until(lambda: ids(found(mei, name)) == [clip["id"]], seconds=10)
        _forget(stack, clip["id"])
        assert ids(found(mei, name)) == []

        command = [sys.executable, "-m", "infra.reindex", "--stage", stack.stage]
        there = {"AWS_ENDPOINT_URL": stack.engine.url, "AWS_ACCESS_KEY_ID": "test"}
        there["AWS_SECRET_ACCESS_KEY"] = "test"
        subprocess.run(command, env=os.environ | there, cwd=ROOT, check=True)

        assert ids(found(mei, name)) == [clip["id"]]


def _forget(stack: Stack, listing_id: str) -> None:
    """Lose all that the index has of a listing, as if its table had been lost."""
    dynamodb, table = stack.client("dynamodb"), stack.deployment.table("search")
    for page in dynamodb.get_paginator("scan").paginate(TableName=table):
        for row in page["Items"]:
            if listing_id in (row["pk"]["S"], row["sk"]["S"].partition("#")[2]):
                dynamodb.delete_item(TableName=table, Key={"pk": row["pk"], "sk": row["sk"]})
