"""The day's salt. Key: `salt`, the day in UTC."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from pynamodb.attributes import BinaryAttribute
from pynamodb.exceptions import PutError

from chalicelib.foundation import aws
from chalicelib.foundation.tables import Item, Want, read_together, table


class SaltItem(Item):
    """With what those are made unreadable who didn't agree to be known: it is gone two days later."""

    class Meta(Item.Meta):
        table_name = table("insights")

    salt = BinaryAttribute(legacy_encoding=False)


_known: dict[date, bytes] = {}


def salt_of(now: datetime) -> bytes:
    """The salt of a day. 1 read for each process, and 1 write for each day."""
    day = now.date()
    if day not in _known:
        _known.clear()
        _known[day] = _found(day) or _made(day, now)
    return _known[day]


def forget() -> None:
    """Know no salt, as a new process."""
    _known.clear()


def _found(day: date) -> bytes | None:
    salt: bytes | None
    (salt,) = read_together([Want(SaltItem, "salt", day.isoformat(), lambda item: item.salt)])
    return salt


def _made(day: date, now: datetime) -> bytes:
    item = SaltItem(
        pk="salt", sk=day.isoformat(), salt=secrets.token_bytes(32), expires_at=now + timedelta(days=2)
    )
    try:
        item.save(condition=SaltItem.pk.does_not_exist())
    except PutError as error:
        if not aws.condition_failed(error):
            raise
        return _found(day) or item.salt
    return item.salt
