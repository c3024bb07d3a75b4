from typing import Literal

SupplierJudgementAction = Literal["refuse", "suspend", "verify"]

SUPPLIER_JUDGEMENT_ACTION_VALUES: set[SupplierJudgementAction] = {
    "refuse",
    "suspend",
    "verify",
}


def check_supplier_judgement_action(value: str) -> SupplierJudgementAction:
    if value in SUPPLIER_JUDGEMENT_ACTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUPPLIER_JUDGEMENT_ACTION_VALUES!r}")
