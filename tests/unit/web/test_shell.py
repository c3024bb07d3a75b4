"""What the web client starts from."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest

from chalicelib.contract.document import operations_of
from chalicelib.foundation import files
from chalicelib.foundation.browsers import origin
from chalicelib.foundation.config import settings
from tests.api import Api, Reply
from tests.unit.web.builders import Document
from tools import contract

BASE = "https://api.test/api"
SITE = settings().site_url
DESCRIBED = operations_of(contract.current())


def page(query: str = "", **headers: str) -> Document:
    return Document(Api().get(f"/app{query}", headers=headers).content.decode())


def linked(shown: Document, rel: str) -> list[dict[str, str]]:
    return [link.attributes for link in shown.all("link") if link.attributes["rel"] == rel]


def policy(reply: Reply) -> dict[str, list[str]]:
    parts = (part.split() for part in reply.headers["content-security-policy"].split("; "))
    return {name: sources for name, *sources in parts}


class TestTheShell:
    def test_tells_the_client_where_the_api_and_its_own_files_are(self) -> None:
        meta = page().meta
        assert meta["guanxi:api"].startswith("https://")
        assert meta["guanxi:site"] == SITE

    @pytest.mark.parametrize(
        ("query", "wanted", "language", "tag"),
        [
            ("", "en-GB,en;q=0.9", "en", "en"),
            ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh", "zh-Hans"),
            ("?lang=zh", "en", "zh", "zh-Hans"),
            ("?lang=en", "zh", "en", "en"),
        ],
    )
    def test_speaks_the_language_that_was_asked_for(
        self, query: str, wanted: str, language: str, tag: str
    ) -> None:
        shown = page(query, **{"Accept-Language": wanted})
        (root,) = shown.all("html")
        assert root.attributes["lang"] == tag
        assert shown.meta["guanxi:language"] == language
        (manifest,) = linked(shown, "manifest")
        assert manifest["href"] == f"app.webmanifest?lang={language}"

    def test_loads_the_clients_script_and_style_as_of_another_origin(self) -> None:
        shown = page()
        (script,) = shown.all("script")
        assert script.attributes == {"type": "module", "src": f"{SITE}/js/main.js", "crossorigin": ""}
        assert linked(shown, "stylesheet") == [
            {"rel": "stylesheet", "href": f"{SITE}/css/app.css", "crossorigin": ""}
        ]

    def test_has_an_outline_that_no_reader_is_told_of(self) -> None:
        (app,) = [one for one in page().all("div") if one.attributes.get("id") == "app"]
        assert app.attributes["aria-busy"] == "true"
        assert app.text.strip() == ""

    def test_tells_who_has_no_scripts_in_both_languages_where_to_look_around(self) -> None:
        (told,) = page().all("noscript")
        assert "JavaScript" in told.text and "不用它" in told.text and "Without it" in told.text
        links = [link.attributes["href"] for link in page().all("a")]
        assert [urljoin(f"{BASE}/app", link) for link in links] == [
            f"{BASE}/find?lang=zh",
            f"{BASE}/find?lang=en",
        ]

    def test_lets_be_what_apps_add_to_its_address(self) -> None:
        assert Api().get("/app?from=wechat").status == 200

    def test_runs_the_clients_scripts_alone(self) -> None:
        allowed = policy(Api().get("/app"))
        assert allowed["default-src"] == ["'none'"]
        assert allowed["script-src"] == [f"{SITE}/"]
        assert "unsafe" not in str(allowed)

    def test_reaches_the_api_the_photos_and_the_sockets(self) -> None:
        allowed = policy(Api().get("/app"))
        form = files.upload_form("pho_1", "image/png", most=9)
        assert origin(form.url) in allowed["connect-src"]
        assert origin(files.signed_url("media/1.jpg")) in allowed["img-src"]
        assert "wss://live123.execute-api.us-east-1.amazonaws.com" in allowed["connect-src"]
        assert {"'self'", f"{SITE}/"} <= set(allowed["connect-src"])


class TestTheManifest:
    @pytest.mark.parametrize(
        ("language", "names"), [("en", ["Messages", "Orders"]), ("zh", ["消息", "订单"])]
    )
    def test_leads_to_the_client_and_two_places_in_it(self, language: str, names: list[str]) -> None:
        reply = Api().get(f"/app.webmanifest?lang={language}")
        told = reply.json
        assert reply.headers["content-type"] == "application/manifest+json"
        assert told["start_url"] == f"{told['scope']}app"
        assert told["scope"].startswith("/") and told["scope"].endswith("/")
        assert [one["name"] for one in told["shortcuts"]] == names
        assert [one["url"].partition("#")[2] for one in told["shortcuts"]] == ["/chats", "/orders"]

    def test_is_described_as_the_json_that_it_is(self) -> None:
        described = DESCRIBED["GET", "/app.webmanifest"]["responses"]["200"]["content"]
        assert described == {"application/manifest+json": {"schema": {"type": "object"}}}

    def test_has_icons_of_all_kinds(self) -> None:
        icons = Api().get("/app.webmanifest").json["icons"]
        assert [(one["src"].removeprefix(SITE), one["sizes"], one["purpose"]) for one in icons] == [
            ("/icons/icon-192.png", "192x192", "any"),
            ("/icons/icon-512.png", "512x512", "any"),
            ("/icons/icon-maskable-512.png", "512x512", "maskable"),
        ]


class TestTheServiceWorker:
    def test_is_asked_for_anew_each_time_and_fetches_only_what_is_ours(self) -> None:
        reply = Api().get("/sw.js")
        assert reply.headers["content-type"].startswith("text/javascript")
        assert reply.headers["cache-control"] == "no-cache"
        assert policy(reply)["connect-src"] == ["'self'", f"{SITE}/"]

    def test_names_its_cache_by_the_clients_version(self) -> None:
        script = Api().get("/sw.js").content.decode()
        assert f"const SITE = {json.dumps(SITE)};" in script
        assert f'const KEPT = OURS + "{SITE.rpartition("/")[2]}";' in script

    def test_listens_to_nothing_but_what_it_is_for(self) -> None:
        listened = re.findall(r'addEventListener\("(\w+)"', Api().get("/sw.js").content.decode())
        assert listened == ["install", "activate", "fetch", "push", "notificationclick"]
