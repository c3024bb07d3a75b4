"""The web client as a browser gets it: the shell from the API, its files from a bucket that all may read."""

from __future__ import annotations

from urllib.parse import urljoin

import httpx
import pytest

from infra import site
from tests.conftest import Stack
from tests.unit.web.builders import Document


def shell(stack: Stack) -> Document:
    return Document(httpx.get(f"{stack.api_url}/app", timeout=60).text)


class TestTheShell:
    def test_comes_with_a_policy_that_lets_nothing_inline_run(self, stack: Stack) -> None:
        answer = httpx.get(f"{stack.api_url}/app", timeout=60)
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert f"script-src {stack.engine.url}/{stack.deployment.site_bucket}/" in policy
        assert f"ws://127.0.0.1:{stack.engine.port}" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

    def test_tells_where_the_api_and_the_client_are(self, stack: Stack) -> None:
        meta = shell(stack).meta
        deployment = stack.deployment
        assert meta["guanxi:api"] == stack.api_url
        assert meta["guanxi:site"] == f"{stack.engine.url}/{deployment.site_bucket}/{deployment.site_digest}"


class TestTheHomePage:
    def test_is_the_apis_own_address_and_leads_to_the_client(self, stack: Stack) -> None:
        answer = httpx.get(f"{stack.api_url}/", timeout=60)
        links = [link.attributes["href"] for link in Document(answer.text).all("a")]
        assert answer.status_code == 200
        assert f"{stack.api_url}/app" in links
        assert "script-src" not in answer.headers["Content-Security-Policy"]


class TestTheFiles:
    def test_are_all_there_for_anybody_of_any_origin(self, stack: Stack) -> None:
        address = shell(stack).meta["guanxi:site"]
        with httpx.Client(headers={"Origin": "https://shop.example"}) as browser:
            listed = browser.get(f"{address}/files.json")
            assert listed.json() == [file.path for file in site.gather().files[:-1]]
            for path in listed.json():
                answer = browser.get(f"{address}/{path}")
                assert answer.status_code == 200, path
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
                assert answer.content == (site.FOLDER / path).read_bytes()

    @pytest.mark.parametrize("path", ["", "0123456789abcdef/js/main.js"])
    def test_are_neither_listed_nor_written_by_strangers(self, stack: Stack, path: str) -> None:
        bucket = f"{stack.engine.url}/{stack.deployment.site_bucket}"
        if not path:
            assert httpx.get(bucket).status_code == 403
        assert httpx.put(f"{bucket}/{path}", content=b"alert(1)").status_code == 403


class TestWhatMakesItAnApp:
    def test_is_a_manifest_that_stays_within_the_api(self, stack: Stack) -> None:
        address = f"{stack.api_url}/app.webmanifest?lang=en"
        answer = httpx.get(address)
        told = answer.json()
        assert answer.headers["Content-Type"] == "application/manifest+json"
        assert urljoin(address, told["scope"]) == f"{stack.api_url}/"
        assert urljoin(address, told["start_url"]) == f"{stack.api_url}/app"

    def test_is_a_worker_whose_scope_is_the_api(self, stack: Stack) -> None:
        answer = httpx.get(f"{stack.api_url}/sw.js")
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert shell(stack).meta["guanxi:site"] in answer.text
