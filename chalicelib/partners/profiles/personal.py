"""What a partner says of herself, what was counted of her work, and the days on which she is busy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.profiles import models
from chalicelib.partners.profiles.rules import Profile, Record, Trade


@dataclass(frozen=True, slots=True)
class Introduction:
    """All of it."""

    profile: Profile
    record: Record
    busy: frozenset[date]


def _profile(person_id: str, _: str | None) -> Page[Introduction]:
    partner_id = models.partner_id(person_id)
    profile, record, busy = read_together(
        [models.profile_want(partner_id), models.record_want(partner_id), models.calendar_want(partner_id)]
    )
    if profile is None:
        return Page([], None)
    return Page([Introduction(profile, record or Record(), busy or frozenset())], None)


def _forget(person_id: str, _: str | None, __: datetime) -> None:
    """She offers nothing and is found nowhere; the counts stay, under an id that leads to nobody.

    1 transaction of 9 items.
    """
    partner_id = models.partner_id(person_id)
    with Transaction() as tx:
        tx.delete(models.profile_key(partner_id))
        tx.delete(models.calendar_key(partner_id))
        for trade in Trade:
            tx.delete(models.trade_key(partner_id, trade))


HOLDINGS = (Holding("partner-profile", pages=_profile, forget=_forget),)
