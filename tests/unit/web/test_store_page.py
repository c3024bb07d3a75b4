from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from chalicelib.foundation.languages import Language
from chalicelib.web.pages import GoodsCard, Section, SectionKind, render_store
from tests.unit.web.builders import SHOP, Document, a_card, a_photo, a_store_page

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def shown(**changes: object) -> Document:
    return Document(render_store(a_store_page(**changes)))


class TestThePreviewCard:
    def test_tells_the_networks_what_the_link_is(self) -> None:
        meta = shown(about="Made by hand in Suzhou.", image=a_photo("banner", width=1600, height=640)).meta

        assert meta["og:type"] == "website"
        assert meta["og:title"] == "Mei’s Little Things"
        assert meta["og:description"] == "Made by hand in Suzhou."
        assert meta["og:url"] == SHOP
        assert meta["og:site_name"] == "Mei’s Little Things"
        assert meta["og:image"] == "https://cdn.example/banner.jpg"
        assert (meta["og:image:width"], meta["og:image:height"]) == ("1600", "640")
        assert meta["twitter:card"] == "summary_large_image"
        assert meta["twitter:image"] == meta["og:image"]

    def test_takes_the_picture_that_is_named_before_the_banner_the_goods_and_the_logo(self) -> None:
        pictures = {"image": a_photo("card"), "banner": a_photo("banner"), "logo": a_photo("logo")}
        chosen = []
        for name in ("image", "banner", "goods", "logo"):
            chosen.append(shown(**pictures).meta["og:image"].split("/")[-1])
            pictures |= {name: () if name == "goods" else None}

        assert chosen == ["card.jpg", "banner.jpg", "clip.jpg", "logo.jpg"]

    def test_without_any_picture_is_a_plain_one(self) -> None:
        meta = shown(goods=()).meta

        assert "og:image" not in meta
        assert meta["twitter:card"] == "summary"

    def test_says_no_more_than_the_networks_show(self) -> None:
        description = shown(about="one\n\n" + "word " * 200).meta["og:description"]

        assert len(description) <= 160
        assert description.startswith("one word word")
        assert description.endswith("…")

    def test_names_one_address_whichever_way_a_visitor_came(self) -> None:
        links = {link.attributes["rel"]: link.attributes["href"] for link in shown().all("link")}

        assert links["canonical"] == SHOP


class TestSearchEnginesFacts:
    def test_say_that_it_is_a_store(self) -> None:
        facts = shown(about="Made by hand.", banner=a_photo("banner")).facts

        assert facts["@type"] == "Store"
        assert facts["name"] == "Mei’s Little Things"
        assert facts["url"] == SHOP
        assert facts["image"] == "https://cdn.example/banner.jpg"

    def test_leave_out_what_is_not_known(self) -> None:
        facts = shown(goods=()).facts

        assert "image" not in facts
        assert "description" not in facts


class TestAHostileMerchant:
    def test_can_not_add_elements_to_the_page(self) -> None:
        honest = shown(
            name="Mei", announcement="News", about="About", pinned=(a_card("Clip"),), goods=(a_card("Clip"),)
        )
        hostile = shown(
            name=HOSTILE,
            announcement=HOSTILE,
            about=HOSTILE,
            pinned=(a_card(HOSTILE),),
            goods=(a_card(HOSTILE),),
        )

        assert [element.tag for element in hostile.elements] == [element.tag for element in honest.elements]

    def test_can_not_leave_the_facts(self) -> None:
        html = render_store(a_store_page(name=HOSTILE))
        data = html.split('<script type="application/ld+json">')[1].split("</script>")[0]

        assert "<" not in data
        assert Document(html).facts["name"] == HOSTILE

    def test_can_not_leave_an_alternative_text(self) -> None:
        page = shown(
            goods=(a_card('A "big" clip', photo=a_photo(alt='" onload="alert(1)')),), banner=a_photo()
        )
        (photo,) = [image for image in page.all("img") if image.attributes["alt"] != page.meta["og:title"]]

        assert photo.attributes["alt"] == '" onload="alert(1)'
        assert "onload" not in photo.attributes

    @pytest.mark.parametrize("accent", ["red;}body{display:none", "#fff</style><script>", "url(//evil)"])
    def test_can_not_write_css(self, accent: str) -> None:
        assert shown(accent=accent).html == shown().html


class TestSections:
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_stand_in_the_merchants_order(self, language: Language) -> None:
        kinds: tuple[SectionKind, ...] = ("about", "all_goods", "announcement", "pinned")
        page = shown(
            language=language,
            announcement="Spring is here",
            about="Made by hand",
            pinned=(a_card("Pin"),),
            sections=tuple(Section(kind, title=f"[{kind}]") for kind in kinds),
        )
        names = [one.attributes.get("aria-label") or one.text for one in page.all("section")]

        assert [name.strip().split("]")[0] + "]" for name in names] == [f"[{kind}]" for kind in kinds]

    def test_have_the_pages_own_titles_when_the_merchant_gave_none(self) -> None:
        assert shown(about="By hand", pinned=(a_card(),)).texts("h2") == [
            "Picked for you",
            "All goods",
            "About the store",
        ]

    def test_without_content_are_left_out(self) -> None:
        kinds: tuple[SectionKind, ...] = ("announcement", "pinned", "all_goods", "about")
        page = shown(sections=tuple(Section(kind) for kind in kinds))

        assert page.texts("h2") == ["All goods"]
        assert len(page.all("section")) == 1

    def test_with_a_text_of_their_own_show_that_one(self) -> None:
        page = shown(about="Told on the card", sections=(Section("about", text="Told here"),))

        assert page.texts("p", kind="prose") == ["Told here"]

    def test_an_announcement_that_has_no_section_is_a_ribbon_on_top(self) -> None:
        page = shown(announcement="Spring is here", sections=(Section("all_goods"),))

        assert page.all("section")[0].attributes["class"] == "ribbon"
        assert "Spring is here" in page.all("section")[0].text

    def test_pinned_goods_stand_before_the_others_by_default(self) -> None:
        assert shown(pinned=(a_card("First"),), goods=(a_card("Second"),)).texts("h3") == ["First", "Second"]


class TestGoods:
    def test_show_title_price_and_photo_and_lead_to_their_page(self) -> None:
        page = shown(goods=(a_card("Claw clip", url=f"{SHOP}/lst_9"),))
        (photo,) = page.all("img")

        assert page.texts("h3") == ["Claw clip"]
        assert page.texts("p", kind="price") == ["¥39.90"]
        assert f"{SHOP}/lst_9" in [link.attributes["href"] for link in page.all("a")]
        assert photo.attributes["alt"] == "Claw clip"

    @pytest.mark.parametrize(("language", "price"), [("zh", "¥39.90 起"), ("en", "from ¥39.90")])
    def test_say_from_when_a_kind_is_dearer(self, language: Language, price: str) -> None:
        page = shown(language=language, goods=(a_card(from_price=True),))

        assert page.texts("p", kind="price") == [price]

    @pytest.mark.parametrize(("language", "words"), [("zh", "已售罄"), ("en", "Sold out")])
    def test_say_when_they_are_sold_out(self, language: Language, words: str) -> None:
        page = shown(language=language, goods=(a_card("Clip"), a_card("Beret", sold_out=True)))

        assert page.texts("p", kind="badge") == [words]
        assert [words in card.text for card in page.all("li", kind="card")] == [False, True]

    def test_keep_their_place_while_photos_load(self) -> None:
        page = shown(banner=a_photo(), logo=a_photo(), pinned=(a_card(),), goods=(a_card(),) * 9)

        assert all({"width", "height"} <= image.attributes.keys() for image in page.all("img"))

    def test_load_their_photos_only_when_they_come_near(self) -> None:
        photos = shown(goods=tuple(a_card(str(number)) for number in range(12))).all("img")

        assert [photo.attributes.get("loading") for photo in photos] == [None] * 4 + ["lazy"] * 8

    def test_without_a_photo_show_a_letter(self) -> None:
        page = shown(goods=(a_card("《clip》", photo=None),))

        assert page.all("img") == []
        assert page.texts("span", kind="no-photo") == ["C"]

    @pytest.mark.parametrize(
        ("language", "words"), [("zh", "好物正在路上"), ("en", "Good things are on their way")]
    )
    def test_that_do_not_exist_yet_are_promised(self, language: Language, words: str) -> None:
        assert words in shown(language=language, goods=()).texts("h2")

    def test_go_on_on_a_next_page(self) -> None:
        more = [
            link
            for link in shown(next_url=f"{SHOP}?cursor=abc").all("a")
            if link.attributes.get("rel") == "next"
        ]

        assert [link.attributes["href"] for link in more] == [f"{SHOP}?cursor=abc"]

    def test_have_no_next_page_at_the_end(self) -> None:
        assert "Show more" not in shown().html


class TestTheHead:
    def test_has_the_banner_and_the_logo(self) -> None:
        page = shown(banner=a_photo("banner"), logo=a_photo("logo"), goods=())

        assert [image.attributes["src"][-10:] for image in page.all("img")] == ["banner.jpg", "e/logo.jpg"]

    def test_has_a_monogram_without_a_logo(self) -> None:
        assert shown(name="《mei》").texts("span", kind="monogram") == ["M"]

    def test_leads_to_the_qr_code(self) -> None:
        (link,) = shown(qr_url=f"{SHOP}/qr").all("a", kind="share")

        assert link.attributes["href"] == f"{SHOP}/qr"
        assert link.text.strip() == "Scan to share"

    def test_needs_no_qr_code(self) -> None:
        assert shown().all("a", kind="share") == []


class TestTheDocument:
    @pytest.mark.parametrize(("language", "tag"), [("zh", "zh-Hans"), ("en", "en")])
    def test_says_its_language(self, language: Language, tag: str) -> None:
        (root,) = shown(language=language).all("html")

        assert root.attributes["lang"] == tag

    def test_fits_a_phone(self) -> None:
        assert "width=device-width" in shown().meta["viewport"]

    def test_runs_no_script_and_loads_nothing_but_pictures(self) -> None:
        page = shown(banner=a_photo(), logo=a_photo())

        assert [script.attributes for script in page.all("script")] == [{"type": "application/ld+json"}]
        assert {link.attributes["rel"] for link in page.all("link")} == {"canonical", "icon"}
        assert "url(" not in page.styles
        assert "@import" not in page.styles

    def test_minds_the_night_motion_and_the_keyboard(self) -> None:
        styles = shown().styles

        assert "prefers-color-scheme: dark" in styles
        assert "prefers-reduced-motion" in styles
        assert ":focus-visible" in styles

    def test_reads_both_ways(self) -> None:
        physical = (
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "text-align: left",
            " left:",
        )

        assert [word for word in physical if word in shown().styles] == []

    def test_has_one_main_heading(self) -> None:
        assert shown(pinned=(a_card(),), about="By hand").texts("h1") == ["Mei’s Little Things"]

    def test_wears_the_stores_colour(self) -> None:
        assert "--accent: #2f6fde; --on-accent: #ffffff;" in shown(accent="#2F6FDE").styles

    def test_stays_small_with_a_full_shelf(self) -> None:
        cards: list[GoodsCard] = [
            replace(a_card(f"很长很长的商品标题 {number} with many words"), url=f"{SHOP}/lst_{number}")
            for number in range(50)
        ]
        html = render_store(a_store_page(goods=tuple(cards), pinned=tuple(cards[:12])))

        assert len(gzip.compress(html.encode())) < 15_000
