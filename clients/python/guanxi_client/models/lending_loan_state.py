from typing import Literal

LendingLoanState = Literal["accepted", "active", "offered", "repaid", "written_off"]

LENDING_LOAN_STATE_VALUES: set[LendingLoanState] = {
    "accepted",
    "active",
    "offered",
    "repaid",
    "written_off",
}


def check_lending_loan_state(value: str) -> LendingLoanState:
    if value in LENDING_LOAN_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_LOAN_STATE_VALUES!r}")
