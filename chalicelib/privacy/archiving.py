"""Writes an archive, a piece each turn: a bounded number of pages, uploaded once it is enough for a part.

A turn that dies begins anew where the one before ended: its part of the upload is written over, and what it
had read is read again, as it is then.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from chalicelib.foundation import files
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.personal import Holding, line
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.notifications.events import ArchiveReady
from chalicelib.privacy import models, rules
from chalicelib.privacy.events import ArchiveTurn
from chalicelib.privacy.holdings import holdings
from chalicelib.privacy.rules import Archive, ArchiveState
from chalicelib.privacy.zipping import Piece

MOST_FILE = 6 * 1024 * 1024
"""Somewhat more than a stored file can have."""


def take_turn(person_id: str, archive_id: str, *, turn: int, now: datetime) -> None:
    """Write the next piece of an archive, unless this turn was taken.

    1 read, 1 GetObject of what waits, at most 20 pages and their files, 1 or 2 calls of S3 to store it, and 2
    transactions, of 1 item, and of 2 items and 1 event. Raises ChangedMeanwhile while another one is at it.
    """
    one: Archive | None
    (one,) = read_together([models.archive_want(person_id, archive_id)])
    if one is None or one.state is not ArchiveState.RUNNING or one.turn != turn:
        return
    _claim(one, now)
    upload_id = one.upload_id or files.begin_upload(one.key, "application/zip")
    writing = _Writing(replace(one, upload_id=upload_id), _piece(one), Counter(one.counts))
    writing.fill(now)
    after = writing.stored(now)
    try:
        with Transaction() as tx:
            tx.put(models.archive_item(after), condition=models.archive_as_read(one))
            if after.state is ArchiveState.DONE:
                tx.emit(ArchiveReady(at=now, person_id=person_id, archive_id=one.id, until=one.until))
            else:
                tx.put(models.directory_item(one, writing.piece.entries()))
                tx.emit(ArchiveTurn(at=now, person_id=person_id, archive_id=one.id, turn=after.turn))
    except ChangedMeanwhile:
        return  # the same message came twice at once, and the other one was faster


def _claim(one: Archive, now: datetime) -> None:
    """Take the turn: two that write one piece at a time would mix it up. 1 item. Raises ChangedMeanwhile."""
    actions, free = models.claiming(one, now=now)
    with Transaction() as tx:
        tx.update(models.archive_item(one), actions, condition=free)


def _piece(one: Archive) -> Piece:
    waits = files.read(one.pending_key, most=4 * rules.PART) if one.pending else None
    return Piece(one.offset, waits.content if waits else b"")


@dataclass(slots=True)
class _Writing:
    """An archive while a turn writes it."""

    one: Archive
    piece: Piece
    counts: Counter[str]
    lines: dict[str, list[str]] = field(default_factory=dict)
    files: int = 0

    def fill(self, now: datetime) -> None:
        """Read pages until there are enough of them, or enough bytes for a part."""
        waiting = 0
        for _ in range(rules.PAGES):
            if self.one.part == len(holdings()) or self.piece.size + waiting >= rules.PART:
                break
            waiting += self._page(holdings()[self.one.part], now)
        for name, lines in self.lines.items():
            content = "".join(f"{one}\n" for one in lines).encode()
            self.piece.add(f"{name}/{self.one.turn:06}.jsonl", content, at=now)

    def _page(self, holding: Holding, now: datetime) -> int:
        page = holding.pages(self.one.person_id, self.one.cursor)
        lines = [line(item) for item in page.items]
        if lines:
            self.lines.setdefault(holding.name, []).extend(lines)
            self.counts[holding.name] += len(lines)
        for item in page.items if holding.file_of else ():
            self._file(holding, item, now)
        at = (self.one.part, page.cursor) if page.cursor else (self.one.part + 1, None)
        self.one = replace(self.one, part=at[0], cursor=at[1])
        return sum(map(len, lines))

    def _file(self, holding: Holding, item: object, now: datetime) -> None:
        assert holding.file_of is not None
        named = holding.file_of(item)
        found = files.read(named[1], most=MOST_FILE) if named else None
        if named and found:
            self.piece.add(f"{holding.name}/{named[0]}", found.content, at=now, packed=False)
            self.files += 1

    def stored(self, now: datetime) -> Archive:
        """Upload the piece, or let it wait for more; answers the archive as it is then."""
        after = replace(
            self.one, turn=self.one.turn + 1, counts=dict(self.counts), files=self.one.files + self.files
        )
        if after.part == len(holdings()):
            return self._ended(after, now)
        if self.piece.size < rules.PART:
            files.keep(after.pending_key, self.piece.content, "application/octet-stream", cache="no-store")
            return replace(after, pending=True)
        return self._uploaded(after)

    def _uploaded(self, after: Archive) -> Archive:
        tag = files.upload_part(after.key, after.upload_id, len(after.tags) + 1, self.piece.content)
        uploaded = after.offset + self.piece.size
        return replace(after, tags=(*after.tags, tag), offset=uploaded, pending=False)

    def _ended(self, after: Archive, now: datetime) -> Archive:
        index = {
            "person_id": after.person_id,
            "asked_at": after.created_at.isoformat(),
            "written_at": now.isoformat(),
            "lines": after.counts,
            "files": after.files,
        }
        self.piece.add("index.json", json.dumps(index, indent=2).encode(), at=now)
        self.piece.close(models.directory(after.id))
        done = replace(after, state=ArchiveState.DONE, finished_at=now)
        try:
            done = self._uploaded(done)
            files.finish_upload(done.key, done.upload_id, done.tags)
        except files.NoSuchUpload:
            if not files.listed(done.key, after="", limit=1):
                raise
            # an earlier try of this turn has finished it, and died before it could say so
        return done
