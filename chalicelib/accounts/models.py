"""The accounts table. A person's partition holds her profile and at most 20 addresses."""

from __future__ import annotations

from datetime import datetime

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.accounts.rules import MOST_ADDRESSES, Address, Language, Profile, newcomers_name
from chalicelib.foundation.tables import Item, Want, table

ADDRESS = "address#"
"""How an address's sort key begins, so that no id a caller invents can name another item."""


class ProfileItem(Item):
    """A profile. Key: the person's id, `profile`. All may be absent: it comes into being piece by piece."""

    class Meta(Item.Meta):
        table_name = table("accounts")

    name = UnicodeAttribute(null=True)
    language = UnicodeAttribute(null=True)
    default_address_id = UnicodeAttribute(null=True)
    addresses = NumberAttribute(null=True)
    """How many addresses she has."""
    created_at = UTCDateTimeAttribute(null=True)

    def profile(self) -> Profile:
        """What the business knows of it."""
        language = Language(self.language or Language.CHINESE)
        return Profile(
            person_id=self.pk,
            name=self.name or newcomers_name(language),
            language=language,
            default_address_id=self.default_address_id,
            created_at=self.created_at if self.name else None,
        )


class AddressItem(Item):
    """An address. Key: the person's id, `address#` and the address's id."""

    class Meta(Item.Meta):
        table_name = table("accounts")

    recipient = UnicodeAttribute()
    phone = UnicodeAttribute()
    country = UnicodeAttribute()
    region = UnicodeAttribute()
    province = UnicodeAttribute()
    city = UnicodeAttribute()
    county = UnicodeAttribute()
    street = UnicodeAttribute()
    postal_code = UnicodeAttribute(null=True)
    rural = BooleanAttribute()

    def address(self) -> Address:
        """What the business knows of it."""
        return Address(
            id=self.sk.removeprefix(ADDRESS),
            recipient=self.recipient,
            phone=self.phone,
            country=self.country,
            region=self.region,
            province=self.province,
            city=self.city,
            county=self.county,
            street=self.street,
            postal_code=self.postal_code,
            rural=self.rural,
        )


def profile_key(person_id: str) -> ProfileItem:
    """The item to update, known by its key alone."""
    return ProfileItem(pk=person_id, sk="profile")


def address_key(person_id: str, address_id: str) -> AddressItem:
    """The item to check or delete, known by its key alone."""
    return AddressItem(pk=person_id, sk=ADDRESS + address_id)


def address_item(person_id: str, address: Address) -> AddressItem:
    """An address as it is stored."""
    return AddressItem(
        pk=person_id,
        sk=ADDRESS + address.id,
        recipient=address.recipient,
        phone=address.phone,
        country=address.country,
        region=address.region,
        province=address.province,
        city=address.city,
        county=address.county,
        street=address.street,
        postal_code=address.postal_code,
        rural=address.rural,
    )


def profile_want(person_id: str) -> Want[Profile]:
    """A profile to be read together with other things; None while nothing is stored of her."""
    return Want(ProfileItem, person_id, "profile", ProfileItem.profile)


def address_want(person_id: str, address_id: str) -> Want[Address]:
    """A person's address to be read together with other things; None when she has no such address."""
    return Want(AddressItem, person_id, ADDRESS + address_id, AddressItem.address)


def making(profile: Profile, *, at: datetime) -> list[Action]:
    """The change that makes a profile, and leaves what is there already."""
    return [
        ProfileItem.name.set(ProfileItem.name | profile.name),
        ProfileItem.language.set(ProfileItem.language | profile.language.value),
        ProfileItem.created_at.set(ProfileItem.created_at | at),
    ]


def one_address_more(address_id: str) -> tuple[list[Action], Condition]:
    """The change that counts a new address, and that there is room for it. The first is the default."""
    actions: list[Action] = [
        ProfileItem.addresses.add(1),
        ProfileItem.default_address_id.set(ProfileItem.default_address_id | address_id),
    ]
    return actions, ProfileItem.addresses.does_not_exist() | (ProfileItem.addresses < MOST_ADDRESSES)


def one_address_less(address_id: str, default: str | None) -> tuple[list[Action], Condition]:
    """The change that counts a removed address; a default that it was is forgotten."""
    actions: list[Action] = [ProfileItem.addresses.add(-1)]
    if default == address_id:
        actions.append(ProfileItem.default_address_id.remove())
    same = ProfileItem.default_address_id
    return actions, same.does_not_exist() if default is None else same == default
