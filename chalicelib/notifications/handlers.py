"""What notifications does when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.advertising.events import AdBalanceEmpty, AdBudgetSpent
from chalicelib.affiliates.events import CommissionMoved
from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation import clock, queues
from chalicelib.foundation.events import Event
from chalicelib.foundation.queues import Message
from chalicelib.insights.events import WeekSummed
from chalicelib.lending.events import InstalmentDueSoon, LoanLate, LoanPaidOut, LoanPaymentMade
from chalicelib.lending.scoring.events import LimitChanged
from chalicelib.listings.bulk.events import ImportEnded
from chalicelib.listings.events import FavouriteCheaper, StockCameBack, StockRanLow, StockRanOut
from chalicelib.notifications import service
from chalicelib.notifications.events import ArchiveReady, FarewellMoved
from chalicelib.notifications.push.events import PushDeviceDropped
from chalicelib.orders.events import (
    DepositEnded,
    DepositPaid,
    OrderCancelled,
    OrderCompleted,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
    ParcelMoved,
    RefundMoved,
)
from chalicelib.partners.events import (
    AccessEnded,
    AccessGranted,
    ContractMade,
    MilestoneMoved,
    ProposalDeclined,
    ProposalMade,
    WorkReviewed,
)
from chalicelib.payments.events import WithdrawalFailed, WithdrawalPaid
from chalicelib.photos.events import AllowanceLow
from chalicelib.reviews.events import ReviewHidden, ReviewReplied, ReviewWritten
from chalicelib.social.events import FollowersTold, PostEnded
from chalicelib.storage.events import StorageEnded, StoragePlanChanged, StorageRenewed, StorageUnpaid
from chalicelib.wholesale.events import (
    MembershipChanged,
    MembershipEnded,
    MembershipLapsing,
    MembershipRenewed,
    QuoteAsked,
    QuoteMoved,
    SupplierJudged,
)

HEARD: tuple[type[Event], ...] = (
    DepositPaid,
    DepositEnded,
    OrderPaid,
    OrderShipped,
    ParcelMoved,
    OrderCompleted,
    OrderCancelled,
    RefundMoved,
    OrderRefunded,
    WithdrawalPaid,
    WithdrawalFailed,
    CommissionMoved,
    MessageWaiting,
    ReviewWritten,
    ReviewReplied,
    ReviewHidden,
    StockRanLow,
    StockRanOut,
    StockCameBack,
    FavouriteCheaper,
    ImportEnded,
    AdBudgetSpent,
    AdBalanceEmpty,
    LimitChanged,
    LoanPaidOut,
    InstalmentDueSoon,
    LoanPaymentMade,
    LoanLate,
    FollowersTold,
    PostEnded,
    StoragePlanChanged,
    StorageRenewed,
    StorageUnpaid,
    StorageEnded,
    AllowanceLow,
    WeekSummed,
    ArchiveReady,
    FarewellMoved,
    ContractMade,
    MilestoneMoved,
    ProposalMade,
    ProposalDeclined,
    WorkReviewed,
    AccessGranted,
    AccessEnded,
    QuoteAsked,
    QuoteMoved,
    SupplierJudged,
    MembershipChanged,
    MembershipRenewed,
    MembershipLapsing,
    MembershipEnded,
    PushDeviceDropped,
)
"""The events that somebody is told of, and what is heard of phones."""

_KINDS = {kind.kind(): kind for kind in HEARD}


def deliver_notifications(event: dict[str, Any]) -> dict[str, Any]:
    """Tell people of the events of a batch of messages; answers which must come again."""
    return queues.consume(event, _deliver)


def _deliver(message: Message) -> None:
    event = _KINDS[message.kind].model_validate_json(message.event)
    if isinstance(event, MessageWaiting):
        service.tell_if_absent(event, now=clock.now())
    elif isinstance(event, PushDeviceDropped):
        service.forget_dropped(event)
    else:
        service.tell(event)
