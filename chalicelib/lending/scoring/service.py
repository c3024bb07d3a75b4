"""What a seller may borrow: reckoned out of her record, each night and when she asks."""

from __future__ import annotations

from chalicelib.foundation.tables import read_together
from chalicelib.lending.scoring import models
from chalicelib.lending.scoring.errors import NoStanding
from chalicelib.lending.scoring.rules import Reason, Standing

__all__ = ["NoStanding", "Reason", "Standing", "standing", "standing_want"]

standing_want = models.standing_want


def standing(person_id: str) -> Standing:
    """What a seller may borrow, as last reckoned. 1 read. Raises NoStanding."""
    found: Standing | None
    (found,) = read_together([models.standing_want(person_id)])
    if found is None:
        raise NoStanding
    return found
