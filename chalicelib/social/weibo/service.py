"""Connecting a store's account on Weibo, by OAuth 2's authorisation code.

Whoever begins gets Weibo's address with a state that is good once, for her, her store and ten minutes; her
app brings back what Weibo gave it. The token is sealed before it is stored (`foundation.sealing`).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation import sealing, vault
from chalicelib.foundation.config import settings
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.social.errors import ChannelNotConnected, ConsentGone
from chalicelib.social.weibo import models
from chalicelib.social.weibo.channel import Weibo
from chalicelib.social.weibo.models import AskedItem, ConnectionItem
from chalicelib.social.weibo.protocol import Consent, SocialChannel
from chalicelib.social.weibo.sandbox import Sandbox
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope

SECRET = "social"  # noqa: S105 - its name
"""Of which tokens' keys are made."""

APP_SECRET = "weibo"  # noqa: S105 - its name
"""The secret that holds this stage's app's secret at Weibo."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where somebody consents, and until when she may."""

    url: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Connection:
    """A store's account on Weibo."""

    account: str
    expires_at: datetime


def channel() -> SocialChannel:
    """Weibo; without an app there, one that shows nothing to anybody."""
    return Weibo() if settings().weibo_app_key else Sandbox()


def ask(store_id: str, *, person: str, now: datetime) -> Asked:
    """Begin to connect. 1 read, 1 transaction of 1 item. Raises StoreNotFound, NotPermitted."""
    stores.permitted(store_id, person=person, scope=Scope.STORE_EDIT)
    state = secrets.token_urlsafe(24)
    with Transaction() as tx:
        tx.put(models.asked_item(state, store_id=store_id, by=person, now=now))
        return tx.result(Asked(channel().consent_url(state), now + models.ASKED_FOR))


def connect(store_id: str, *, person: str, code: str, state: str, now: datetime) -> Connection:
    """Finish it, or connect anew. 1 read, Weibo's call, 1 transaction of 2 items.

    A process that dies between the two has used up the code: its owner begins again.
    Raises StoreNotFound, NotPermitted, ConsentGone, ChannelRefused, ChannelUnavailable.
    """
    store, staff, asked = read_together([*stores.wants(store_id, person), models.asked_want(state)])
    stores.checked(store, staff, person=person, scope=Scope.STORE_EDIT)
    if asked is None or (asked.store_id, asked.by) != (store_id, person) or asked.until <= now:
        raise ConsentGone(field="state")
    consent = channel().consent(code, app_secret=vault.secret(APP_SECRET), now=now)
    with Transaction() as tx:
        tx.delete(models.asked_key(state), condition=AskedItem.pk.exists(), otherwise=ConsentGone)
        tx.update(
            models.connection_key(store_id),
            [
                ConnectionItem.account.set(consent.account),
                ConnectionItem.token.set(_sealed(consent.token, store_id)),
                ConnectionItem.good_until.set(consent.expires_at),
                ConnectionItem.by.set(person),
            ],
        )
        return tx.result(Connection(consent.account, consent.expires_at))


def show(store_id: str, *, person: str) -> Connection:
    """A store's account on Weibo. 1 read. Raises StoreNotFound, NotPermitted, ChannelNotConnected."""
    store, staff, found = read_together([*stores.wants(store_id, person), models.connection_want(store_id)])
    stores.checked(store, staff, person=person, scope=Scope.LINKS_READ)
    if found is None:
        raise ChannelNotConnected
    return Connection(found.account, found.good_until)


def disconnect(store_id: str, *, person: str) -> None:
    """Forget a store's account on Weibo and its token. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.STORE_EDIT)
    with Transaction() as tx:
        tx.delete(models.connection_key(store_id), condition=ConnectionItem.sk != "")
        tx.result(None)


connection_want = models.connection_want


def consent_of(found: ConnectionItem | None, *, now: datetime) -> Consent:
    """With what to post for a store, by what was read. Raises ChannelNotConnected."""
    if found is None or found.good_until <= now:
        raise ChannelNotConnected
    token = sealing.unseal(found.token, secret=vault.secret(SECRET), purpose=found.pk)
    return Consent(found.account, token, expires_at=found.good_until)


def _sealed(token: str, store_id: str) -> str:
    return sealing.seal(token, secret=vault.secret(SECRET), purpose=store_id)
