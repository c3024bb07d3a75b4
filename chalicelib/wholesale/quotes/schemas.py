"""What the API of quotations takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.haggling import OfferState
from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, Currency, MoneyView, PageQuery
from chalicelib.foundation.text import line, prose
from chalicelib.wholesale.quotes.requests import Asking
from chalicelib.wholesale.quotes.rules import (
    Conditions,
    Quote,
    QuoteRequest,
    RequestState,
    Seen,
    TradeSide,
)
from chalicelib.wholesale.quotes.service import Goods, Proposal

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Pieces = Annotated[int, Field(ge=1, le=9999)]
Category = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Region = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
Days = Annotated[int, Field(ge=1, le=90)]


class NewQuoteRequest(Schema):
    """What one wants to buy. With `listing_id` the supplier of those goods is asked, else all suppliers.

    `target_price` is what a piece should cost, in minor units. Nothing of it can be changed later.
    """

    title: Annotated[str, line(120)]
    text: Annotated[str, prose(2000)] = ""
    category: Category
    quantity: Pieces
    currency: Currency
    target_price: Amount | None = None
    region: Region
    days: Annotated[int, Field(ge=1, le=30)] = 7
    listing_id: Id | None = None

    def asking(self) -> Asking:
        """What the buyer asks for."""
        told = {name: value for name, value in self if name != "target_price"}
        return Asking(**told, target=self.target_price)


class CounterQuote(Schema):
    """What one proposes: so many pieces at so much each, in minor units; for so many hours.

    `deposit` is the share (in basis points) that is paid when it is ordered, the rest within `balance_days`;
    `forfeit` is the share of that which the supplier keeps if the buyer doesn't go through with it. It is
    sent within `ship_days` of the payment, and the buyer may look at it for `inspect_days` once all has come.
    """

    price: Amount
    quantity: Pieces
    deposit: Annotated[int, Field(ge=1, le=BASIS_POINTS)] = BASIS_POINTS
    balance_days: Days = 7
    forfeit: Annotated[int, Field(ge=0, le=BASIS_POINTS)] = 0
    ship_days: Days = 7
    inspect_days: Days = 10
    text: Annotated[str, prose(1000)] = ""
    hours: Annotated[int, Field(ge=1, le=24 * 14)] = 72

    def proposal(self) -> Proposal:
        """What is proposed."""
        conditions = Conditions(
            self.deposit, self.balance_days, self.forfeit, self.ship_days, self.inspect_days
        )
        return Proposal(self.price, self.quantity, conditions, self.text, self.hours)


class NewSupplierQuote(CounterQuote):
    """What a supplier proposes, and of which of its goods."""

    store_id: Id
    listing_id: Id
    variant_id: Id

    def goods(self) -> Goods:
        """Which goods."""
        return Goods(self.store_id, self.listing_id, self.variant_id)


class OpenRequestsQuery(PageQuery):
    """Which of the open requests."""

    category: Category


class SeenGoods(Schema):
    """The goods that a request is about, as they were when it was asked."""

    listing_id: str
    store_id: str
    title: str
    price: MoneyView

    @classmethod
    def of(cls, seen: Seen, /) -> Self:
        """Shape the answer."""
        price = MoneyView.of(seen.price)
        return cls(listing_id=seen.listing_id, store_id=seen.store_id, title=seen.title, price=price)


class QuoteRequestView(Schema):
    """A request for quotation, and what became of it."""

    id: str
    title: str
    text: str
    category: str
    quantity: int
    currency: str
    target_price: MoneyView | None
    region: str
    about: SeenGoods | None
    state: RequestState
    suppliers: int
    accepted: str | None
    asked_at: datetime
    closes_at: datetime

    @classmethod
    def of(cls, request: QuoteRequest, /) -> Self:
        """Shape the answer."""
        return cls(
            id=request.id,
            title=request.title,
            text=request.text,
            category=request.category,
            quantity=request.quantity,
            currency=request.currency,
            target_price=MoneyView.of(request.target) if request.target else None,
            region=request.region,
            about=SeenGoods.of(request.about) if request.about else None,
            state=request.state,
            suppliers=request.suppliers,
            accepted=request.accepted,
            asked_at=request.asked_at,
            closes_at=request.closes_at,
        )


class QuoteRequestsView(Schema):
    """Some requests, the newest first."""

    items: list[QuoteRequestView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[QuoteRequest], /) -> Self:
        """Shape the answer."""
        return cls(items=[QuoteRequestView.of(one) for one in page.items], cursor=page.cursor)


class SupplierQuoteView(Schema):
    """A quotation. Once it is accepted its goods are kept for the buyer until `reserved_until`.

    She orders them by POST /checkouts with its id as `offer_id`, and pays the deposit with that.
    """

    id: str
    request_id: str
    store_id: str
    listing_id: str
    variant_id: str
    title: str
    quantity: int
    price: MoneyView
    total: MoneyView
    deposit: int
    balance_days: int
    forfeit: int
    ship_days: int
    inspect_days: int
    text: str
    by: TradeSide
    round: int
    state: OfferState
    created_at: datetime
    expires_at: datetime
    reserved_until: datetime | None

    @classmethod
    def of(cls, quote: Quote, /) -> Self:
        """Shape the answer."""
        said = quote.conditions
        return cls(
            id=quote.id,
            request_id=quote.request_id,
            store_id=quote.store_id,
            listing_id=quote.listing_id,
            variant_id=quote.variant_id,
            title=quote.title,
            quantity=quote.quantity,
            price=MoneyView.of(quote.price),
            total=MoneyView.of(quote.total),
            deposit=said.deposit,
            balance_days=said.balance_days,
            forfeit=said.forfeit,
            ship_days=said.ship_days,
            inspect_days=said.inspect_days,
            text=quote.text,
            by=quote.by,
            round=quote.round,
            state=quote.state,
            created_at=quote.created_at,
            expires_at=quote.expires_at,
            reserved_until=quote.reserved_until,
        )


class SupplierQuotesView(Schema):
    """Some quotations, the newest first."""

    items: list[SupplierQuoteView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Quote], /) -> Self:
        """Shape the answer."""
        return cls(items=[SupplierQuoteView.of(one) for one in page.items], cursor=page.cursor)
