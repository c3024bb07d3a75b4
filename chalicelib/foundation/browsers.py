"""What a browser may do with a page of ours, told in the headers of the page.

A page gets nothing but what is named here: should a stranger's words ever become elements of it, they load
nothing, run nothing and send nothing. Sources: https://www.w3.org/TR/CSP3/, OWASP's Secure Headers Project.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from chalicelib.foundation import files

SELF, DATA, BLOB = "'self'", "data:", "blob:"

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_CLOSED = {"default-src": ("'none'",), "base-uri": ("'none'",), "frame-ancestors": ("'none'",)}


def headers(html: str, **allowed: tuple[str, ...]) -> Mapping[str, str]:
    """The headers of a page that loads what is allowed (`img_src=…`) and has the styles that are in it."""
    style = (*allowed.pop("style_src", ()), *_hashes(html))
    told = _CLOSED | {"style-src": style} | {name.replace("_", "-"): some for name, some in allowed.items()}
    policy = "; ".join(f"{name} {' '.join(dict.fromkeys(some))}" for name, some in told.items() if some)
    return {"Content-Security-Policy": policy, **_ALWAYS}


def _hashes(html: str) -> tuple[str, ...]:
    """By which a browser knows the page's own styles: of each, exactly what stands between its tags."""
    digests = (hashlib.sha256(style.encode()).digest() for style in _STYLE.findall(html))
    return tuple(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)


def origin(url: str) -> str:
    """An address's scheme, host and port; empty for none."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


@cache
def media_origin() -> str:
    """Where photos come from and go to."""
    return origin(files.signed_url("any"))
