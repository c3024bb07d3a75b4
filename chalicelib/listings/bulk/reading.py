"""From a file's bytes to what it says of each listing. Nothing is asked of anybody here."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chalicelib.listings.bulk import columns
from chalicelib.listings.bulk.rules import (
    MOST_BYTES,
    MOST_ROWS,
    Draft,
    Fault,
    Format,
    Reason,
    Unreadable,
)
from chalicelib.listings.categories import service as categories

_DELIMITERS = ",;\t"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def drafts(content: bytes, format_: Format) -> list[Draft]:
    """What a file says, listing by listing, in the order in which they begin. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Reason.TOO_LARGE)
    text = decoded(content)
    found = _of_csv(text) if format_ is Format.CSV else _of_lines(text)
    if not found:
        raise Unreadable(Reason.NO_ROWS)
    if sum(len(one.rows) for one in found) > MOST_ROWS:
        raise Unreadable(Reason.TOO_MANY_ROWS)
    return found


def decoded(content: bytes) -> str:
    """The text: UTF-8 with or without its mark, UTF-16 with it, or GB18030, as Excel writes in China.

    Chinese in GB18030 is hardly ever good UTF-8, which is tried first. Raises Unreadable.
    """
    encodings = ("utf-16",) if content.startswith(_UTF_16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable(Reason.UNREADABLE)


# ---- CSV ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    faults: tuple[Fault, ...]


def _of_csv(text: str) -> list[Draft]:
    table = _table(text)
    header = _header(table[0] if table else [])
    rows = [
        _row(number, header, cells) for number, cells in enumerate(table[1:], 2) if any(map(str.strip, cells))
    ]
    groups: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        groups.setdefault(_key(row), []).append(row)
    return [_draft(group, header) for group in groups.values()]


def _table(text: str) -> list[list[str]]:
    """The cells, parted by whichever mark makes the first row name the most columns."""

    def known(delimiter: str) -> int:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return sum(columns.column_of(cell) is not None for cell in first)

    try:
        delimiter = max(_DELIMITERS, key=known)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return list(_bounded(reader))
    except csv.Error as error:
        raise Unreadable(Reason.UNREADABLE, Fault(1, "", "unreadable", str(error))) from None


def _bounded(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    for number, cells in enumerate(reader):
        if number > 2 * MOST_ROWS:
            raise Unreadable(Reason.TOO_MANY_ROWS)
        yield cells


def _header(cells: Sequence[str]) -> list[str]:
    """The columns. Raises Unreadable with a fault for each that is unknown or there twice."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    named = [columns.column_of(cell) for cell in cells]
    faults = []
    for place, (cell, name) in enumerate(zip(cells, named, strict=True)):
        if name is None:
            faults.append(Fault(1, cell, "unknown_column", f"There is no column “{cell}”. {_OWN}"))
        elif name in named[:place]:
            faults.append(Fault(1, cell, "duplicate_column", f"“{name}” is there twice."))
    if faults or not named:
        raise Unreadable(Reason.BAD_HEADER, *faults)
    return [name for name in named if name]


_OWN = f"Begin it with “{columns.ATTRIBUTE}” to tell something of your own."


def _row(number: int, header: Sequence[str], cells: Sequence[str]) -> _Row:
    beyond = [cell for cell in cells[len(header) :] if cell.strip()]
    faults = (
        [Fault(number, "", "too_many_cells", "The row has more cells than the first one.")] if beyond else []
    )
    padded = [*cells, *("" for _ in range(len(header) - len(cells)))]
    named = {name: columns.plain(cell) for name, cell in zip(header, padded, strict=False)}
    return _Row(number, named, tuple(faults))


def _key(row: _Row) -> tuple[str, str]:
    for name in ("listing_id", "listing"):
        if key := row.cells.get(name, "").strip():
            return name, key
    return "row", str(row.number)


def _draft(group: Sequence[_Row], header: Sequence[str]) -> Draft:
    """One listing of its rows; what the first one says, others may leave empty or say again."""
    first = group[0].cells
    shared = [name for name in header if name not in columns.VARIANT]
    faults = [fault for row in group for fault in row.faults]
    for row in group[1:]:
        for name in shared:
            if row.cells[name].strip() and row.cells[name].strip() != first[name].strip():
                told = f"Row {group[0].number} of the same goods says something else."
                faults.append(Fault(row.number, name, "differs", told))
    attributes = [name for name in shared if name.startswith(columns.ATTRIBUTE)]
    told_attributes = {
        name.removeprefix(columns.ATTRIBUTE): first[name] for name in attributes if first[name].strip()
    }
    variants = [row for row in group if _has_variant(row.cells)]
    said = _shared(first) | {"variants": [_variant(row.cells) for row in variants]}
    if attributes:
        said["attributes"] = told_attributes
    return Draft(
        rows=tuple(row.number for row in group),
        said=said,
        variant_rows=tuple(row.number for row in variants),
        faults=tuple(faults),
        columns=frozenset(name.removeprefix(columns.ATTRIBUTE) for name in attributes),
    )


def _shared(cells: Mapping[str, str]) -> dict[str, object]:
    """An empty cell says nothing, but that there is no description and no photo."""
    said: dict[str, object] = {}
    for name in ("listing_id", "title"):
        if text := cells.get(name, "").strip():
            said[name] = text
    if text := cells.get("category", "").strip():
        said["category"] = categories.slug_of(text)
    if text := cells.get("status", "").strip():
        said["status"] = columns.status_of(text)
    if "description" in cells:
        said["description"] = cells["description"]
    if "photos" in cells:
        said["photos"] = re.split(r"[\s,;]+", cells["photos"].strip()) if cells["photos"].strip() else []
    return said


def _has_variant(cells: Mapping[str, str]) -> bool:
    return any(cells.get(name, "").strip() for name in columns.VARIANT)


def _variant(cells: Mapping[str, str]) -> dict[str, object]:
    said: dict[str, object] = {
        name: text for name in ("variant_id", "sku", "price") if (text := cells.get(name, "").strip())
    }
    if "variant_title" in cells:
        said["title"] = cells["variant_title"]
    if text := cells.get("stock", "").strip():
        said["stock"] = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text
    return said


# ---- JSON Lines -----------------------------------------------------------------------------------------


def _of_lines(text: str) -> list[Draft]:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) > MOST_ROWS:
        raise Unreadable(Reason.TOO_MANY_ROWS)
    seen: dict[object, int] = {}
    return [_unlike(_of_line(number, line), seen) for number, line in lines]


def _of_line(number: int, line: str) -> Draft:
    try:
        return Draft((number,), json.loads(line))
    except (ValueError, RecursionError):
        fault = Fault(number, "", "malformed_json", "This line isn't JSON.")
        return Draft((number,), {}, faults=(fault,))


def _unlike(draft: Draft, seen: dict[object, int]) -> Draft:
    """Two lines that change the same goods would part what one says from the other."""
    key = draft.said.get("listing_id") if isinstance(draft.said, dict) else None
    if not isinstance(key, str):
        return draft
    if (earlier := seen.setdefault(key, draft.row)) == draft.row:
        return draft
    fault = Fault(draft.row, "listing_id", "duplicate", f"Row {earlier} changes the same goods.")
    return replace(draft, faults=(*draft.faults, fault))
