from typing import Literal

KeywordBidMatch = Literal["broad", "exact", "phrase"]

KEYWORD_BID_MATCH_VALUES: set[KeywordBidMatch] = {
    "broad",
    "exact",
    "phrase",
}


def check_keyword_bid_match(value: str) -> KeywordBidMatch:
    if value in KEYWORD_BID_MATCH_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {KEYWORD_BID_MATCH_VALUES!r}")
