"""Mei opens her store and fills it."""

from __future__ import annotations

from functools import partial
from typing import Any

from chalicelib.foundation.money import Money
from demo import photos
from demo.catalogue import STORE, Good
from story.tale import Tale, expect, money, same, until


def sign_up(tale: Tale) -> str:
    """Mei comes with an e-mail address and leaves signed in."""
    tale.mei = tale.newcomer("Mei", language="zh")
    me = tale.mei.get("/me")
    same("Mei's name", me["name"], "Mei")
    same("Mei's language", me["language"], "zh")
    return f"{me['name']} · {me['language']}"


def open_store(tale: Tale) -> str:
    """Her store is open, and closes when the story is over: nobody is to buy of it."""
    wish = {"name": STORE.name, "currency": STORE.currency, "time_zone": STORE.time_zone}
    draft = tale.mei.post("/stores", wish)
    same("A new store", draft["state"], "draft")
    path = f"/stores/{draft['id']}"
    tale.store = tale.mei.post(f"{path}/publish")
    tale.undoing.append(lambda: tale.mei.post(f"{path}/pause"))
    same("The store", tale.mei.get(f"/my{path}")["state"], "published")
    return f"/shop/{tale.store['slug']}"


def list_goods(tale: Tale) -> str:
    """Her goods are on sale, each with a photo and all its kinds."""
    tale.listed = [_list(tale, good) for good in tale.goods]
    for good, listing in zip(tale.goods, tale.listed, strict=True):
        same(f"{good.title.en}", listing["status"], "active")
        expect(listing["cover"], f"{good.title.en} should have a photo.")
        wanted = [(kind.price, kind.stock) for kind in good.kinds]
        found = [(kind["price"]["amount"], kind["stock"]) for kind in listing["variants"]]
        same(f"Prices and stock of {good.title.en}", found, wanted)
    prices = [money(listing["price_from"]) for listing in tale.listed]
    return f"{len(prices)} · {min(prices)}–{max(prices)}"


def _list(tale: Tale, good: Good) -> Any:
    photo = tale.mei.upload(photos.photo_of(good.slug), "image/jpeg", "listing")
    kinds = [
        {"sku": kind.sku, "title": kind.title.line(), "price": kind.price, "stock": kind.stock}
        for kind in good.kinds
    ]
    wish = {
        "store_id": tale.store["id"],
        "title": good.title.line(),
        "description": good.description.paragraphs(),
        "category": good.category,
        "photos": [photo],
        "attributes": good.told(),
        "variants": kinds,
        "publish": True,
    }
    return tale.mei.post("/listings", wish)


def customise(tale: Tale) -> str:
    """Theme, banner, logo, words, sections and pinned goods are as she wants them."""
    wish = {
        "theme": {"accent": STORE.accent},
        "announcement": STORE.announcement.lines(),
        "about": STORE.about.paragraphs(),
        "banner": tale.mei.upload(photos.banner(), "image/jpeg", "banner"),
        "logo": tale.mei.upload(photos.logo(), "image/png", "logo"),
        "sections": [{"kind": kind, "title": title} for kind, title in STORE.sections],
        "pinned": [tale.listed[0]["id"]],
    }
    tale.store = tale.mei.patch(f"/stores/{tale.store['id']}", wish)
    for part in ("announcement", "sections", "pinned"):
        same(f"The store's {part}", tale.store[part], wish[part])
    same("The store's colour", tale.store["theme"]["accent"], STORE.accent.lower())
    for picture in ("banner", "logo"):
        found = tale.visit(f"{tale.api_url}{tale.store[picture]['path']}")
        kind = found.headers["content-type"]
        expect(kind.startswith("image/"), f"The {picture} should be a picture, but is {kind}.")
    return f"{STORE.accent} · banner, logo"


def look_at_the_page(tale: Tale) -> str:
    """A visitor sees the goods with their prices, and the page speaks her language."""
    for language, words in (("zh-CN", ("店主推荐", "全部好物")), ("en-GB", ("Picked for you", "All goods"))):
        page = until(
            partial(_with_all_goods, tale, language),
            "The store's page should show all goods and their prices.",
        )
        for word in words:
            expect(word in page, f"The page should say “{word}” to somebody who reads {language}.")
    return "店主推荐 · Picked for you"


def _with_all_goods(tale: Tale, language: str) -> str:
    """The page once it shows every good and its lowest price; before that, nothing."""
    page = tale.visit(f"{tale.api_url}/shop/{tale.store['slug']}", language).text
    for good in tale.goods:
        price = str(Money(min(kind.price for kind in good.kinds), STORE.currency))
        if good.title.zh not in page or price not in page:
            return ""
    return page


_SHEET = """\
标题;类目;货号;价格;库存;材质;产地
手工陶瓷杯;杯子;CUP-1;68.00;12;陶瓷;中国
亚麻抱枕;抱枕;CUSHION-1;59.90;8;亚麻;中国
真丝眼罩;围巾丝巾;MASK-1;便宜;20;桑蚕丝;中国
"""
"""As a spreadsheet saves it in China. One price isn't a price."""


def import_sheet(tale: Tale) -> str:
    """Her other goods come from a sheet: the good rows are on sale, the wrong cell is named."""
    content = _SHEET.encode("gb18030")
    wish = {"format": "csv", "bytes": len(content), "publish": True}
    asked = tale.mei.post(f"/stores/{tale.store['id']}/imports", wish, key="her-sheet")
    tale.mei.send(asked["upload"], content)
    path = f"/imports/{asked['id']}"
    tale.mei.post(f"{path}/start")
    done: Any = until(
        lambda: one if (one := tale.mei.get(path))["state"] not in ("waiting", "running") else None,
        "The sheet should have been imported.",
    )
    same("The rows that were kept", (done["state"], done["kept"], done["faulty"]), ("done", 2, 1))
    (fault,) = tale.mei.get(f"{path}/report")["items"]
    same("The wrong cell", (fault["row"], fault["column"]), (4, "price"))
    goods = tale.mei.get(f"/stores/{tale.store['id']}/listings?limit=100")["items"]
    expect({"手工陶瓷杯", "亚麻抱枕"} <= {one["title"] for one in goods}, "The good rows should be on sale.")
    return f"{done['kept']} / {done['rows']} · {fault['row']}:{fault['column']}"
