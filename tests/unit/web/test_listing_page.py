from __future__ import annotations

import gzip
import re
import subprocess
import sys
from typing import get_args

import pytest

from chalicelib.web.messages import messages
from chalicelib.web.pages import Language, NoticeKind, render_listing, render_notice
from tests.unit.web.builders import SHOP, Document, a_listing_page, a_photo, a_variant

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def shown(**changes: object) -> Document:
    return Document(render_listing(a_listing_page(**changes)))


class TestThePreviewCard:
    def test_tells_the_networks_what_the_goods_are(self) -> None:
        meta = shown(description="Polished by hand.").meta

        assert meta["og:type"] == "product"
        assert meta["og:title"] == "Claw clip"
        assert meta["og:description"] == "¥39.90 · Polished by hand."
        assert meta["og:url"] == f"{SHOP}/lst_1"
        assert meta["og:site_name"] == "Mei’s Little Things"
        assert meta["og:image"] == "https://cdn.example/clip.jpg"
        assert meta["twitter:card"] == "summary_large_image"

    def test_prefers_a_picture_that_lasts(self) -> None:
        assert shown(image=a_photo("lasting")).meta["og:image"] == "https://cdn.example/lasting.jpg"

    def test_states_the_lowest_price(self) -> None:
        meta = shown(variants=(a_variant("L", price="128.00"), a_variant("M", price="39.90"))).meta

        assert (meta["product:price:amount"], meta["product:price:currency"]) == ("39.90", "CNY")


class TestSearchEnginesFacts:
    def test_say_that_it_is_a_product_with_an_offer_for_each_kind(self) -> None:
        facts = shown(variants=(a_variant("M"), a_variant("L", stock=0, price="49.90"))).facts

        assert facts["@type"] == "Product"
        assert [offer["price"] for offer in facts["offers"]] == ["39.90", "49.90"]
        assert {offer["priceCurrency"] for offer in facts["offers"]} == {"CNY"}
        assert [offer["availability"].rsplit("/")[-1] for offer in facts["offers"]] == [
            "InStock",
            "OutOfStock",
        ]

    def test_can_not_be_left_by_a_hostile_title(self) -> None:
        html = render_listing(a_listing_page(title=HOSTILE, description=HOSTILE))
        data = html.split('<script type="application/ld+json">')[1].split("</script>")[0]

        assert "<" not in data
        assert Document(html).facts["name"] == HOSTILE


class TestAHostileMerchant:
    def test_can_not_add_elements_to_the_page(self) -> None:
        honest, hostile = (
            shown(
                title=text,
                store_name=text,
                description=text,
                attributes=((text, text),),
                variants=(a_variant(text),),
                photos=(a_photo(alt=text), a_photo()),
            )
            for text in ("Mei", HOSTILE)
        )

        assert [element.tag for element in hostile.elements] == [element.tag for element in honest.elements]


class TestKinds:
    @pytest.mark.parametrize(
        ("language", "words"),
        [("zh", ["有货", "仅剩 3 件", "已售罄"]), ("en", ["In stock", "Only 3 left", "Sold out"])],
    )
    def test_show_what_is_left(self, language: Language, words: list[str]) -> None:
        variants = (a_variant("M", 9), a_variant("L", 3), a_variant("XL", 0))

        assert shown(language=language, variants=variants).texts("span", kind="stock") == words

    def test_show_their_prices(self) -> None:
        page = shown(variants=(a_variant("M"), a_variant("L", price="49.90")))

        assert page.texts("span", kind="price") == ["¥39.90", "¥49.90"]

    def test_one_without_a_name_is_no_choice(self) -> None:
        page = shown(variants=(a_variant("", 2),))

        assert "Choices" not in page.texts("h2")
        assert page.texts("span", kind="stock") == ["Only 2 left"]

    def test_that_are_all_gone_make_the_goods_sold_out(self) -> None:
        assert shown(variants=(a_variant("M", 0), a_variant("L", 0))).texts("p", kind="badge") == ["Sold out"]
        assert shown(variants=(a_variant("M", 0), a_variant("L", 1))).texts("p", kind="badge") == []

    @pytest.mark.parametrize(("language", "price"), [("zh", "¥39.90 起"), ("en", "from ¥39.90")])
    def test_of_several_prices_make_it_a_price_from(self, language: Language, price: str) -> None:
        assert shown(language=language, from_price=True).texts("p", kind="price") == [price]


class TestPhotos:
    def test_of_several_can_be_swiped_and_each_says_which_it_is(self) -> None:
        page = shown(photos=(a_photo("a"), a_photo("b"), a_photo("c", alt="The back")))
        (gallery,) = page.all("div", kind="gallery")

        assert gallery.attributes["tabindex"] == "0"
        assert [image.attributes["alt"] for image in page.all("img")] == [
            "Claw clip, photo 1 of 3",
            "Claw clip, photo 2 of 3",
            "The back",
        ]

    def test_a_single_one_is_not_a_gallery_to_swipe(self) -> None:
        page = shown()

        assert "tabindex" not in page.all("div", kind="gallery")[0].attributes
        assert [image.attributes["alt"] for image in page.all("img")] == ["Claw clip"]

    def test_are_not_needed(self) -> None:
        assert shown(photos=()).texts("span", kind="no-photo") == ["C"]


class TestTheText:
    def test_is_parted_into_paragraphs_where_the_merchant_left_a_line_blank(self) -> None:
        page = shown(description="One.\nStill one.\n \n\nTwo.\r\n\r\nThree.\n")

        assert page.texts("p", kind="prose") == ["One. Still one.", "Two.", "Three."]

    def test_shows_the_attributes_as_a_table_with_named_rows(self) -> None:
        page = shown(attributes=(("Material", "Acetate"), ("Made in", "Yiwu")))

        assert page.texts("th") == ["Material", "Made in"]
        assert page.texts("td") == ["Acetate", "Yiwu"]
        assert {head.attributes["scope"] for head in page.all("th")} == {"row"}

    def test_leaves_out_what_the_merchant_left_out(self) -> None:
        assert shown().texts("h2") == ["Choices"]


class TestTheDocument:
    def test_leads_back_to_the_store(self) -> None:
        assert [link.attributes["href"] for link in shown().all("a")] == ["#main", SHOP, SHOP]

    def test_is_small(self) -> None:
        html = render_listing(
            a_listing_page(
                description="字" * 5000,
                attributes=(("Name", "value"),) * 30,
                variants=tuple(a_variant(str(number)) for number in range(50)),
                photos=(a_photo(),) * 9,
            )
        )

        assert len(gzip.compress(html.encode())) < 15_000


class TestANotice:
    @pytest.mark.parametrize(
        ("kind", "language", "words"),
        [
            ("not_found", "zh", "这里什么也没有"),
            ("not_found", "en", "There is nothing here"),
            ("paused", "zh", "小店休息中"),
            ("paused", "en", "The store is resting"),
        ],
    )
    def test_says_why_there_is_nothing_to_see(self, kind: NoticeKind, language: Language, words: str) -> None:
        page = Document(render_notice(kind, language))

        assert page.texts("h1") == [words]
        assert page.meta["robots"] == "noindex"


class TestLanguages:
    def test_know_the_same_phrases(self) -> None:
        assert messages("zh").keys() == messages("en").keys()

    @pytest.mark.parametrize("name", sorted(messages("en")))
    def test_leave_the_same_gaps_to_fill(self, name: str) -> None:
        gaps = [set(re.findall(r"{\w+}", messages(language)[name])) for language in get_args(Language)]

        assert gaps[0] == gaps[1]


class TestImport:
    def test_of_the_pages_leaves_the_template_engine_for_the_first_visitor(self) -> None:
        asked = "import sys, chalicelib.web.pages; print('jinja2' in sys.modules, 'boto3' in sys.modules)"
        told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

        assert told.stdout.split() == ["False", "False"]


def html(**changes: object) -> str:
    return render_listing(a_listing_page(**changes))


class TestALadder:
    def test_says_from_how_many_on_each_costs_less(self) -> None:
        steps = ((10, "¥35.90"), (100, "¥29.90"))
        text = html(variants=(a_variant("", steps=steps),))
        assert "10 or more: ¥35.90 each" in text
        assert "100 or more: ¥29.90 each" in text

    def test_stands_beside_its_kind(self) -> None:
        page = html(variants=(a_variant("M", steps=((10, "¥35.90"),)), a_variant("L")))
        assert page.count("or more") == 1


class TestTax:
    def test_says_whether_the_price_holds_it(self) -> None:
        assert "including 13 % tax" in html(tax="including 13 % tax")
        assert "tax" not in html().split("</style>")[1]
