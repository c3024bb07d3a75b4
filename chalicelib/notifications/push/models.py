"""Push devices as the notifications table keeps them.

A person's phones are one item, so that they are read at once and can't be too many; and each token says
whose it is, so that a phone that changed hands isn't told what was for somebody else.
"""

from __future__ import annotations

from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.notifications.push.rules import BrowserKeys, Phones, Platform, PushDevice, PushLanguage

_PHONES = "phones#"


class PhonesItem(Item):
    """A person's phones. Key: `phones#` and her id, `phones`."""

    class Meta(Item.Meta):
        table_name = table("notifications")

    devices = JSONAttribute()
    revision = NumberAttribute()

    def phones(self) -> Phones:
        """What the business knows of them."""
        return Phones([_device(row) for row in self.devices], int(self.revision))


class TokenItem(Item):
    """Whose a phone is. Key: its id, which follows from its token, `token`."""

    class Meta(Item.Meta):
        table_name = table("notifications")

    person_id = UnicodeAttribute()


def phones_want(person_id: str) -> Want[Phones]:
    """A person's phones, to be read."""
    return Want(PhonesItem, _PHONES + person_id, "phones", PhonesItem.phones)


def owner_want(device_id: str) -> Want[str]:
    """Whose a phone is, to be read."""
    return Want(TokenItem, device_id, "token", lambda item: str(item.person_id))


def phones_key(person_id: str) -> PhonesItem:
    """The item to update, known by its key alone."""
    return PhonesItem(pk=_PHONES + person_id, sk="phones")


def token_key(device_id: str) -> TokenItem:
    """The item to update or remove, known by its key alone."""
    return TokenItem(pk=device_id, sk="token")


def having(after: Phones) -> tuple[list[Action], Condition]:
    """The change of a person's phones, if they are still those that were read."""
    item = PhonesItem
    actions: list[Action] = [
        item.devices.set([_row(one) for one in after.devices]),
        item.revision.set(after.revision),
    ]
    before = after.revision - 1
    first: Condition = item.pk.does_not_exist()
    return actions, item.revision == before if before else first


def unchanged(phones: Phones) -> Condition:
    """That a person's phones are those that were read."""
    same: Condition = PhonesItem.revision == phones.revision
    return same


def owned(person_id: str, *, before: str | None) -> tuple[list[Action], Condition]:
    """The change of whose a phone is, if it is still whose it was."""
    first: Condition = TokenItem.pk.does_not_exist()
    return [TokenItem.person_id.set(person_id)], TokenItem.person_id == before if before else first


def _device(row: dict[str, Any]) -> PushDevice:
    return PushDevice(
        id=row["id"],
        platform=Platform(row["platform"]),
        token=row["token"],
        language=PushLanguage(row["language"]),
        at=clock.moment(row["at"]),
        endpoint=row["endpoint"],
        keys=BrowserKeys(**row["keys"]) if row.get("keys") else None,
    )


def _row(device: PushDevice) -> dict[str, Any]:
    keys = {"keys": {"p256dh": device.keys.p256dh, "auth": device.keys.auth}} if device.keys else {}
    return {
        "id": device.id,
        "platform": device.platform.value,
        "token": device.token,
        "language": device.language.value,
        "at": clock.stamp(device.at),
        "endpoint": device.endpoint,
        **keys,
    }
