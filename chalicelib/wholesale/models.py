"""What all items of the wholesale table share: the lists they are found in, and the clock's index."""

from __future__ import annotations

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation.tables import Item


class Listed(GlobalSecondaryIndex[Item]):
    """A buyer's requests, and a store's quotations, by age."""

    class Meta:
        index_name = "listed"
        projection = KeysOnlyProjection()

    listed_in = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class Opened(GlobalSecondaryIndex[Item]):
    """What waits for somebody, by age: open requests by category, applications. Sparse."""

    class Meta:
        index_name = "opened"
        projection = KeysOnlyProjection()

    open_in = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class Due(GlobalSecondaryIndex[Item]):
    """Requests and quotations by when they expire. Sparse: only what waits is in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)
