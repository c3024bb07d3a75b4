"""Stripe's API as a process of its own, for the tests that use it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from chalicelib.foundation import aws, vault
from chalicelib.foundation.config import settings
from chalicelib.payments import gateway, stripe_gateway

API_KEY = "sk_test_unit"
_PATIENCE = 30.0


@dataclass(frozen=True)
class StripeServer:
    """The server, and what a test may do behind our backs: what happens at banks and in cables."""

    url: str

    def fails(self, *troubles: str) -> None:
        """The next requests meet these: `500`, `429`, `slow`, or `lost` (done, but the answer comes too late)."""
        httpx.post(f"{self.url}/_config/fail", json=troubles).raise_for_status()

    def happens(self, kind: str, stripe_id: str, **changes: object) -> Any:
        """Something becomes of an object; answers what it is now."""
        changed = httpx.post(f"{self.url}/_config/objects/{kind}:{stripe_id}", json=changes)
        return changed.raise_for_status().json()

    def get(self, path: str, **params: Any) -> Any:
        """What Stripe knows."""
        return httpx.get(f"{self.url}/v1/{path}", params=params, auth=(API_KEY, "")).raise_for_status().json()

    def post(self, path: str, **data: Any) -> Any:
        """What a payer's own device does."""
        return httpx.post(f"{self.url}/v1/{path}", data=data, auth=(API_KEY, "")).json()


@pytest.fixture(scope="session")
def stripe_server() -> Iterator[StripeServer]:
    """The server's process, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.stripe_api", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield StripeServer(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server has ended"
        with socket.socket() as trying:
            trying.settimeout(0.1)
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("the server doesn't listen")


@pytest.fixture
def stripe(stripe_server: StripeServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[StripeServer]:
    """A stage whose money goes through Stripe."""
    monkeypatch.setenv("GATEWAY", "stripe")
    monkeypatch.setenv("STRIPE_URL", stripe_server.url)
    monkeypatch.setattr(stripe_gateway, "TIME_OUT", (0.5, 0.5))
    monkeypatch.setitem(gateway._gateways, stripe_gateway.NAME, stripe_gateway.StripeGateway)
    key = settings().secret(stripe_gateway.KEY)
    aws.client("secretsmanager").put_secret_value(SecretId=key, SecretString=API_KEY)
    vault.forget()
    settings.cache_clear()
    stripe_gateway._client.cache_clear()
    yield stripe_server
    stripe_gateway._client.cache_clear()
    settings.cache_clear()
