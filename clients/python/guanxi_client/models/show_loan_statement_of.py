from typing import Literal

ShowLoanStatementOf = Literal["interest", "loan"]

SHOW_LOAN_STATEMENT_OF_VALUES: set[ShowLoanStatementOf] = {
    "interest",
    "loan",
}


def check_show_loan_statement_of(value: str) -> ShowLoanStatementOf:
    if value in SHOW_LOAN_STATEMENT_OF_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOW_LOAN_STATEMENT_OF_VALUES!r}")
