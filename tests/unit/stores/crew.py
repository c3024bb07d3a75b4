"""People who work in a store, to test with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.stores.staff import models, rules, service
from chalicelib.stores.staff.rules import Invitation, Role, Staff
from tests.api import Api, Reply
from tests.unit.conftest import everything_stored
from tests.unit.world import MEI, made, person_id

MANAGER = Api("cccccccc-0000-0000-0000-000000000001")
SERVICE = Api("cccccccc-0000-0000-0000-000000000002")
PACKER = Api("cccccccc-0000-0000-0000-000000000003")
PARTNER = Api("cccccccc-0000-0000-0000-000000000004")
"""Whom Mei makes an owner of her store too."""


def numbered(number: int) -> Api:
    """One of many people."""
    return Api(f"dddddddd-0000-0000-0000-{number:012}")


def invited(store: Any, role: str, *, by: Api = MEI, label: str = "") -> Any:
    """A new invitation with its code."""
    return made(by.post(f"/stores/{store['id']}/staff/invitations", {"role": role, "label": label}))


def hired(store: Any, role: str, who: Api, *, by: Api = MEI, label: str = "") -> Any:
    """A person's new workplace."""
    code = invited(store, role, by=by, label=label)["code"]
    return made(who.post(f"/invitations/{code}/accept"))


def says(reply: Reply, status: int, code: str) -> None:
    """A request was refused like this."""
    assert (reply.status, reply.json["code"]) == (status, code), reply


@contextmanager
def nothing_changes() -> Iterator[None]:
    """Whatever is asked inside changes nothing."""
    before = everything_stored()
    yield
    assert everything_stored() == before


def crew_of(store: Any, by: Api = MEI) -> Any:
    """Who works in a store and who is invited."""
    return made(by.get(f"/stores/{store['id']}/staff"))


def staff_path(store: Any, who: Api) -> str:
    """Where somebody's role in a store is."""
    return f"/stores/{store['id']}/staff/{person_id(who)}"


def crowded(store: Any, people: int) -> None:
    """Let so many people work in a store."""
    ids = [person_id(numbered(number)) for number in range(people)]
    with models.StaffItem.batch_write() as batch:
        for id_ in ids:
            batch.save(models.staff_item(Staff(store["id"], id_, Role.PACKER, "", "", clock.now())))
    models.roster_key(store["id"]).update([models.RosterItem.people.add(set(ids))])


def much_invited(store: Any, count: int, *, by: Api = MEI, days_ago: int = 0) -> None:
    """Let so many invitations be open."""
    then = clock.now() - timedelta(days=days_ago)
    ids = [rules.invitation_id(f"code {number}") for number in range(count)]
    with models.InvitationItem.batch_write() as batch:
        for id_ in ids:
            until = then + rules.INVITED_FOR
            invitation = Invitation(id_, store["id"], Role.PACKER, "", person_id(by), then, until)
            batch.save(models.invitation_item(invitation))
    models.roster_key(store["id"]).update([models.RosterItem.invitations.add(set(ids))])


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], Any]) -> None:
    """Let something happen between what the next use case reads last and its transaction."""
    real = service.Transaction

    def transaction() -> Any:
        monkeypatch.setattr(service, "Transaction", real)
        copy_context().run(happens)
        return real()

    monkeypatch.setattr(service, "Transaction", transaction)
