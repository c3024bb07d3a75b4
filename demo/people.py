"""A person with a phone, as far as the API can tell: signs up, signs in, calls, uploads photos."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

import httpx

LOCAL_CODE = "123456"
"""The confirmation code that the local engine gives everybody."""


class Refused(Exception):
    """The API said no, where the script had no no in mind."""

    def __init__(self, reply: httpx.Response) -> None:
        self.reply = reply
        super().__init__(
            f"{reply.request.method} {reply.request.url.path}: {reply.status_code} {reply.text[:500]}"
        )


@dataclass
class Person:
    """Somebody who uses one stage's API."""

    api: httpx.Client
    email: str
    name: str
    password: str = "Guanxi-2026"
    tokens: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def at(cls, api_url: str, email: str, name: str) -> Self:
        """Somebody at a stage's address, not signed in yet."""
        return cls(httpx.Client(base_url=api_url, timeout=60), email, name)

    def sign_up(self, language: str = "zh", code: str = LOCAL_CODE) -> Self:
        """Make an account, confirm it and sign in."""
        account = {"email": self.email, "password": self.password, "name": self.name, "language": language}
        self.post("/sign-up", account)
        self.post("/sign-up/confirm", {"email": self.email, "code": code})
        return self.sign_in()

    def sign_in(self) -> Self:
        """Get the tokens of one's account."""
        self.tokens = self.post("/sign-in", {"email": self.email, "password": self.password})
        self.api.headers["Authorization"] = self.tokens["id_token"]
        return self

    def call(self, method: str, path: str, body: Any = None, *, key: str | None = None) -> httpx.Response:
        """Whatever the API answers."""
        headers = {"Idempotency-Key": key} if key else {}
        if body is None:
            return self.api.request(method, path, headers=headers)
        return self.api.request(method, path, json=body, headers=headers)

    def get(self, path: str) -> Any:
        """The answer's JSON. Raises Refused."""
        return _granted(self.call("GET", path))

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> Any:
        """The answer's JSON. Raises Refused."""
        return _granted(self.call("POST", path, body, key=key))

    def put(self, path: str, body: Any = None) -> Any:
        """Set something as a whole."""
        return _granted(self.call("PUT", path, body))

    def patch(self, path: str, body: Any) -> Any:
        """The answer's JSON. Raises Refused."""
        return _granted(self.call("PATCH", path, body))

    def delete(self, path: str) -> None:
        """Raises Refused."""
        _granted(self.call("DELETE", path))

    def send(self, form: Any, content: bytes) -> None:
        """Send a file to the address that was given for it. Raises Refused."""
        sent = httpx.post(form["url"], data=form["fields"], files={"file": content}, timeout=60)
        if sent.status_code >= 300:
            raise Refused(sent)

    def upload(self, photo: bytes, content_type: str, purpose: str) -> str:
        """Upload a photo as a phone does, have it checked, and answer its id."""
        asked = self.post("/photos", {"content_type": content_type, "bytes": len(photo), "purpose": purpose})
        self.send(asked["upload"], photo)
        self.post(f"/photos/{asked['id']}/check")
        photo_id: str = asked["id"]
        return photo_id


def _granted(reply: httpx.Response) -> Any:
    if reply.status_code >= 300:
        raise Refused(reply)
    return reply.json() if reply.content else None
