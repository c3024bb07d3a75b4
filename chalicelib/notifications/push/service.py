"""What people do with the phones and browsers that they are told on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import clock, p256
from chalicelib.foundation.config import settings
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.notifications.push import models, rules
from chalicelib.notifications.push.errors import BadPushEndpoint, BadPushKey, PushDeviceNotFound
from chalicelib.notifications.push.events import PushDeviceDropped
from chalicelib.notifications.push.rules import BrowserKeys, Phones, Platform, PushDevice, PushLanguage
from chalicelib.notifications.push.web import vapid


def register(
    person_id: str,
    *,
    platform: Platform,
    token: str,
    language: PushLanguage,
    now: datetime,
    keys: BrowserKeys | None = None,
) -> PushDevice:
    """Tell a person on this phone from now on; whose it was before isn't told on it any more.

    1 read, 2 where it was another's; 1 transaction of 2 items, 3 where it was another's; with one phone too
    many 1 item and 1 event more. Raises ChangedMeanwhile.
    """
    device_id = rules.device_id(platform, token)
    phones, owner = read_together([models.phones_want(person_id), models.owner_want(device_id)])
    theirs = _of_another(owner, person_id)
    known = (phones or Phones()).find(device_id) or (theirs and theirs.find(device_id))
    device = PushDevice(device_id, platform, token, language, now, known.endpoint if known else None, keys)
    after, forgotten = (phones or Phones()).having(device)
    with Transaction() as tx:
        _store(tx, person_id, after)
        actions, condition = models.owned(person_id, before=owner)
        tx.update(models.token_key(device_id), actions, condition=condition)
        if theirs and owner:
            _store(tx, owner, theirs.without({device_id}))
        for one in forgotten:
            _drop(tx, one, now)
        return tx.result(device)


def subscribe(
    person_id: str, *, endpoint: str, keys: BrowserKeys, language: PushLanguage, now: datetime
) -> PushDevice:
    """Tell a person in this browser from now on. As `register`. Raises BadPushEndpoint, BadPushKey too."""
    if not rules.is_push_service(endpoint, more=settings().push_services):
        raise BadPushEndpoint(field="endpoint")
    try:
        p256.point(rules.octets(keys.p256dh))
    except p256.NoPoint:
        raise BadPushKey(field="keys.p256dh") from None
    if len(rules.octets(keys.auth)) != _AUTH:
        raise BadPushKey(field="keys.auth")
    return register(person_id, platform=Platform.WEB, token=endpoint, language=language, now=now, keys=keys)


_AUTH = 16
"""Bytes of a browser's secret (RFC 8291, 3.2)."""


def push_key() -> str | None:
    """The key by which browsers subscribe; None on a stage that tells no browsers. 1 read of the secret."""
    return vapid.public_key() if settings().push_contact else None


def _of_another(owner: str | None, person_id: str) -> Phones | None:
    if owner in (None, person_id):
        return None
    phones: Phones | None
    (phones,) = read_together([models.phones_want(str(owner))])
    return phones


def _store(tx: Transaction, person_id: str, after: Phones) -> None:
    actions, condition = models.having(after)
    tx.update(models.phones_key(person_id), actions, condition=condition)


def _drop(tx: Transaction, device: PushDevice, now: datetime) -> None:
    tx.delete(models.token_key(device.id))
    if device.endpoint:
        tx.emit(PushDeviceDropped(at=now, device_id=device.id, endpoint=device.endpoint))


def phones_of(person_id: str) -> Phones:
    """A person's phones. 1 read."""
    (phones,) = read_together([models.phones_want(person_id)])
    return phones or Phones()


def take_off(person_id: str, device_id: str, *, now: datetime) -> None:
    """Don't tell a person on this phone any more. 1 read, 1 transaction of 2 items and perhaps 1 event.

    Raises PushDeviceNotFound, ChangedMeanwhile.
    """
    phones = phones_of(person_id)
    if (device := phones.find(device_id)) is None:
        raise PushDeviceNotFound
    with Transaction() as tx:
        _store(tx, person_id, phones.without({device_id}))
        _drop(tx, device, now)
        tx.result(None)


def take_all_off(person_id: str, *, now: datetime) -> None:
    """Tell a person nowhere any more, who leaves. 1 read, 1 transaction of 11 items and 10 events at most.

    Raises ChangedMeanwhile.
    """
    phones = phones_of(person_id)
    with Transaction() as tx:
        if phones.revision:
            tx.delete(models.phones_key(person_id), condition=models.unchanged(phones))
        for device in phones.devices:
            _drop(tx, device, now)


def learn(person_id: str, phones: Phones, *, endpoints: Mapping[str, str], gone: Collection[str]) -> None:
    """Note what reaching a person's phones has taught: their endpoints, and which can't be reached any more.

    1 transaction of 1 item, and 1 for each that is gone. Raises ChangedMeanwhile.
    """
    known = [replace(one, endpoint=endpoints.get(one.id, one.endpoint)) for one in phones.devices]
    after = Phones(known, phones.revision).without(set(gone))
    with Transaction() as tx:
        _store(tx, person_id, after)
        for device in phones.devices:
            if device.id in gone:
                _drop(tx, device, clock.now())


def is_registered(device_id: str) -> bool:
    """Is anybody told on this phone? 1 read."""
    return read_together([models.owner_want(device_id)])[0] is not None
