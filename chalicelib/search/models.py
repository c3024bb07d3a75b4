"""The search table.

Under each term its postings, sorted by quality; beside them counts, what misspelt words may mean, phrases to
suggest, and for each listing an entry that knows under what it stands.
"""

from __future__ import annotations

from pynamodb.attributes import (
    BooleanAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.search.index import Entry, Posting
from chalicelib.search.rules import suggestions
from chalicelib.search.rules.documents import Fame


class PostingItem(Item):
    """That a term leads to a listing. Key: `p#` and the term, the quality and the listing's id."""

    class Meta(Item.Meta):
        table_name = table("search")

    brief = UnicodeAttribute()


class CountItem(Item):
    """How many listings have a term, of a sample. Key: `n#` and the term, `count`."""

    class Meta(Item.Meta):
        table_name = table("search")

    listings = NumberAttribute()


class NearItem(Item):
    """The words of which this is a rest. Key: `d#` and the rest, `words`."""

    class Meta(Item.Meta):
        table_name = table("search")

    words = UnicodeSetAttribute()


class PhraseItem(Item):
    """How many listings have a phrase in their title. Key: `s#` and its shelf, its length and itself."""

    class Meta(Item.Meta):
        table_name = table("search")

    listings = NumberAttribute()


class EntryItem(Item):
    """Under what a listing stands in the index. Key: the listing's id, `entry`.

    `qualities` are those of its postings: more than one while a change of it isn't finished.
    """

    class Meta(Item.Meta):
        table_name = table("search")

    edition = NumberAttribute()
    whole = BooleanAttribute()
    qualities = UnicodeSetAttribute(null=True)
    brief = UnicodeAttribute()
    terms = UnicodeSetAttribute(null=True)
    phrases = UnicodeSetAttribute(null=True)

    def entry(self) -> Entry:
        """What its maintenance knows of it."""
        return Entry(
            listing_id=self.pk,
            edition=int(self.edition),
            whole=bool(self.whole),
            qualities=frozenset(int(one) for one in self.qualities or ()),
            brief=self.brief,
            terms=frozenset(self.terms or ()),
            phrases=frozenset(self.phrases or ()),
        )


class FameItem(Item):
    """What buyers made of a listing. Key: the listing's id, `fame`."""

    class Meta(Item.Meta):
        table_name = table("search")

    sales = NumberAttribute()
    rating = NumberAttribute()
    reviews = NumberAttribute()
    version = NumberAttribute()

    def fame(self) -> Fame:
        """What search makes of it."""
        return Fame(sales=int(self.sales), rating=float(self.rating), reviews=int(self.reviews))


def fame_want(listing_id: str) -> Want[Fame]:
    """A listing's fame, to be read together with it."""
    return Want(FameItem, listing_id, "fame", FameItem.fame)


def entry_want(listing_id: str) -> Want[Entry]:
    """A listing's entry."""
    return Want(EntryItem, listing_id, "entry", EntryItem.entry)


def count_want(term: str) -> Want[int]:
    """How many listings of the sample have a term."""
    return Want(CountItem, f"n#{term}", "count", lambda item: int(item.listings))


def near_want(rest: str) -> Want[frozenset[str]]:
    """The words that have this rest."""
    return Want(NearItem, f"d#{rest}", "words", lambda item: frozenset(item.words))


def posting_key(term: str, quality: int, listing_id: str) -> PostingItem:
    """A posting, known by its key."""
    return PostingItem(pk=f"p#{term}", sk=f"{quality:02}#{listing_id}")


def count_key(term: str) -> CountItem:
    """A count, known by its key."""
    return CountItem(pk=f"n#{term}", sk="count")


def near_key(rest: str) -> NearItem:
    """What has a rest, known by its key."""
    return NearItem(pk=f"d#{rest}", sk="words")


def phrase_key(phrase: str) -> PhraseItem:
    """A phrase, known by its key."""
    return PhraseItem(pk=f"s#{suggestions.shelf(phrase)}", sk=f"{suggestions.length(phrase)}#{phrase}")


def postings(term: str, *, most: int) -> list[Posting]:
    """The best postings of a term. 1 query.

    Read without PynamoDB's models, which take longer to make of so many items than DynamoDB to find them.
    """
    found = PostingItem._get_connection().query(
        f"p#{term}", limit=most, scan_index_forward=False, consistent_read=False
    )
    return [_posting(row["sk"]["S"], row["brief"]["S"]) for row in found["Items"]]


def _posting(key: str, brief: str) -> Posting:
    quality, _, listing_id = key.partition("#")
    return Posting(listing_id, int(quality), brief)
