"""What a store takes off now, in the words of a page's language."""

from __future__ import annotations

from decimal import Decimal

from chalicelib.foundation.languages import Language
from chalicelib.promotions.service import Promotion
from chalicelib.social.groups.service import Group
from chalicelib.web.formats import moment, price
from chalicelib.web.messages import messages
from chalicelib.web.views import OfferView

BASIS_POINTS = Decimal(100)
"""In a percent."""

FOLD = Decimal(1_000)
"""In a tenth of the price: Chinese shops say what is left of it, in tenths (折)."""


def offer_view(promotion: Promotion, language: Language, *, time_zone: str) -> OfferView:
    """A promotion or a coupon as a page shows it."""
    say = messages(language)
    until = promotion.ends_at
    return OfferView(
        title=promotion.title,
        terms=_terms(promotion, language),
        code=say["code"].format(code=promotion.code) if promotion.code else "",
        only="" if promotion.category is None and not promotion.listing_ids else say["some_goods"],
        until=say["ends"].format(time=moment(until, language, time_zone=time_zone)) if until else "",
    )


def group_view(group: Group, language: Language, *, time_zone: str, url: str) -> OfferView:
    """A group buy that one can join, as a page shows it: what a piece costs if so many buy."""
    say = messages(language)
    return OfferView(
        title=say["group_buy"],
        terms=say["group_terms"].format(price=price(group.price, language), size=group.size),
        only=say["group_joined"].format(joined=group.joined, size=group.size),
        until=say["ends"].format(time=moment(group.ends_at, language, time_zone=time_zone)),
        url=url,
    )


def _terms(promotion: Promotion, language: Language) -> str:
    say = messages(language)
    asked = (
        say["from_amount"].format(amount=price(promotion.threshold, language)) if promotion.threshold else ""
    )
    if promotion.price:
        return say["piece_for"].format(amount=price(promotion.price, language))
    if promotion.amount:
        return asked + say["amount_off"].format(amount=price(promotion.amount, language))
    most = say["at_most"].format(amount=price(promotion.most, language)) if promotion.most else ""
    return asked + say["percent_off"].format(rate=_rate(promotion.basis_points or 0, language)) + most


def _rate(basis_points: int, language: Language) -> str:
    """10 % off is 9 折."""
    rate = (10_000 - basis_points) / FOLD if language == "zh" else basis_points / BASIS_POINTS
    return f"{rate.normalize():f}"
