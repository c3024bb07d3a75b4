"""Notes what shows a photo, in the transaction that shows it.

A photo's item names what uses it, and is deleted only on the condition that nothing does; who shows it
demands that it is ready. So of two at one instant, one that shows it and one that deletes it, one is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import models
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.photos.rules import Photo, State
from chalicelib.photos.uses.rules import Use, UseKind

__all__ = ["Use", "UseKind"]


def note(tx: Transaction, use: Use, *, shown: Iterable[str], before: Iterable[str] = ()) -> None:
    """Note which photos something shows from now on, instead of those before: 1 item for each that differs.

    1 read if it shows some no more. On commit raises PhotoNotReady when one was deleted meanwhile.
    """
    now, was = dict.fromkeys(shown), dict.fromkeys(before)
    for photo_id in now:
        if photo_id not in was:
            actions, condition = models.used_by(use.name)
            tx.update(models.photo_key(photo_id), actions, condition=condition, otherwise=PhotoNotReady)
    for photo in _there([photo_id for photo_id in was if photo_id not in now]):
        tx.update(models.photo_key(photo.id), models.unused_by(use.name))


def _there(photo_ids: list[str]) -> list[Photo]:
    """Those that are ready: of a deleted one nothing need be noted, and its item may be gone."""
    found = read_together([models.photo_want(one) for one in photo_ids]) if photo_ids else []
    return [photo for photo in found if photo is not None and photo.state is State.READY]
