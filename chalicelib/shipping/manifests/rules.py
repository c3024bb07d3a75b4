"""What of an order is in which of its parcels, what is left to be sent, and whether all of it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from chalicelib.shipping.errors import NothingLeft, TooManyParcels

MOST_PARCELS = 10
"""Of one order."""


@dataclass(frozen=True, slots=True)
class Part:
    """What of an order is in one parcel: how many pieces of each line."""

    parcel_id: str
    lines: Mapping[str, int]
    delivered: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """All parcels of an order. Version 0: it has none yet."""

    order_id: str
    parts: tuple[Part, ...] = field(default=())
    version: int = 0

    def left(self, ordered: Mapping[str, int]) -> dict[str, int]:
        """Of what was ordered, how many pieces of each line are in no parcel yet; 0 isn't named."""
        sent = {line: sum(part.lines.get(line, 0) for part in self.parts) for line in ordered}
        rest = {line: pieces - sent[line] for line, pieces in ordered.items()}
        return {line_id: pieces for line_id, pieces in rest.items() if pieces > 0}

    def has_come(self, ordered: Mapping[str, int]) -> bool:
        """Is all of what was ordered sent, and every parcel delivered?"""
        return not self.left(ordered) and all(part.delivered for part in self.parts)

    def without(self, parcel_id: str) -> Manifest:
        """What it is once a parcel isn't sent after all: its goods are left again."""
        return replace(self, parts=tuple(part for part in self.parts if part.parcel_id != parcel_id))

    def delivered(self, parcel_id: str) -> Manifest:
        """What it is once a parcel has come."""
        return replace(
            self,
            parts=tuple(
                replace(part, delivered=True) if part.parcel_id == parcel_id else part for part in self.parts
            ),
        )


def packed(
    manifest: Manifest,
    ordered: Mapping[str, int],
    wanted: Mapping[str, int] | None,
    *,
    parcel_id: str,
    field_: str,
) -> Manifest:
    """An order of which more is put into a parcel: what is `wanted` of each line, or all that is left.

    Raises NothingLeft, TooManyParcels.
    """
    left = manifest.left(ordered)
    lines = dict(left if wanted is None else wanted)
    if not lines or any(pieces > left.get(line_id, 0) for line_id, pieces in lines.items()):
        raise NothingLeft(field=field_)
    if len(manifest.parts) >= MOST_PARCELS:
        raise TooManyParcels(field=field_)
    return replace(manifest, parts=(*manifest.parts, Part(parcel_id, lines)))
