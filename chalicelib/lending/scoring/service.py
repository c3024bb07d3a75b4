"""What a seller may borrow: reckoned out of her record, each night and when she asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import add

from chalicelib.foundation import paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import models as loans
from chalicelib.lending.models import LoanItem
from chalicelib.lending.rules import Loan, LoanState, day_of
from chalicelib.lending.scoring import deck, models, rules
from chalicelib.lending.scoring.errors import NoStanding, ReckonedJustNow
from chalicelib.lending.scoring.events import LimitChanged
from chalicelib.lending.scoring.record import rules as months
from chalicelib.lending.scoring.record import service as records
from chalicelib.lending.scoring.record.service import Record
from chalicelib.lending.scoring.rules import Facts, Reason, Standing
from chalicelib.payments import service as payments
from chalicelib.payments.service import Wallet
from chalicelib.reviews import service as reviews
from chalicelib.reviews.service import Tally
from chalicelib.stores import service as stores

__all__ = ["NoStanding", "Reason", "Standing", "reckon_due", "standing", "standing_want"]

standing_want = models.standing_want

MOST_STORES = 8
"""How many of a seller's stores, the oldest ones, are looked at for her rating."""

MOST_LOANS = 10
"""How many of a seller's loans, the newest ones, are looked at."""

SWEEP_LIMIT = 10
"""The most sellers of one shard that one sweep reckons: 40 a minute, 12,000 a night."""


def standing(person_id: str) -> Standing:
    """What a seller may borrow, as last reckoned. 1 read. Raises NoStanding."""
    found: Standing | None
    (found,) = read_together([models.standing_want(person_id)])
    if found is None:
        raise NoStanding
    return found


def record(person_id: str, *, now: datetime) -> Record:
    """A seller's months. 1 query."""
    return records.of(person_id, deck.current().currency, now=now)


def reckon(person_id: str, *, now: datetime) -> Standing:
    """Reckon anew what a seller may borrow, because she asks. 2 queries, 1 read, 1 transaction of 1 item.

    1 event more if it has changed by enough. Raises ReckonedJustNow, ChangedMeanwhile.
    """
    known = _known(person_id, now)
    if known.before and now < known.before.computed_at + rules.AGAIN_AFTER:
        raise ReckonedJustNow
    return _reckon(person_id, known, now)


def reckon_due(now: datetime) -> int:
    """Reckon the standings of the night; answers how many.

    A query for each of 4 shards; for each seller 2 queries, 1 read and 1 transaction of 1 item. One that
    fails is left for the next sweep and doesn't hold up the others.
    """
    return sum(_reckon_one(one, now) for due in models.due_sellers(now, limit=SWEEP_LIMIT) for one in due)


def _reckon_one(person_id: str, now: datetime) -> bool:
    try:
        _reckon(person_id, _known(person_id, now), now)
        return True
    except DomainError:
        log.exception("a standing couldn't be reckoned", extra={"person_id": person_id})
        return False


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read of a seller: her standing until now, and what she is scored by."""

    before: Standing | None
    facts: Facts
    sells: bool


def _known(person_id: str, now: datetime) -> _Known:
    """2 queries and 1 read of at most 67 items; of whom has borrowed 1 query and 1 read more."""
    currency = deck.current().currency
    record = records.of(person_id, currency, now=now)
    own = stores.first_of(person_id, most=MOST_STORES)
    before, borrowed, wallet, *ratings = read_together(
        [
            models.standing_want(person_id),
            loans.exposure_want(person_id),
            payments.wallet_want(person_id, currency),
            *(want for store in own for want in reviews.store_rating_wants(store.id)),
        ]
    )
    rating = reduce(add, (one for one in ratings if one), Tally())
    opened = min((store.created_at for store in own), default=None)
    seen = [before.days_late if before else None, *(_delays(person_id, now) if borrowed else ())]
    late = max((days for days in seen if days is not None), default=None)
    facts = _facts(record, opened=opened, wallet=wallet, rating=rating, late=late, now=now)
    return _Known(before, facts, sells=bool(record.months))


def _delays(person_id: str, now: datetime) -> list[int | None]:
    """How late her newest loans are; None: that can't be said yet. 1 query of an index, 1 read.

    A delay that is over isn't told by the loan: it was seen each night while it lasted, and is remembered.
    """
    keys = paging.query(LoanItem.of_borrower, person_id, limit=MOST_LOANS, cursor=None).items
    found = read_together([loans.loan_want(key.pk) for key in keys]) if keys else []
    return [_delay(one, day_of(now, settings().time_zone)) for one in found if one]


def _delay(loan: Loan, today: date) -> int | None:
    if loan.state is LoanState.WRITTEN_OFF:
        return rules.WRITTEN_OFF
    if loan.state is LoanState.ACTIVE and loan.book.late_since:
        return loan.book.days_late(today)
    return 0 if loan.state is LoanState.REPAID else None


def _facts(
    record: Record,
    *,
    opened: datetime | None,
    wallet: Wallet | None,
    rating: Tally,
    late: int | None,
    now: datetime,
) -> Facts:
    """What a seller is scored by. Advertising isn't looked at yet: of it nothing is known."""
    sales, zone = record.monthly_sales, settings().time_zone
    in_wallet = max(0, wallet.available.amount) if wallet else 0
    return Facts(
        store_months=months.whole_months(opened, now, zone) if opened else None,
        monthly_sales=sales,
        trend=record.trend,
        season=record.season,
        unevenness=record.unevenness,
        refunds=record.refund_rate,
        disputes=record.dispute_rate,
        on_time=record.on_time_rate,
        rating=rating.stars_sum * 100 // rating.reviews if rating.reviews >= rules.LEAST_REVIEWS else None,
        cushion=months.share(in_wallet, sales),
        days_late=late,
        months_sold=record.months_sold,
    )


def _reckon(person_id: str, known: _Known, now: datetime) -> Standing:
    after = rules.standing(known.facts, deck.current(), now=now)
    how = rules.change(known.before, after)
    with Transaction() as tx:
        again = models.next_night_or_never(person_id, now, sells=known.sells)
        tx.update(
            models.standing_key(person_id),
            [*models.reckoned(after), *again],
            condition=models.as_read(known.before),
        )
        if how:
            tx.emit(
                LimitChanged(
                    at=now,
                    person_id=person_id,
                    how=how.value,
                    limit=after.limit.amount,
                    currency=after.limit.currency,
                    annual_rate=after.annual_rate,
                )
            )
        return tx.result(after)
