"""The columns of a sheet, by the names that merchants give them, and cells that no spreadsheet runs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from chalicelib.listings.categories import service as categories

SHARED = ("listing_id", "listing", "title", "description", "category", "status", "photos")
"""What all rows of a listing say together: the first says it, others may leave it empty."""

VARIANT = ("variant_id", "sku", "variant_title", "price", "stock")
"""What each row says of its own variant."""

COLUMNS = (*SHARED, *VARIANT)
ATTRIBUTE = "attributes."
"""How the name of a column begins that tells an attribute, whether its category's or the merchant's own."""

_CHINESE = {
    "商品编号": "listing_id",
    "分组": "listing",
    "标题": "title",
    "商品名称": "title",
    "描述": "description",
    "商品描述": "description",
    "分类": "category",
    "类目": "category",
    "状态": "status",
    "图片": "photos",
    "规格编号": "variant_id",
    "货号": "sku",
    "规格": "variant_title",
    "价格": "price",
    "库存": "stock",
}
_STATUS = {"草稿": "draft", "在售": "active", "售罄": "sold_out", "下架": "withdrawn"}

_DANGEROUS = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
"""How a cell begins that a spreadsheet would run as a formula, or one that was made harmless already.

Source: OWASP, CSV injection.
"""


def column_of(header: str) -> str | None:
    """Which column a header names: by our name, in Chinese, or by the name of an attribute."""
    text = unicodedata.normalize("NFKC", header).strip()
    if text.startswith(ATTRIBUTE):
        return header.strip() if len(text) > len(ATTRIBUTE) else None
    plain = text.lower().replace(" ", "_")
    if plain in COLUMNS:
        return plain
    return _CHINESE.get(text) or _attributes().get(text.lower())


@cache
def _attributes() -> dict[str, str]:
    return {
        unicodedata.normalize("NFKC", word).lower(): ATTRIBUTE + one.slug
        for one in categories.tree().attributes.values()
        for word in (one.en, one.zh, one.slug)
    }


def status_of(text: str) -> str:
    """A status as people write it."""
    return _STATUS.get(text.strip(), text.strip().lower())


def defused(text: str) -> str:
    """A cell that a spreadsheet shows and doesn't run."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def plain(cell: str) -> str:
    """What `defused` was given."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell
