from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_split_owner import PaymentSplitOwner, check_payment_split_owner

T = TypeVar("T", bound="SplitView")


@_attrs_define
class SplitView:
    """A standing instruction. `owner` tells who left it: only `person` ones can be taken back here.

    Attributes:
        id (str):
        owner (PaymentSplitOwner): Who left an instruction: the wallet's owner may take back only her own.
        payee (str):
        basis_points (int | None):
        amount (int | None):
        left (int | None):
        precedence (int):
        memo (str):
    """

    id: str
    owner: PaymentSplitOwner
    payee: str
    basis_points: int | None
    amount: int | None
    left: int | None
    precedence: int
    memo: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        owner: str = self.owner

        payee = self.payee

        basis_points: int | None
        basis_points = self.basis_points

        amount: int | None
        amount = self.amount

        left: int | None
        left = self.left

        precedence = self.precedence

        memo = self.memo

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "owner": owner,
                "payee": payee,
                "basis_points": basis_points,
                "amount": amount,
                "left": left,
                "precedence": precedence,
                "memo": memo,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        owner = check_payment_split_owner(d.pop("owner"))

        payee = d.pop("payee")

        def _parse_basis_points(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        basis_points = _parse_basis_points(d.pop("basis_points"))

        def _parse_amount(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        amount = _parse_amount(d.pop("amount"))

        def _parse_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        left = _parse_left(d.pop("left"))

        precedence = d.pop("precedence")

        memo = d.pop("memo")

        split_view = cls(
            id=id,
            owner=owner,
            payee=payee,
            basis_points=basis_points,
            amount=amount,
            left=left,
            precedence=precedence,
            memo=memo,
        )

        return split_view
