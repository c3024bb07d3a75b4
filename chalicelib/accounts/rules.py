"""What a person is to Guanxi, and the rules of names, contacts and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.accounts.errors import BadPhone

MOST_ADDRESSES = 20
LONGEST_NAME = 60


class Language(StrEnum):
    """A language that Guanxi speaks."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Profile:
    """What others may know of a person, and her preferences."""

    person_id: str
    name: str
    language: Language
    default_address_id: str | None = None
    created_at: datetime | None = None
    """None: nothing is stored of her yet."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a parcel goes. `region` is a county-level division's code in China, else a short free text."""

    id: str
    recipient: str
    phone: str
    """E.164."""
    country: str
    """ISO 3166-1 alpha-2."""
    region: str
    province: str
    city: str
    county: str
    street: str
    postal_code: str | None
    rural: bool

    @property
    def region_name(self) -> str:
        """The region as it stands on a parcel: 浙江省杭州市西湖区."""
        return f"{self.province}{self.city}{self.county}" or self.region


@dataclass(frozen=True, slots=True)
class Contact:
    """What a person signs in with: an e-mail address in small letters, or a phone number in E.164."""

    kind: str
    """`email` or `phone`: also the request's field."""
    value: str

    @property
    def masked(self) -> str:
        """Enough of it for its owner to know it by: `m***@e***.com`, `+*********8000`."""
        if self.kind == "phone":
            return f"+{'*' * (len(self.value) - 5)}{self.value[-4:]}"
        local, _, domain = self.value.partition("@")
        name, _, top = domain.rpartition(".")
        return f"{local[0]}***@{name[0]}***.{top}"


def newcomers_name(language: Language) -> str:
    """What a person is called before she has said it."""
    return "新朋友" if language is Language.CHINESE else "New friend"


def e164(text: str, *, country: str | None, field: str) -> str:
    """A phone number in E.164, read as in `country` unless it says its own. Raises BadPhone.

    Source: Google's libphonenumber, as packaged by `phonenumberslite`.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise BadPhone(field=field) from None
    if not phonenumbers.is_valid_number(number):
        raise BadPhone(field=field)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_country(code: str) -> bool:
    """Is this the ISO 3166 code of a country that has telephones?"""
    import phonenumbers

    return code in phonenumbers.SUPPORTED_REGIONS
