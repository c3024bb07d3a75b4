"""What couriers and merchants do with claims. They are opened by what is heard of a parcel: see tracking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from pydantic import ValidationError

from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.carriage import service as carriage
from chalicelib.shipping.bookings import handling
from chalicelib.shipping.claims import models, rules
from chalicelib.shipping.claims.rules import Action, Claim, Side
from chalicelib.shipping.claims.schemas import CourierAnswer
from chalicelib.shipping.errors import ClaimNotFound, MalformedNews
from chalicelib.shipping.rates.rules import CURRENCY
from chalicelib.shipping.records import service as records
from chalicelib.shipping.records.rules import Tally
from chalicelib.shipping.tracking import models as tracks
from chalicelib.shipping.tracking import service as tracking
from chalicelib.shipping.tracking.rules import Track


def receive(courier_code: str, headers: Mapping[str, str], body: bytes, *, now: datetime) -> None:
    """Take what a courier says to a claim; said again it changes nothing. 3 reads, 1 transaction of 6 items.

    How long its first answer took is counted in its service's record; what it pays is in the merchant's
    wallet at once. Raises UnknownCourier, BadCourierSignature, MalformedNews, ClaimNotFound, WrongClaimState,
    ChangedMeanwhile.
    """
    tracking.check_courier(courier_code, headers, body, now)
    try:
        said = CourierAnswer.model_validate_json(body)
    except ValidationError:
        raise MalformedNews from None
    track, claim = _claim_of(courier_code, said.tracking_number)
    if claim.state.value == _AFTER.get(said.action):
        return
    state = rules.transition(claim.state, said.action, Side.COURIER)
    amount = claim.amount if said.amount is None else Money(said.amount, CURRENCY)
    after = replace(
        claim,
        state=state,
        amount=amount,
        answer=said.text or claim.answer,
        answered_at=claim.answered_at or now,
    )
    with Transaction() as tx:
        models.keep(tx, after, before=claim)
        if claim.answered_at is None:
            records.note(tx, track.lane, _counted(claim, now), parcel=track.number)
        if said.action is Action.PAY and amount:
            carriage.make_good(tx, claim.booking_id, payee=claim.merchant_id, amount=amount, at=now)


_AFTER = {Action.ACCEPT: "accepted", Action.REFUSE: "refused", Action.PAY: "paid"}


def _counted(claim: Claim, now: datetime) -> Tally:
    minutes = int((now - claim.opened_at).total_seconds()) // 60
    return Tally({"claims": 1, "claim_minutes": max(1, minutes)})


def _claim_of(courier: str, number: str) -> tuple[Track, Claim]:
    track: Track | None = read_together([tracks.track_want(courier, number)])[0]
    if track is None or track.booking_id is None:
        raise ClaimNotFound(field="tracking_number")
    claim: Claim | None = read_together([models.claim_want(track.booking_id)])[0]
    if claim is None:
        raise ClaimNotFound(field="tracking_number")
    return track, claim


def show(booking_id: str, *, caller: str) -> Claim:
    """The claim for a parcel, for who ships for its store. 2 reads, for staff 3.

    Raises BookingNotFound, NotPermitted, ClaimNotFound.
    """
    handling.permit_shipper(booking_id, caller=caller)
    claim: Claim | None = read_together([models.claim_want(booking_id)])[0]
    if claim is None:
        raise ClaimNotFound
    return claim


def close(booking_id: str, *, caller: str) -> Claim:
    """Let a claim be, that was refused or isn't answered. 2 reads (for staff 3), 1 transaction of 1 item.

    Raises BookingNotFound, NotPermitted, ClaimNotFound, WrongClaimState, ChangedMeanwhile.
    """
    claim = show(booking_id, caller=caller)
    closed = replace(claim, state=rules.transition(claim.state, Action.CLOSE, Side.MERCHANT))
    with Transaction() as tx:
        models.keep(tx, closed, before=claim)
        return tx.result(closed)
