"""What merchants, partners, operators and the clock do with contracts.

A contract and its milestones are one item with a version, which every move demands as it was read: of two
presses at one instant, say on accepting and on disputing, one wins and the other one is told. A milestone's
money is in an escrow account of its own (`payments.escrow`), and moves in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from chalicelib.foundation import idempotency, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners import models as shelves
from chalicelib.partners.contracts import models, rules
from chalicelib.partners.contracts.models import ContractItem
from chalicelib.partners.contracts.rules import (
    Act,
    Contract,
    Delivery,
    Milestone,
    MilestoneState,
    Part,
    Photo,
    Role,
)
from chalicelib.partners.errors import (
    ContractNotFound,
    NothingDelivered,
    OwnWork,
    PartnerNotFound,
    RulingTooLarge,
)
from chalicelib.partners.events import ContractMade, MilestoneMoved
from chalicelib.partners.profiles import models as profile_models
from chalicelib.partners.profiles import service as profiles
from chalicelib.partners.profiles.rules import Profile
from chalicelib.payments import service as payments
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted

__all__ = ["Contract", "ContractNotFound", "Milestone"]

SWEEP_LIMIT = 25
"""The most contracts of one shard that one sweep moves."""


@dataclass(frozen=True, slots=True)
class Step:
    """A move of a milestone that is about to be written."""

    before: Contract
    after: Contract
    old: Milestone
    new: Milestone
    act: Act
    by: Role
    at: datetime


def buy_package(
    partner_id: str,
    *,
    merchant: str,
    package_id: str,
    store_id: str,
    note: str,
    pin: str | None,
    now: datetime,
) -> Contract:
    """Buy a package: a contract of one milestone, paid into escrow at once.

    1 read, with a PIN 2, 1 transaction of 9 items and 2 events. Raises PartnerNotFound, PackageNotFound,
    StoreNotFound, OwnWork, WrongPin, PinLocked, LimitExceeded, on commit PinRequired, InsufficientFunds.
    """
    profile, store = read_together([profile_models.profile_want(partner_id), stores.store_want(store_id)])
    if profile is None:
        raise PartnerNotFound
    package = profile.package(package_id)
    part = Part(package.title, package.price.amount, package.days, package.revisions)
    drawn = agreed(
        profile, own_store(store, merchant), [part], currency=profile.currency, title=package.title, now=now
    )
    step = _step(drawn, drawn.milestone(1), Act.FUND, Role.MERCHANT, now, said=note)
    with Transaction() as tx:
        tx.put(models.contract_item(step.after))
        _fund(tx, step, pin=pin)
        tell_made(tx, step.after, to=profile.person_id, name=store.name, at=now)
        tell(tx, step)
        return tx.result(step.after)


def own_store(store: stores.Store | None, merchant: str) -> stores.Store:
    """A store that was read, if this person opened it: it is her money that pays. Raises StoreNotFound."""
    if store is None or store.owner_id != merchant:
        raise stores.StoreNotFound(field="store_id")
    return store


def agreed(
    profile: Profile,
    store: stores.Store,
    parts: Sequence[Part],
    *,
    currency: str,
    title: str,
    now: datetime,
) -> Contract:
    """The contract of a merchant and a partner, at today's commission. No read. Raises OwnWork."""
    if profile.person_id == store.owner_id:
        raise OwnWork
    contract_id = idempotency.stable_id("ctr")
    return Contract(
        id=contract_id,
        merchant_id=store.owner_id,
        partner_id=profile.id,
        provider_id=profile.person_id,
        partner_name=profile.name,
        store_id=store.id,
        title=title,
        milestones=rules.planned(
            contract_id, parts, currency=currency, fee=settings().partner_fee_basis_points
        ),
        made_at=now,
    )


def draw_up(tx: Transaction, contract: Contract, *, name: str, at: datetime) -> None:
    """Store a contract of which nothing is paid yet, and tell the partner: 1 item and 1 event."""
    tx.put(models.contract_item(contract))
    tell_made(tx, contract, to=contract.provider_id, name=name, at=at)


def tell_made(tx: Transaction, contract: Contract, *, to: str, name: str, at: datetime) -> None:
    """Tell a partner that she was hired: 1 event."""
    tx.emit(ContractMade(at=at, person_id=to, name=name, title=contract.title, contract_id=contract.id))


def load(contract_id: str) -> Contract:
    """A contract. 1 read. Raises ContractNotFound."""
    contract: Contract | None
    (contract,) = read_together([models.contract_want(contract_id)])
    if contract is None:
        raise ContractNotFound
    return contract


def role_in(contract: Contract, person_id: str) -> Role:
    """What somebody is to a contract. Raises ContractNotFound."""
    role = contract.role(person_id)
    if role is None:
        raise ContractNotFound
    return role


def show(contract_id: str, *, caller: str) -> Contract:
    """A contract, for the two who made it. 1 read. Raises ContractNotFound."""
    contract = load(contract_id)
    role_in(contract, caller)
    return contract


def contracts_of(person_id: str, role: Role, *, limit: int, cursor: str | None) -> Page[Contract]:
    """One's contracts as a merchant or as a partner, the newest first. 1 query of an index, 1 read."""
    index, key = (
        (ContractItem.by_shelf, models.merchants_shelf(person_id))
        if role is Role.MERCHANT
        else (ContractItem.by_side, models.partners_side(person_id))
    )
    keys = paging.query(index, key, limit=limit, cursor=cursor)
    found = read_together([models.contract_want(one.pk) for one in keys.items]) if keys.items else []
    return Page([one for one in found if one], keys.cursor)


def fund(contract_id: str, number: int, *, merchant: str, pin: str | None, now: datetime) -> Contract:
    """Pay a milestone into its escrow: now the partner works.

    1 read, with a PIN 2, 1 transaction of 8 items and 1 event. Raises ContractNotFound, MilestoneNotFound,
    WrongMilestoneState, WrongPin, PinLocked, LimitExceeded; on commit PinRequired, InsufficientFunds,
    ChangedMeanwhile.
    """
    step = _about_to(contract_id, number, Act.FUND, merchant, now)
    with Transaction() as tx:
        models.advance(tx, step.before, step.after)
        _fund(tx, step, pin=pin)
        tell(tx, step)
        return tx.result(step.after)


def _fund(tx: Transaction, step: Step, *, pin: str | None) -> None:
    buyer, one = step.after.merchant_id, step.new
    payments.let_pay(tx, buyer=buyer, amount=one.amount, pin=pin, at=step.at)
    payments.hold(tx, buyer=buyer, sales=[(one.id, one.amount)], at=step.at)


def deliver(
    contract_id: str,
    number: int,
    *,
    provider: str,
    text: str,
    photo_ids: Sequence[str],
    accent: str,
    now: datetime,
) -> Contract:
    """Deliver a milestone's work: the merchant must look at it. 2 reads, 1 transaction of 2 items, 1 event.

    Raises ContractNotFound, MilestoneNotFound, WrongMilestoneState, NothingDelivered, PhotoNotReady; on
    commit ChangedMeanwhile.
    """
    if not (text or photo_ids or accent):
        raise NothingDelivered(field="text")
    step = _about_to(contract_id, number, Act.SUBMIT, provider, now, said=text)
    kept = {one.id: one for one in (step.old.delivery.photos if step.old.delivery else ())}
    new = [one for one in photo_ids if one not in kept]
    found = photos.delivered_photos(new, owner=provider) if new else []
    kept |= {one.id: Photo(one.id, one.key) for one in found}
    delivery = Delivery(now, text, tuple(kept[one] for one in dict.fromkeys(photo_ids)), accent)
    delivered = replace(step.new, delivery=delivery)
    return _write(replace(step, new=delivered, after=rules.put(step.before, delivered, now=now)))


def act(contract_id: str, number: int, what: Act, *, caller: str, said: str = "", now: datetime) -> Contract:
    """Cancel, accept, dispute, give back, reclaim, or ask for a revision.

    1 read, to pay a partner 2 more, 1 transaction of at most 20 items and 1 event, and 5 more for each of
    her split instructions. Raises ContractNotFound, MilestoneNotFound, WrongMilestoneState, NotLate,
    NoRevisionLeft; on commit ChangedMeanwhile, SplitsChanged.
    """
    return _write(_about_to(contract_id, number, what, caller, now, said=said))


def _about_to(
    contract_id: str, number: int, what: Act, caller: str, now: datetime, *, said: str = ""
) -> Step:
    contract = load(contract_id)
    role = role_in(contract, caller)
    if not rules.may_ever(what, role):
        raise NotPermitted(f"It isn't for the {role} of a contract to {what.replace('_', ' ')}.")
    return _step(contract, contract.milestone(number), what, role, now, said=said)


def _step(
    contract: Contract, milestone: Milestone, what: Act, role: Role, now: datetime, *, said: str = ""
) -> Step:
    within = timedelta(days=settings().partner_accept_days)
    new = rules.moved(milestone, what, role, now=now, accept_within=within, said=said)
    return Step(contract, rules.put(contract, new, now=now), milestone, new, what, role, now)


def rule(contract_id: str, number: int, *, back: int, said: str, now: datetime) -> Contract:
    """Decide a dispute as an operator: so much back to the merchant, the rest, less the fee, to the partner.

    3 reads, 1 transaction of at most 23 items and 1 event, 5 more for each split instruction. Raises
    ContractNotFound, MilestoneNotFound, WrongMilestoneState, RulingTooLarge; on commit ChangedMeanwhile.
    """
    contract = load(contract_id)
    milestone = contract.milestone(number)
    if back > milestone.amount.amount:
        raise RulingTooLarge(f"At most {milestone.amount.decimal()}.", field="back")
    new = rules.ruled(milestone, back, said=said)
    after = rules.put(contract, new, now=now)
    return _write(Step(contract, after, milestone, new, Act.RULE, Role.OPERATOR, now))


def _write(step: Step) -> Contract:
    if step.new.state is not MilestoneState.RELEASED:
        with Transaction() as tx:
            _put(tx, step, None)
            if step.new.state is MilestoneState.REFUNDED:
                one = step.new
                payments.give_back(
                    tx, _sale(step.before, one), refund_id=one.id, amount=one.amount, at=step.at
                )
            return tx.result(step.after)
    before = step.before
    client_want = profile_models.client_want(before.partner_id, before.merchant_id)
    (paid_before,) = read_together([client_want])

    def pay(instructions: payments.Instructions) -> Contract:
        with Transaction() as tx:
            _put(tx, step, paid_before)
            back = Money(step.new.given_back, step.new.amount.currency)
            refund = (step.new.id, back) if back.amount else None
            payments.settle_sale(tx, _sale(before, step.new), instructions, refund=refund, at=step.at)
            return tx.result(step.after)

    return payments.heeding(before.provider_id, step.new.amount.currency, pay)


def _put(tx: Transaction, step: Step, paid_before: str | None) -> None:
    """The contract, whether it is disputed, what it counts for: 4 items at most, and 1 event."""
    models.advance(tx, step.before, step.after)
    _show_photos(tx, step)
    models.hear(tx, step.before.id, step.old, step.new, step.at)
    change = rules.counted(
        step.old, step.new, first_paid=not step.before.earned, client=paid_before is not None
    )
    profiles.count(tx, step.before.partner_id, change, at=step.at)
    if step.after.earned and not step.before.earned:
        profiles.note_client(tx, step.before.partner_id, step.before.merchant_id, paid_before, step.before.id)
    tell(tx, step)


def _show_photos(tx: Transaction, step: Step) -> None:
    """Keep what is delivered from being deleted, until all money is back: 1 item for each that changes."""
    was, shown = (
        [photo.id for photo in one.delivery.photos]
        if one.delivery and one.state is not MilestoneState.REFUNDED
        else []
        for one in (step.old, step.new)
    )
    subject = f"{step.before.id}/{step.new.number}"
    uses.note(tx, Use(UseKind.DELIVERY, subject), shown=shown, before=was)


def _sale(contract: Contract, milestone: Milestone) -> payments.Sale:
    """A milestone's money, as payments knows it: the merchant is its buyer. Nobody pays a gateway again."""
    nothing = Money.zero(milestone.amount.currency)
    return payments.Sale(
        id=milestone.id,
        buyer=contract.merchant_id,
        merchant=contract.provider_id,
        total=milestone.amount,
        commission=milestone.commission,
        payment_fee=nothing,
        refunded=nothing,
    )


def tell(tx: Transaction, step: Step) -> None:
    """Tell of a move: 1 event."""
    contract, one = step.after, step.new
    facts: dict[str, Any] = {
        "contract_id": contract.id,
        "number": one.number,
        "title": one.title,
        "merchant_id": contract.merchant_id,
        "provider_id": contract.provider_id,
        "partner_name": contract.partner_name,
        "state": one.state.value,
        "act": step.act.value,
        "by": step.by.value,
        "amount": one.amount.amount,
        "given_back": one.given_back,
        "currency": one.amount.currency,
    }
    tx.emit(MilestoneMoved(at=step.at, **facts))


def hearings(*, limit: int, cursor: str | None) -> Page[Contract]:
    """Contracts with a milestone in dispute, the longest first, for operators. 1 query, 1 read."""
    keys = paging.query(
        models.HearingItem.by_shelf, models.HEARINGS, limit=limit, cursor=cursor, newest_first=False
    )
    contract_ids = dict.fromkeys(one.pk for one in keys.items)
    found = read_together([models.contract_want(one) for one in contract_ids]) if contract_ids else []
    return Page([one for one in found if one], keys.cursor)


def lapse_due(now: datetime) -> int:
    """Act for those who let their time pass; answers how many contracts were moved.

    A query for each of 4 shards; for each contract due 1 read, and for each milestone as `act`.
    """
    keys = shelves.due_keys(ContractItem, models.DUE, now, limit=SWEEP_LIMIT)
    return sum(_lapse(one.pk, now) for shard in keys for one in shard)


def _lapse(contract_id: str, now: datetime) -> bool:
    """Move the milestone that has waited longest; what else is due the next sweep finds."""
    try:
        contract = load(contract_id)
        waiting = [one for one in contract.milestones if one.deadline and one.deadline <= now]
        if not waiting:
            return False  # it moved since the index was read
        one = min(waiting, key=lambda one: one.deadline or now)
        _write(_step(contract, one, rules.LAPSES[one.state], Role.CLOCK, now))
        return True
    except DomainError:
        log.exception("the clock couldn't move a milestone", extra={"contract_id": contract_id})
        return False
