from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.listing_format import ListingFormat, check_listing_format
from ..models.listing_state import ListingState, check_listing_state

if TYPE_CHECKING:
    from ..models.failure_view import FailureView


T = TypeVar("T", bound="ImportView")


@_attrs_define
class ImportView:
    """How far an import is: of `rows` it has `seen` some, and kept those that aren't faulty.

    A listing is taken with all its rows or not at all. `created` and `updated` count listings: new ones, and
    those that are as the file says. `rows` is null until the file was read.

        Attributes:
            id (str):
            store_id (str):
            format_ (ListingFormat): How a file is written.
            publish (bool):
            state (ListingState): How far an import or an export is. An import waits until it is started.
            failure (FailureView | None):
            rows (int | None):
            seen (int):
            kept (int):
            faulty (int):
            created (int):
            updated (int):
            created_at (datetime.datetime):
            started_at (datetime.datetime | None):
            finished_at (datetime.datetime | None):
    """

    id: str
    store_id: str
    format_: ListingFormat
    publish: bool
    state: ListingState
    failure: FailureView | None
    rows: int | None
    seen: int
    kept: int
    faulty: int
    created: int
    updated: int
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.failure_view import FailureView  # noqa: PLC0415

        id = self.id

        store_id = self.store_id

        format_: str = self.format_

        publish = self.publish

        state: str = self.state

        failure: dict[str, Any] | None
        if isinstance(self.failure, FailureView):
            failure = self.failure.to_dict()
        else:
            failure = self.failure

        rows: int | None
        rows = self.rows

        seen = self.seen

        kept = self.kept

        faulty = self.faulty

        created = self.created

        updated = self.updated

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "format": format_,
                "publish": publish,
                "state": state,
                "failure": failure,
                "rows": rows,
                "seen": seen,
                "kept": kept,
                "faulty": faulty,
                "created": created,
                "updated": updated,
                "created_at": created_at,
                "started_at": started_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.failure_view import FailureView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        format_ = check_listing_format(d.pop("format"))

        publish = d.pop("publish")

        state = check_listing_state(d.pop("state"))

        def _parse_failure(data: object) -> FailureView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                failure_type_0 = FailureView.from_dict(data)

                return failure_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FailureView | None, data)

        failure = _parse_failure(d.pop("failure"))

        def _parse_rows(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rows = _parse_rows(d.pop("rows"))

        seen = d.pop("seen")

        kept = d.pop("kept")

        faulty = d.pop("faulty")

        created = d.pop("created")

        updated = d.pop("updated")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        import_view = cls(
            id=id,
            store_id=store_id,
            format_=format_,
            publish=publish,
            state=state,
            failure=failure,
            rows=rows,
            seen=seen,
            kept=kept,
            faulty=faulty,
            created=created,
            updated=updated,
            created_at=created_at,
            started_at=started_at,
            finished_at=finished_at,
        )

        return import_view
