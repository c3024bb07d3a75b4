"""Who is told what of money that moves, of loans and of what is paid by the month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.affiliates.events import CommissionMoved
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.lending.events import InstalmentDueSoon, LoanEvent, LoanLate, LoanPaymentMade
from chalicelib.lending.scoring.events import LimitChanged
from chalicelib.notifications.rules import Notification, note
from chalicelib.payments.events import WithdrawalFailed, WithdrawalPaid
from chalicelib.photos.events import AllowanceLow
from chalicelib.storage.events import (
    StorageEnded,
    StorageEvent,
    StoragePlanChanged,
    StorageRenewed,
    StorageUnpaid,
)


def _of_withdrawal(event: WithdrawalPaid | WithdrawalFailed) -> list[Notification]:
    facts = {"amount": str(Money(event.amount, event.currency))}
    if isinstance(event, WithdrawalFailed):
        return [
            note(
                event,
                event.person_id,
                "withdrawal_failed",
                event.withdrawal_id,
                facts | {"reason": event.reason.replace("_", " ")},
            )
        ]
    return [note(event, event.person_id, "withdrawal_paid", event.withdrawal_id, facts)]


_COMMISSION = {"pending": "commission_promised", "paid": "commission_paid"}


def _of_commission(event: CommissionMoved) -> list[Notification]:
    """The promoter hears of a sale, and of her money; the reports tell the rest."""
    if event.state not in _COMMISSION:
        return []
    facts = {"store": event.store_name, "amount": str(Money(event.amount, event.currency))}
    return [note(event, event.promoter_id, _COMMISSION[event.state], event.order_id, facts)]


def _of_loan(event: LoanEvent) -> list[Notification]:
    facts = {"amount": str(Money(event.amount, event.currency))}
    match event:
        case LoanPaymentMade():
            kind = "loan_payment" if event.left else "loan_repaid"
            facts["left"] = str(Money(event.left, event.currency))
        case InstalmentDueSoon() | LoanLate():
            kind = "loan_late" if isinstance(event, LoanLate) else "loan_due_soon"
            facts["due"] = event.due.isoformat()
        case _:
            kind = "loan_paid_out"
    return [note(event, event.borrower, kind, event.loan_id, facts)]


def _of_limit(event: LimitChanged) -> list[Notification]:
    rate = f"{event.annual_rate / 100:g} %"
    facts = {"limit": str(Money(event.limit, event.currency)), "rate": rate}
    return [note(event, event.person_id, f"credit_{event.how}", event.person_id, facts)]


_STORAGE: Mapping[type[Event], str] = {
    StoragePlanChanged: "storage_plan_changed",
    StorageRenewed: "storage_renewed",
    StorageUnpaid: "storage_unpaid",
    StorageEnded: "storage_ended",
}


def _of_storage(event: StorageEvent) -> list[Notification]:
    facts = {"plan": event.plan.replace("_", " "), "amount": str(Money(event.amount, event.currency))}
    if isinstance(event, StorageRenewed | StorageUnpaid):
        facts["until"] = event.until.date().isoformat()
    return [note(event, event.person_id, _STORAGE[type(event)], event.person_id, facts)]


def _of_allowance(event: AllowanceLow) -> list[Notification]:
    return [note(event, event.person_id, "allowance_low", event.person_id, {"percent": str(event.percent)})]


TOLD: Mapping[type[Event], Callable[[Any], list[Notification]]] = {
    WithdrawalPaid: _of_withdrawal,
    WithdrawalFailed: _of_withdrawal,
    CommissionMoved: _of_commission,
    LoanEvent: _of_loan,
    LimitChanged: _of_limit,
    StorageEvent: _of_storage,
    AllowanceLow: _of_allowance,
}
"""Who tells of what."""
