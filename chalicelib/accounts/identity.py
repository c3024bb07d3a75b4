"""Cognito, which keeps the passwords and sends the codes: its calls as ours, its failures as ours.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.accounts.errors import (
    AlreadyConfirmed,
    AlreadyRegistered,
    BadContact,
    CodeNotSent,
    ExpiredCode,
    MoreNeeded,
    NotConfirmed,
    SessionEnded,
    TooManyAttempts,
    WeakPassword,
    WrongCode,
    WrongCredentials,
)
from chalicelib.accounts.rules import Contact
from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy, DomainError

_ALWAYS: Mapping[str, type[DomainError]] = {
    "TooManyRequestsException": TooManyAttempts,
    "TooManyFailedAttemptsException": TooManyAttempts,
    "LimitExceededException": TooManyAttempts,
    "CodeDeliveryFailureException": CodeNotSent,
    "InternalErrorException": Busy,
}


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in person's tokens. Requests carry the id token."""

    id_token: str
    access_token: str
    expires_in: int
    """Seconds."""
    refresh_token: str | None


def sign_up(contact: Contact, *, password: str, name: str, language: str) -> str:
    """Make an account and send its code; answers Cognito's subject.

    Raises AlreadyRegistered, WeakPassword, BadContact, CodeNotSent, TooManyAttempts.
    """
    attribute = "email" if contact.kind == "email" else "phone_number"
    attributes = {attribute: contact.value, "name": name, "locale": language}
    answer = _call(
        "sign_up",
        {
            "UsernameExistsException": AlreadyRegistered(field=contact.kind),
            "InvalidPasswordException": WeakPassword(field="password"),
            "InvalidParameterException": BadContact(field=contact.kind),
        },
        Username=contact.value,
        Password=password,
        UserAttributes=[{"Name": key, "Value": value} for key, value in attributes.items()],
    )
    subject: str = answer["UserSub"]
    return subject


def confirm(contact: Contact, *, code: str) -> None:
    """Confirm an account with the code. Raises WrongCode, ExpiredCode, AlreadyConfirmed, TooManyAttempts."""
    wrong = WrongCode(field="code")
    _call(
        "confirm_sign_up",
        {
            "CodeMismatchException": wrong,
            "UserNotFoundException": wrong,
            "InvalidParameterException": wrong,
            "ExpiredCodeException": ExpiredCode(field="code"),
            "NotAuthorizedException": AlreadyConfirmed(),
            "AliasExistsException": AlreadyRegistered(field=contact.kind),
        },
        Username=contact.value,
        ConfirmationCode=code,
    )


def resend(contact: Contact) -> None:
    """Send a new code, if there is an unconfirmed account. Raises CodeNotSent, TooManyAttempts."""
    nobody = WrongCode()
    refusals = {"UserNotFoundException": nobody, "InvalidParameterException": nobody}
    try:
        _call("resend_confirmation_code", refusals, Username=contact.value)
    except WrongCode:
        return  # who has an account is nobody's business


def sign_in(contact: Contact, *, password: str) -> Session:
    """Raises WrongCredentials, NotConfirmed, MoreNeeded, TooManyAttempts."""
    wrong = WrongCredentials()
    refusals = {
        "NotAuthorizedException": wrong,
        "UserNotFoundException": wrong,
        "InvalidParameterException": wrong,
        "InvalidPasswordException": wrong,
        "PasswordResetRequiredException": MoreNeeded(),
        "UserNotConfirmedException": NotConfirmed(),
    }
    given = {"USERNAME": contact.value, "PASSWORD": password}
    return _session("USER_PASSWORD_AUTH", given, refusals)


def refresh(token: str) -> Session:
    """New tokens for a refresh token. Raises SessionEnded, TooManyAttempts."""
    ended = SessionEnded()
    refusals = {
        "NotAuthorizedException": ended,
        "UserNotFoundException": ended,
        "InvalidParameterException": ended,
        "UserNotConfirmedException": ended,
    }
    return _session("REFRESH_TOKEN_AUTH", {"REFRESH_TOKEN": token}, refusals)


def revoke(token: str) -> None:
    """Have a refresh token, and what was made of it, be good no more. Raises TooManyAttempts, Busy.

    One that isn't good anyhow, or was never any, is nobody's business to be told of.
    """
    gone = SessionEnded()
    refusals = {
        "InvalidParameterException": gone,
        "UnauthorizedException": gone,
        "UnsupportedTokenTypeException": gone,
    }
    try:
        _call("revoke_token", refusals, Token=token)
    except SessionEnded:
        return


def disable(subject: str) -> None:
    """Let nobody sign in to an account any more. Nobody's account: nothing. 1 call."""
    _administer("admin_disable_user", subject)


def remove(subject: str) -> None:
    """Remove an account with the address it was made for. Nobody's account: nothing. 1 call."""
    _administer("admin_delete_user", subject)


def _administer(operation: str, subject: str) -> None:
    try:
        getattr(aws.client("cognito-idp"), operation)(UserPoolId=settings().user_pool_id, Username=subject)
    except ClientError as error:
        if error.response["Error"]["Code"] != "UserNotFoundException":
            raise


def _session(flow: str, given: Mapping[str, str], refusals: Mapping[str, DomainError]) -> Session:
    answer = _call("initiate_auth", refusals, AuthFlow=flow, AuthParameters=given)
    if not (tokens := answer.get("AuthenticationResult")):
        raise MoreNeeded
    return Session(
        id_token=tokens["IdToken"],
        access_token=tokens["AccessToken"],
        expires_in=tokens["ExpiresIn"],
        refresh_token=tokens.get("RefreshToken"),
    )


def _call(operation: str, refusals: Mapping[str, DomainError], **asked: Any) -> dict[str, Any]:
    """Call Cognito as this stage's app; a failure that is known raises what it means to us."""
    call = getattr(aws.client("cognito-idp"), operation)
    try:
        answer: dict[str, Any] = call(ClientId=settings().user_pool_client_id, **asked)
    except ClientError as error:
        failure = error.response["Error"]["Code"]
        if failure in refusals:
            raise refusals[failure] from None
        if failure in _ALWAYS:
            raise _ALWAYS[failure] from None
        raise
    return answer
