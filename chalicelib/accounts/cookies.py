"""The cookie in which a browser keeps its refresh token, where no script of a page can read it.

It is sent to `/session` and below alone, and to pages of our own alone (SameSite=Strict). Browsers that don't
heed that name where a request comes from, and what comes from elsewhere is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from chalice.app import Request

from chalicelib.accounts.errors import ForeignOrigin
from chalicelib.foundation.urls import base_url

NAME = "guanxi_session"

MAX_AGE = 30 * 86_400
"""In seconds: as long as the pool's client lets a refresh token live (`infra/resources.yaml`)."""

_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,8192}")


def setting(token: str, request: Request) -> Mapping[str, str]:
    """The headers that have a browser keep a refresh token."""
    return _headers(f"{NAME}={token}; Max-Age={MAX_AGE}", request)


def clearing(request: Request) -> Mapping[str, str]:
    """The headers that have a browser forget it."""
    return _headers(f"{NAME}=; Max-Age=0", request)


def unkept() -> Mapping[str, str]:
    """The headers of an answer that holds a token but sets no cookie."""
    return {"Cache-Control": "no-store"}


def token_of(request: Request) -> str | None:
    """The refresh token that a browser sent; None if it sent nothing that could be one."""
    for pair in request.headers.get("cookie", "").split(";"):
        name, _, value = pair.strip().partition("=")
        if name == NAME:
            return value if _TOKEN.fullmatch(value) else None
    return None


def refuse_foreigners(request: Request) -> None:
    """Let pages of our own alone use the cookie, and whatever isn't a page. Raises ForeignOrigin.

    A browser tells by `Origin` whose page it is that asks; nothing else does.
    """
    origin = request.headers.get("origin")
    if origin is None:
        return
    ours = urlsplit(base_url(request))
    hosts = {ours.netloc, request.headers.get("host", ours.netloc)}
    if origin.lower() not in {f"{ours.scheme}://{host}".lower() for host in hosts}:
        raise ForeignOrigin(field="Origin")


def _headers(cookie: str, request: Request) -> Mapping[str, str]:
    url = urlsplit(base_url(request))
    secure = "; Secure" if url.scheme == "https" else ""
    told = f"{cookie}; Path={url.path}/session; HttpOnly; SameSite=Strict{secure}"
    return {"Set-Cookie": told, **unkept()}
