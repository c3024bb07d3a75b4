from typing import Literal

ReportAdsModel = Literal["first", "last", "linear"]

REPORT_ADS_MODEL_VALUES: set[ReportAdsModel] = {
    "first",
    "last",
    "linear",
}


def check_report_ads_model(value: str) -> ReportAdsModel:
    if value in REPORT_ADS_MODEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_ADS_MODEL_VALUES!r}")
