"""The price of a consignment, in whole minor units, item by item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.foundation.money import Money, portion, total
from chalicelib.shipping.couriers.rules import Charge, Consignment, Piece, RateCard, Zone

CURRENCY = "CNY"
NOTHING = Money.zero(CURRENCY)


@dataclass(frozen=True, slots=True)
class Price:
    """What is asked for a consignment, part by part. The whole is the sum of the parts."""

    grams: int
    """What is charged for, of all pieces together."""
    first: Money
    """The first weight of each piece."""
    extra: Money
    """The weight beyond it."""
    remote: Money
    rural: Money
    fuel: Money
    insurance: Money
    cash: Money

    @property
    def parts(self) -> Sequence[Money]:
        """All parts, in the order in which they are told."""
        return (self.first, self.extra, self.remote, self.rural, self.fuel, self.insurance, self.cash)

    @property
    def total(self) -> Money:
        """The whole."""
        return total(self.parts, CURRENCY)


def volumetric_grams(piece: Piece, divisor: int) -> int:
    """The weight that a size counts as, rounded up: its volume in cm³ by `divisor` is kilograms.

    In whole numbers: so many cubic millimetres by the divisor are grams.
    """
    return _divided_up(piece.length_mm * piece.width_mm * piece.height_mm, divisor)


def chargeable_grams(piece: Piece, divisor: int) -> int:
    """What a piece is charged for: its weight, or what its size counts as if that is more."""
    return max(piece.grams, volumetric_grams(piece, divisor))


def price(card: RateCard, wanted: Consignment, zone: Zone) -> Price:
    """What a service asks. Each piece is a parcel of its own; value and cash are the consignment's."""
    rate, count = card.zones[zone], len(wanted.pieces)
    weights = [chargeable_grams(piece, card.divisor) for piece in wanted.pieces]
    steps = sum(_divided_up(max(0, grams - card.first_grams), card.step_grams) for grams in weights)
    first, extra = _cny(rate.first * count), _cny(rate.step * steps)
    return Price(
        grams=sum(weights),
        first=first,
        extra=extra,
        remote=_cny(card.remote * count if zone is Zone.REMOTE else 0),
        rural=_cny(card.rural * count if wanted.destination.rural else 0),
        fuel=portion(first + extra, card.fuel),
        insurance=_part_of(wanted.insured, card.insurance),
        cash=_part_of(wanted.cash, card.cash),
    )


def _part_of(value: int, charge: Charge) -> Money:
    """What insuring or collecting a value costs; a value of nothing costs nothing."""
    if value == 0:
        return Money.zero(CURRENCY)
    return max(portion(_cny(value), charge.basis_points), _cny(charge.least))


def _cny(amount: int) -> Money:
    return Money(amount, CURRENCY)


def _divided_up(amount: int, by: int) -> int:
    return -(-amount // by)
