from typing import Literal

ReportAdsBy = Literal["campaign", "keyword", "listing", "term"]

REPORT_ADS_BY_VALUES: set[ReportAdsBy] = {
    "campaign",
    "keyword",
    "listing",
    "term",
}


def check_report_ads_by(value: str) -> ReportAdsBy:
    if value in REPORT_ADS_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_ADS_BY_VALUES!r}")
