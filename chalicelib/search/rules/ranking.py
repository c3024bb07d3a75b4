"""How well a listing answers a query, and in which order the answers come.

BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009, section 3.6) with two fields, the
title and all the rest, in which a term is or isn't. A term's weight is its inverse document frequency.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.search.rules.documents import SKU, Brief, mark
from chalicelib.search.rules.queries import Sort, Terms

TITLE, BODY = 3.0, 1.0
"""What it weighs that a term is in the title, and elsewhere."""

K1, B = 1.2, 0.4
"""BM25's: how soon more of a term adds little, and how much a long title takes away."""

USUAL_TITLE = 24
"""How many terms a title usually has."""

JOINED = 0.5
"""What neighbouring words weigh as one, beside what each weighs."""

WHOLE_SKU = 20.0
"""A number of goods says it all: it beats any words."""

FAME = 0.6
"""How much the best-sold listing is raised above an unknown one: less than a usual term weighs."""

ENOUGH = 0.3
"""What part of what the best candidate meets of the query another must meet to be shown at all."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listing that one of a query's terms led to."""

    id: str
    quality: int
    brief: Brief
    led_by: frozenset[str]
    """The terms whose postings had it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and how well it answers."""

    candidate: Candidate
    score: float
    met: float
    """The part of the query's weight that it meets, from 0 to 1."""


def weight(listings: int, having: int) -> float:
    """BM25's inverse document frequency of a term that so many of the listings have."""
    return math.log(1 + (max(listings, having) - having + 0.5) / (having + 0.5))


def ranked(candidates: Sequence[Candidate], terms: Terms, weights: Mapping[str, float]) -> list[Ranked]:
    """The candidates that meet enough of the query, in no order. `weights` has the terms that exist."""
    wanted = [(one, mark(one), weights[one]) for one in terms.wanted if one in weights]
    bonus = [(one, mark(one), weights[one]) for one in terms.bonus if one in weights]
    whole = sum(weight_ for _, _, weight_ in wanted) or 1.0
    found = [_ranked(candidate, wanted, bonus, whole) for candidate in candidates]
    enough = ENOUGH * max((one.met for one in found), default=0.0)
    return [one for one in found if one.met >= enough]


_Weighed = list[tuple[str, str, float]]


def _ranked(candidate: Candidate, wanted: _Weighed, bonus: _Weighed, whole: float) -> Ranked:
    brief = candidate.brief
    long = 1 - B + B * len(brief.in_title) / USUAL_TITLE
    score = met = 0.0
    in_title, in_body = brief.in_title, brief.in_body
    for term, mark_, weight_ in wanted:
        title, body = mark_ in in_title, mark_ in in_body
        if not (title or body or term in candidate.led_by):
            continue
        met += weight_
        often = (TITLE / long if title else 0) + (BODY if body or not title else 0)
        score += weight_ * often / (K1 + often)
    for term, mark_, weight_ in bonus:
        if term.startswith(SKU):
            if term in candidate.led_by:
                score += WHOLE_SKU
                met = whole
        elif mark_ in brief.in_title:
            score += JOINED * weight_
    return Ranked(candidate, score + FAME * candidate.quality / 100, min(1.0, met / whole))


def ordered(some: Sequence[Ranked], sort: Sort) -> list[Ranked]:
    """In the order asked for; the newest first of what is alike, as ids begin with their time."""
    newest = sorted(some, key=lambda one: one.candidate.id, reverse=True)
    return sorted(newest, key=lambda one: place(one, sort))


def place(one: Ranked, sort: Sort) -> tuple[int, float]:
    """Where it comes: what is sold out last, then by what was asked."""
    brief = one.candidate.brief
    match sort:
        case Sort.RELEVANCE:
            by = -round(one.score, 6)
        case Sort.SALES:
            by = -float(brief.sales)
        case Sort.CHEAPEST:
            by = float(brief.low)
        case Sort.DEAREST:
            by = -float(brief.low)
        case Sort.NEWEST:
            by = 0.0
    return int(brief.sold_out), by


def comes_after(one: Ranked, sort: Sort, last: tuple[int, float], last_id: str) -> bool:
    """Whether it comes after something that was at a place."""
    here = place(one, sort)
    return here > last or (here == last and one.candidate.id < last_id)
