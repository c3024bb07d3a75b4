"""Signing up and signing in.

Cognito makes the account; the profile follows. If we die between the two, the profile is made when it is
first asked for, from what Cognito says of the person.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.accounts import identity, models
from chalicelib.accounts.identity import Session
from chalicelib.accounts.rules import Contact, Language, Profile
from chalicelib.foundation import ids
from chalicelib.foundation.transaction import Transaction


def sign_up(contact: Contact, *, password: str, name: str, language: Language, now: datetime) -> Contact:
    """Make an account; its code goes to the contact, which is answered. 1 Cognito call, 1 transaction.

    Raises AlreadyRegistered, WeakPassword, BadContact, CodeNotSent, TooManyAttempts.
    """
    subject = identity.sign_up(contact, password=password, name=name, language=language)
    profile = Profile(ids.person(subject), name, language)
    with Transaction() as tx:
        tx.update(models.profile_key(profile.person_id), models.making(profile, at=now))
    return contact


def confirm(contact: Contact, *, code: str) -> None:
    """Confirm an account with the code that was sent. 1 Cognito call.

    Raises WrongCode, ExpiredCode, AlreadyConfirmed, TooManyAttempts.
    """
    identity.confirm(contact, code=code)


def resend(contact: Contact) -> Contact:
    """Send the code again. It is answered the same when there is no such account. 1 Cognito call.

    Raises CodeNotSent, TooManyAttempts.
    """
    identity.resend(contact)
    return contact


def sign_in(contact: Contact, *, password: str) -> Session:
    """Sign in with a password. 1 Cognito call. Raises WrongCredentials, NotConfirmed, TooManyAttempts."""
    return identity.sign_in(contact, password=password)


def refresh(token: str) -> Session:
    """Go on being signed in. 1 Cognito call. Raises SessionEnded, TooManyAttempts."""
    return identity.refresh(token)


def sign_out(token: str) -> None:
    """Let a refresh token be good no more. 1 Cognito call. Raises TooManyAttempts, Busy.

    Again does no harm: if we die after Cognito did it and before the browser was told, it asks again.
    """
    identity.revoke(token)
