"""Noting what partners do in a store: before it is done, so that nothing is done unseen.

Only what is asked of the API is noted, once for each permission that it needs: what a partner says in a
conversation has her name on it, and what a queue goes on with was noted when she began it.
"""

from __future__ import annotations

from chalicelib.foundation import acting, clock, ids
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.staff import models
from chalicelib.stores.staff.rules import Deed, Role, Scope, Staff


def note(staff: Staff | None, scope: Scope, *, allowed: bool) -> None:
    """Note what a partner asks for. No call for others, for her 1 transaction of 1 item."""
    operation = acting.current()
    if staff is None or staff.role is not Role.PARTNER or not operation:
        return
    now = clock.now()
    deed = Deed(ids.new("ded"), staff.person_id, scope.value, operation, allowed, now)
    with Transaction() as tx:
        tx.put(models.deed_item(staff.store_id, deed))
