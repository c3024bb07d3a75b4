"""Weibo as a process of its own: as much of its Open Platform's API as a store's posts need.

It speaks as https://open.weibo.com/wiki says: oauth2/authorize (everybody consents at once),
oauth2/access_token, statuses/share and statuses/user_timeline, errors as {error, error_code, request}. As
Weibo does it shortens the links in a text, and refuses the same text twice in a row. For tests its `/_faults`
takes what is to go wrong next: `lost` (a post is taken, its answer isn't given), `down`, `expired`. It
forgets everything when it ends.

    WEIBO_SECRET=… python -m demo.weibo --port …
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

HOST = "127.0.0.1"
APP_KEY = "2026112601"
LASTS = 30 * 24 * 3600
MOST, MOST_PICTURE = 140, 5 * 1024 * 1024
_LINK = re.compile(r"https?://[!-~]+")


class Refused(Exception):
    """What Weibo doesn't do; its code and words."""

    def __init__(self, code: int, words: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(words)
        self.code, self.status = code, status


@dataclass
class Site:
    """All accounts, tokens and posts."""

    secret: str
    codes: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    posts: list[dict[str, Any]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def authorise(self, asked: Mapping[str, str]) -> str:
        """Where somebody is sent who has consented. Raises Refused."""
        if asked.get("client_id") != APP_KEY:
            raise Refused(21324, "invalid_client")
        code, uid = secrets.token_hex(16), str(1_000_000_000 + secrets.randbelow(10**9))
        self.codes[code] = uid
        back = urlencode({"code": code, "state": asked.get("state", "")})
        return f"{asked['redirect_uri']}?{back}"

    def token(self, told: Mapping[str, Any]) -> Any:
        """A token for a code, once. Raises Refused."""
        if (told.get("client_id"), told.get("client_secret")) != (APP_KEY, self.secret):
            raise Refused(21324, "invalid_client")
        if (uid := self.codes.pop(str(told.get("code")), None)) is None:
            raise Refused(21325, "invalid_grant")
        token = f"2.00{secrets.token_urlsafe(20)}"
        self.tokens[token] = uid
        return {"access_token": token, "remind_in": str(LASTS), "expires_in": LASTS, "uid": uid}

    def share(self, told: Mapping[str, Any]) -> Any:
        """Post something. Raises Refused."""
        uid, text = self._who(told), str(told.get("status", ""))
        if not told.get("rip"):
            raise Refused(10016, "Miss required parameter (rip)")
        if len(text) > MOST:
            raise Refused(20012, "Text too long, please input text less than 140 characters!")
        if not _LINK.search(text) or text.count("#") > 1:
            raise Refused(10017, "Parameter (status)'s value invalid")
        picture = told.get("pic", b"")
        if len(picture) > MOST_PICTURE or (picture and picture[:3] != b"\xff\xd8\xff"):
            raise Refused(20006, "Image size too large.")
        with self.lock:
            mine = [one for one in self.posts if one["user"] == uid]
            if mine and mine[-1]["said"] == text:
                raise Refused(20019, "repeat content!")
            number = str(5_000_000_000_000_000 + len(self.posts))
            post = {"idstr": number, "id": int(number), "user": uid, "said": text}
            shown = {"text": _LINK.sub("http://t.cn/A6xYz", text), "source": "Guanxi", "annotations": []}
            self.posts.append(post | shown)
            self.pictures[number] = picture
        return post | shown

    def timeline(self, asked: Mapping[str, str]) -> Any:
        """Somebody's own latest posts. Raises Refused."""
        uid = self._who(asked)
        mine = [one for one in reversed(self.posts) if one["user"] == uid]
        return {"statuses": mine[: int(asked.get("count", 20))], "total_number": len(mine)}

    def _who(self, told: Mapping[str, Any]) -> str:
        if (uid := self.tokens.get(str(told.get("access_token")))) is None:
            raise Refused(21332, "invalid_access_token", HTTPStatus.FORBIDDEN)
        return uid


def _fields(content_type: str, body: bytes) -> dict[str, Any]:
    """What a form says: urlencoded, or multipart with its file as bytes."""
    if not content_type.startswith("multipart/form-data"):
        return dict(parse_qsl(body.decode()))
    whole = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    parts: Sequence[Message] = whole.get_payload()  # type: ignore[assignment]
    found: dict[str, Any] = {}
    for part in parts:
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = str(part.get_param("name", header="content-disposition"))
        found[name] = content if part.get_filename() else content.decode()
    return found


def server(site: Site, port: int) -> ThreadingHTTPServer:  # noqa: C901 - a door of few ways
    """Weibo's door."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, asked = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
            told = {name: values[-1] for name, values in asked.items()}
            if path == "/oauth2/authorize":
                self.send_response(HTTPStatus.FOUND)
                self.send_header("Location", site.authorise(told))
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif path == "/_posts":
                pictures = {number: len(one) for number, one in site.pictures.items()}
                self._reply(HTTPStatus.OK, {"posts": site.posts, "pictures": pictures})
            else:
                self._serve(path, told)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path == "/_faults":
                site.faults = json.loads(body)
                self._reply(HTTPStatus.OK, {})
            else:
                self._serve(self.path, _fields(self.headers.get("Content-Type", ""), body))

        def _serve(self, path: str, told: Mapping[str, Any]) -> None:
            fault = site.faults.pop(0) if site.faults and path.startswith("/2/") else ""
            try:
                self._fail(fault)
                found = _WAYS[path](site, told)
                if fault == "lost":
                    self.connection.close()
                    return
                self._reply(HTTPStatus.OK, found)
            except Refused as refusal:
                said = {"error": str(refusal), "error_code": refusal.code, "request": path}
                self._reply(refusal.status, said)
            except KeyError:
                self._reply(HTTPStatus.NOT_FOUND, {"error": "not found", "error_code": 10020})

        def _fail(self, fault: str) -> None:
            if fault == "down":
                raise Refused(10002, "Service unavailable", HTTPStatus.SERVICE_UNAVAILABLE)
            if fault == "expired":
                raise Refused(21327, "expired_token", HTTPStatus.FORBIDDEN)

        def _reply(self, status: HTTPStatus, told: Any) -> None:
            body = json.dumps(told, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json;charset=UTF-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """It says nothing of what goes well."""

    return ThreadingHTTPServer((HOST, port), Door)


_WAYS = {
    "/oauth2/access_token": Site.token,
    "/2/statuses/share.json": Site.share,
    "/2/statuses/user_timeline.json": Site.timeline,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until ended; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo.weibo", description="Be Weibo.")
    parser.add_argument("--port", type=int, required=True, help="where it listens")
    wish = parser.parse_args(arguments)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    server(Site(os.environ["WEIBO_SECRET"]), wish.port).serve_forever()
    return 0


def _end_with_parent() -> None:
    """Whoever started this holds the other end of its input; when she is gone, it ends."""
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
