"""Signing up and signing in, over HTTP."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.stub import Stubber

from chalicelib.accounts import service
from chalicelib.accounts.rules import Language
from chalicelib.foundation import aws
from tests.api import Api, Reply, proxy_event
from tests.unit.conftest import calls, everything_stored

NOBODY = Api()
PASSWORD = "correct horse"
MEI = {"email": "mei@example.com", "password": PASSWORD, "name": "Mei", "language": "en"}
LI = {"phone": "+86 138 0013 8000", "password": PASSWORD, "name": "李雷", "language": "zh"}


def without(body: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in names}


def signed_up(body: dict[str, Any]) -> None:
    assert NOBODY.post("/sign-up", body).status == 201


def confirmed(body: dict[str, Any]) -> None:
    signed_up(body)
    contact = without(body, "password", "name", "language")
    assert NOBODY.post("/sign-up/confirm", {**contact, "code": "123456"}).status == 204


def claims_of(session: dict[str, Any]) -> dict[str, Any]:
    part = session["id_token"].split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return claims


def problem(reply: Reply) -> tuple[int, str, str | None]:
    return reply.status, reply.json["code"], reply.json.get("field")


@contextmanager
def cognito_fails(operation: str, code: str) -> Iterator[None]:
    """Cognito answers the next call of an operation with a failure of its documentation."""
    with Stubber(aws.client("cognito-idp")) as stubber:
        stubber.add_client_error(operation, code)
        yield


@pytest.mark.usefixtures("pool")
class TestSignUp:
    def test_sends_the_code_to_the_email_and_says_where_masked(self) -> None:
        reply = NOBODY.post("/sign-up", MEI)
        assert (reply.status, reply.json) == (201, {"sent_to": "m***@e***.com", "by": "email"})

    def test_takes_a_phone_number_as_people_write_it(self) -> None:
        assert NOBODY.post("/sign-up", LI).json == {"sent_to": "+*********8000", "by": "sms"}
        again = NOBODY.post("/sign-up", {**LI, "phone": "+8613800138000"})
        assert problem(again) == (409, "already_registered", "phone")

    def test_takes_an_email_in_capitals_for_the_same(self) -> None:
        signed_up(MEI)
        again = NOBODY.post("/sign-up", {**MEI, "email": " MEI@Example.com"})
        assert problem(again) == (409, "already_registered", "email")

    def test_makes_the_profile_of_the_person_who_will_sign_in(self) -> None:
        confirmed(MEI)
        session = NOBODY.post("/sign-in", without(MEI, "name", "language")).json
        me = Api(person=claims_of(session)["sub"])
        with calls() as made:
            shown = me.get("/me").json
        assert (shown["name"], shown["language"]) == ("Mei", "en")
        assert made == ["BatchGetItem"], "the profile was there already"

    @pytest.mark.parametrize("contact", [{}, {"email": "mei@example.com", "phone": "+8613800138000"}])
    def test_wants_either_an_email_or_a_phone(self, contact: dict[str, str]) -> None:
        reply = NOBODY.post("/sign-up", {**without(MEI, "email"), **contact})
        assert reply.status == 422
        assert "either email or phone" in reply.json["detail"]

    @pytest.mark.parametrize(
        "email", ["", "mei", "mei@", "@example.com", "mei@example", "a b@example.com", "梅@example.com",
                  "mei@exa_mple.com", "mei@-a.com", "x" * 65 + "@example.com", "a@" + "b." * 130 + "com"]
    )  # fmt: skip
    def test_refuses_what_is_no_email(self, email: str) -> None:
        reply = NOBODY.post("/sign-up", {**MEI, "email": email})
        assert problem(reply) == (422, "invalid", "email")

    @pytest.mark.parametrize(
        "phone", ["13800138000", "+86 12", "+999 138 0013 8000", "phone", "+86" + "1" * 30]
    )
    def test_refuses_what_is_no_phone_number_and_names_the_field(self, phone: str) -> None:
        reply = NOBODY.post("/sign-up", {**LI, "phone": phone})
        assert problem(reply) == (422, "bad_phone", "phone")

    @pytest.mark.parametrize("name", ["", "   ", "\u200b", "a\nb", "a\x00b", "x" * 61])
    def test_refuses_a_name_that_nobody_could_read(self, name: str) -> None:
        assert problem(NOBODY.post("/sign-up", {**MEI, "name": name})) == (422, "invalid", "name")

    def test_keeps_the_blanks_of_a_password(self) -> None:
        confirmed({**MEI, "password": "  spaced  out  "})
        stripped = NOBODY.post("/sign-in", {"email": MEI["email"], "password": "spaced  out"})
        assert problem(stripped) == (401, "wrong_credentials", None)
        assert NOBODY.post("/sign-in", {"email": MEI["email"], "password": "  spaced  out  "}).status == 200

    def test_refuses_a_short_password(self) -> None:
        assert problem(NOBODY.post("/sign-up", {**MEI, "password": "short"})) == (422, "invalid", "password")

    def test_refuses_a_language_that_is_not_spoken(self) -> None:
        assert problem(NOBODY.post("/sign-up", {**MEI, "language": "xx"})) == (422, "invalid", "language")

    @pytest.mark.parametrize(
        ("failure", "expected"),
        [
            ("UsernameExistsException", (409, "already_registered", "email")),
            ("InvalidPasswordException", (422, "weak_password", "password")),
            ("InvalidParameterException", (422, "bad_contact", "email")),
            ("CodeDeliveryFailureException", (502, "code_not_sent", None)),
            ("TooManyRequestsException", (429, "too_many_attempts", None)),
            ("LimitExceededException", (429, "too_many_attempts", None)),
            ("InternalErrorException", (503, "busy", None)),
        ],
    )
    def test_tells_what_cognito_would_not_do(
        self, failure: str, expected: tuple[int, str, str | None]
    ) -> None:
        before = everything_stored()
        with cognito_fails("sign_up", failure):
            assert problem(NOBODY.post("/sign-up", MEI)) == expected
        assert everything_stored() == before

    def test_does_not_tell_a_stranger_about_a_failure_that_nobody_foresaw(self) -> None:
        with cognito_fails("sign_up", "ResourceNotFoundException"):
            assert problem(NOBODY.post("/sign-up", MEI)) == (500, "internal", None)


@pytest.mark.usefixtures("pool")
class TestConfirm:
    def test_lets_the_person_sign_in(self) -> None:
        signed_up(MEI)
        sign_in = without(MEI, "name", "language")
        assert NOBODY.post("/sign-in", sign_in).json["code"] == "not_confirmed"
        confirming = {"email": MEI["email"], "code": "123456"}
        assert NOBODY.post("/sign-up/confirm", confirming).status == 204
        assert NOBODY.post("/sign-in", sign_in).status == 200

    @pytest.mark.parametrize(
        ("failure", "expected"),
        [
            ("CodeMismatchException", (422, "wrong_code", "code")),
            ("UserNotFoundException", (422, "wrong_code", "code")),
            ("ExpiredCodeException", (422, "expired_code", "code")),
            ("NotAuthorizedException", (409, "already_confirmed", None)),
            ("AliasExistsException", (409, "already_registered", "phone")),
            ("TooManyFailedAttemptsException", (429, "too_many_attempts", None)),
        ],
    )
    def test_tells_what_is_wrong(self, failure: str, expected: tuple[int, str, str | None]) -> None:
        with cognito_fails("confirm_sign_up", failure):
            reply = NOBODY.post("/sign-up/confirm", {"phone": LI["phone"], "code": "123456"})
        assert problem(reply) == expected

    @pytest.mark.parametrize("code", ["", "12a456", "1" * 11, 123456])
    def test_refuses_what_is_no_code(self, code: object) -> None:
        reply = NOBODY.post("/sign-up/confirm", {"email": MEI["email"], "code": code})
        assert problem(reply) == (422, "invalid", "code")


class TestResend:
    def test_sends_the_code_again(self) -> None:
        with Stubber(aws.client("cognito-idp")) as stubber:
            stubber.add_response(
                "resend_confirmation_code", {}, {"ClientId": "", "Username": "mei@example.com"}
            )
            reply = NOBODY.post("/sign-up/resend", {"email": "mei@example.com"})
            stubber.assert_no_pending_responses()
        assert (reply.status, reply.json["sent_to"]) == (200, "m***@e***.com")

    @pytest.mark.parametrize("failure", ["UserNotFoundException", "InvalidParameterException"])
    def test_does_not_tell_who_has_an_account(self, failure: str) -> None:
        with cognito_fails("resend_confirmation_code", failure):
            reply = NOBODY.post("/sign-up/resend", {"email": "mei@example.com"})
        assert (reply.status, reply.json) == (200, {"sent_to": "m***@e***.com", "by": "email"})

    def test_has_an_end(self) -> None:
        with cognito_fails("resend_confirmation_code", "LimitExceededException"):
            reply = NOBODY.post("/sign-up/resend", {"email": "mei@example.com"})
        assert problem(reply) == (429, "too_many_attempts", None)


@pytest.mark.usefixtures("pool")
class TestSignIn:
    def test_answers_the_tokens(self) -> None:
        confirmed(LI)
        reply = NOBODY.post("/sign-in", without(LI, "name", "language"))
        assert reply.status == 200
        assert set(reply.json) == {"id_token", "access_token", "refresh_token", "expires_in"}
        assert claims_of(reply.json)["token_use"] == "id"

    def test_says_the_same_of_a_wrong_password_and_of_nobody(self) -> None:
        confirmed(MEI)
        wrong = NOBODY.post("/sign-in", {"email": MEI["email"], "password": "something else"})
        nobody = NOBODY.post("/sign-in", {"email": "nobody@example.com", "password": "something else"})
        assert problem(wrong) == (401, "wrong_credentials", None)
        assert wrong.content == nobody.content

    @pytest.mark.parametrize(
        ("failure", "expected"),
        [
            ("PasswordResetRequiredException", (403, "more_needed", None)),
            ("UserNotConfirmedException", (403, "not_confirmed", None)),
            ("InvalidParameterException", (401, "wrong_credentials", None)),
            ("TooManyRequestsException", (429, "too_many_attempts", None)),
        ],
    )
    def test_tells_what_is_wrong(self, failure: str, expected: tuple[int, str, str | None]) -> None:
        with cognito_fails("initiate_auth", failure):
            reply = NOBODY.post("/sign-in", {"email": "mei@example.com", "password": "x"})
        assert problem(reply) == expected

    def test_does_not_mistake_a_challenge_for_a_session(self) -> None:
        with Stubber(aws.client("cognito-idp")) as stubber:
            stubber.add_response(
                "initiate_auth", {"ChallengeName": "NEW_PASSWORD_REQUIRED", "Session": "s" * 20}
            )
            reply = NOBODY.post("/sign-in", {"email": "mei@example.com", "password": "x"})
        assert problem(reply) == (403, "more_needed", None)


@pytest.mark.usefixtures("pool")
class TestRefresh:
    def test_goes_on_with_fresh_tokens(self) -> None:
        confirmed(MEI)
        session = NOBODY.post("/sign-in", without(MEI, "name", "language")).json
        reply = NOBODY.post("/sign-in/refresh", {"refresh_token": session["refresh_token"]})
        assert reply.status == 200
        assert claims_of(reply.json)["sub"] == claims_of(session)["sub"]

    @pytest.mark.parametrize("token", ["nonsense", "a.b.c"])
    def test_ends_with_a_token_that_is_none(self, token: str) -> None:
        reply = NOBODY.post("/sign-in/refresh", {"refresh_token": token})
        assert problem(reply) == (401, "session_ended", None)


class TestProfileAfterACrash:
    """Cognito made the account, and we died before the profile was written."""

    def test_is_made_of_what_cognito_says(self) -> None:
        assert shown_with_claims(name="Mei", locale="en") == ("Mei", "en")

    def test_is_made_without_a_name_that_cognito_has_not_got(self) -> None:
        assert shown_with_claims() == ("新朋友", "zh")

    def test_takes_no_more_of_a_name_than_we_would(self) -> None:
        assert shown_with_claims(name=" " + "x" * 500, locale="en-US") == ("x" * 60, "en")

    def test_is_made_once(self) -> None:
        shown_with_claims(name="Mei", locale="en")
        assert shown_with_claims(name="Somebody else", locale="zh") == ("Mei", "en")

    def test_is_made_once_by_two_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        shown_with_claims(name="Mei", locale="en")
        monkeypatch.setattr(service, "profile", service._newcomer)
        shown_with_claims(name="Somebody else", locale="zh")
        monkeypatch.undo()
        assert shown_with_claims() == ("Mei", "en")

    def test_is_made_of_whom_the_authorizer_means(self) -> None:
        shown_with_claims(name="Mei", locale="en")
        assert service.profile("per_abc0").language is Language.ENGLISH


def shown_with_claims(**claims: str) -> tuple[str, str]:
    """What GET /me shows to a person of whom Cognito claims this."""
    import app as assembled

    event = proxy_event("GET", "/me", {}, None, "abc-0")
    event["requestContext"]["authorizer"]["claims"] |= claims
    shown = json.loads(assembled.app(event, None)["body"])
    return shown["name"], shown["language"]
