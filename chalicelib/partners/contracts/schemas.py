"""What the API of contracts takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import MoneyView, PageQuery
from chalicelib.foundation.text import prose
from chalicelib.partners.contracts.rules import (
    MOST_PHOTOS,
    Contract,
    Delivery,
    Milestone,
    MilestoneState,
    Role,
)
from chalicelib.partners.errors import MilestoneNotFound
from chalicelib.photos import service as photos

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Said = Annotated[str, prose(1000)]
Pin = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


def numbered(text: str) -> int:
    """A milestone's number in a path. Raises MilestoneNotFound."""
    if not text.isascii() or not text.isdecimal() or len(text) > 2:
        raise MilestoneNotFound
    return int(text)


class PackagePurchase(Schema):
    """Which package one buys, and for which of one's stores."""

    package_id: Id
    store_id: Id
    note: Said = ""
    pin: Pin | None = Field(
        None,
        description="One's payment PIN, if one has set it.",
        json_schema_extra={"writeOnly": True},
    )


class MilestonePayment(Schema):
    """What it takes to pay a milestone from one's wallet."""

    pin: Pin | None = Field(
        None,
        description="One's payment PIN, if one has set it.",
        json_schema_extra={"writeOnly": True},
    )


class Remark(Schema):
    """What one says with it."""

    text: Said = ""


class NewDelivery(Schema):
    """What a partner delivers: photos that were announced as a `delivery`, a theme by its colour, a text."""

    text: Annotated[str, prose(5000)] = ""
    photos: Annotated[list[Id], Field(max_length=MOST_PHOTOS)] = []
    theme: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")] | None = None


class WorkRuling(Schema):
    """How an operator decides: so many minor units back to the merchant, the rest to the partner; and why."""

    back: Annotated[int, Field(ge=0, le=10**10)]
    text: Annotated[str, prose(1000, least=1)]


class ContractsQuery(PageQuery):
    """Which page of one's contracts, and as what one has made them."""

    role: Literal["merchant", "partner"] = "merchant"

    def side(self) -> Role:
        """What the use case takes."""
        return Role(self.role)


class DeliveredPhotoView(Schema):
    """A photo that was delivered. Its address lasts an hour."""

    id: str
    url: str


class DeliveryView(Schema):
    """What was delivered."""

    text: str
    photos: list[DeliveredPhotoView]
    theme: str | None
    at: datetime

    @classmethod
    def of(cls, one: Delivery, /) -> Self:
        """Shape the answer."""
        shown = [DeliveredPhotoView(id=photo.id, url=photos.url(photo)) for photo in one.photos]
        return cls(text=one.text, photos=shown, theme=one.accent or None, at=one.at)


class MilestoneView(Schema):
    """A milestone. `due` is when it is to be delivered, `deadline` when something happens by itself."""

    number: int
    title: str
    amount: MoneyView
    commission: MoneyView
    given_back: MoneyView
    days: int
    revisions: int
    state: MilestoneState
    due: datetime | None
    deadline: datetime | None
    delivery: DeliveryView | None
    said: str

    @classmethod
    def of(cls, one: Milestone, /) -> Self:
        """Shape the answer."""
        return cls(
            number=one.number,
            title=one.title,
            amount=MoneyView.of(one.amount),
            commission=MoneyView.of(one.commission),
            given_back=MoneyView(amount=one.given_back, currency=one.amount.currency),
            days=one.days,
            revisions=one.revisions,
            state=one.state,
            due=one.due,
            deadline=one.deadline,
            delivery=DeliveryView.of(one.delivery) if one.delivery else None,
            said=one.said,
        )


class WorkContractView(Schema):
    """A contract with its milestones."""

    id: str
    title: str
    merchant_id: str
    partner_id: str
    partner_name: str
    provider_id: str
    store_id: str
    milestones: list[MilestoneView]
    made_at: datetime
    over_at: datetime | None

    @classmethod
    def of(cls, one: Contract, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            title=one.title,
            merchant_id=one.merchant_id,
            partner_id=one.partner_id,
            partner_name=one.partner_name,
            provider_id=one.provider_id,
            store_id=one.store_id,
            milestones=[MilestoneView.of(milestone) for milestone in one.milestones],
            made_at=one.made_at,
            over_at=one.over_at,
        )


class WorkContractsView(Schema):
    """A page of contracts."""

    items: list[WorkContractView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Contract], /) -> Self:
        """Shape the answer."""
        return cls(items=[WorkContractView.of(one) for one in page.items], cursor=page.cursor)
