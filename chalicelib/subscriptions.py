"""Who listens to what: the one table of events and the queues that get them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.advertising.events import AdBalanceEmpty, AdBudgetSpent, BidsChanged, CampaignMoved
from chalicelib.affiliates.events import CommissionMoved
from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation.events import Event
from chalicelib.insights.events import WeekSummed
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
    FavouriteCheaper,
    GoodsChanged,
    PriceLowered,
    StockCameBack,
    StockMoved,
    StockRanLow,
    StockRanOut,
)
from chalicelib.notifications.events import ArchiveReady, FarewellMoved
from chalicelib.notifications.push.events import PushDeviceDropped
from chalicelib.orders.events import (
    AddedToCart,
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
from chalicelib.payments.events import (
    ChargeSucceeded,
    WithdrawalFailed,
    WithdrawalPaid,
    WithdrawalRequested,
)
from chalicelib.photos.events import AllowanceLow, FileDropped, FileShown, RecountTurn
from chalicelib.privacy.events import ArchiveTurn, FarewellTurn
from chalicelib.reviews.events import ListingFameChanged, ReviewHidden, ReviewReplied, ReviewWritten
from chalicelib.social.events import BroadcastTurn, FollowersTold, GroupTurn, PostDue, PostEnded
from chalicelib.storage.events import StorageEnded, StoragePlanChanged, StorageRenewed, StorageUnpaid
from chalicelib.stores.events import StoreChanged
from chalicelib.wholesale.events import (
    MembershipChanged,
    MembershipEnded,
    MembershipLapsing,
    MembershipRenewed,
    QuoteAsked,
    QuoteMoved,
    SupplierJudged,
)

SUBSCRIPTIONS: Mapping[type[Event], Sequence[str]] = {
    ImportTurn: ["bulk"],
    ExportTurn: ["bulk"],
    ImportEnded: ["notifications"],
    FileDropped: ["files"],
    FileShown: ["files"],
    RecountTurn: ["files"],
    AllowanceLow: ["notifications"],
    StoreChanged: ["search", "insights"],
    WeekSummed: ["notifications"],
    GoodsChanged: ["search"],
    PriceLowered: ["stock"],
    FavouriteCheaper: ["notifications"],
    StockMoved: ["stock", "search"],
    StockRanLow: ["notifications"],
    StockRanOut: ["notifications"],
    StockCameBack: ["notifications"],
    ChargeSucceeded: ["checkouts"],
    AddedToCart: ["ads"],
    OrderPaid: ["notifications", "reviews", "ads", "insights"],
    DepositPaid: ["notifications"],
    DepositEnded: ["notifications"],
    OrderShipped: ["notifications", "ads"],
    ParcelMoved: ["notifications"],
    OrderCompleted: ["notifications", "reviews", "records", "wholesale"],
    OrderCancelled: ["notifications", "reviews", "records", "ads", "insights"],
    RefundMoved: ["notifications"],
    OrderRefunded: ["notifications", "reviews", "records", "ads", "insights"],
    CommissionMoved: ["affiliates", "notifications"],
    MessageWaiting: ["notifications"],
    PushDeviceDropped: ["notifications"],
    ReviewWritten: ["notifications"],
    ReviewReplied: ["notifications"],
    ReviewHidden: ["notifications"],
    ListingFameChanged: ["search"],
    BidsChanged: ["ads"],
    CampaignMoved: ["ads"],
    AdBudgetSpent: ["notifications"],
    AdBalanceEmpty: ["notifications"],
    LimitChanged: ["notifications"],
    LoanAccepted: ["disbursements"],
    LoanPaidOut: ["notifications"],
    InstalmentDueSoon: ["notifications"],
    LoanPaymentMade: ["notifications"],
    LoanLate: ["notifications"],
    BroadcastTurn: ["social"],
    FollowersTold: ["notifications"],
    GroupTurn: ["social"],
    PostDue: ["social"],
    PostEnded: ["notifications"],
    StoragePlanChanged: ["notifications"],
    StorageRenewed: ["notifications"],
    StorageUnpaid: ["notifications"],
    StorageEnded: ["notifications"],
    ArchiveTurn: ["privacy"],
    ArchiveReady: ["notifications"],
    FarewellTurn: ["privacy"],
    FarewellMoved: ["notifications"],
    ContractMade: ["notifications"],
    MilestoneMoved: ["notifications"],
    ProposalMade: ["notifications"],
    ProposalDeclined: ["notifications"],
    WorkReviewed: ["notifications"],
    AccessGranted: ["notifications"],
    AccessEnded: ["notifications"],
    QuoteAsked: ["notifications"],
    QuoteMoved: ["notifications"],
    SupplierJudged: ["notifications"],
    MembershipChanged: ["notifications"],
    MembershipRenewed: ["notifications"],
    MembershipLapsing: ["notifications"],
    MembershipEnded: ["notifications"],
    WithdrawalRequested: ["payouts"],
    WithdrawalPaid: ["notifications"],
    WithdrawalFailed: ["notifications"],
}
