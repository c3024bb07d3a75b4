"""A browser's session at the deployed stage: a real cookie jar, a real pool, and what is left of it after."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest

from chalicelib.accounts import cookies
from demo.people import Person
from tests.conftest import Stack


@pytest.fixture
def browser(stack: Stack) -> Iterator[httpx.Client]:
    """A browser that keeps cookies, and whose pages are the stage's own."""
    ours = urlsplit(stack.api_url)
    headers = {"Origin": f"{ours.scheme}://{ours.netloc}"}
    with httpx.Client(base_url=stack.api_url, timeout=60, headers=headers) as client:
        yield client


def signed_in(browser: httpx.Client, stack: Stack) -> str:
    """Somebody new signs in there; answers her id token."""
    person = Person.at(stack.api_url, f"mei-{uuid4().hex[:8]}@example.com", "Mei").sign_up()
    reply = browser.post("/session", json={"email": person.email, "password": person.password})
    assert reply.status_code == 200, reply.text
    token: str = reply.json()["id_token"]
    return token


def own_name(browser: httpx.Client, token: str) -> str:
    """What the API calls whom a token is of."""
    name: str = browser.get("/me", headers={"Authorization": token}).json()["name"]
    return name


class TestABrowsersSession:
    def test_goes_on_by_its_cookie_until_it_is_closed(self, browser: httpx.Client, stack: Stack) -> None:
        assert own_name(browser, signed_in(browser, stack)) == "Mei"
        (kept,) = browser.cookies.jar
        assert (kept.name, kept.path) == (cookies.NAME, urlsplit(stack.api_url).path + "/session")
        assert kept.has_nonstandard_attr("HttpOnly") and kept.get_nonstandard_attr("SameSite") == "Strict"
        assert not kept.secure, "the engine has no TLS"

        again = browser.post("/session/refresh")
        assert (again.status_code, set(again.json())) == (200, {"id_token", "expires_in"})
        assert own_name(browser, again.json()["id_token"]) == "Mei"

        assert browser.delete("/session").status_code == 204
        assert not list(browser.cookies.jar)
        over = browser.post("/session/refresh")
        assert (over.status_code, over.json()["code"]) == (401, "session_ended")

    def test_is_over_for_a_copy_of_its_cookie_too(self, browser: httpx.Client, stack: Stack) -> None:
        signed_in(browser, stack)
        (kept,) = browser.cookies.jar
        copied = {"Cookie": f"{kept.name}={kept.value}"}
        assert httpx.post(f"{stack.api_url}/session/refresh", headers=copied, timeout=60).status_code == 200

        browser.delete("/session")

        over = httpx.post(f"{stack.api_url}/session/refresh", headers=copied, timeout=60)
        assert (over.status_code, over.json()["code"]) == (401, "session_ended")
        assert "Max-Age=0" in over.headers["set-cookie"]

    def test_is_no_business_of_others_pages(self, browser: httpx.Client, stack: Stack) -> None:
        signed_in(browser, stack)
        for method, path in (("POST", "/session/refresh"), ("DELETE", "/session")):
            reply = browser.request(method, path, headers={"Origin": "https://evil.example"})
            assert (reply.status_code, reply.json()["code"]) == (403, "foreign_origin")
        assert browser.post("/session/refresh").status_code == 200
