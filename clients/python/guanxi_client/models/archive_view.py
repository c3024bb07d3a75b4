from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.privacy_archive_state import (
    PrivacyArchiveState,
    check_privacy_archive_state,
)

T = TypeVar("T", bound="ArchiveView")


@_attrs_define
class ArchiveView:
    """All that is held on one, as a ZIP: lines of JSON for each kind of thing, an index, and one's own files.

    `done` of `parts` kinds are written. The address lasts an hour; the file, until `until`.

        Attributes:
            id (str):
            state (PrivacyArchiveState): How far an archive is.
            done (int):
            parts (int):
            records (int):
            files (int):
            created_at (datetime.datetime):
            until (datetime.datetime):
            url (None | str):
    """

    id: str
    state: PrivacyArchiveState
    done: int
    parts: int
    records: int
    files: int
    created_at: datetime.datetime
    until: datetime.datetime
    url: None | str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        done = self.done

        parts = self.parts

        records = self.records

        files = self.files

        created_at = self.created_at.isoformat()

        until = self.until.isoformat()

        url: None | str
        url = self.url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "done": done,
                "parts": parts,
                "records": records,
                "files": files,
                "created_at": created_at,
                "until": until,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        state = check_privacy_archive_state(d.pop("state"))

        done = d.pop("done")

        parts = d.pop("parts")

        records = d.pop("records")

        files = d.pop("files")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        archive_view = cls(
            id=id,
            state=state,
            done=done,
            parts=parts,
            records=records,
            files=files,
            created_at=created_at,
            until=until,
            url=url,
        )

        return archive_view
