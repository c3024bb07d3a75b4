"""The contract as the API serves it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from chalicelib.contract import service
from chalicelib.contract.page import render
from tests.api import Api
from tools import contract

HERE = "https://api123.execute-api.us-east-1.amazonaws.com/api"


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if tag == "a" and told.get("href") else []
        if tag not in ("meta", "link", "wbr", "br", "path"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "path":
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(render(contract.current()))


class TestTheDocument:
    def test_is_public_and_says_where_it_is_served(self) -> None:
        reply = Api().get("/openapi.json")
        assert reply.status == 200
        assert reply.headers["content-type"] == "application/json"
        assert reply.json["servers"] == [{"url": HERE}]
        assert reply.json["paths"] == contract.current()["paths"]

    def test_is_not_made_while_a_request_waits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise AssertionError("the document was made anew")

        monkeypatch.setattr("chalicelib.contract.document.document", refuse)
        monkeypatch.setattr("chalicelib.contract.shapes.models_json_schema", refuse)
        assert Api().get("/openapi.json").status == 200
        assert Api().get("/docs").status == 200


class TestThePage:
    def test_shows_every_operation_and_shape(self, page: Page) -> None:
        document = contract.current()
        for methods in document["paths"].values():
            for operation in methods.values():
                assert operation["operationId"] in page.ids
        assert set(document["components"]["schemas"]) <= set(page.ids)

    def test_has_no_link_that_leads_nowhere_on_it(self, page: Page) -> None:
        assert len(set(page.ids)) == len(page.ids)
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)

    def test_loads_nothing_and_runs_nothing(self, page: Page) -> None:
        assert not {"script", "img", "iframe", "object"} & set(page.tags)
        text = service.page(HERE)
        assert not re.search(r"@import|url\((?!data:)|src=", text)
        assert page.open == []

    def test_escapes_what_it_shows(self) -> None:
        document = contract.current()
        document["info"]["title"] = "<script>alert(1)</script>"
        document["paths"]["/me"]["get"]["summary"] = "<b>bold</b> & more"
        text = render(document)
        assert "<script>" not in text and "<b>bold</b>" not in text
        assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in text

    def test_is_html_for_anybody(self) -> None:
        reply = Api().get("/docs")
        assert reply.headers["content-type"] == "text/html; charset=utf-8"
        assert b"color-scheme" in reply.content and HERE.encode() in reply.content
