"""Who listens to what: the one table of events and the queues that get them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.advertising.events import BidsChanged, CampaignMoved
from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation.events import Event
from chalicelib.lending.events import (
    InstalmentDueSoon,
    LoanAccepted,
    LoanLate,
    LoanPaidOut,
    LoanPaymentMade,
)
from chalicelib.lending.scoring.events import LimitChanged
from chalicelib.listings.bulk.events import ExportTurn, ImportEnded, ImportTurn
from chalicelib.listings.events import (
    GoodsChanged,
    StockCameBack,
    StockMoved,
    StockRanLow,
    StockRanOut,
)
from chalicelib.notifications.push.events import PushDeviceDropped
from chalicelib.orders.events import (
    OrderCancelled,
    OrderCompleted,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
    ParcelMoved,
    RefundMoved,
)
from chalicelib.payments.events import (
    ChargeSucceeded,
    WithdrawalFailed,
    WithdrawalPaid,
    WithdrawalRequested,
)
from chalicelib.photos.events import FileDropped
from chalicelib.reviews.events import ListingFameChanged, ReviewHidden, ReviewReplied, ReviewWritten
from chalicelib.storage.events import StorageEnded, StoragePlanChanged, StorageRenewed, StorageUnpaid
from chalicelib.stores.events import StoreChanged

SUBSCRIPTIONS: Mapping[type[Event], Sequence[str]] = {
    ImportTurn: ["bulk"],
    ExportTurn: ["bulk"],
    ImportEnded: ["notifications"],
    FileDropped: ["files"],
    StoreChanged: ["search"],
    GoodsChanged: ["search"],
    StockMoved: ["stock", "search"],
    StockRanLow: ["notifications"],
    StockRanOut: ["notifications"],
    StockCameBack: ["notifications"],
    ChargeSucceeded: ["checkouts"],
    OrderPaid: ["notifications", "reviews", "ads"],
    OrderShipped: ["notifications"],
    ParcelMoved: ["notifications"],
    OrderCompleted: ["notifications", "reviews", "records"],
    OrderCancelled: ["notifications", "reviews", "records", "ads"],
    RefundMoved: ["notifications"],
    OrderRefunded: ["notifications", "reviews", "records", "ads"],
    MessageWaiting: ["notifications"],
    PushDeviceDropped: ["notifications"],
    ReviewWritten: ["notifications"],
    ReviewReplied: ["notifications"],
    ReviewHidden: ["notifications"],
    ListingFameChanged: ["search"],
    BidsChanged: ["ads"],
    CampaignMoved: ["ads"],
    LimitChanged: ["notifications"],
    LoanAccepted: ["disbursements"],
    LoanPaidOut: ["notifications"],
    InstalmentDueSoon: ["notifications"],
    LoanPaymentMade: ["notifications"],
    LoanLate: ["notifications"],
    StoragePlanChanged: ["notifications"],
    StorageRenewed: ["notifications"],
    StorageUnpaid: ["notifications"],
    StorageEnded: ["notifications"],
    WithdrawalRequested: ["payouts"],
    WithdrawalPaid: ["notifications"],
    WithdrawalFailed: ["notifications"],
}
