"""What the API of archives and farewells answers."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from chalicelib.foundation import files
from chalicelib.foundation.http import Schema
from chalicelib.privacy.rules import Archive, ArchiveState, Farewell, FarewellState


class ArchiveView(Schema):
    """All that is held on one, as a ZIP: lines of JSON for each kind of thing, an index, and one's own files.

    `done` of `parts` kinds are written. The address lasts an hour; the file, until `until`.
    """

    id: str
    state: ArchiveState
    done: int
    parts: int
    records: int
    files: int
    created_at: datetime
    until: datetime
    url: str | None

    @classmethod
    def of(cls, one: Archive, /) -> Self:
        """Shape the answer."""
        name = f'attachment; filename="{one.id}.zip"'
        ready = one.state is ArchiveState.DONE
        return cls(
            id=one.id,
            state=one.state,
            done=one.part,
            parts=one.parts,
            records=one.records,
            files=one.files,
            created_at=one.created_at,
            until=one.until,
            url=files.signed_url(one.key, ResponseContentDisposition=name) if ready else None,
        )


class FarewellView(Schema):
    """How far the deletion of one's account is. It begins at `due`; until then it can be called off.

    A refused one says what was open then.
    """

    state: FarewellState
    asked_at: datetime
    due: datetime
    open_matters: list[str]

    @classmethod
    def of(cls, one: Farewell, /) -> Self:
        """Shape the answer."""
        return cls(state=one.state, asked_at=one.asked_at, due=one.due, open_matters=list(one.open_matters))
