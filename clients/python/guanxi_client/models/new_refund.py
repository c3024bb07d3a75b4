from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.order_refund_kind import OrderRefundKind, check_order_refund_kind
from ..models.order_refund_reason import OrderRefundReason, check_order_refund_reason
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewRefund")


@_attrs_define
class NewRefund:
    """Money back: asked for by the buyer, given at once by the merchant.

    `amount` is in minor units of the order's currency, at most what is left of it. Photos are announced with
    the purpose `evidence`.

        Attributes:
            reason (OrderRefundReason): Why.
            amount (int):
            kind (OrderRefundKind | Unset): What the buyer wants.
            text (str | Unset):  Default: ''.
            photo_ids (list[str] | Unset):
    """

    reason: OrderRefundReason
    amount: int
    kind: OrderRefundKind | Unset = UNSET
    text: str | Unset = ""
    photo_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason: str = self.reason

        amount = self.amount

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        text = self.text

        photo_ids: list[str] | Unset = UNSET
        if not isinstance(self.photo_ids, Unset):
            photo_ids = self.photo_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "amount": amount,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if text is not UNSET:
            field_dict["text"] = text
        if photo_ids is not UNSET:
            field_dict["photo_ids"] = photo_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = check_order_refund_reason(d.pop("reason"))

        amount = d.pop("amount")

        _kind = d.pop("kind", UNSET)
        kind: OrderRefundKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_order_refund_kind(_kind)

        text = d.pop("text", UNSET)

        photo_ids = cast(list[str], d.pop("photo_ids", UNSET))

        new_refund = cls(
            reason=reason,
            amount=amount,
            kind=kind,
            text=text,
            photo_ids=photo_ids,
        )

        return new_refund
