"""What a merchant can do with imports and exports. The work itself is in `importing` and `exporting`.

Whoever may edit a store's goods may import and export them, and see everybody's imports and exports of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import files, ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.files import Form
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings.bulk import models
from chalicelib.listings.bulk.errors import ExportNotFound, ImportNotFound, SheetNotUploaded
from chalicelib.listings.bulk.events import ExportTurn, ImportTurn
from chalicelib.listings.bulk.models import FaultItem, OfStoreItem
from chalicelib.listings.bulk.rules import MOST_BYTES, Export, Fault, Format, Import, State
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope


def announce(
    store_id: str, *, person: str, format_: Format, publish: bool, now: datetime
) -> tuple[Import, Form]:
    """Get ready for a file of goods. 1 read, 1 transaction of 2 items. Raises StoreNotFound, NotPermitted."""
    store = stores.permitted(store_id, person=person, scope=Scope.GOODS_EDIT)
    one = Import(
        id=ids.new("imp"),
        store_id=store.id,
        owner_id=store.owner_id,
        person_id=person,
        format=format_,
        publish=publish,
        created_at=now,
    )
    with Transaction() as tx:
        tx.put(models.import_item(one))
        tx.put(models.of_store_item(one))
        form = files.upload_form(one.id, format_.content_type, most=MOST_BYTES)
        return tx.result((one, form))


def start(import_id: str, *, person: str, now: datetime) -> Import:
    """Begin to take the file that was uploaded; whoever starts it again learns how far it is.

    1 read, for staff 2, 1 GetObject of 1 byte, 1 transaction of 1 item and 1 event.
    Raises ImportNotFound, NotPermitted, SheetNotUploaded.
    """
    one = show(import_id, person=person)
    if one.state is not State.WAITING:
        return one
    uploaded = files.read(files.upload_key(import_id), most=1)
    if uploaded is None:
        raise SheetNotUploaded
    after = replace(one, state=State.RUNNING, person_id=person, etag=uploaded.etag, started_at=now)
    try:
        with Transaction() as tx:
            tx.put(models.import_item(after), condition=models.import_as_read(one))
            tx.emit(ImportTurn(at=now, import_id=import_id, turn=after.turn))
            return tx.result(after)
    except ChangedMeanwhile:
        return show(import_id, person=person)  # another press was faster


def show(import_id: str, *, person: str) -> Import:
    """How far an import is. 1 read, for staff 2. Raises ImportNotFound, NotPermitted."""
    one: Import | None
    (one,) = read_together([models.import_want(import_id)])
    if one is None:
        raise ImportNotFound
    stores.permit(
        person, Scope.GOODS_EDIT, store_id=one.store_id, owner=one.owner_id, otherwise=ImportNotFound
    )
    return one


def imports_of(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Import]:
    """A store's imports of the last 30 days, the newest first. 2 reads, 1 query.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.GOODS_EDIT)
    keys = paging.query(OfStoreItem, models.imports_of(store_id), limit=limit, cursor=cursor)
    found = read_together([models.import_want(key.sk) for key in keys.items]) if keys.items else []
    return Page([one for one in found if one is not None], keys.cursor)


def report(import_id: str, *, person: str, limit: int, cursor: str | None) -> Page[list[Fault]]:
    """What is wrong in an import's rows, so many rows at a time. 1 read, for staff 2, 1 query.

    Raises ImportNotFound, NotPermitted.
    """
    show(import_id, person=person)
    faults = FaultItem.sk.startswith("fault#")
    found = paging.query(FaultItem, import_id, faults, limit=limit, cursor=cursor, newest_first=False)
    return found.map(FaultItem.found)


def order_export(store_id: str, *, person: str, format_: Format, now: datetime) -> Export:
    """Have all goods of a store written to files. 1 read, 1 transaction of 1 item and 1 event.

    Raises StoreNotFound, NotPermitted.
    """
    store = stores.permitted(store_id, person=person, scope=Scope.GOODS_EDIT)
    one = Export(
        id=ids.new("exp"),
        store_id=store.id,
        owner_id=store.owner_id,
        person_id=person,
        format=format_,
        created_at=now,
    )
    with Transaction() as tx:
        tx.put(models.export_item(one))
        tx.emit(ExportTurn(at=now, export_id=one.id, turn=one.turn))
        return tx.result(one)


def show_export(export_id: str, *, person: str) -> Export:
    """How far an export is. 1 read, for staff 2. Raises ExportNotFound, NotPermitted."""
    one: Export | None
    (one,) = read_together([models.export_want(export_id)])
    if one is None:
        raise ExportNotFound
    stores.permit(
        person, Scope.GOODS_EDIT, store_id=one.store_id, owner=one.owner_id, otherwise=ExportNotFound
    )
    return one
