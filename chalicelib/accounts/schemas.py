"""What the accounts' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, JsonValue, StringConstraints, model_validator

from chalicelib.accounts import rules
from chalicelib.accounts.identity import Session
from chalicelib.accounts.regions import Division
from chalicelib.accounts.rules import Address, Contact, Language, Profile
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.text import line, word

Name = Annotated[str, line(60)]
Street = Annotated[str, line(200)]
Email = Annotated[
    str,
    word(
        r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}",
        254,
        refusal="This isn't an e-mail address",
    ),
    AfterValidator(str.lower),
]
"""As HTML's e-mail input, with a top-level domain: https://html.spec.whatwg.org/#valid-e-mail-address."""
Phone = Annotated[str, line(40, least=3)]
Password = Annotated[str, StringConstraints(min_length=8, max_length=99)]
AddressId = Annotated[str, StringConstraints(pattern=r"^adr_[0-9A-Z]{26}$")]
PostalCode = Annotated[str, word("[A-Za-z0-9][A-Za-z0-9 -]*", 12, refusal="This isn't a postal code")]
Region = Annotated[str, word("[A-Za-z0-9][A-Za-z0-9-]*", 10, refusal="This isn't a region's code")]


_EITHER: dict[str, JsonValue] = {
    "if": {"required": ["email"], "properties": {"email": {"type": "string"}}},
    "then": {"properties": {"phone": {"type": "null"}}},
    "else": {"required": ["phone"], "properties": {"phone": {"type": "string"}}},
}
"""As `oneOf` would say it, but clients' generators would make two types of that."""


class Whom(Schema):
    """What somebody signs in with: an e-mail address or a phone number."""

    model_config = ConfigDict(json_schema_extra=_EITHER)

    email: Email | None = None
    phone: Phone | None = None

    @model_validator(mode="after")
    def _either(self) -> Self:
        if (self.email is None) == (self.phone is None):
            raise ValueError("give either email or phone")
        return self

    def contact(self) -> Contact:
        """The one that was given. Raises BadPhone."""
        if self.email is not None:
            return Contact("email", self.email)
        assert self.phone is not None, "one of the two is given"
        return Contact("phone", rules.e164(self.phone, country=None, field="phone"))


class SignUp(Whom):
    """A new account."""

    password: Password
    name: Name
    language: Language = Language.CHINESE


class Confirmation(Whom):
    """The code that was sent to confirm an account."""

    code: Annotated[str, word("[0-9]{1,10}", 20, refusal="This isn't a code of digits")]


class Resending(Whom):
    """Where to send the code again."""


class SignIn(Whom):
    """A sign-in by password."""

    password: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class Refreshing(Schema):
    """A refresh token, to go on being signed in."""

    refresh_token: Annotated[str, StringConstraints(min_length=1, max_length=8192, pattern=r"^[\x21-\x7e]+$")]


class CodeSent(Schema):
    """Where the code went, masked."""

    sent_to: str
    by: Literal["email", "sms"]

    @classmethod
    def of(cls, contact: Contact, /) -> Self:
        """Shape the answer."""
        return cls(sent_to=contact.masked, by="sms" if contact.kind == "phone" else "email")


class SessionView(Schema):
    """Tokens. Send the id token as `Authorization`. A refresh keeps the refresh token that it used."""

    id_token: str
    access_token: str
    expires_in: int
    refresh_token: str | None

    @classmethod
    def of(cls, session: Session, /) -> Self:
        """Shape the answer."""
        return cls(
            id_token=session.id_token,
            access_token=session.access_token,
            expires_in=session.expires_in,
            refresh_token=session.refresh_token,
        )


class BrowserSession(Schema):
    """A browser's tokens. Its refresh token is in a cookie that no script can read, and never in here."""

    id_token: str
    expires_in: int

    @classmethod
    def of(cls, session: Session, /) -> Self:
        """Shape the answer."""
        return cls(id_token=session.id_token, expires_in=session.expires_in)


class ProfileView(Schema):
    """One's own profile."""

    id: str
    name: str
    language: Language
    default_address_id: str | None
    created_at: datetime | None

    @classmethod
    def of(cls, profile: Profile, /) -> Self:
        """Shape the answer."""
        return cls(
            id=profile.person_id,
            name=profile.name,
            language=profile.language,
            default_address_id=profile.default_address_id,
            created_at=profile.created_at,
        )


class ProfileWish(Schema):
    """What to change of one's profile; what is absent stays."""

    name: Name | None = None
    language: Language | None = None
    default_address_id: AddressId | None = None


class AddressBody(Schema):
    """An address. In China `region` is a county's code of GET /regions and `rural` follows from it."""

    recipient: Name
    phone: Phone
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    region: Region
    street: Street
    postal_code: PostalCode | None = None
    rural: bool | None = None


class AddressView(Schema):
    """An address as it is kept."""

    id: str
    recipient: str
    phone: str
    country: str
    region: str
    province: str
    city: str
    county: str
    region_name: str
    street: str
    postal_code: str | None
    rural: bool

    @classmethod
    def of(cls, address: Address, /) -> Self:
        """Shape the answer."""
        return cls(
            id=address.id,
            recipient=address.recipient,
            phone=address.phone,
            country=address.country,
            region=address.region,
            province=address.province,
            city=address.city,
            county=address.county,
            region_name=address.region_name,
            street=address.street,
            postal_code=address.postal_code,
            rural=address.rural,
        )


class AddressBook(Schema):
    """All of a person's addresses."""

    items: list[AddressView]

    @classmethod
    def of(cls, addresses: Sequence[Address], /) -> Self:
        """Shape the answer."""
        return cls(items=[AddressView.of(address) for address in addresses])


class RegionsQuery(Query):
    """Below which division to look; absent: the provinces."""

    parent: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}$")] | None = None


class RegionView(Schema):
    """A division. Only a county's code makes an address; others have divisions below."""

    code: str
    name: str
    kind: str
    county: bool
    rural: bool

    @classmethod
    def of(cls, division: Division, /) -> Self:
        """Shape the answer."""
        return cls(
            code=division.code,
            name=division.name,
            kind=division.kind,
            county=division.is_county,
            rural=division.rural,
        )


class RegionList(Schema):
    """Divisions of one level."""

    items: list[RegionView]

    @classmethod
    def of(cls, divisions: Sequence[Division], /) -> Self:
        """Shape the answer."""
        return cls(items=[RegionView.of(division) for division in divisions])
