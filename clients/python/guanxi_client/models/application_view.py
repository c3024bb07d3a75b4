from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.application_view_decision import (
    ApplicationViewDecision,
    check_application_view_decision,
)
from ..models.lending_refusal import LendingRefusal, check_lending_refusal

if TYPE_CHECKING:
    from ..models.contract_view import ContractView
    from ..models.credit_reason_view import CreditReasonView
    from ..models.loan_view import LoanView
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="ApplicationView")


@_attrs_define
class ApplicationView:
    """The decision: a loan and its contract to accept, or why there is none and what would raise the limit.

    `available` is what can be borrowed beside what is owed already.

        Attributes:
            decision (ApplicationViewDecision):
            refusal (LendingRefusal | None):
            reasons (list[CreditReasonView]):
            available (MoneyView): An amount of money in minor units (fen, cents).
            loan (LoanView | None):
            contract (ContractView | None):
    """

    decision: ApplicationViewDecision
    refusal: LendingRefusal | None
    reasons: list[CreditReasonView]
    available: MoneyView
    loan: LoanView | None
    contract: ContractView | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.contract_view import ContractView  # noqa: PLC0415
        from ..models.loan_view import LoanView  # noqa: PLC0415

        decision: str = self.decision

        refusal: None | str
        if isinstance(self.refusal, str):
            refusal = self.refusal
        else:
            refusal = self.refusal

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        available = self.available.to_dict()

        loan: dict[str, Any] | None
        if isinstance(self.loan, LoanView):
            loan = self.loan.to_dict()
        else:
            loan = self.loan

        contract: dict[str, Any] | None
        if isinstance(self.contract, ContractView):
            contract = self.contract.to_dict()
        else:
            contract = self.contract

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
                "refusal": refusal,
                "reasons": reasons,
                "available": available,
                "loan": loan,
                "contract": contract,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contract_view import ContractView  # noqa: PLC0415
        from ..models.credit_reason_view import CreditReasonView  # noqa: PLC0415
        from ..models.loan_view import LoanView  # noqa: PLC0415
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        decision = check_application_view_decision(d.pop("decision"))

        def _parse_refusal(data: object) -> LendingRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refusal_type_0 = check_lending_refusal(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LendingRefusal | None, data)

        refusal = _parse_refusal(d.pop("refusal"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = CreditReasonView.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        available = MoneyView.from_dict(d.pop("available"))

        def _parse_loan(data: object) -> LoanView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                loan_type_0 = LoanView.from_dict(data)

                return loan_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LoanView | None, data)

        loan = _parse_loan(d.pop("loan"))

        def _parse_contract(data: object) -> ContractView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contract_type_0 = ContractView.from_dict(data)

                return contract_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContractView | None, data)

        contract = _parse_contract(d.pop("contract"))

        application_view = cls(
            decision=decision,
            refusal=refusal,
            reasons=reasons,
            available=available,
            loan=loan,
            contract=contract,
        )

        return application_view
