"""A supplier's life and the figures of its record. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.wholesale.errors import BadYear, WrongSupplierState


class SupplierState(StrEnum):
    """How far a store is as a supplier."""

    APPLIED = "applied"
    VERIFIED = "verified"
    REFUSED = "refused"
    SUSPENDED = "suspended"


class SupplierAction(StrEnum):
    """What can be done to it."""

    APPLY = "apply"
    VERIFY = "verify"
    REFUSE = "refuse"
    SUSPEND = "suspend"


class Party(StrEnum):
    """Who does it."""

    STORE = "store"
    OPERATOR = "operator"


MOVES: Mapping[tuple[SupplierState, SupplierAction], tuple[Party, SupplierState]] = {
    (SupplierState.REFUSED, SupplierAction.APPLY): (Party.STORE, SupplierState.APPLIED),
    (SupplierState.APPLIED, SupplierAction.VERIFY): (Party.OPERATOR, SupplierState.VERIFIED),
    (SupplierState.APPLIED, SupplierAction.REFUSE): (Party.OPERATOR, SupplierState.REFUSED),
    (SupplierState.VERIFIED, SupplierAction.SUSPEND): (Party.OPERATOR, SupplierState.SUSPENDED),
    (SupplierState.SUSPENDED, SupplierAction.VERIFY): (Party.OPERATOR, SupplierState.VERIFIED),
}
"""All that can become of a supplier, and who may decide it. It begins by applying."""


def transition(state: SupplierState, action: SupplierAction, party: Party) -> SupplierState:
    """The state after an action. Raises WrongSupplierState."""
    by, after = MOVES.get((state, action), (None, state))
    if by is not party:
        raise WrongSupplierState(f"The {party} can't {action} a supplier that is {state}.")
    return after


@dataclass(frozen=True, slots=True)
class Supplier:
    """A store that sells wholesale, or wants to."""

    store_id: str
    owner_id: str
    store_name: str
    since: int
    """The year in which the business began."""
    about: str
    state: SupplierState
    applied_at: datetime
    verified_at: datetime | None = None
    reason: str = ""
    """Why an operator decided so."""
    version: int = 1


def refuse_future(since: int, *, now: datetime) -> None:
    """Raises BadYear."""
    if since > now.year:
        raise BadYear(field="since")


@dataclass(frozen=True, slots=True)
class Record:
    """What was counted of a supplier, as it happened."""

    answered: int = 0
    """What buyers asked of it alone, and it answered in time."""
    missed: int = 0
    """What it didn't answer in time."""
    buyers: int = 0
    """Who completed an order of it."""
    repeat_buyers: int = 0
    """Who completed a second one."""

    @property
    def response_rate(self) -> int | None:
        """In basis points; None: nobody asked."""
        return _share(self.answered, self.answered + self.missed)

    @property
    def repeat_rate(self) -> int | None:
        """How many of its buyers came again, in basis points; None: it has none."""
        return _share(self.repeat_buyers, self.buyers)


def _share(part: int, whole: int) -> int | None:
    return part * BASIS_POINTS // whole if whole else None
