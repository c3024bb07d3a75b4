"""The shipping table: what of an order is in which parcel, an item an order."""

from __future__ import annotations

from pynamodb.attributes import JSONAttribute, NumberAttribute

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.shipping.manifests.rules import Manifest, Part


class ManifestItem(Item):
    """Key: the order's id, `manifest`."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    parts = JSONAttribute()
    version = NumberAttribute()

    def manifest(self) -> Manifest:
        """What the business knows of it."""
        parts = tuple(Part(row["parcel_id"], row["lines"], row["delivered"]) for row in self.parts)
        return Manifest(self.pk, parts, int(self.version))


def manifest_want(order_id: str) -> Want[Manifest]:
    """An order's manifest to be read."""
    return Want(ManifestItem, order_id, "manifest", ManifestItem.manifest)


def keep(tx: Transaction, manifest: Manifest) -> None:
    """Store a manifest in place of the one of its version: 1 item. On commit raises ChangedMeanwhile."""
    item = ManifestItem(
        pk=manifest.order_id,
        sk="manifest",
        parts=[
            {"parcel_id": part.parcel_id, "lines": dict(part.lines), "delivered": part.delivered}
            for part in manifest.parts
        ],
        version=manifest.version + 1,
    )
    before = ManifestItem.version == manifest.version
    condition = before if manifest.version else ManifestItem.pk.does_not_exist()
    tx.put(item, condition=condition, otherwise=ChangedMeanwhile)
