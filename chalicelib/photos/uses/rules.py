"""What may use a photo, and what a person is told who would delete one that is used."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

MOST = 1_000
"""How much may use one photo."""

MOST_NAMED = 5


class UseKind(StrEnum):
    """By what a photo is shown."""

    LISTING = "listing"
    STORE = "store"
    """Its logo or its banner."""
    PORTFOLIO = "portfolio"
    ADVERT = "advert"
    REVIEW = "review"
    MESSAGE = "message"
    DELIVERY = "delivery"
    EVIDENCE = "evidence"

    @property
    def words(self) -> str:
        """What a person calls it; its id follows."""
        return _WORDS[self]


_WORDS = {
    UseKind.LISTING: "the goods",
    UseKind.STORE: "the logo or banner of the store",
    UseKind.PORTFOLIO: "the portfolio of the partner",
    UseKind.ADVERT: "the advertisement",
    UseKind.REVIEW: "the review",
    UseKind.MESSAGE: "a message in the conversation",
    UseKind.DELIVERY: "the work delivered for the contract",
    UseKind.EVIDENCE: "the evidence of the refund",
}

_EDITED = frozenset({UseKind.LISTING, UseKind.STORE})
"""What shows it to everybody now, and can be edited: its owner takes the photo away there."""


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """Something that shows a photo."""

    kind: UseKind
    subject: str
    """Its id."""

    @property
    def name(self) -> str:
        """As it is stored."""
        return f"{self.kind.value}#{self.subject}"

    @classmethod
    def named(cls, name: str) -> Use:
        """The use that is stored so."""
        kind, _, subject = name.partition("#")
        return cls(UseKind(kind), subject)


def blocking(uses: Collection[Use], *, forced: bool, delivered: bool) -> list[Use]:
    """What keeps a photo from being deleted.

    Goods and stores can be edited first. What proves something, and what is being delivered, is the other
    side's as well. The rest loses it, if its owner insists; `delivered`: she who paid for it has it.
    """
    if not forced:
        return sorted(uses)
    kept = {*_EDITED, UseKind.EVIDENCE} | (set() if delivered else {UseKind.DELIVERY})
    return sorted(one for one in uses if one.kind in kept)


def sentence(uses: Collection[Use]) -> str:
    """What a person is told who would delete what is used."""
    told = [f"{one.kind.words} {one.subject}" for one in sorted(uses)]
    if len(told) > MOST_NAMED:
        told[MOST_NAMED:] = [f"{len(told) - MOST_NAMED} more"]
    shown = " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
    return f"This file is shown by {shown}."
