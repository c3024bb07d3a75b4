"""What merchant and partner say of each other once a contract is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import paging
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners import models as shelves
from chalicelib.partners.contracts import models as contract_models
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Contract, Role
from chalicelib.partners.events import WorkReviewed
from chalicelib.partners.feedback import models, rules
from chalicelib.partners.feedback.models import WorkReviewItem
from chalicelib.partners.feedback.rules import Review
from chalicelib.partners.profiles import service as profiles
from chalicelib.partners.profiles.rules import Record

SWEEP_LIMIT = 25
_SIDES = (Role.MERCHANT, Role.PARTNER)


def write(contract_id: str, *, caller: str, stars: int, text: str, now: datetime) -> Review:
    """Say what one thinks of the other side. 1 read, 1 transaction of 2 items; of the second one 1 read
    more, 5 items and 2 events.

    Raises ContractNotFound, NotReviewableYet, ReviewedBefore; on commit ChangedMeanwhile, when both spoke at
    one instant.
    """
    contract = contracts.load(contract_id)
    by = contracts.role_in(contract, caller)
    review = rules.written(contract, by, caller, stars=stars, text=text, now=now)
    reviewed = contract.reviewed | {by.value}
    after = replace(contract, reviewed=reviewed, version=contract.version + 1)
    (other,) = read_together([models.review_want(contract_id, _other(by))]) if review.is_open else (None,)
    with Transaction() as tx:
        contract_models.advance(tx, contract, after)
        models.write(tx, review, opens_at=rules.closes_at(contract))
        if other:
            models.open_(tx, other)
            for one in (review, other):
                _count(tx, one, now)
            _tell(tx, contract, now)
        return tx.result(review)


def _other(by: Role) -> Role:
    return next(one for one in _SIDES if one is not by)


def _count(tx: Transaction, review: Review, now: datetime) -> None:
    """Count a review that can be read now, of a partner or a store: 1 item."""
    profiles.count(tx, review.about, Record(stars=review.stars, reviews=1), at=now)


def _tell(tx: Transaction, contract: Contract, now: datetime) -> None:
    for person in (contract.merchant_id, contract.provider_id):
        facts = {"name": contract.partner_name, "title": contract.title, "contract_id": contract.id}
        tx.emit(WorkReviewed(at=now, person_id=person, **facts))


def of_contract(contract_id: str, *, caller: str) -> list[Review]:
    """One's own review, and the other's once it can be read. 1 read. Raises ContractNotFound."""
    wants = [models.review_want(contract_id, one) for one in _SIDES]
    contract, *found = read_together([contract_models.contract_want(contract_id), *wants])
    if contract is None:
        raise contracts.ContractNotFound
    contracts.role_in(contract, caller)
    return [one for one in found if one and (one.is_open or one.author == caller)]


def about(subject: str, *, limit: int, cursor: str | None) -> Page[Review]:
    """The reviews about a partner or a store that everybody may read, the latest first. 1 query, 1 read."""
    keys = paging.query(WorkReviewItem.by_shelf, models.shelf(subject), limit=limit, cursor=cursor)
    wants = [models.review_want(one.pk, one.sk.removeprefix(models.REVIEW)) for one in keys.items]
    return Page([one for one in read_together(wants) if one] if wants else [], keys.cursor)


def open_due(now: datetime) -> int:
    """Open reviews whose other side has let its time pass; answers how many.

    A query for each of 4 shards; for each review 1 read and 1 transaction of 2 items and 2 events.
    """
    keys = shelves.due_keys(WorkReviewItem, models.DUE, now, limit=SWEEP_LIMIT)
    return sum(_open(one.pk, one.sk.removeprefix(models.REVIEW), now) for shard in keys for one in shard)


def _open(contract_id: str, by: str, now: datetime) -> bool:
    contract, review = read_together(
        [contract_models.contract_want(contract_id), models.review_want(contract_id, by)]
    )
    try:
        with Transaction() as tx:
            models.open_(tx, review)
            _count(tx, review, now)
            _tell(tx, contract, now)
        return True
    except DomainError:
        log.exception("a review couldn't be opened", extra={"contract_id": contract_id})
        return False
