"""Somebody who never heard of Mei finds her goods."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from story.tale import Tale, expect, same, until

QUERIES = ("玳瑁抓夹", "玳瑁抓夾", "tortoiseshell claw clips")
"""In Chinese as one writes it here and elsewhere, and in English."""
TYPO, MEANT = "tortoishell", "tortoiseshell"


def search(tale: Tale) -> str:
    """Her goods are found in each way that people write, and what was mistyped is asked back."""
    clip = tale.listed[0]
    for query in QUERIES:
        until(lambda query=query: _finds(tale, query, clip), f"“{query}” should find Mei's clip.")  # type: ignore[misc]
    address = f"/shop/{tale.store['slug']}/{clip['id']}"
    page = tale.visit(f"{tale.api_url}/find?{urlencode({'q': clip['title'], 'sort': 'newest'})}", "zh").text
    expect(address in page, "The page of what was found should lead to Mei's clip.")
    found = _search(tale, TYPO)
    same("What was meant", found["did_you_mean"], MEANT)
    expect(found["items"], f"“{TYPO}” should find something all the same.")
    suggested = tale.visit(f"{tale.api_url}/search/suggestions?q={quote('玳')}").json()["items"]
    expect(suggested, "Something should be suggested after “玳”.")
    return f"{len(QUERIES)} × · {TYPO} → {MEANT}"


def _finds(tale: Tale, query: str, clip: Any) -> bool:
    """Whether the clip is on a page of what is found: others' goods of that name may be before it."""
    cursor: str | None = ""
    while cursor is not None:
        page = _search(tale, query, **({"cursor": cursor} if cursor else {}))
        if any(item["id"] == clip["id"] for item in page["items"]):
            return True
        cursor = page["cursor"]
    return False


def _search(tale: Tale, query: str, **more: str) -> Any:
    asked = urlencode({"q": query, "limit": 50, "sort": "newest", **more})
    return tale.visit(f"{tale.api_url}/search?{asked}").json()
