"""Browsers that let themselves be told, and the push service between: RFC 8030, 8291 and 8292."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CONTACT = "mailto:ops@example.com"


def text(some: bytes) -> str:
    """Bytes in base64url."""
    return base64.urlsafe_b64encode(some).decode().rstrip("=")


def octets(some: str) -> bytes:
    """What base64url says."""
    return base64.urlsafe_b64decode(some + "=" * (-len(some) % 4))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as browsers give it."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@dataclass
class Browser:
    """One that has subscribed. It shows what is told to it."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    shown: list[Any] = field(default_factory=list)

    def subscription(self, **more: Any) -> dict[str, Any]:
        """What its page tells us."""
        keys = {"p256dh": text(point(self.key.public_key())), "auth": text(self.auth)}
        return {"endpoint": self.endpoint, "keys": keys, **more}

    def show(self, body: bytes) -> None:
        """Decrypt a message as RFC 8291, 3.4 has it, and show it."""
        salt, length = body[:16], body[20]
        sender = body[21 : 21 + length]
        shared = self.key.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        )
        context = b"WebPush: info\0" + point(self.key.public_key()) + sender
        material = _hkdf(self.auth, shared, context, 32)
        key = _hkdf(salt, material, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _hkdf(salt, material, b"Content-Encoding: nonce\0", 12)
        plain = AESGCM(key).decrypt(nonce, body[21 + length :], None)
        assert plain.endswith(b"\x02"), "the last record ends so"
        self.shown.append(json.loads(plain[:-1]))


def _hkdf(salt: bytes, material: bytes, info: bytes, length: int) -> bytes:
    extracted = hmac.digest(salt, material, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256)[:length]


class PushService:
    """A push service on this machine. What it answers next can be told it; else it takes all."""

    def __init__(self) -> None:
        self.browsers: list[Browser] = []
        self.answers: list[int] = []
        self.asked: list[dict[str, str]] = []
        """The headers of each request."""
        self.faults: list[BaseException] = []
        self.origin = ""

    @contextmanager
    def listening(self) -> Iterator[PushService]:
        """On a port of its own, on this machine alone."""
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = service.take(self.path, dict(self.headers), body)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                if 300 <= status < 400:
                    self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
        assert self.faults == []

    @property
    def settings(self) -> dict[str, str]:
        """Of a stage that tells browsers by it."""
        return {"PUSH_CONTACT": CONTACT, "PUSH_SERVICES": self.origin}

    def new_browser(self) -> Browser:
        """Somebody's browser, which chose this service."""
        browser = Browser(f"{self.origin}/send/{len(self.browsers)}")
        self.browsers.append(browser)
        return browser

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Take a message for a browser, or not; answers the status."""
        try:
            self.asked.append(headers)
            status = self.answers.pop(0) if self.answers else 201
            if status == 201:
                self.check(headers)
                self.browsers[int(path.rpartition("/")[2])].show(body)
        except BaseException as fault:
            self.faults.append(fault)
            raise
        return status

    def check(self, headers: dict[str, str]) -> None:
        """That a message is what the standards want."""
        assert headers["Content-Encoding"] == "aes128gcm"
        assert int(headers["TTL"]) > 0
        claims = verified(headers["Authorization"])
        assert claims["aud"] == self.origin
        assert len(octets(headers["Topic"])) == 24


def verified(authorization: str) -> dict[str, Any]:
    """What a sender says of itself, if its signature is good (RFC 8292)."""
    scheme, _, told_ = authorization.partition(" ")
    parts = dict(one.strip().split("=", 1) for one in told_.split(","))
    assert scheme == "vapid"
    signed, _, signature = parts["t"].rpartition(".")
    raw = octets(signature)
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), octets(parts["k"]))
    r_and_s = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    key.verify(r_and_s, signed.encode(), ec.ECDSA(hashes.SHA256()))
    header, claims = (json.loads(octets(part)) for part in signed.split("."))
    assert header == {"typ": "JWT", "alg": "ES256"}
    return dict(claims)
