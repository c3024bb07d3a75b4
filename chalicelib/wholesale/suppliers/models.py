"""Suppliers as the wholesale table keeps them."""

from __future__ import annotations

from dataclasses import replace

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.wholesale.models import Opened
from chalicelib.wholesale.suppliers.rules import Record, Supplier, SupplierState

APPLIED = "suppliers#applied"


class SupplierItem(Item):
    """A supplier. Key: its store's id, `supplier`."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    owner_id = UnicodeAttribute()
    store_name = UnicodeAttribute()
    since = NumberAttribute()
    about = UnicodeAttribute()
    state = UnicodeAttribute()
    applied_at = UTCDateTimeAttribute()
    verified_at = UTCDateTimeAttribute(null=True)
    reason = UnicodeAttribute(default="")
    version = NumberAttribute()
    open_in = UnicodeAttribute(null=True)
    placed = UnicodeAttribute(null=True)

    opened = Opened()

    def supplier(self) -> Supplier:
        """What the business knows of it."""
        return Supplier(
            store_id=self.pk,
            owner_id=self.owner_id,
            store_name=self.store_name,
            since=int(self.since),
            about=self.about,
            state=SupplierState(self.state),
            applied_at=self.applied_at,
            verified_at=self.verified_at,
            reason=self.reason,
            version=int(self.version),
        )


class RecordItem(Item):
    """What was counted of a supplier. Key: its store's id, `record`."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    answered = NumberAttribute(default=0)
    missed = NumberAttribute(default=0)
    buyers = NumberAttribute(default=0)
    repeat_buyers = NumberAttribute(default=0)

    def record(self) -> Record:
        """What the business knows of it."""
        return Record(int(self.answered), int(self.missed), int(self.buyers), int(self.repeat_buyers))


class CustomerItem(Item):
    """A buyer's first completed order of a store, and whether a second came. Key: the store's id, `buyer#`
    and hers."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    first_order = UnicodeAttribute()
    second_order = UnicodeAttribute(null=True)

    def orders(self) -> tuple[str, str | None]:
        """The first, and the second."""
        return self.first_order, self.second_order


def supplier_want(store_id: str) -> Want[Supplier]:
    """A supplier to be read."""
    return Want(SupplierItem, store_id, "supplier", SupplierItem.supplier)


def record_want(store_id: str) -> Want[Record]:
    """What was counted of a supplier, to be read."""
    return Want(RecordItem, store_id, "record", RecordItem.record)


def customer_want(store_id: str, buyer: str) -> Want[tuple[str, str | None]]:
    """A buyer's first two orders of a store, to be read."""
    return Want(CustomerItem, store_id, f"buyer#{buyer}", CustomerItem.orders)


def keep(tx: Transaction, supplier: Supplier, *, before: Supplier | None) -> Supplier:
    """Store a supplier in place of what was read: 1 item. On commit raises ChangedMeanwhile."""
    waits = supplier.state is SupplierState.APPLIED
    after = replace(supplier, version=before.version + 1 if before else 1)
    item = SupplierItem(
        pk=after.store_id,
        sk="supplier",
        owner_id=after.owner_id,
        store_name=after.store_name,
        since=after.since,
        about=after.about,
        state=after.state.value,
        applied_at=after.applied_at,
        verified_at=after.verified_at,
        reason=after.reason,
        version=after.version,
        open_in=APPLIED if waits else None,
        placed=f"{after.applied_at.isoformat()}#{after.store_id}" if waits else None,
    )
    new: Condition = SupplierItem.pk.does_not_exist()
    tx.put(item, condition=SupplierItem.version == before.version if before else new)
    return after


def count_answer(tx: Transaction, store_id: str, *, answered: int = 0, missed: int = 0) -> None:
    """Count that a supplier answered in time, or that it didn't: 1 item."""
    counted = RecordItem.answered.add(answered) if answered else RecordItem.missed.add(missed)
    tx.update(RecordItem(pk=store_id, sk="record"), [counted])


def count_first(tx: Transaction, store_id: str, *, buyer: str, order_id: str) -> None:
    """Count a buyer's first order: 2 items. On commit raises ChangedMeanwhile."""
    tx.put(CustomerItem(pk=store_id, sk=f"buyer#{buyer}", first_order=order_id))
    tx.update(RecordItem(pk=store_id, sk="record"), [RecordItem.buyers.add(1)])


def count_second(tx: Transaction, store_id: str, *, buyer: str, order_id: str) -> None:
    """Count that a buyer came again: 2 items. On commit raises ChangedMeanwhile."""
    tx.update(
        CustomerItem(pk=store_id, sk=f"buyer#{buyer}"),
        [CustomerItem.second_order.set(order_id)],
        condition=CustomerItem.second_order.does_not_exist() & (CustomerItem.first_order != order_id),
    )
    tx.update(RecordItem(pk=store_id, sk="record"), [RecordItem.repeat_buyers.add(1)])
