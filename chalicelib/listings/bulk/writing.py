"""From goods to a file that an import takes back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from chalicelib.listings.bulk import columns
from chalicelib.listings.bulk.rules import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Format
from chalicelib.listings.rules import Details, Listing

Shown = tuple[Listing, Details]

_FIXED = tuple(name for name in columns.COLUMNS if name != "listing")
"""`listing` parts the new goods of a sheet; here each has its id."""

_MARK = "\ufeff"
"""By which Excel knows that a CSV is UTF-8."""


@dataclass
class Sheet:
    """A file while it is filled: it takes goods until an import wouldn't take it any more."""

    format: Format
    goods: list[Shown] = field(default_factory=list)
    rows: int = 0
    _bytes: int = 0
    _attributes: set[str] = field(default_factory=set)

    def take(self, shown: Shown) -> bool:
        """Put goods in, if they still fit."""
        as_csv = self.format is Format.CSV
        text = _csv([list(row.values()) for row in _cells(shown)]) if as_csv else _line(shown)
        attributes = self._attributes | set(shown[1].attributes)
        rows = self.rows + (len(shown[0].variants) if as_csv else 1)
        size = self._bytes + len(text.encode())
        header = sum(len(name.encode()) + 20 for name in attributes)
        if self.goods and (
            rows > MOST_ROWS
            or len(attributes) > MOST_COLUMNS - len(_FIXED)
            or size + header + rows * len(attributes) > MOST_BYTES
        ):
            return False
        self.goods.append(shown)
        self.rows, self._bytes, self._attributes = rows, size, attributes
        return True

    def content(self) -> bytes:
        """The file."""
        if self.format is Format.JSONL:
            return "".join(map(_line, self.goods)).encode()
        header = [*_FIXED, *(columns.ATTRIBUTE + name for name in sorted(self._attributes))]
        rows = [[row.get(name, "") for name in header] for shown in self.goods for row in _cells(shown)]
        return (_MARK + _csv([header, *rows])).encode()


def _csv(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _cells(shown: Shown) -> list[dict[str, str]]:
    """A row for each variant; what they say together stands in the first."""
    listing, details = shown
    shared = {
        "title": listing.title,
        "description": details.description,
        "category": listing.category,
        "status": listing.status,
        "photos": " ".join(photo.id for photo in details.photos),
        **{columns.ATTRIBUTE + name: value for name, value in details.attributes.items()},
    }
    rows = []
    for place, variant in enumerate(listing.variants):
        own = {
            "listing_id": listing.id,
            "variant_id": variant.id,
            "sku": variant.sku,
            "variant_title": variant.title,
            "price": variant.price.decimal(),
            "stock": str(variant.stock),
        }
        said = own if place else own | shared
        rows.append({name: columns.defused(text) for name, text in said.items()})
    return rows


def _line(shown: Shown) -> str:
    """A listing as one line of JSON."""
    listing, details = shown
    said = {
        "listing_id": listing.id,
        "title": listing.title,
        "description": details.description,
        "category": listing.category,
        "status": listing.status,
        "photos": [photo.id for photo in details.photos],
        "attributes": dict(details.attributes),
        "variants": [
            {
                "variant_id": one.id,
                "sku": one.sku,
                "title": one.title,
                "price": one.price.decimal(),
                "stock": one.stock,
            }
            for one in listing.variants
        ],
    }
    return json.dumps(said, ensure_ascii=False) + "\n"
