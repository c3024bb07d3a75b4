"""Who is told what of an event, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation import ids
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.lending.events import InstalmentDueSoon, LoanEvent, LoanLate, LoanPaymentMade
from chalicelib.lending.scoring.events import LimitChanged
from chalicelib.listings.bulk.events import ImportEnded
from chalicelib.listings.events import StockCameBack, StockLevelEvent, StockRanLow, StockRanOut
from chalicelib.orders.events import (
    OrderCancelled,
    OrderCompleted,
    OrderEvent,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
    ParcelMoved,
    RefundMoved,
)
from chalicelib.payments.events import WithdrawalFailed, WithdrawalPaid
from chalicelib.reviews.events import ReviewEvent, ReviewHidden, ReviewReplied, ReviewWritten
from chalicelib.storage.events import (
    StorageEnded,
    StorageEvent,
    StoragePlanChanged,
    StorageRenewed,
    StorageUnpaid,
)


@dataclass(frozen=True, slots=True)
class Notification:
    """Something a person should know."""

    id: str
    person_id: str
    kind: str
    reference: str
    """The order, withdrawal or listing that it is about."""
    facts: Mapping[str, str]
    at: datetime
    read: bool = False
    pushed: bool = False
    """Whether her phones were told of it."""

    def text(self, language: str) -> str:
        """The notification as a sentence, in `zh` or `en`."""
        return WORDS[self.kind][language].format_map(self.facts)


WORDS: Mapping[str, Mapping[str, str]] = {
    "order_paid": {
        "zh": "新订单：{summary} 等，共 {total}，已付款，请尽快发货。",
        "en": "New order: {summary} and all, {total}, paid. Please ship it soon.",
    },
    "order_shipped": {
        "zh": "您在“{store}”买的 {summary} 已由{courier}发出，运单号 {tracking}。",
        "en": "Your {summary} from “{store}” is on its way with {courier}, number {tracking}.",
    },
    "parcel_out_for_delivery": {
        "zh": "{summary} 正在派送，{courier}运单号 {tracking}。",
        "en": "Your {summary} is out for delivery with {courier}, number {tracking}.",
    },
    "parcel_available_for_pickup": {
        "zh": "{summary} 已到自提点，请及时领取，{courier}运单号 {tracking}。",
        "en": "Your {summary} waits for you to fetch it: {courier}, number {tracking}.",
    },
    "parcel_attempt_fail": {
        "zh": "{courier}没能送达 {summary}（运单号 {tracking}），将再次派送。",
        "en": "{courier} couldn't hand over your {summary} (number {tracking}) and will try again.",
    },
    "parcel_delivered": {
        "zh": "{summary} 已送达（{courier} {tracking}），请验货后确认收货。",
        "en": "Your {summary} has come ({courier}, {tracking}). Please look at it and confirm receipt.",
    },
    "parcel_cancelled": {
        "zh": "{summary} 的一个包裹未交给{courier}（{tracking}），商家会重新发货。",
        "en": "A parcel with {summary} wasn't handed to {courier} ({tracking}); it will be sent anew.",
    },
    "parcel_customs": {
        "zh": "{summary} 在海关查验中（{courier} {tracking}）。",
        "en": "The customs are looking at your {summary} ({courier}, {tracking}).",
    },
    "parcel_damaged": {
        "zh": "{courier}称 {summary} 的包裹有破损（{tracking}）。确认收货前可申请退款。",
        "en": "{courier} says that the parcel with {summary} is damaged ({tracking}). "
        "Before you confirm receipt you can ask for a refund.",
    },
    "parcel_lost": {
        "zh": "{courier}称 {summary} 的包裹已丢失（{tracking}）。买家可申请退款。",
        "en": "{courier} says that the parcel with {summary} is lost ({tracking}). "
        "The buyer can ask for a refund.",
    },
    "parcel_expired": {
        "zh": "{summary} 的包裹已 30 天没有物流更新（{courier} {tracking}）。买家可申请退款。",
        "en": "Nothing was heard for 30 days of the parcel with {summary} ({courier}, {tracking}). "
        "The buyer can ask for a refund.",
    },
    "parcel_returned": {
        "zh": "{summary} 的包裹被退回（{courier} {tracking}）。",
        "en": "The parcel with {summary} was sent back ({courier}, {tracking}).",
    },
    "order_completed": {
        "zh": "买家已确认收货：{summary}。{earned} 已到您的钱包。",
        "en": "The buyer confirmed receipt of {summary}. {earned} is in your wallet.",
    },
    "order_auto_completed": {
        "zh": "订单已自动确认收货：{summary}。{earned} 已到您的钱包。",
        "en": "The order of {summary} confirmed itself. {earned} is in your wallet.",
    },
    "review_invited": {
        "zh": "交易完成：{summary}。来评价一下吧，您的评价会帮到更多人。",
        "en": "Your order of {summary} is completed. How do you like it? A review helps others.",
    },
    "review_written": {
        "zh": "收到 {stars} 星评价：{summary}。去回复买家吧。",
        "en": "{summary} got a review of {stars} stars. You may want to reply.",
    },
    "review_replied": {
        "zh": "“{store}”回复了您对 {summary} 的评价。",
        "en": "“{store}” replied to your review of {summary}.",
    },
    "review_hidden": {
        "zh": "您对 {summary} 的评价已被平台隐藏：{reason}。",
        "en": "Your review of {summary} was hidden by the platform: {reason}.",
    },
    "order_cancelled": {
        "zh": "订单已取消：{summary}，{total} 已退回买家钱包。",
        "en": "The order of {summary} was cancelled; {total} is back in the buyer's wallet.",
    },
    "order_ruled": {
        "zh": "纠纷已裁决：{summary}。{earned} 已到您的钱包。",
        "en": "The dispute about {summary} was decided. {earned} is in your wallet.",
    },
    "order_refunded": {
        "zh": "退款到账：{summary}，{amount} 已退回您的钱包。",
        "en": "{amount} of your order of {summary} is back in your wallet.",
    },
    "refund_requested": {
        "zh": "买家申请退款 {amount}：{summary}。请在期限内处理，逾期视为同意。",
        "en": "The buyer asks {amount} back for {summary}. Please answer in time, or it is accepted for you.",
    },
    "refund_returning": {
        "zh": "退货申请已通过：{summary}。请寄回商品并填写运单号。",
        "en": "You may send {summary} back. Please tell the tracking number once it is on its way.",
    },
    "refund_returned": {
        "zh": "买家已寄回 {summary}，收到后请确认退款 {amount}。",
        "en": "{summary} is on its way back to you. Please confirm when it comes: {amount} is refunded then.",
    },
    "refund_rejected": {
        "zh": "商家拒绝了退款：{summary}。如不同意，可申请平台介入。",
        "en": "The merchant rejected your refund for {summary}. If you disagree, you can dispute that.",
    },
    "refund_disputed": {
        "zh": "买家已申请平台介入：{summary}。请尽快提交凭证。",
        "en": "The buyer disputes your answer about {summary}. Please add your evidence soon.",
    },
    "refund_refunded": {
        "zh": "{amount} 已退回买家：{summary}。",
        "en": "{amount} of the order of {summary} went back to the buyer.",
    },
    "refund_closed": {
        "zh": "退款已关闭：{summary}。",
        "en": "The refund for {summary} is closed.",
    },
    "message_waiting_buyer": {
        "zh": "“{store}”给您发来了新消息。",
        "en": "“{store}” wrote to you.",
    },
    "message_waiting_store": {
        "zh": "“{store}”有买家发来了新消息。",
        "en": "A buyer wrote to “{store}”.",
    },
    "withdrawal_paid": {
        "zh": "提现成功：{amount} 已到您的银行账户。",
        "en": "Your withdrawal of {amount} arrived at your bank.",
    },
    "withdrawal_failed": {
        "zh": "提现失败：{amount} 已退回您的钱包（{reason}）。",
        "en": "Your withdrawal of {amount} was refused ({reason}); the money is back in your wallet.",
    },
    "stock_low": {
        "zh": "库存不足：{title} 还剩 {left} 件，请及时补货。",
        "en": "Running low: {left} of {title} left. Time to restock.",
    },
    "stock_out": {
        "zh": "已售罄：{title}。补货后买家即可继续购买。",
        "en": "Sold out: {title}. Restock it, and buyers can go on buying.",
    },
    "stock_back": {
        "zh": "恢复有货：{title} 现有 {left} 件。",
        "en": "Back in stock: {title}, {left} to sell.",
    },
    "import_done": {
        "zh": "商品导入完成：{kept} 行已入库，{faulty} 行有误，可在导入报告中查看。",
        "en": "Your import is done: {kept} rows were taken, {faulty} are faulty; its report tells which.",
    },
    "import_failed": {
        "zh": "商品导入失败：文件无法读取，详情见导入报告。",
        "en": "Your import failed: the file can't be taken. The import tells why.",
    },
    "loan_paid_out": {
        "zh": "贷款 {amount} 已到您的钱包。",
        "en": "Your loan of {amount} is in your wallet.",
    },
    "loan_due_soon": {
        "zh": "{due} 将从您的钱包扣还贷款 {amount}。",
        "en": "{amount} of your loan will be taken from your wallet on {due}.",
    },
    "loan_payment": {
        "zh": "已还贷款 {amount}，尚欠 {left}。",
        "en": "You paid back {amount} of your loan; {left} is left.",
    },
    "loan_repaid": {
        "zh": "已还贷款 {amount}，贷款已还清。",
        "en": "You paid back {amount}: your loan is repaid.",
    },
    "storage_plan_changed": {
        "zh": "存储套餐已换为 {plan}，立即生效，结算 {amount}。",
        "en": "Your storage plan is {plan} from now on; settled for {amount}.",
    },
    "storage_renewed": {
        "zh": "存储套餐 {plan} 已付 {amount}，有效期至 {until}。",
        "en": "Your storage plan {plan} is paid ({amount}) until {until}.",
    },
    "storage_unpaid": {
        "zh": "存储账单 {amount} 扣款失败，请在 {until} 前付款。付款前不能上传，文件不会删除。",
        "en": "Your storage invoice of {amount} couldn't be paid. Please pay by {until}. "
        "Until it is paid you can read your files but upload none; nothing is deleted.",
    },
    "storage_ended": {
        "zh": "存储套餐 {plan} 因未付款已结束。文件都在；超出免费空间时不能上传新文件。",
        "en": "Your storage plan {plan} has ended unpaid. Your files are still there; "
        "uploads wait until they fit into the free plan.",
    },
    "loan_late": {
        "zh": "贷款 {amount} 已于 {due} 到期未还。请尽快充值钱包，以免产生罚息。",
        "en": "{amount} of your loan was due on {due}. Please fill your wallet before it costs a penalty.",
    },
    "credit_granted": {
        "zh": "您已获得预授信额度 {limit}，年利率 {rate}。随时可用，三分钟申请，一秒到账。",
        "en": "You have a pre-approved credit limit of {limit} at {rate} a year, there whenever you want it.",
    },
    "credit_raised": {
        "zh": "您的预授信额度已提高到 {limit}，年利率 {rate}。",
        "en": "Your pre-approved credit limit was raised to {limit}, at {rate} a year.",
    },
    "credit_lowered": {
        "zh": "您的预授信额度已调整为 {limit}，年利率 {rate}。在“额度”页可查看原因和提额办法。",
        "en": "Your pre-approved credit limit is now {limit}, at {rate} a year. Your credit page tells why.",
    },
    "credit_ended": {
        "zh": "您目前没有预授信额度。在“额度”页可查看原因和提额办法。",
        "en": "You have no pre-approved credit limit at the moment. Your credit page tells why.",
    },
}


def told_by(event: Event) -> list[Notification]:
    """Whom an event concerns, and what she is told. None for events that nobody needs to hear of."""
    match event:
        case OrderEvent():
            return _about_order(event)
        case ReviewEvent():
            return _of_review(event)
        case MessageWaiting():
            return [_of_message(event)]
        case StockLevelEvent():
            return _of_stock(event)
        case ImportEnded() | LoanEvent() | LimitChanged() | StorageEvent():
            return [_of_business(event)]
    return [_of_withdrawal(event)] if isinstance(event, WithdrawalPaid | WithdrawalFailed) else []


def _of_business(event: ImportEnded | LoanEvent | LimitChanged | StorageEvent) -> Notification:
    match event:
        case ImportEnded():
            return _of_import(event)
        case LoanEvent():
            return _of_loan(event)
        case StorageEvent():
            return _of_storage(event)
    return _of_limit(event)


def _of_import(event: ImportEnded) -> Notification:
    facts = {"kept": str(event.kept), "faulty": str(event.faulty)}
    kind = "import_failed" if event.failed else "import_done"
    return _of(event, event.person_id, kind, event.import_id, facts)


def _about_order(event: OrderEvent) -> list[Notification]:
    match event:
        case RefundMoved():
            return _of_refund(event)
        case ParcelMoved():
            return _of_parcel(event)
    return _of_order(event)


def _of_order(event: OrderEvent) -> list[Notification]:
    match event:
        case OrderPaid():
            return [_of(event, event.merchant_id, "order_paid", event.order_id, _order_facts(event))]
        case OrderShipped():
            facts = _order_facts(event) | {
                "courier": event.courier,
                "tracking": event.tracking_number,
            }
            return [_of(event, event.buyer_id, "order_shipped", event.order_id, facts)]
        case OrderCompleted():
            kind = _COMPLETED[event.by]
            facts = _order_facts(event) | {"earned": str(Money(event.earned, event.currency))}
            return [
                _of(event, event.merchant_id, kind, event.order_id, facts),
                _of(event, event.buyer_id, "review_invited", event.order_id, _order_facts(event)),
            ]
        case OrderCancelled():
            parties = {"buyer": event.buyer_id, "merchant": event.merchant_id}
            return [
                _of(event, person, "order_cancelled", event.order_id, _order_facts(event))
                for party, person in parties.items()
                if party != event.by
            ]
        case OrderRefunded():
            facts = _order_facts(event) | {"amount": str(Money(event.amount, event.currency))}
            return [_of(event, event.buyer_id, "order_refunded", event.order_id, facts)]
    return []


_MERCHANT_TOO = {"damaged", "expired", "lost", "returned"}


def _of_parcel(event: ParcelMoved) -> list[Notification]:
    """The buyer hears where it is; the merchant too, where something has gone wrong."""
    facts = _order_facts(event) | {"courier": event.courier, "tracking": event.tracking_number}
    people = [event.buyer_id, *([event.merchant_id] if event.status in _MERCHANT_TOO else [])]
    return [_of(event, person, f"parcel_{event.status}", event.order_id, facts) for person in people]


def _of_review(event: ReviewEvent) -> list[Notification]:
    facts = {"summary": event.title, "store": event.store_name}
    match event:
        case ReviewWritten():
            more = facts | {"stars": str(event.stars)}
            return [_of(event, event.merchant_id, "review_written", event.listing_id, more)]
        case ReviewReplied():
            return [_of(event, event.buyer_id, "review_replied", event.order_id, facts)]
        case ReviewHidden():
            more = facts | {"reason": event.reason}
            return [_of(event, event.buyer_id, "review_hidden", event.order_id, more)]
    return []


_COMPLETED = {
    "buyer": "order_completed",
    "clock": "order_auto_completed",
    "operator": "order_ruled",
}

_TO_MERCHANT = {"requested", "returned", "disputed", "refunded", "closed"}
_TO_BUYER = {"returning", "rejected", "closed"}


def _of_refund(event: RefundMoved) -> list[Notification]:
    """Both sides hear of what the other one, the operator or the clock did; whoever did it knows."""
    facts = _order_facts(event) | {"amount": str(Money(event.amount, event.currency))}
    concerned = [("merchant", event.merchant_id, _TO_MERCHANT), ("buyer", event.buyer_id, _TO_BUYER)]
    return [
        _of(event, person, f"refund_{event.state}", event.order_id, facts)
        for party, person, states in concerned
        if event.state in states and party != event.by
    ]


def _order_facts(
    event: OrderEvent,
) -> dict[str, str]:
    return {
        "summary": event.summary,
        "store": event.store_name,
        "total": str(Money(event.total, event.currency)),
    }


def _of_message(event: MessageWaiting) -> Notification:
    """The id follows from when one fell behind, so that all that comes until one reads tells once."""
    return Notification(
        ids.derived_at("ntf", event.since, event.conversation_id, event.side),
        event.person_id,
        f"message_waiting_{event.side}",
        event.conversation_id,
        {"store": event.store_name},
        event.at,
    )


def _of_withdrawal(event: WithdrawalPaid | WithdrawalFailed) -> Notification:
    facts = {"amount": str(Money(event.amount, event.currency))}
    if isinstance(event, WithdrawalFailed):
        return _of(
            event,
            event.person_id,
            "withdrawal_failed",
            event.withdrawal_id,
            facts | {"reason": event.reason.replace("_", " ")},
        )
    return _of(event, event.person_id, "withdrawal_paid", event.withdrawal_id, facts)


def _of_loan(event: LoanEvent) -> Notification:
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
    return _of(event, event.borrower, kind, event.loan_id, facts)


_STORAGE: Mapping[type[Event], str] = {
    StoragePlanChanged: "storage_plan_changed",
    StorageRenewed: "storage_renewed",
    StorageUnpaid: "storage_unpaid",
    StorageEnded: "storage_ended",
}


def _of_storage(event: StorageEvent) -> Notification:
    facts = {"plan": event.plan.replace("_", " "), "amount": str(Money(event.amount, event.currency))}
    if isinstance(event, StorageRenewed | StorageUnpaid):
        facts["until"] = event.until.date().isoformat()
    return _of(event, event.person_id, _STORAGE[type(event)], event.person_id, facts)


def _of_limit(event: LimitChanged) -> Notification:
    rate = f"{event.annual_rate / 100:g} %"
    facts = {"limit": str(Money(event.limit, event.currency)), "rate": rate}
    return _of(event, event.person_id, f"credit_{event.how}", event.person_id, facts)


_STOCK: Mapping[type[Event], str] = {
    StockRanLow: "stock_low",
    StockRanOut: "stock_out",
    StockCameBack: "stock_back",
}


def _of_stock(event: StockLevelEvent) -> list[Notification]:
    facts = {"title": event.title, "left": str(event.left)}
    kind = _STOCK[type(event)]
    return [_of(event, person, kind, event.listing_id, facts) for person in event.people]


def _of(event: Event, person_id: str, kind: str, reference: str, facts: Mapping[str, str]) -> Notification:
    """The id follows from the event's, so that an event that comes twice tells once."""
    return Notification(event.event_id.replace("evt_", "ntf_"), person_id, kind, reference, facts, event.at)
