from typing import Literal

ShowLoanContractForm = Literal["html", "pdf"]

SHOW_LOAN_CONTRACT_FORM_VALUES: set[ShowLoanContractForm] = {
    "html",
    "pdf",
}


def check_show_loan_contract_form(value: str) -> ShowLoanContractForm:
    if value in SHOW_LOAN_CONTRACT_FORM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOW_LOAN_CONTRACT_FORM_VALUES!r}")
