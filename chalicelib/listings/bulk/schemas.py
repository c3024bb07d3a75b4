"""What the API of imports and exports takes and answers, and what a row of a file says."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation import files
from chalicelib.foundation.files import Form
from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import UploadView
from chalicelib.foundation.text import prose
from chalicelib.listings.bulk.rules import MOST_BYTES, Export, Fault, Format, Import, Reason, State
from chalicelib.listings.schemas import (
    AttributeName,
    AttributeText,
    Category,
    Count,
    PhotoId,
    Sku,
    Status,
    Title,
    VariantTitle,
)

Price = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,10}(\.[0-9]{1,4})?$")]
"""In major units, such as `39.90`: a person's sheet knows no minor ones."""


class VariantLine(Schema):
    """What a file says of a variant. One with the id or the SKU of a variant that is there changes it."""

    variant_id: Annotated[str, StringConstraints(max_length=10)] | None = None
    sku: Sku | None = None
    title: VariantTitle | None = None
    price: Price | None = None
    stock: Count | None = None
    """Of new variants only: what is there is counted by sales and by POST /listings/{listing_id}/stock."""


class ListingLine(Schema):
    """What a file says of a listing: with `listing_id` it changes that one, without it's a new one."""

    listing_id: Annotated[str, StringConstraints(pattern=r"^lst_[0-9A-Z]{26}$")] | None = None
    title: Title | None = None
    description: Annotated[str, prose(5000)] | None = None
    category: Category | None = None
    status: Status | None = None
    """Of new goods only."""
    photos: Annotated[list[PhotoId], Field(max_length=9)] | None = None
    attributes: Annotated[dict[AttributeName, AttributeText], Field(max_length=30)] | None = None
    variants: Annotated[list[VariantLine], Field(max_length=50)] = []


class NewImport(Schema):
    """A file of goods that will be uploaded: CSV with a first row that names the columns, or JSON Lines.

    With `publish`, new goods go on sale unless their row says otherwise.
    """

    format: Format
    bytes: Annotated[int, Field(ge=1, le=MOST_BYTES)]
    publish: bool = False


class NewExport(Schema):
    """A wish for all goods of a store as files."""

    format: Format


class FailureView(Schema):
    """Why a file, or what was left of it, wasn't taken."""

    code: Reason
    detail: str

    @classmethod
    def of(cls, reason: Reason, /) -> Self:
        """Shape the answer."""
        return cls(code=reason, detail=reason.sentence)


class ImportView(Schema):
    """How far an import is: of `rows` it has `seen` some, and kept those that aren't faulty.

    A listing is taken with all its rows or not at all. `created` and `updated` count listings: new ones, and
    those that are as the file says. `rows` is null until the file was read.
    """

    id: str
    store_id: str
    format: Format
    publish: bool
    state: State
    failure: FailureView | None
    rows: int | None
    seen: int
    kept: int
    faulty: int
    created: int
    updated: int
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @classmethod
    def of(cls, one: Import, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            store_id=one.store_id,
            format=one.format,
            publish=one.publish,
            state=one.state,
            failure=FailureView.of(one.reason) if one.reason else None,
            rows=one.rows,
            seen=one.seen,
            kept=one.kept,
            faulty=one.faulty,
            created=one.created,
            updated=one.updated,
            created_at=one.created_at,
            started_at=one.started_at,
            finished_at=one.finished_at,
        )


class ImportPage(Schema):
    """Some of a store's imports, the newest first."""

    items: list[ImportView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Import], /) -> Self:
        """Shape the answer."""
        return cls(items=[ImportView.of(one) for one in page.items], cursor=page.cursor)


class AnnouncedImport(Schema):
    """An import that waits for its file."""

    id: str
    state: State
    upload: UploadView

    @classmethod
    def of(cls, announced: tuple[Import, Form], /) -> Self:
        """Shape the answer."""
        one, form = announced
        return cls(id=one.id, state=one.state, upload=UploadView.of(form))


class RowFault(Schema):
    """What is wrong in a row. A CSV's first row names the columns; `column` is empty for a whole row."""

    row: int
    column: str
    code: str
    detail: str

    @classmethod
    def of(cls, fault: Fault, /) -> Self:
        """Shape the answer."""
        return cls(row=fault.row, column=fault.column, code=fault.code, detail=fault.detail)


class FaultPage(Schema):
    """The faults of some rows, in the order of the rows."""

    items: list[RowFault]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[list[Fault]], /) -> Self:
        """Shape the answer."""
        items = [RowFault.of(fault) for faults in page.items for fault in faults]
        return cls(items=items, cursor=page.cursor)


class ExportView(Schema):
    """How far an export is. Each of its files can be read at its address for an hour, and imported."""

    id: str
    store_id: str
    format: Format
    state: State
    failure: FailureView | None
    rows: int
    listings: int
    files: list[str]
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, one: Export, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            store_id=one.store_id,
            format=one.format,
            state=one.state,
            failure=FailureView.of(one.reason) if one.reason else None,
            rows=one.rows,
            listings=one.listings,
            files=[_address(one, key) for key in one.files] if one.state is State.DONE else [],
            created_at=one.created_at,
            finished_at=one.finished_at,
        )


def _address(one: Export, key: str) -> str:
    name = f"goods-{one.created_at:%Y-%m-%d}-{key.rpartition('/')[2]}"
    return files.signed_url(key, ResponseContentDisposition=f'attachment; filename="{name}"')
