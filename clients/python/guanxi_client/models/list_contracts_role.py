from typing import Literal

ListContractsRole = Literal["merchant", "partner"]

LIST_CONTRACTS_ROLE_VALUES: set[ListContractsRole] = {
    "merchant",
    "partner",
}


def check_list_contracts_role(value: str) -> ListContractsRole:
    if value in LIST_CONTRACTS_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CONTRACTS_ROLE_VALUES!r}")
