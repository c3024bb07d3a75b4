"""What the API of wholesale terms takes and answers."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation import clock
from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import Amount, MoneyView
from chalicelib.foundation.text import line
from chalicelib.listings.lots.service import Lot
from chalicelib.listings.service import Listing, Variant
from chalicelib.wholesale.terms.rules import Sample, WholesaleTerms
from chalicelib.wholesale.terms.service import Wish

Pieces = Annotated[int, Field(ge=1, le=9999)]


class SampleTerms(Schema):
    """One piece of the goods, at its own price in minor units; each buyer may have so many."""

    price: Amount
    most_per_buyer: Annotated[int, Field(ge=1, le=10)]


class NewWholesaleTerms(Schema):
    """On which terms goods are sold wholesale. What so many cost is their ladder."""

    least_quantity: Pieces
    case_pack: Pieces = 1
    lead_days: Annotated[int, Field(ge=0, le=180)]
    origin: Annotated[str, line(60)]
    sample: SampleTerms | None = None

    def wish(self) -> Wish:
        """What the supplier wants."""
        sample = (self.sample.price, self.sample.most_per_buyer) if self.sample else None
        return Wish(Lot(self.least_quantity, self.case_pack), self.lead_days, self.origin, sample)


class SampleView(Schema):
    """One piece of the goods at its own price; each buyer may have so many."""

    price: MoneyView
    most_per_buyer: int

    @classmethod
    def of(cls, sample: Sample, /) -> Self:
        """Shape the answer."""
        return cls(price=MoneyView.of(sample.price), most_per_buyer=sample.most)


class WholesalePrice(Schema):
    """From so many pieces of a variant on, each costs so much."""

    from_quantity: int
    price: MoneyView


class WholesaleVariant(Schema):
    """What a variant costs whoever takes many: the first step is what the smallest order pays."""

    id: str
    title: str
    stock: int
    prices: list[WholesalePrice]

    @classmethod
    def of(cls, variant: Variant, least: int, /) -> Self:
        """Shape the answer."""
        now = clock.now()
        steps = sorted({least, *(rung.least for rung in variant.ladder if rung.least > least)})
        prices = [
            WholesalePrice(from_quantity=step, price=MoneyView.of(variant.price_at(now, quantity=step)))
            for step in steps
        ]
        return cls(id=variant.id, title=variant.title, stock=variant.stock, prices=prices)


class WholesaleView(Schema):
    """On which terms goods are sold wholesale."""

    listing_id: str
    store_id: str
    title: str
    least_quantity: int
    case_pack: int
    lead_days: int
    origin: str
    sample: SampleView | None
    variants: list[WholesaleVariant]

    @classmethod
    def of(cls, offered: tuple[Listing, WholesaleTerms], /) -> Self:
        """Shape the answer."""
        listing, terms = offered
        return cls(
            listing_id=listing.id,
            store_id=listing.store_id,
            title=listing.title,
            least_quantity=listing.lot.least,
            case_pack=listing.lot.case,
            lead_days=terms.lead_days,
            origin=terms.origin,
            sample=SampleView.of(terms.sample) if terms.sample else None,
            variants=[WholesaleVariant.of(one, listing.lot.least) for one in listing.variants],
        )
