from typing import Literal

StatementCsvLanguage = Literal["en", "zh"]

STATEMENT_CSV_LANGUAGE_VALUES: set[StatementCsvLanguage] = {
    "en",
    "zh",
}


def check_statement_csv_language(value: str) -> StatementCsvLanguage:
    if value in STATEMENT_CSV_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATEMENT_CSV_LANGUAGE_VALUES!r}")
