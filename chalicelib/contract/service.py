"""What the API says of itself: the document that was made when the stage was packaged, and a page of it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

HERE = "."
"""The server's address as the document is made, for every stage; each publishes it with its own."""

_PACKAGED = Path(__file__).with_name("openapi.json")
_COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"


def published(base_url: str) -> str:
    """The OpenAPI document, as JSON, of a stage at this address. No call."""
    return _text().replace(json.dumps({"url": HERE}), json.dumps({"url": base_url}), 1)


@cache
def page(base_url: str) -> str:
    """The document as a page for people. No call; made once, since it shows the same to everybody."""
    from chalicelib.contract.page import render

    return render(json.loads(published(base_url)))


@cache
def _text() -> str:
    place = _PACKAGED if _PACKAGED.exists() else _COMMITTED
    return json.dumps(json.loads(place.read_text(encoding="utf-8")), ensure_ascii=False)
