"""For whom and for which words an ad is meant.

Words are search's own terms, in the order in which they were written, so that Chinese and other texts fold,
stem and split here as they do there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

MOST_WORDS = 8
"""How many terms a keyword may have, and how many different ones of a search lead to keywords."""

MOST_KEYS = 100
"""Under how many keys the keywords of a search are looked for: what one read takes."""

SCATTERED = 3
"""How many terms a keyword may have whose terms are found with others between them."""

Words = tuple[str, ...]


class Match(StrEnum):
    """How a keyword's words must stand in what somebody searches for."""

    EXACT = "exact"
    """These and no others, in this order."""
    PHRASE = "phrase"
    """Together in this order; others may stand around them."""
    BROAD = "broad"
    """All of them, in any order, among others."""


class Device(StrEnum):
    """What somebody looks with."""

    PHONE = "phone"
    COMPUTER = "computer"


def matches(keyword: Words, match: Match, searched: Words) -> bool:
    """Is a keyword meant by a search?"""
    match match:
        case Match.EXACT:
            return keyword == searched
        case Match.PHRASE:
            return _stands_in(keyword, searched)
        case Match.BROAD:
            return set(keyword) <= set(searched)


def refused(negatives: Collection[Words], searched: Words) -> bool:
    """Has the merchant ruled this search out? A negative keyword rules out whatever has it as a phrase."""
    return any(_stands_in(words, searched) for words in negatives)


def _stands_in(words: Words, searched: Words) -> bool:
    length = len(words)
    return any(searched[start : start + length] == words for start in range(len(searched) - length + 1))


def key_of(words: Sequence[str]) -> str:
    """The key under which a keyword is kept: its terms, whatever their order."""
    return " ".join(sorted(set(words)))


def keys_for(searched: Words) -> list[str]:
    """The keys under which all keywords are that a search can mean, at most 100.

    First those of terms that stand together, the longest first, then of up to three that don't. What is
    beyond the first 8 terms of a search leads nowhere.
    """
    words = tuple(dict.fromkeys(searched))[:MOST_WORDS]
    keys: dict[str, None] = {}
    for key in _keys(words):
        if len(keys) == MOST_KEYS:
            break
        keys[key] = None
    return list(keys)


def _keys(words: Words) -> Iterator[str]:
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield key_of(words[start : start + length])
    for length in range(2, SCATTERED + 1):
        for some in combinations(words, length):
            yield key_of(some)


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom ads are shown. Empty: to everybody, always."""

    regions: tuple[str, ...] = ()
    """Beginnings of region codes: `33` is all of Zhejiang."""
    devices: frozenset[Device] = frozenset()
    hours: frozenset[int] = frozenset()
    """Of the store's day, from 0 to 23."""
    weekdays: frozenset[int] = frozenset()
    """From 1, Monday, to 7."""

    def includes(self, *, region: str | None, device: Device, local: datetime) -> bool:
        """Is somebody meant who looks now? `local` is the store's time. Whoever tells no region isn't
        where only some regions are meant."""
        return (
            (not self.regions or (region is not None and region.startswith(self.regions)))
            and (not self.devices or device in self.devices)
            and (not self.hours or local.hour in self.hours)
            and (not self.weekdays or local.isoweekday() in self.weekdays)
        )


def device_of(user_agent: str) -> Device:
    """What somebody looks with, by what her browser says of itself."""
    told = user_agent.lower()
    return Device.PHONE if any(word in told for word in ("mobi", "android", "iphone")) else Device.COMPUTER
