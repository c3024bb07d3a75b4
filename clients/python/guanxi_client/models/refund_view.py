from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.order_refund_kind import OrderRefundKind, check_order_refund_kind
from ..models.order_refund_reason import OrderRefundReason, check_order_refund_reason
from ..models.order_refund_state import OrderRefundState, check_order_refund_state

if TYPE_CHECKING:
    from ..models.evidence_view import EvidenceView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="RefundView")


@_attrs_define
class RefundView:
    """A refund: where it is, and until when somebody must act.

    Attributes:
        id (str):
        order_id (str):
        kind (OrderRefundKind): What the buyer wants.
        reason (OrderRefundReason): Why.
        amount (MoneyView): An amount of money in minor units (fen, cents).
        state (OrderRefundState): Where a refund is.
        answer (str):
        courier (str):
        tracking_number (str):
        evidence (list[EvidenceView]):
        created_at (datetime.datetime):
        deadline (datetime.datetime | None):
    """

    id: str
    order_id: str
    kind: OrderRefundKind
    reason: OrderRefundReason
    amount: MoneyView
    state: OrderRefundState
    answer: str
    courier: str
    tracking_number: str
    evidence: list[EvidenceView]
    created_at: datetime.datetime
    deadline: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        order_id = self.order_id

        kind: str = self.kind

        reason: str = self.reason

        amount = self.amount.to_dict()

        state: str = self.state

        answer = self.answer

        courier = self.courier

        tracking_number = self.tracking_number

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item = evidence_item_data.to_dict()
            evidence.append(evidence_item)

        created_at = self.created_at.isoformat()

        deadline: None | str
        if isinstance(self.deadline, datetime.datetime):
            deadline = self.deadline.isoformat()
        else:
            deadline = self.deadline

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "order_id": order_id,
                "kind": kind,
                "reason": reason,
                "amount": amount,
                "state": state,
                "answer": answer,
                "courier": courier,
                "tracking_number": tracking_number,
                "evidence": evidence,
                "created_at": created_at,
                "deadline": deadline,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence_view import EvidenceView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        order_id = d.pop("order_id")

        kind = check_order_refund_kind(d.pop("kind"))

        reason = check_order_refund_reason(d.pop("reason"))

        amount = MoneyView.from_dict(d.pop("amount"))

        state = check_order_refund_state(d.pop("state"))

        answer = d.pop("answer")

        courier = d.pop("courier")

        tracking_number = d.pop("tracking_number")

        evidence = []
        _evidence = d.pop("evidence")
        for evidence_item_data in _evidence:
            evidence_item = EvidenceView.from_dict(evidence_item_data)

            evidence.append(evidence_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_deadline(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deadline_type_0 = datetime.datetime.fromisoformat(data)

                return deadline_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deadline = _parse_deadline(d.pop("deadline"))

        refund_view = cls(
            id=id,
            order_id=order_id,
            kind=kind,
            reason=reason,
            amount=amount,
            state=state,
            answer=answer,
            courier=courier,
            tracking_number=tracking_number,
            evidence=evidence,
            created_at=created_at,
            deadline=deadline,
        )

        return refund_view
