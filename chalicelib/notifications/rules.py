"""Who is told what of an event, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.orders.events import OrderCancelled, OrderCompleted, OrderPaid, OrderShipped
from chalicelib.payments.events import WithdrawalFailed, WithdrawalPaid


@dataclass(frozen=True, slots=True)
class Notification:
    """Something a person should know."""

    id: str
    person_id: str
    kind: str
    reference: str
    """The order or withdrawal that it is about."""
    facts: Mapping[str, str]
    at: datetime
    read: bool = False

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
    "order_completed": {
        "zh": "买家已确认收货：{summary}。{earned} 已到您的钱包。",
        "en": "The buyer confirmed receipt of {summary}. {earned} is in your wallet.",
    },
    "order_auto_completed": {
        "zh": "订单已自动确认收货：{summary}。{earned} 已到您的钱包。",
        "en": "The order of {summary} confirmed itself. {earned} is in your wallet.",
    },
    "order_cancelled": {
        "zh": "订单已取消：{summary}，{total} 已退回买家钱包。",
        "en": "The order of {summary} was cancelled; {total} is back in the buyer's wallet.",
    },
    "withdrawal_paid": {
        "zh": "提现成功：{amount} 已到您的银行账户。",
        "en": "Your withdrawal of {amount} arrived at your bank.",
    },
    "withdrawal_failed": {
        "zh": "提现失败：{amount} 已退回您的钱包（{reason}）。",
        "en": "Your withdrawal of {amount} was refused ({reason}); the money is back in your wallet.",
    },
}


def told_by(event: Event) -> list[Notification]:
    """Whom an event concerns, and what she is told. None for events that nobody needs to hear of."""
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
            kind = "order_auto_completed" if event.automatic else "order_completed"
            facts = _order_facts(event) | {"earned": str(Money(event.earned, event.currency))}
            return [_of(event, event.merchant_id, kind, event.order_id, facts)]
        case OrderCancelled():
            other = event.merchant_id if event.by_buyer else event.buyer_id
            return [_of(event, other, "order_cancelled", event.order_id, _order_facts(event))]
        case WithdrawalPaid() | WithdrawalFailed():
            return [_of_withdrawal(event)]
    return []


def _order_facts(
    event: OrderPaid | OrderShipped | OrderCompleted | OrderCancelled,
) -> dict[str, str]:
    return {
        "summary": event.summary,
        "store": event.store_name,
        "total": str(Money(event.total, event.currency)),
    }


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


def _of(event: Event, person_id: str, kind: str, reference: str, facts: Mapping[str, str]) -> Notification:
    """The id follows from the event's, so that an event that comes twice tells once."""
    return Notification(event.event_id.replace("evt_", "ntf_"), person_id, kind, reference, facts, event.at)
