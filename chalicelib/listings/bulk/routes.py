"""The routes of imports and exports."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.files import Form
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.bulk import service
from chalicelib.listings.bulk.errors import ExportNotFound, ImportNotFound, SheetNotUploaded
from chalicelib.listings.bulk.rules import Export, Fault, Import
from chalicelib.listings.bulk.schemas import (
    AnnouncedImport,
    ExportView,
    FaultPage,
    ImportPage,
    ImportView,
    NewExport,
    NewImport,
)
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/imports",
    answers=AnnouncedImport,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted),
)
def announce_import(store_id: str, caller: Caller, body: NewImport) -> tuple[Import, Form]:
    """Announce a file of goods, and learn where to upload it."""
    return service.announce(
        store_id, person=caller.person_id, format_=body.format, publish=body.publish, now=clock.now()
    )


@bp.get("/stores/{store_id}/imports", answers=ImportPage, raises=(StoreNotFound, NotPermitted))
def list_imports(store_id: str, caller: Caller, query: PageQuery) -> Page[Import]:
    """List a store's imports of the last 30 days, the newest first."""
    return service.imports_of(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/imports/{import_id}/start",
    answers=ImportView,
    raises=(ImportNotFound, NotPermitted, SheetNotUploaded),
)
def start_import(import_id: str, caller: Caller) -> Import:
    """Have the uploaded file taken. It goes on by itself; see GET /imports/{import_id}."""
    return service.start(import_id, person=caller.person_id, now=clock.now())


@bp.get("/imports/{import_id}", answers=ImportView, raises=(ImportNotFound, NotPermitted))
def show_import(import_id: str, caller: Caller) -> Import:
    """See how far an import is."""
    return service.show(import_id, person=caller.person_id)


@bp.get("/imports/{import_id}/report", answers=FaultPage, raises=(ImportNotFound, NotPermitted))
def show_import_report(import_id: str, caller: Caller, query: PageQuery) -> Page[list[Fault]]:
    """See what is wrong in an import's rows, up to ten faults each. `limit` counts rows."""
    return service.report(import_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/stores/{store_id}/exports",
    answers=ExportView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted),
)
def order_export(store_id: str, caller: Caller, body: NewExport) -> Export:
    """Have all goods of a store written to files, which can be changed and imported again."""
    return service.order_export(store_id, person=caller.person_id, format_=body.format, now=clock.now())


@bp.get("/exports/{export_id}", answers=ExportView, raises=(ExportNotFound, NotPermitted))
def show_export(export_id: str, caller: Caller) -> Export:
    """See how far an export is, and where its files are once it is done."""
    return service.show_export(export_id, person=caller.person_id)
