"""The tax of an order group's lines, by the terms of each store. It is frozen with the order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.foundation.tables import Want
from chalicelib.listings.categories import service as categories
from chalicelib.listings.service import Listing
from chalicelib.listings.taxes import service as taxes
from chalicelib.listings.taxes.service import TaxMode, TaxTerms
from chalicelib.orders.rules import Line, LineTax


def wants(store_ids: Iterable[str]) -> list[Want[Any]]:
    """What must be read of each store: 1 item."""
    return [taxes.tax_want(store_id) for store_id in store_ids]


def terms(store_ids: Sequence[str], found: Sequence[TaxTerms | None]) -> dict[str, TaxTerms]:
    """Each store's terms, by what was read of it."""
    return {one: said or TaxTerms() for one, said in zip(store_ids, found, strict=True)}


def in_price(terms: Mapping[str, TaxTerms]) -> dict[str, TaxTerms]:
    """The same where a price was agreed on: nothing is added to it, so it holds what tax there is."""
    return {
        one: replace(said, mode=TaxMode.INCLUDED) if said.mode is TaxMode.ADDED else said
        for one, said in terms.items()
    }


def taxed(
    lines: Sequence[Line], goods: Mapping[str, Listing], terms: Mapping[str, TaxTerms]
) -> tuple[Line, ...]:
    """The lines with their tax, reckoned of what is left once all discounts are taken off."""
    done: dict[str, Line] = {}
    for store_id, said in terms.items():
        own = [line for line in lines if line.store_id == store_id]
        if said.mode is TaxMode.NONE or not own:
            continue
        rates = [said.rate_of(_nearest_first(goods[line.listing_id])) for line in own]
        levied = taxes.levied([line.reduced for line in own], rates, included=said.mode is TaxMode.INCLUDED)
        for line, tax in zip(own, levied, strict=True):
            done[line.id] = replace(line, tax=LineTax(tax.rate, tax.amount, tax.included))
    return tuple(done.get(line.id, line) for line in lines)


def _nearest_first(listing: Listing) -> list[str]:
    return list(reversed(categories.category_line(listing.category)))
