from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.listing_format import ListingFormat, check_listing_format
from ..models.listing_state import ListingState, check_listing_state

if TYPE_CHECKING:
    from ..models.failure_view import FailureView


T = TypeVar("T", bound="ExportView")


@_attrs_define
class ExportView:
    """How far an export is. Each of its files can be read at its address for an hour, and imported.

    Attributes:
        id (str):
        store_id (str):
        format_ (ListingFormat): How a file is written.
        state (ListingState): How far an import or an export is. An import waits until it is started.
        failure (FailureView | None):
        rows (int):
        listings (int):
        files (list[str]):
        created_at (datetime.datetime):
        finished_at (datetime.datetime | None):
    """

    id: str
    store_id: str
    format_: ListingFormat
    state: ListingState
    failure: FailureView | None
    rows: int
    listings: int
    files: list[str]
    created_at: datetime.datetime
    finished_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.failure_view import FailureView  # noqa: PLC0415

        id = self.id

        store_id = self.store_id

        format_: str = self.format_

        state: str = self.state

        failure: dict[str, Any] | None
        if isinstance(self.failure, FailureView):
            failure = self.failure.to_dict()
        else:
            failure = self.failure

        rows = self.rows

        listings = self.listings

        files = self.files

        created_at = self.created_at.isoformat()

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
                "state": state,
                "failure": failure,
                "rows": rows,
                "listings": listings,
                "files": files,
                "created_at": created_at,
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

        rows = d.pop("rows")

        listings = d.pop("listings")

        files = cast(list[str], d.pop("files"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

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

        export_view = cls(
            id=id,
            store_id=store_id,
            format_=format_,
            state=state,
            failure=failure,
            rows=rows,
            listings=listings,
            files=files,
            created_at=created_at,
            finished_at=finished_at,
        )

        return export_view
