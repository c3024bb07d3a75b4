"""What a page says of a price beside the price itself."""

from __future__ import annotations

from decimal import Decimal

from chalicelib.foundation.languages import Language
from chalicelib.listings.categories import service as categories
from chalicelib.listings.taxes.service import TaxMode, TaxTerms
from chalicelib.web.messages import messages


def tax_note(terms: TaxTerms | None, category: str, language: Language) -> str:
    """Whether a price holds the tax or it comes on top, and at which rate; empty where there is none."""
    if terms is None or terms.mode is TaxMode.NONE:
        return ""
    rate = terms.rate_of(list(reversed(categories.category_line(category))))
    if not rate:
        return ""
    words = messages(language)["tax_included" if terms.mode is TaxMode.INCLUDED else "tax_added"]
    return words.format(rate=f"{(Decimal(rate) / 100).normalize():f}")
