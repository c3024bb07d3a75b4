"""Mei shares her store, and people come."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import zxingcpp
from PIL import Image

from demo.catalogue import STORE
from story.tale import Tale, expect, same

CHANNELS = ("weibo", "wechat")


def make_links(tale: Tale) -> str:
    """A link for each channel where she shares."""
    path = f"/stores/{tale.store['id']}/links"
    tale.links = {channel: tale.mei.post(path, {"channel": channel}) for channel in CHANNELS}
    for link in tale.links.values():
        same("The visits of a new link", link["visits"], 0)
    return " · ".join(link["path"] for link in tale.links.values())


def scan(tale: Tale) -> str:
    """A camera reads the QR code with her logo in it, and lands in her store."""
    code = tale.links["weibo"]["code"]
    drawn = tale.visit(f"{tale.api_url}/stores/{tale.store['id']}/qr?link={code}&logo=true")
    same("What a QR code is", drawn.headers["content-type"], "image/png")
    found = zxingcpp.read_barcodes(
        Image.open(io.BytesIO(drawn.content)), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    same("How many codes a camera sees", len(found), 1)
    url = found[0].text
    expect(url.endswith(f"/s/{code}"), f"The QR code should lead to the link /s/{code}, but leads to {url}.")
    _land(tale, url)
    return f"{len(drawn.content) // 1024} KB PNG → /s/{code}"


def preview(tale: Tale) -> str:
    """The chat that gets the link shows its card: a title, words, and a picture that loads."""
    card = _Card.of(_land(tale, f"{tale.api_url}{tale.links['wechat']['path']}"))
    same("The card's title", card.get("og:title"), STORE.name)
    expect(
        STORE.about.zh[:10] in card.get("og:description", ""), "The card should say what the store is about."
    )
    expect("og:image" in card, "The card should have a picture.")
    kind = tale.visit(card["og:image"]).headers["content-type"]
    expect(kind.startswith("image/"), f"The card's picture should be a picture, but is {kind}.")
    return f"og:title · og:image {kind.removeprefix('image/')}"


def count_visits(tale: Tale) -> str:
    """Each of the two visits is counted where it came from."""
    shared = tale.mei.get(f"/stores/{tale.store['id']}/links")
    visits = shared["visits_by_channel"]
    same("The visits by channel", visits, dict.fromkeys(CHANNELS, 1))
    return " · ".join(f"{channel} {count}" for channel, count in visits.items())


def _land(tale: Tale, url: str) -> str:
    page = tale.visit(url)
    expect(
        f"/shop/{tale.store['slug']}" in str(page.url), f"{url} should lead to Mei's store, not {page.url}."
    )
    expect('name="viewport"' in page.text, "The store's page should fit a phone.")
    return page.text


class _Card(HTMLParser):
    """Reads a page's preview card: https://ogp.me."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    @classmethod
    def of(cls, page: str) -> dict[str, str]:
        """The card's properties."""
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a property."""
        said = dict(attrs)
        if tag == "meta" and (name := said.get("property")):
            self.found[name] = said.get("content") or ""
