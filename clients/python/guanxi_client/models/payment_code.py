from typing import Literal

PaymentCode = Literal[
    "ad_click",
    "ad_credit",
    "ad_funds",
    "ad_funds_returned",
    "carriage",
    "carriage_returned",
    "claim",
    "fee",
    "loan",
    "loan_funding",
    "loan_owed",
    "loan_provision",
    "loan_recovered",
    "loan_released",
    "loan_repayment",
    "loan_settled",
    "loan_written_off",
    "payment_fee",
    "purchase",
    "refund",
    "reversal",
    "sale",
    "split",
    "top_up",
    "withdrawal",
    "withdrawal_paid",
    "withdrawal_returned",
]

PAYMENT_CODE_VALUES: set[PaymentCode] = {
    "ad_click",
    "ad_credit",
    "ad_funds",
    "ad_funds_returned",
    "carriage",
    "carriage_returned",
    "claim",
    "fee",
    "loan",
    "loan_funding",
    "loan_owed",
    "loan_provision",
    "loan_recovered",
    "loan_released",
    "loan_repayment",
    "loan_settled",
    "loan_written_off",
    "payment_fee",
    "purchase",
    "refund",
    "reversal",
    "sale",
    "split",
    "top_up",
    "withdrawal",
    "withdrawal_paid",
    "withdrawal_returned",
}


def check_payment_code(value: str) -> PaymentCode:
    if value in PAYMENT_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_CODE_VALUES!r}")
