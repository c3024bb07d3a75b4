"""Queries that a person has judged, and how well rankings do on them.

nDCG@10 (Järvelin, Kekäläinen: Cumulated gain-based evaluation of IR techniques, 2002) with gains of
2^grade - 1; recall@10 is the part found of what was judged as relevant (2 or 3), of ten at most.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from bench.memory_index import MemoryIndex, MemoryShelves
from chalicelib.listings.categories import service as categories
from chalicelib.search import service
from chalicelib.search.rules import tokens
from chalicelib.search.rules.documents import Goods, document
from chalicelib.search.rules.queries import Wish

HERE = Path(__file__).parent / "relevance"
DEEP = 10
RELEVANT = 2

Ranking = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Judged:
    """A query and what a person thinks of goods as answers: 3 just what was meant, 0 not at all."""

    query: str
    grades: Mapping[str, int]


@dataclass(frozen=True)
class Figures:
    """Means over all queries."""

    ndcg: float
    recall: float


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as told:
        yield from csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE)


def held_out() -> list[Judged]:
    """Queries that were judged before anybody saw what search answers, and by which nothing was tuned."""
    return _judged("heldout.tsv")


def judged() -> list[Judged]:
    """All judged queries by which the ranking was tuned."""
    return _judged("judged.tsv")


def _judged(name: str) -> list[Judged]:
    return [
        Judged(
            row["query"],
            {key: int(grade) for key, _, grade in (p.partition(":") for p in row["judged"].split())},
        )
        for row in _rows(name)
    ]


def goods() -> list[Goods]:
    """The goods that they are asked of."""
    return [_goods(row) for row in _rows("goods.tsv")]


def _goods(row: Mapping[str, str]) -> Goods:
    line = categories.category_line(row["category"])
    names = [categories.category_names(slug) for slug in line]
    return Goods(
        id=row["key"],
        store_id="sto_1",
        title=row["title"],
        description=row["description"],
        categories=tuple(reversed(line)),
        told=tuple(word for one in names for word in (one.zh, one.en)),
        facets={},
        kinds=((row["sku"], ""),),
        low=100,
        high=100,
        currency="CNY",
        sold_out=False,
    )


def ours() -> Ranking:
    """What search answers."""
    titles = {one.id: one.title for one in goods()}
    index, shelves = MemoryIndex(), MemoryShelves(titles.__getitem__)
    index.load(document(one) for one in goods())

    def ranking(query: str) -> list[str]:
        found = service.find(Wish(query), limit=DEEP, index=index, shelves=shelves)
        return [hit.shown.id for hit in found.hits]

    return ranking


def plain_bm25() -> Ranking:
    """What `bm25s` answers with its usual settings, of the same texts by our terms."""
    import bm25s

    keys = [one.id for one in goods()]
    texts = [_terms(" ".join((one.title, one.description, *one.told, one.kinds[0][0]))) for one in goods()]
    retriever = bm25s.BM25()
    retriever.index(texts, show_progress=False)

    def ranking(query: str) -> list[str]:
        asked = [term for term in _terms(query) if term in retriever.vocab_dict]
        if not asked:
            return []
        places, scores = retriever.retrieve([asked], k=DEEP, show_progress=False)
        return [keys[place] for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    return ranking


def _terms(text: str) -> list[str]:
    return list(tokens.terms(tokens.pieces(tokens.fold(text))))


def figures(ranking: Ranking, some: Sequence[Judged]) -> Figures:
    """How well a ranking does."""
    return Figures(
        ndcg=mean(ndcg(ranking(one.query), one.grades) for one in some),
        recall=mean(recall(ranking(one.query), one.grades) for one in some),
    )


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """How near the first ten are to the best order there is."""
    best = _gain(sorted(grades.values(), reverse=True)[:DEEP])
    return _gain([grades.get(key, 0) for key in found[:DEEP]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """How many of what is relevant are among the first ten."""
    relevant = {key for key, grade in grades.items() if grade >= RELEVANT}
    return len(relevant & set(found[:DEEP])) / min(len(relevant), DEEP)
