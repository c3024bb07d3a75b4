"""The accounts' routes."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalice.app import Request

from chalicelib.accounts import cookies, service, signing
from chalicelib.accounts.errors import (
    AddressBookFull,
    AddressNotFound,
    AlreadyConfirmed,
    AlreadyRegistered,
    BadContact,
    BadCountry,
    BadPhone,
    BadRegion,
    CodeNotSent,
    ExpiredCode,
    ForeignOrigin,
    MoreNeeded,
    NotConfirmed,
    RegionNotFound,
    SessionEnded,
    TooManyAttempts,
    WeakPassword,
    WrongCode,
    WrongCredentials,
)
from chalicelib.accounts.identity import Session
from chalicelib.accounts.regions import Division
from chalicelib.accounts.rules import Address, Contact, Language, Profile
from chalicelib.accounts.schemas import (
    AddressBody,
    AddressBook,
    AddressView,
    BrowserSession,
    CodeSent,
    Confirmation,
    ProfileView,
    ProfileWish,
    Refreshing,
    RegionList,
    RegionsQuery,
    Resending,
    SessionView,
    SignIn,
    SignUp,
)
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Headed, Routes

bp = Routes(__name__)


@bp.post(
    "/sign-up",
    answers=CodeSent,
    status=HTTPStatus.CREATED,
    signed_in=False,
    raises=(AlreadyRegistered, WeakPassword, BadContact, BadPhone, CodeNotSent, TooManyAttempts),
)
def sign_up(body: SignUp) -> Contact:
    """Sign up with an e-mail address or a phone number; a code is sent there."""
    return signing.sign_up(
        body.contact(), password=body.password, name=body.name, language=body.language, now=clock.now()
    )


@bp.post(
    "/sign-up/confirm",
    signed_in=False,
    raises=(WrongCode, ExpiredCode, AlreadyConfirmed, AlreadyRegistered, BadPhone, TooManyAttempts),
)
def confirm_sign_up(body: Confirmation) -> None:
    """Confirm an account with the code."""
    signing.confirm(body.contact(), code=body.code)


@bp.post(
    "/sign-up/resend", answers=CodeSent, signed_in=False, raises=(BadPhone, CodeNotSent, TooManyAttempts)
)
def resend_code(body: Resending) -> Contact:
    """Send the code again."""
    return signing.resend(body.contact())


@bp.post(
    "/sign-in",
    answers=SessionView,
    signed_in=False,
    raises=(WrongCredentials, NotConfirmed, MoreNeeded, BadPhone, TooManyAttempts),
)
def sign_in(body: SignIn) -> Session:
    """Sign in."""
    return signing.sign_in(body.contact(), password=body.password)


@bp.post(
    "/sign-in/refresh",
    answers=SessionView,
    signed_in=False,
    raises=(SessionEnded, MoreNeeded, TooManyAttempts),
)
def refresh_session(body: Refreshing) -> Session:
    """Go on being signed in."""
    return signing.refresh(body.refresh_token)


@bp.post(
    "/session",
    answers=BrowserSession,
    signed_in=False,
    sets_cookie=True,
    raises=(WrongCredentials, NotConfirmed, MoreNeeded, BadPhone, TooManyAttempts, ForeignOrigin),
)
def open_session(body: SignIn, request: Request) -> Headed[Session]:
    """Sign a browser in: its refresh token goes into a cookie that no script can read.

    Pages of our own may ask this, and what isn't a page.
    """
    cookies.refuse_foreigners(request)
    session = signing.sign_in(body.contact(), password=body.password)
    return _kept(session, request)


@bp.post(
    "/session/refresh",
    answers=BrowserSession,
    signed_in=False,
    cookie=cookies.NAME,
    sets_cookie=True,
    raises=(SessionEnded, MoreNeeded, TooManyAttempts, ForeignOrigin),
)
def renew_session(request: Request) -> Headed[Session]:
    """Go on being signed in, by the cookie. When that is over, the cookie is cleared."""
    cookies.refuse_foreigners(request)
    try:
        if (token := cookies.token_of(request)) is None:
            raise SessionEnded
        session = signing.refresh(token)
    except SessionEnded:
        raise SessionEnded(headers=cookies.clearing(request)) from None
    return _kept(session, request)


@bp.delete(
    "/session",
    signed_in=False,
    cookie=cookies.NAME,
    sets_cookie=True,
    raises=(TooManyAttempts, ForeignOrigin),
)
def close_session(request: Request) -> Headed[None]:
    """Sign a browser out: its refresh token is good no more, and the cookie is cleared.

    The id token that it has still holds for its hour. Where nobody is signed in, nothing is left to do.
    """
    cookies.refuse_foreigners(request)
    if (token := cookies.token_of(request)) is not None:
        signing.sign_out(token)
    return Headed(None, cookies.clearing(request))


def _kept(session: Session, request: Request) -> Headed[Session]:
    """The answer with a token; the cookie is set when Cognito gave a new one."""
    token = session.refresh_token
    return Headed(session, cookies.setting(token, request) if token else cookies.unkept())


@bp.get("/me", answers=ProfileView)
def show_me(caller: Caller, request: Request) -> Profile:
    """Show one's own profile."""
    return _me(caller, request)


@bp.patch("/me", answers=ProfileView, raises=(AddressNotFound,))
def change_me(caller: Caller, request: Request, body: ProfileWish) -> Profile:
    """Change one's own profile."""
    wish = service.ProfileChange(body.name, body.language, body.default_address_id)
    return service.change_me(_me(caller, request), wish)


def _me(caller: Caller, request: Request) -> Profile:
    claims = request.context["authorizer"]["claims"]
    language = Language.ENGLISH if claims.get("locale", "").startswith("en") else Language.CHINESE
    return service.me(caller.person_id, name=claims.get("name", ""), language=language, now=clock.now())


@bp.post(
    "/addresses",
    answers=AddressView,
    status=HTTPStatus.CREATED,
    raises=(BadPhone, BadCountry, BadRegion, AddressBookFull),
)
def add_address(caller: Caller, body: AddressBody) -> Address:
    """Keep an address."""
    return service.add_address(caller.person_id, _wish(body))


@bp.get("/addresses", answers=AddressBook)
def list_addresses(caller: Caller) -> Sequence[Address]:
    """List one's addresses."""
    return service.addresses(caller.person_id)


@bp.put(
    "/addresses/{address_id}", answers=AddressView, raises=(AddressNotFound, BadPhone, BadCountry, BadRegion)
)
def replace_address(address_id: str, caller: Caller, body: AddressBody) -> Address:
    """Correct an address."""
    return service.replace_address(caller.person_id, address_id, _wish(body))


@bp.delete("/addresses/{address_id}", raises=(AddressNotFound, ChangedMeanwhile))
def remove_address(address_id: str, caller: Caller) -> None:
    """Forget an address."""
    service.remove_address(caller.person_id, address_id)


def _wish(body: AddressBody) -> service.AddressWish:
    return service.AddressWish(
        recipient=body.recipient,
        phone=body.phone,
        country=body.country,
        region=body.region,
        street=body.street,
        postal_code=body.postal_code,
        rural=body.rural,
    )


@bp.get("/regions", answers=RegionList, signed_in=False, raises=(RegionNotFound,))
def list_regions(query: RegionsQuery) -> Sequence[Division]:
    """List China's administrative divisions of one level."""
    return service.divisions(query.parent)
