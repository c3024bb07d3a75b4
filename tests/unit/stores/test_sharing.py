"""Links that count visits, and QR codes that lead to the store, over HTTP."""

from __future__ import annotations

import base64
import io
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageDraw

from chalicelib.foundation.tables import read_together
from chalicelib.stores import qr, rules
from chalicelib.stores.errors import QrTooSmall
from chalicelib.stores.models import LINK_COPIES, copy_wants, link_key
from tests.camera import seen
from tests.unit.conftest import calls, everything_stored
from tests.unit.photos.uploads import a_picture, ready_photo
from tests.unit.stores.shops import BASE, MEI, NOBODY, OTHER, a_link, a_store

SVG = "{http://www.w3.org/2000/svg}"


def read(content: bytes) -> str:
    """What an independent decoder reads in a picture."""
    found = seen(Image.open(io.BytesIO(content)).convert("L"))
    text: str = found.text
    return text


def rectangle(path: str) -> tuple[int, int, int, int]:
    """Where a path of four strokes goes around: left, top, width, height."""
    found = re.fullmatch(r"M(\d+) (\d+)h(\d+)v(\d+)(?:h-\3|H\1)", path)
    assert found, path
    x, y, width, height = map(int, found.groups())
    return x, y, width, height


def rasterised(svg: bytes, scale: int = 4) -> bytes:
    """The rectangles, paths and pictures of our SVG, painted."""
    root = ET.fromstring(svg)  # noqa: S314 - ours
    side = int(root.attrib["viewBox"].split()[-1]) * scale
    canvas = Image.new("RGB", (side, side), "grey")
    pen = ImageDraw.Draw(canvas)
    for shape in root:
        if shape.tag == SVG + "path":
            for run in shape.attrib["d"].split("z")[:-1]:
                x, y, width, height = rectangle(run)
                left, top = x * scale, y * scale
                right, bottom = left + width * scale - 1, top + height * scale - 1
                pen.rectangle((left, top, right, bottom), fill=shape.attrib.get("fill", "#000"))
            continue
        left, top, width, height = (
            float(shape.attrib[name]) * scale for name in ("x", "y", "width", "height")
        )
        if shape.tag == SVG + "rect":
            pen.rectangle((left, top, left + width, top + height), fill=shape.attrib["fill"])
        else:
            mark = Image.open(io.BytesIO(base64.b64decode(shape.attrib["href"].partition(",")[2])))
            canvas.paste(mark.resize((round(width), round(height))), (round(left), round(top)))
    out = io.BytesIO()
    canvas.save(out, "PNG")
    return out.getvalue()


class TestShare:
    def test_makes_a_short_link_for_a_channel(self) -> None:
        store = a_store()
        reply = MEI.post(f"/stores/{store['id']}/links", {"channel": "poster", "label": " 店门口 "})
        assert reply.status == 201
        assert (reply.json["channel"], reply.json["label"], reply.json["visits"]) == ("poster", "店门口", 0)
        assert re.fullmatch(r"[1-9A-HJ-NP-Za-km-z]{9}", reply.json["code"])
        assert reply.json["path"] == f"/s/{reply.json['code']}"

    def test_is_done_before_the_store_opens(self) -> None:
        store = a_store(published=False)
        assert MEI.post(f"/stores/{store['id']}/links", {"channel": "wechat"}).status == 201

    def test_has_an_end_at_fifty(self) -> None:
        store = a_store()
        codes = {a_link(store) for _ in range(rules.MOST_LINKS)}
        reply = MEI.post(f"/stores/{store['id']}/links", {"channel": "weibo"})
        assert (reply.status, reply.json["code"]) == (409, "too_many_links")
        assert {one["code"] for one in MEI.get(f"/stores/{store['id']}/links").json["items"]} == codes

    @pytest.mark.parametrize(
        ("body", "field"),
        [({}, "channel"), ({"channel": "fax"}, "channel"), ({"channel": None}, "channel"),
         ({"channel": "qq", "label": "x" * 61}, "label"), ({"channel": "qq", "code": "abc"}, "code")],
    )  # fmt: skip
    def test_refuses_nonsense(self, body: dict[str, Any], field: str) -> None:
        store = a_store()
        before = everything_stored()
        reply = MEI.post(f"/stores/{store['id']}/links", body)
        assert (reply.status, reply.json["field"]) == (422, field)
        assert everything_stored() == before

    def test_is_not_for_strangers(self) -> None:
        store = a_store()
        before = everything_stored()
        assert OTHER.post(f"/stores/{store['id']}/links", {"channel": "qq"}).json["code"] == "store_not_found"
        assert everything_stored() == before

    def test_answers_the_same_to_the_same_key(self) -> None:
        store = a_store()
        path = f"/stores/{store['id']}/links"
        first = MEI.post(path, {"channel": "qq"}, key="k")
        assert MEI.post(path, {"channel": "qq"}, key="k").content == first.content
        assert len(MEI.get(path).json["items"]) == 1


class TestFollow:
    def test_leads_to_the_store_and_says_over_which_link(self) -> None:
        store = a_store()
        code = a_link(store)
        reply = NOBODY.get(f"/s/{code}")
        assert reply.status == 302
        assert reply.headers["location"] == f"{BASE}/shop/{store['slug']}?via={code}"
        assert reply.headers["cache-control"] == "no-store", "a kept redirect would not be counted"

    def test_is_one_write_and_nothing_else(self) -> None:
        code = a_link(a_store())
        with calls() as made:
            NOBODY.get(f"/s/{code}")
        assert made == ["UpdateItem"]

    def test_is_counted_in_one_of_several_copies_and_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = a_store()
        code = a_link(store)
        copies = iter(list(range(LINK_COPIES)) * 2)
        monkeypatch.setattr("chalicelib.stores.sharing.secrets.randbelow", lambda most: next(copies) % most)
        for _ in range(2 * LINK_COPIES):
            assert NOBODY.get(f"/s/{code}").status == 302
        counted = [link.visits for link in read_together(copy_wants(code))]
        assert counted == [2] * LINK_COPIES
        assert MEI.get(f"/stores/{store['id']}/links").json["visits"] == 2 * LINK_COPIES

    def test_of_a_link_from_before_there_were_copies_is_counted_too(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = a_store()
        code = a_link(store)
        for copy in range(1, LINK_COPIES):
            link_key(code, copy).delete()
        monkeypatch.setattr("chalicelib.stores.sharing.secrets.randbelow", lambda _: 3)
        assert NOBODY.get(f"/s/{code}").status == 302
        assert MEI.get(f"/stores/{store['id']}/links").json["visits"] == 1

    @pytest.mark.parametrize("code", ["zzzzzzzzz", "links", "store", "x" * 100])
    def test_counts_nothing_for_a_code_that_nobody_made(self, code: str) -> None:
        a_link(a_store())
        before = everything_stored()
        reply = NOBODY.get(f"/s/{code}")
        assert (reply.status, reply.json["code"]) == (404, "link_not_found")
        assert everything_stored() == before


class TestListLinks:
    def test_tells_visits_by_link_and_by_channel(self) -> None:
        store = a_store()
        first, second, third = (
            a_link(store, "weibo", "a"),
            a_link(store, "weibo", "b"),
            a_link(store, "poster"),
        )
        for code in (first, first, second, third, first):
            NOBODY.get(f"/s/{code}")
        shown = MEI.get(f"/stores/{store['id']}/links").json
        assert [(one["code"], one["visits"]) for one in shown["items"]] == [
            (first, 3),
            (second, 1),
            (third, 1),
        ]
        assert shown["visits_by_channel"] == {"weibo": 4, "poster": 1}
        assert shown["visits"] == 5

    def test_is_empty_before_there_are_any(self) -> None:
        store = a_store()
        shown = MEI.get(f"/stores/{store['id']}/links").json
        assert shown == {"items": [], "visits": 0, "visits_by_channel": {}}

    def test_costs_two_reads_however_many_there_are(self) -> None:
        store = a_store()
        for _ in range(5):
            a_link(store)
        with calls() as made:
            MEI.get(f"/stores/{store['id']}/links")
        assert made == ["BatchGetItem", "BatchGetItem"]

    def test_costs_three_reads_of_as_many_as_there_may_be(self) -> None:
        store = a_store()
        for _ in range(50):
            a_link(store)
        with calls() as made:
            assert len(MEI.get(f"/stores/{store['id']}/links").json["items"]) == 50
        assert made == ["BatchGetItem"] * 3

    def test_is_not_for_strangers(self) -> None:
        store = a_store()
        a_link(store)
        assert OTHER.get(f"/stores/{store['id']}/links").json["code"] == "store_not_found"


class TestStoreQr:
    @pytest.mark.parametrize("size", [128, 333, 512, 2048])
    def test_leads_to_the_store(self, size: int) -> None:
        store = a_store()
        reply = NOBODY.get(f"/stores/{store['id']}/qr?size={size}")
        assert (reply.status, reply.headers["content-type"]) == (200, "image/png")
        assert Image.open(io.BytesIO(reply.content)).size == (size, size)
        assert read(reply.content) == f"{BASE}/shop/{store['slug']}"

    def test_leads_over_a_link_that_counts(self) -> None:
        store = a_store()
        code = a_link(store)
        url = read(NOBODY.get(f"/stores/{store['id']}/qr?link={code}").content)
        assert url == f"{BASE}/s/{code}"
        assert (
            NOBODY.get(url.removeprefix(BASE)).headers["location"].startswith(f"{BASE}/shop/{store['slug']}")
        )

    @pytest.mark.parametrize("size", [160, 700])
    @pytest.mark.parametrize("colour", ["black", "white", "red"])
    def test_is_read_in_spite_of_a_logo(self, size: int, colour: str) -> None:
        store = a_store()
        logo = ready_photo(MEI, "logo", a_picture(size=(300, 200), colour=colour))
        MEI.patch(f"/stores/{store['id']}", {"logo": logo})
        reply = NOBODY.get(f"/stores/{store['id']}/qr?logo=true&size={size}")
        assert read(reply.content) == f"{BASE}/shop/{store['slug']}"

    def test_shows_the_logo_in_the_middle(self) -> None:
        store = a_store()
        MEI.patch(f"/stores/{store['id']}", {"logo": ready_photo(MEI, "logo", a_picture(colour="red"))})
        shown = Image.open(io.BytesIO(NOBODY.get(f"/stores/{store['id']}/qr?logo=true").content)).convert(
            "RGB"
        )
        assert shown.getpixel((256, 256)) == (255, 0, 0)
        red = [x for x in range(512) if shown.getpixel((x, 256)) == (255, 0, 0)]
        assert 0.1 * 512 < len(red) <= 0.2 * 512

    def test_goes_without_a_logo_that_the_store_has_not_got(self) -> None:
        store = a_store()
        assert read(NOBODY.get(f"/stores/{store['id']}/qr?logo=true").content).endswith(store["slug"])

    @pytest.mark.parametrize("logo", ["false", "true"])
    def test_is_the_same_as_a_drawing(self, logo: str) -> None:
        store = a_store()
        MEI.patch(f"/stores/{store['id']}", {"logo": ready_photo(MEI, "logo", a_picture(colour="green"))})
        reply = NOBODY.get(f"/stores/{store['id']}/qr?format=svg&logo={logo}")
        assert (reply.status, reply.headers["content-type"]) == (200, "image/svg+xml")
        assert b' width="512" height="512" ' in reply.content
        assert read(rasterised(reply.content)) == f"{BASE}/shop/{store['slug']}"

    def test_is_not_given_of_a_draft_but_to_its_owner(self) -> None:
        store = a_store(published=False)
        assert NOBODY.get(f"/stores/{store['id']}/qr").json["code"] == "store_not_found"
        assert OTHER.get(f"/my/stores/{store['id']}/qr").json["code"] == "store_not_found"
        assert read(MEI.get(f"/my/stores/{store['id']}/qr").content) == f"{BASE}/shop/{store['slug']}"

    def test_does_not_lead_over_another_stores_link(self) -> None:
        store, other = a_store(), a_store()
        for code in (a_link(other), "zzzzzzzzz"):
            reply = NOBODY.get(f"/stores/{store['id']}/qr?link={code}")
            assert (reply.status, reply.json["code"], reply.json["field"]) == (404, "link_not_found", "link")

    @pytest.mark.parametrize(
        "query",
        ["size=127", "size=2049", "size=x", "format=gif", "logo=perhaps", "link=", "link=a-b", "colour=red"],
    )
    def test_refuses_nonsense(self, query: str) -> None:
        store = a_store()
        reply = NOBODY.get(f"/stores/{store['id']}/qr?{query}")
        assert (reply.status, reply.json["field"]) == (422, query.partition("=")[0])


class TestDraw:
    def test_keeps_four_squares_of_quiet_on_each_side(self) -> None:
        picture = Image.open(
            io.BytesIO(qr.draw("https://guanxi.example/s/abc", size=330, kind=qr.Format.PNG))
        )
        left, top, right, bottom = picture.convert("L").point(lambda value: 255 - value).getbbox()
        square = (right - left) / 25  # version 2
        assert min(left, top, 330 - right, 330 - bottom) >= 4 * square

    def test_refuses_squares_too_small_to_scan_and_says_how_large_will_do(self) -> None:
        with pytest.raises(QrTooSmall) as refused:
            qr.draw("x" * 400, size=128, kind=qr.Format.PNG)
        least = int(re.findall(r"\d+", refused.value.detail)[0])
        assert read(qr.draw("x" * 400, size=least, kind=qr.Format.PNG)) == "x" * 400

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_takes_a_logo_of_every_type_of_photo(self, kind: str) -> None:
        content = qr.draw(
            "https://a.example", size=400, kind=qr.Format.PNG, logo=a_picture(kind, (4000, 1000))
        )
        assert read(content) == "https://a.example"

    @pytest.mark.parametrize(("logo", "level"), [(None, "M"), (a_picture(), "H")], ids=["plain", "logo"])
    def test_is_robust_enough_for_what_covers_it(self, logo: bytes | None, level: str) -> None:
        content = qr.draw("https://a.example", size=400, kind=qr.Format.PNG, logo=logo)
        found = seen(Image.open(io.BytesIO(content)).convert("L"))
        assert found.ec_level == level

    def test_lays_a_transparent_logo_on_white(self) -> None:
        out = io.BytesIO()
        Image.new("LA", (200, 200), (0, 0)).save(out, "PNG")
        content = qr.draw("https://a.example", size=400, kind=qr.Format.PNG, logo=out.getvalue())
        assert Image.open(io.BytesIO(content)).convert("RGB").getpixel((200, 200)) == (255, 255, 255)
