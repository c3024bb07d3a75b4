"""The page on which one comes in, and the ways from the public pages into the web client."""

from __future__ import annotations

import gzip
from typing import Any

from chalicelib.web.home import EACH, SHELVES
from chalicelib.web.pages import render_listing, render_store
from tests.api import Api
from tests.unit import world
from tests.unit.advertising.market import settled
from tests.unit.conftest import calls
from tests.unit.web.builders import Document, a_listing_page, a_store_page, a_variant
from tests.unit.world import MEI, made


def home(query: str = "?lang=en") -> Document:
    reply = Api().get(f"/{query}")
    assert reply.status == 200
    return Document(reply.content.decode())


def page_of(path: str) -> Document:
    return Document(Api().get(path).content.decode())


def hrefs(page: Document) -> list[str]:
    return [link.attributes["href"] for link in page.all("a")]


def sent_along(page: Document) -> list[str]:
    return [one.attributes["value"] for one in page.all("input") if one.attributes["type"] == "hidden"]


def goods(*categories: str) -> list[Any]:
    """Goods of one store, which search knows of."""
    store = world.a_store()
    variants = [{"sku": "ONE", "price": 1_000, "stock": 3}]
    listed = [
        made(
            MEI.post(
                "/listings",
                {
                    "store_id": store["id"],
                    "title": f"{category} {number}",
                    "category": category,
                    "variants": variants,
                    "publish": True,
                },
            )
        )
        for number, category in enumerate(categories)
    ]
    settled()
    return listed


class TestTheHomePage:
    def test_begins_with_search_and_all_categories(self) -> None:
        page = home()
        (form,) = page.all("form")
        assert form.attributes["action"].endswith("/find")
        assert "Jewellery" in " ".join(page.texts("nav", kind="row"))
        assert page.texts("h2") == ["Good things are on their way"]

    def test_shows_goods_by_category_with_the_way_to_more(self) -> None:
        (ring, bag) = goods("rings", "handbags")
        page = home()
        assert [title.split(" See all")[0] for title in page.texts("h2")] == ["Jewellery", "Bags"]
        assert page.texts("h3") == ["rings 0", "handbags 1"]
        assert [url for url in hrefs(page) if url.endswith(f"/{ring['id']}")]
        assert [url for url in hrefs(page) if url.endswith(f"/{bag['id']}")]
        assert any("/find?category=jewellery&lang=en" in url for url in hrefs(page))

    def test_shows_no_goods_that_are_gone(self) -> None:
        (ring,) = goods("rings")
        made(MEI.post(f"/listings/{ring['id']}/withdraw"))
        assert home().texts("h3") == []

    def test_is_bounded_however_much_there_is(self) -> None:
        goods(*["rings"] * (EACH + 3), "handbags", "men", "boots", "kitchen")
        with calls() as asked:
            page = home()
        assert len(page.all("section", kind="shelf")) == SHELVES
        assert len(page.texts("h3")) == EACH + SHELVES - 1
        assert asked.count("Query") <= 20
        assert set(asked) == {"Query", "BatchGetItem"} and asked.count("BatchGetItem") == 1

    def test_goes_on_in_the_language_that_was_chosen(self) -> None:
        chosen = home("?lang=zh")
        assert sent_along(chosen) == ["zh"]
        assert sent_along(home("")) == []

    def test_tells_search_engines_how_to_search(self) -> None:
        facts = home().facts
        assert facts["@type"] == "WebSite"
        assert facts["potentialAction"]["target"].endswith("/find?q={search_term_string}")

    def test_is_small(self) -> None:
        goods("rings", "handbags", "men", "boots")
        assert len(gzip.compress(home().html.encode())) < 10_000


class TestTheWaysIntoTheClient:
    def test_stand_on_the_home_page_and_where_one_searches(self) -> None:
        for path in ("/", "/find", "/find?q=clip"):
            assert [url for url in hrefs(page_of(path)) if url.endswith("/api/app")], path

    def test_lead_from_goods_to_buying_and_asking(self) -> None:
        listing = world.a_listing()
        store = made(Api().get(f"/stores/{listing['store_id']}"))
        path = f"/shop/{store['slug']}/{listing['id']}?lang=en"
        links = {link.text.strip(): link.attributes["href"] for link in page_of(path).all("a")}
        assert links["Buy"].endswith(f"/api/app#/buy/{listing['id']}")
        assert links["Ask the seller"].endswith(f"/api/app#/ask/{listing['id']}")

    def test_lead_from_each_kind_to_buying_it(self) -> None:
        kinds = (
            a_variant("Red", buy_url="https://guanxi.example/app#/buy/lst_1?variant=v01"),
            a_variant("Blue", stock=0),
        )
        page = Document(render_listing(a_listing_page(variants=kinds)))
        assert [link.attributes["href"] for link in page.all("a") if link.text in ("Red", "Blue")] == [
            kinds[0].buy_url
        ]

    def test_lead_to_asking_alone_where_nothing_is_left(self) -> None:
        page = Document(
            render_listing(
                a_listing_page(variants=(a_variant(stock=0),), buy_url="/app#/buy/1", ask_url="/app#/ask/1")
            )
        )
        assert "/app#/ask/1" in hrefs(page) and "/app#/buy/1" not in hrefs(page)

    def test_lead_from_a_store_to_following_it(self) -> None:
        store = world.a_store()
        page = page_of(f"/shop/{store['slug']}?lang=en")
        (follow,) = page.all("a", kind="follow")
        assert follow.attributes["href"].endswith(f"/api/app#/follow/{store['id']}")

    def test_are_not_shown_where_there_are_none(self) -> None:
        assert not Document(render_store(a_store_page())).all("a", kind="follow")


class TestRobots:
    def test_are_kept_from_clicks_on_ads_and_not_from_goods(self) -> None:
        reply = Api().get("/robots.txt")
        lines = reply.content.decode().splitlines()
        assert reply.headers["content-type"] == "text/plain; charset=utf-8"
        assert lines[0] == "User-agent: *"
        assert "Disallow: /api/ads/" in lines
        assert not any("shop" in line or line.endswith(" /") for line in lines)
