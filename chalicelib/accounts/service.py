"""What can be done with profiles and addresses, and what other domains may ask of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.accounts import identity, models, regions, rules
from chalicelib.accounts.errors import AddressBookFull, AddressNotFound, BadCountry, BadRegion, RegionNotFound
from chalicelib.accounts.models import ADDRESS, AddressItem, ProfileItem
from chalicelib.accounts.regions import Division
from chalicelib.accounts.rules import Address, Language, Profile
from chalicelib.foundation import ids
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction

__all__ = ["Address", "AddressNotFound", "Language", "Profile", "address_want", "profile_want"]

address_want = models.address_want
profile_want = models.profile_want


def profile(person_id: str) -> Profile:
    """What is known of a person, whether or not she has said anything yet. 1 read."""
    (found,) = read_together([models.profile_want(person_id)])
    return found or _newcomer(person_id)


def _newcomer(person_id: str, name: str = "", language: Language = Language.CHINESE) -> Profile:
    return Profile(person_id, name.strip()[: rules.LONGEST_NAME] or rules.newcomers_name(language), language)


def me(person_id: str, *, name: str, language: Language, now: datetime) -> Profile:
    """One's own profile, made on first use of the name and language that Cognito tells.

    1 read; on first use 1 transaction of 1 item.
    """
    found = profile(person_id)
    if found.created_at:
        return found
    made = replace(_newcomer(person_id, name, language), default_address_id=found.default_address_id)
    with Transaction() as tx:
        tx.update(models.profile_key(person_id), models.making(made, at=now))
    return replace(made, created_at=now)


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What to change of a profile; None leaves it."""

    name: str | None = None
    language: Language | None = None
    default_address_id: str | None = None


def change_me(before: Profile, wish: ProfileChange) -> Profile:
    """Change one's profile. No read, 1 transaction of 2 items at most. Raises AddressNotFound."""
    wished = (
        (ProfileItem.name, wish.name),
        (ProfileItem.language, wish.language and wish.language.value),
        (ProfileItem.default_address_id, wish.default_address_id),
    )
    actions = [attribute.set(value) for attribute, value in wished if value is not None]
    with Transaction() as tx:
        if actions:
            tx.update(models.profile_key(before.person_id), actions)
        if wish.default_address_id:
            tx.check(
                models.address_key(before.person_id, wish.default_address_id),
                AddressItem.pk.exists(),
                otherwise=AddressNotFound(field="default_address_id"),
            )
    return replace(
        before,
        name=wish.name or before.name,
        language=wish.language or before.language,
        default_address_id=wish.default_address_id or before.default_address_id,
    )


@dataclass(frozen=True, slots=True)
class AddressWish:
    """An address as a person gives it. `rural` None: as the region's kind tells."""

    recipient: str
    phone: str
    country: str
    region: str
    street: str
    postal_code: str | None = None
    rural: bool | None = None


def add_address(person_id: str, wish: AddressWish) -> Address:
    """Keep an address; the first becomes the default. No read, 1 transaction of 2 items.

    Raises BadPhone, BadCountry, BadRegion, AddressBookFull.
    """
    address = _checked(ids.new("adr"), wish)
    actions, room = models.one_address_more(address.id)
    with Transaction() as tx:
        tx.update(models.profile_key(person_id), actions, condition=room, otherwise=AddressBookFull)
        tx.put(models.address_item(person_id, address))
        return tx.result(address)


def replace_address(person_id: str, address_id: str, wish: AddressWish) -> Address:
    """Correct an address. No read, 1 transaction of 1 item.

    Raises AddressNotFound, BadPhone, BadCountry, BadRegion.
    """
    address = _checked(address_id, wish)
    with Transaction() as tx:
        item = models.address_item(person_id, address)
        tx.put(item, condition=AddressItem.pk.exists(), otherwise=AddressNotFound)
    return address


def remove_address(person_id: str, address_id: str) -> None:
    """Forget an address. 1 read, 1 transaction of 2 items. Raises AddressNotFound, ChangedMeanwhile."""
    found, kept = read_together([models.profile_want(person_id), models.address_want(person_id, address_id)])
    if kept is None:
        raise AddressNotFound
    actions, same = models.one_address_less(address_id, found.default_address_id)
    with Transaction() as tx:
        tx.delete(
            models.address_key(person_id, address_id),
            condition=AddressItem.pk.exists(),
            otherwise=AddressNotFound,
        )
        tx.update(models.profile_key(person_id), actions, condition=same)


def addresses(person_id: str) -> Sequence[Address]:
    """All of a person's addresses, at most 20, the oldest first. 1 query."""
    found = AddressItem.query(person_id, AddressItem.sk.startswith(ADDRESS), consistent_read=True)
    return [item.address() for item in found]


def _checked(address_id: str, wish: AddressWish) -> Address:
    if not rules.is_country(wish.country):
        raise BadCountry(field="country")
    division = regions.county(wish.region) if wish.country == "CN" else None
    if wish.country == "CN" and division is None:
        raise BadRegion(field="region")
    province, city, county = division.level_names() if division else ("", "", "")
    by_kind = division.rural if division else False
    return Address(
        id=address_id,
        recipient=wish.recipient,
        phone=rules.e164(wish.phone, country=wish.country, field="phone"),
        country=wish.country,
        region=wish.region,
        province=province,
        city=city,
        county=county,
        street=wish.street,
        postal_code=wish.postal_code,
        rural=by_kind if wish.rural is None else wish.rural,
    )


def shut_out(person_id: str) -> None:
    """Let a person sign in no more. 1 call of Cognito."""
    identity.disable(ids.subject(person_id))


def remove(person_id: str) -> None:
    """Remove a person's account: from then on nothing leads from her id to her. 1 call of Cognito."""
    identity.remove(ids.subject(person_id))


def county(code: str, *, field: str = "region") -> Division:
    """A county or district in China by its code. No read. Raises BadRegion naming the field."""
    if (found := regions.county(code)) is None:
        raise BadRegion(field=field)
    return found


def phone(text: str, *, country: str, field: str) -> str:
    """A phone number in E.164, read as in `country` unless it says its own. No read. Raises BadPhone."""
    return rules.e164(text, country=country, field=field)


def divisions(parent: str | None) -> Sequence[Division]:
    """China's provinces, or the divisions right below one. No read. Raises RegionNotFound."""
    if not (found := regions.children(parent)):
        raise RegionNotFound(field="parent")
    return found
