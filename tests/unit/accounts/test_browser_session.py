"""A browser's session: its refresh token is in a cookie that no script can read, and nowhere else."""

from __future__ import annotations

from http.cookies import Morsel, SimpleCookie
from typing import Any

import pytest
from botocore.stub import Stubber

from chalicelib.accounts import cookies
from chalicelib.foundation import aws, http
from chalicelib.foundation.config import settings
from tests.api import Api, Reply
from tests.unit.accounts.test_signing import MEI, claims_of, cognito_fails, confirmed, problem, without
from tests.unit.conftest import calls, everything_stored, resources

BROWSER = Api()
SIGN_IN = without(MEI, "name", "language")
HOST = "api123.execute-api.us-east-1.amazonaws.com"
OURS = f"https://{HOST}"
FOREIGN = [
    "https://evil.example",
    "null",
    "",
    f"http://{HOST}",
    f"{OURS}.evil.example",
    f"{OURS}:8443",
    "https://evil.example/" + OURS,
]


BAD = ["", "nonsense", "a.b.c", "a b", "a,b", '"a"', "梅", "x" * 8_193]
"""No refresh tokens."""


def showing(token: str) -> dict[str, str]:
    """The headers by which a browser shows a token."""
    return {"Cookie": f"{cookies.NAME}={token}"}


def cookie_of(reply: Reply) -> Morsel[str]:
    """The cookie that a reply sets."""
    (morsel,) = SimpleCookie(reply.headers["set-cookie"]).values()
    return morsel


def signed_in() -> tuple[Reply, dict[str, str]]:
    """What signing in answered, and the headers by which the browser shows its cookie."""
    reply = BROWSER.post("/session", SIGN_IN)
    assert reply.status == 200
    return reply, showing(cookie_of(reply).value)


@pytest.fixture
def mei(pool: None) -> None:
    """Mei has an account."""
    confirmed(MEI)


@pytest.fixture
def revoked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tokens that Cognito revoked, which moto can't."""
    gone: list[str] = []
    monkeypatch.setattr(
        aws.client("cognito-idp"), "revoke_token", lambda **asked: gone.append(asked["Token"])
    )
    return gone


@pytest.mark.usefixtures("mei")
class TestOpenBrowserSession:
    def test_answers_an_id_token_and_keeps_the_refresh_token_from_scripts(self) -> None:
        reply, _ = signed_in()
        assert set(reply.json) == {"id_token", "expires_in"}
        assert claims_of(reply.json)["token_use"] == "id"
        assert cookie_of(reply).value.encode() not in reply.content

    def test_sets_a_cookie_for_its_own_address_and_our_own_pages_alone(self) -> None:
        told = signed_in()[0].headers["set-cookie"]
        assert told.startswith(f"{cookies.NAME}=")
        assert told.split("; ")[1:] == [
            "Max-Age=2592000", "Path=/api/session", "HttpOnly", "SameSite=Strict", "Secure"
        ]  # fmt: skip

    def test_sets_a_cookie_for_the_address_that_people_see(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PUBLIC_URL", "https://shop.example.com")
        settings.cache_clear()
        cookie = cookie_of(signed_in()[0])
        assert (cookie["path"], cookie["secure"]) == ("/session", True)

    def test_sets_a_cookie_without_tls_where_there_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LOCAL_ENGINE_URL", "http://127.0.0.1:4566")
        settings.cache_clear()
        cookie = cookie_of(signed_in()[0])
        assert (cookie["path"], cookie["secure"]) == ("/_aws/execute-api/api123/api/session", "")

    def test_lasts_as_long_as_the_pool_lets_it(self) -> None:
        (client,) = resources("AWS::Cognito::UserPoolClient")
        assert client["TokenValidityUnits"]["RefreshToken"] == "days"
        assert client["RefreshTokenValidity"] * 86_400 == cookies.MAX_AGE

    def test_is_kept_by_no_cache(self) -> None:
        assert signed_in()[0].headers["cache-control"] == "no-store"

    def test_sets_no_cookie_for_a_wrong_password(self) -> None:
        reply = BROWSER.post("/session", {**SIGN_IN, "password": "something else"})
        assert problem(reply) == (401, "wrong_credentials", None)
        assert "set-cookie" not in reply.headers

    @pytest.mark.parametrize("origin", [OURS, OURS.upper(), None])
    def test_is_open_to_our_own_pages_and_to_what_is_no_page(self, origin: str | None) -> None:
        headers = {"Origin": origin} if origin else {}
        assert BROWSER.post("/session", SIGN_IN, headers=headers).status == 200

    @pytest.mark.parametrize("origin", ["https://shop.example.com", OURS])
    def test_is_open_to_pages_under_either_address(
        self, origin: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PUBLIC_URL", "https://shop.example.com")
        settings.cache_clear()
        reply = BROWSER.post("/session", SIGN_IN, headers={"Origin": origin, "Host": HOST})
        assert reply.status == 200


@pytest.mark.usefixtures("mei")
class TestRefreshBrowserSession:
    def test_goes_on_with_a_fresh_id_token_and_the_same_cookie(self) -> None:
        first, shown = signed_in()
        reply = BROWSER.post("/session/refresh", headers=shown)
        assert reply.status == 200
        assert claims_of(reply.json)["sub"] == claims_of(first.json)["sub"]
        assert "set-cookie" not in reply.headers, "its 30 days run from the sign-in"
        assert reply.headers["cache-control"] == "no-store"

    def test_finds_its_cookie_among_others(self) -> None:
        _, shown = signed_in()
        crowd = {"Cookie": f"x{shown['Cookie']}; a=b;c; {shown['Cookie']}; z={cookies.NAME}"}
        assert BROWSER.post("/session/refresh", headers=crowd).status == 200

    def test_hands_on_a_new_refresh_token_when_cognito_gives_one(self) -> None:
        tokens = {"IdToken": "i", "AccessToken": "a", "ExpiresIn": 3_600, "RefreshToken": "turned"}
        with Stubber(aws.client("cognito-idp")) as stubber:
            stubber.add_response("initiate_auth", {"AuthenticationResult": tokens})
            reply = BROWSER.post("/session/refresh", headers=showing("turned-before"))
        assert reply.json == {"id_token": "i", "expires_in": 3_600}
        assert cookie_of(reply).value == "turned"

    @pytest.mark.parametrize(
        "sent", [{}, {"Cookie": "a=b"}, {"Cookie": ""}, {"Cookie": cookies.NAME}, *map(showing, BAD)]
    )
    def test_is_over_without_a_good_cookie_and_clears_it(self, sent: dict[str, str]) -> None:
        reply = BROWSER.post("/session/refresh", headers=sent)
        assert problem(reply) == (401, "session_ended", None)
        assert is_cleared(reply)

    @pytest.mark.parametrize("failure", ["NotAuthorizedException", "UserNotFoundException"])
    def test_is_over_when_cognito_says_so(self, failure: str) -> None:
        with cognito_fails("initiate_auth", failure):
            reply = BROWSER.post("/session/refresh", headers=showing("good-yesterday"))
        assert problem(reply) == (401, "session_ended", None)
        assert is_cleared(reply)

    @pytest.mark.parametrize(
        ("failure", "expected"),
        [("TooManyRequestsException", (429, "too_many_attempts")), ("InternalErrorException", (503, "busy"))],
    )
    def test_keeps_the_cookie_through_what_will_pass(self, failure: str, expected: tuple[int, str]) -> None:
        with cognito_fails("initiate_auth", failure):
            reply = BROWSER.post("/session/refresh", headers=showing("good"))
        assert problem(reply)[:2] == expected
        assert "set-cookie" not in reply.headers


class TestCloseBrowserSession:
    def test_revokes_the_token_and_clears_the_cookie(self, mei: None, revoked: list[str]) -> None:
        first, shown = signed_in()
        reply = BROWSER.delete("/session", headers=shown)
        assert (reply.status, reply.content) == (204, b"")
        assert revoked == [cookie_of(first).value]
        assert is_cleared(reply)

    def test_clears_a_cookie_that_is_none_and_asks_nobody(self) -> None:
        with calls() as made:
            reply = BROWSER.delete("/session", headers=showing("a b"))
        assert (reply.status, made) == (204, [])
        assert is_cleared(reply)

    def test_may_be_asked_again(self, revoked: list[str]) -> None:
        shown = showing("good")
        assert [BROWSER.delete("/session", headers=shown).status for _ in range(2)] == [204, 204]

    @pytest.mark.parametrize(
        "failure", ["UnsupportedTokenTypeException", "InvalidParameterException", "UnauthorizedException"]
    )
    def test_makes_nothing_of_a_token_that_is_not_good_anyhow(self, failure: str) -> None:
        with cognito_fails("revoke_token", failure):
            reply = BROWSER.delete("/session", headers=showing("bad"))
        assert reply.status == 204
        assert is_cleared(reply)

    @pytest.mark.parametrize(
        ("failure", "expected"),
        [("TooManyRequestsException", (429, "too_many_attempts")), ("InternalErrorException", (503, "busy"))],
    )
    def test_keeps_the_cookie_until_the_token_is_revoked(
        self, failure: str, expected: tuple[int, str]
    ) -> None:
        with cognito_fails("revoke_token", failure):
            reply = BROWSER.delete("/session", headers=showing("good"))
        assert problem(reply)[:2] == expected
        assert "set-cookie" not in reply.headers, "else nothing could revoke it any more"


class TestPagesOfOthers:
    @pytest.mark.parametrize("origin", FOREIGN)
    @pytest.mark.parametrize(
        ("method", "path"), [("POST", "/session"), ("POST", "/session/refresh"), ("DELETE", "/session")]
    )
    def test_are_refused_before_anybody_is_asked(
        self, method: str, path: str, origin: str, revoked: list[str]
    ) -> None:
        body = SIGN_IN if path == "/session" and method == "POST" else None
        headers = {"Origin": origin, "Cookie": f"{cookies.NAME}=good", "Host": HOST}
        before = everything_stored()
        with calls() as made:
            reply = BROWSER.call(method, path, body, headers=headers)
        assert problem(reply) == (403, "foreign_origin", "Origin")
        assert "set-cookie" not in reply.headers
        assert (made, revoked) == ([], [])
        assert everything_stored() == before

    @pytest.mark.usefixtures("mei")
    def test_are_given_no_credentials_by_cors(self) -> None:
        headers = signed_in()[0].headers
        assert headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in headers


@pytest.mark.usefixtures("mei")
class TestTheToken:
    def test_is_in_no_log_and_in_no_body(
        self, revoked: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        logged: list[str] = []
        for level in ("info", "warning", "exception"):
            monkeypatch.setattr(http.log, level, lambda *what, **more: logged.append(f"{what} {more}"))
        first, shown = signed_in()
        replies = [
            first,
            BROWSER.post("/session/refresh", headers=shown),
            BROWSER.post("/session/refresh", {"nonsense": 1}, headers=shown),
            BROWSER.post("/session/refresh", headers={**shown, "Origin": "null"}),
            broken_once(shown, monkeypatch),
            BROWSER.delete("/session", headers=shown),
        ]
        token = cookie_of(first).value
        told = "".join(logged) + "".join(capsys.readouterr())
        assert [reply.status for reply in replies] == [200, 200, 422, 403, 500, 204]
        assert "unforeseen" in told and "served" in told
        assert token not in told
        assert not [reply for reply in replies if token.encode() in reply.content]


def broken_once(shown: Any, monkeypatch: pytest.MonkeyPatch) -> Reply:
    """A refresh during which something breaks that nobody foresaw."""
    with monkeypatch.context() as patch:
        patch.setattr(
            aws.client("cognito-idp"), "initiate_auth", lambda **_: {"AuthenticationResult": {"a": 1}}
        )
        return BROWSER.post("/session/refresh", headers=shown)


def is_cleared(reply: Reply) -> bool:
    """Whether a browser forgets its cookie: the same name, path and kind, of no age."""
    cookie = cookie_of(reply)
    return (cookie.value, cookie["max-age"], cookie["path"], cookie["httponly"], cookie["samesite"]) == (
        "", "0", "/api/session", True, "Strict"
    )  # fmt: skip
