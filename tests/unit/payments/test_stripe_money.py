from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.payments.errors import AmountNotSupported
from chalicelib.payments.stripe_money import from_stripe, to_stripe

CURRENCIES = ["CNY", "USD", "JPY", "KRW", "ISK", "UGX", "MGA", "KWD", "BHD", "HUF", "TWD"]


class TestToStripe:
    @pytest.mark.parametrize(
        ("amount", "currency", "wanted"),
        [
            (1_999, "CNY", 1_999),
            (500, "JPY", 500),
            (500, "ISK", 50_000),
            (500, "UGX", 50_000),
            (1_000, "MGA", 10),
            (12_340, "KWD", 12_340),
            (1_050, "TWD", 1_050),
        ],
    )
    def test_counts_as_stripe_does(self, amount: int, currency: str, wanted: int) -> None:
        assert to_stripe(Money(amount, currency)) == wanted

    @pytest.mark.parametrize(("amount", "currency"), [(12_345, "KWD"), (1, "BHD"), (150, "MGA")])
    def test_refuses_what_stripe_cannot_say(self, amount: int, currency: str) -> None:
        with pytest.raises(AmountNotSupported):
            to_stripe(Money(amount, currency))

    @pytest.mark.parametrize("currency", ["TWD", "HUF"])
    def test_pays_some_currencies_out_in_whole_units_only(self, currency: str) -> None:
        assert to_stripe(Money(1_000, currency), payout=True) == 1_000
        with pytest.raises(AmountNotSupported):
            to_stripe(Money(1_050, currency), payout=True)

    @given(st.integers(1, 10**12), st.sampled_from(CURRENCIES))
    def test_comes_back_the_same(self, amount: int, currency: str) -> None:
        whole = Money(amount * 100, currency)
        assert from_stripe(to_stripe(whole), currency.lower()) == whole
