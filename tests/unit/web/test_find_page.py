from __future__ import annotations

import gzip
from typing import Any
from urllib.parse import quote

import pytest

from tests.api import Api
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.advertising.test_serving import goods_of_others, rivals
from tests.unit.conftest import calls
from tests.unit.web.builders import Document

HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def found(query: str = "", **headers: str) -> Document:
    """The page, as a browser sees it."""
    reply = Api().get(f"/find{query}", headers={"User-Agent": market.BROWSER, **headers})
    assert reply.status == 200, reply
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    return Document(reply.content.decode())


def cards(page: Document) -> list[str]:
    return page.texts("h3")


class TestThePage:
    def test_begins_with_the_categories_when_nothing_is_asked(self) -> None:
        page = found("?lang=en")
        assert "Clothing" in " ".join(page.texts("nav", kind="aisles"))
        assert page.texts("h1") == ["What are you looking for?"]
        assert "noindex" not in page.html

    def test_shows_goods_as_they_are_now_with_a_link_to_each(self) -> None:
        listing = world.a_listing(title="Tortoise hair clip", stock=9)
        slug = Api().get(f"/stores/{listing['store_id']}").json["slug"]
        market.settled()
        page = found("?q=clip&lang=en")
        assert cards(page) == ["Tortoise hair clip"]
        (link,) = [one for one in page.all("a") if one.text == "Tortoise hair clip"]
        assert link.attributes["href"].endswith(f"/shop/{slug}/{listing['id']}")
        assert page.all("input")[0].attributes["value"] == "clip"
        assert page.texts("h1") == ["“clip”"]
        assert page.meta["robots"] == "noindex, follow"

    def test_marks_ads_and_leads_to_them_by_their_link(self) -> None:
        rivals(30)
        goods_of_others(3)
        page = found("?q=hair+clip&lang=zh")
        assert page.texts("p", kind="ad") == ["广告"]
        (link,) = [one for one in page.all("a") if "sponsored" in one.attributes.get("rel", "")]
        assert "/ads/click/" in link.attributes["href"]

    def test_with_ads_is_kept_nowhere_since_each_of_their_links_counts_once(self) -> None:
        rivals(30)
        assert Api().get("/find?q=hair+clip").headers["cache-control"] == "no-store"
        assert "max-age" in Api().get("/find").headers["cache-control"]

    def test_keeps_what_was_asked_in_each_of_its_links(self) -> None:
        store = world.a_store()
        for number in range(26):
            world.a_listing(store=store, title=f"Clip {number}")
        market.settled()
        page = found("?q=clip&sort=newest&lang=en")
        assert page.texts("p")[0] == "26 found"
        chosen = [one.text for one in page.all("a") if one.attributes.get("aria-current")]
        assert chosen == ["Newest"]
        (more,) = page.all("a", kind="more")
        assert {"q=clip", "sort=newest", "lang=en"} <= set(
            more.attributes["href"].partition("?")[2].split("&")
        )
        rest = found("?" + more.attributes["href"].partition("?")[2])
        assert len(set(cards(page)) | set(cards(rest))) == 26
        assert not rest.all("a", kind="more")

    def test_says_what_may_have_been_meant(self) -> None:
        world.a_listing(title="Tortoise hairclip")
        market.settled()
        page = found("?q=hairclop&lang=en")
        assert "q=hairclip" in "".join(link.attributes["href"] for link in page.all("a"))

    def test_says_in_words_that_nothing_was_found(self) -> None:
        assert "没有找到" in found("?q=unicorns", **{"Accept-Language": "zh-CN"}).texts("h2")

    def test_can_not_be_made_to_hold_elements_by_words_or_titles(self) -> None:
        world.a_listing(title="Clip <b>bold</b>")
        market.settled()
        honest = found("?q=clip")
        hostile = found(f"?q={quote('clip ' + HOSTILE)}")
        assert [e.tag for e in hostile.all("script")] == []
        assert not hostile.all("img") and not honest.all("b")

    def test_costs_what_the_search_costs_and_is_small(self) -> None:
        rivals(30, 40)
        goods_of_others()
        with calls() as of_api:
            market.searched()
        with calls() as of_page:
            page = found("?q=hair+clip")
        assert of_page == of_api
        assert len(gzip.compress(page.html.encode())) < 12_000

    @pytest.mark.parametrize("query", ["?sort=dearest", "?category=No!", "?cursor=zzz&q=clip"])
    def test_refuses_what_it_does_not_know(self, query: str) -> None:
        reply: Any = Api().get(f"/find{query}")
        assert reply.status == 422
