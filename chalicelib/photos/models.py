"""The photos table: an item for each photo."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    ListAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.photos.rules import (
    ContentType,
    Label,
    Measures,
    Photo,
    Purpose,
    Reason,
    Size,
    State,
    shelf,
)
from chalicelib.photos.uses.rules import MOST, Use

UNUSED_LIFETIME = timedelta(days=2)
"""How long a photo is remembered that isn't ready. The bucket forgets its upload after a day."""


UNUSED_PATIENCE = timedelta(hours=1)
"""How long room is promised to a file that doesn't come. The permission to upload it ends far before."""


class OnShelf(GlobalSecondaryIndex["PhotoItem"]):
    """A person's files by folder, and in it by the time they were announced; and those that haven't come."""

    class Meta:
        index_name = "on_shelf"
        projection = KeysOnlyProjection()

    shelf = UnicodeAttribute(hash_key=True)
    filed = UnicodeAttribute(range_key=True)


class ByDue(GlobalSecondaryIndex["PhotoItem"]):
    """The photos whose file must have come by now."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class PhotoItem(Item):
    """A photo. Key: its id, `photo`. Expires unless it becomes ready."""

    class Meta(Item.Meta):
        table_name = table("photos")

    owner_id = UnicodeAttribute()
    content_type = UnicodeAttribute()
    purpose = UnicodeAttribute()
    state = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    key = UnicodeAttribute(null=True)
    width = NumberAttribute(null=True)
    height = NumberAttribute(null=True)
    bytes = NumberAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    reserved = NumberAttribute(default=0)
    name = UnicodeAttribute(null=True)
    folder = UnicodeAttribute(null=True)
    tags: ListAttribute[str] = ListAttribute(null=True)
    variants: ListAttribute[str] = ListAttribute(null=True)
    variant_bytes = JSONAttribute(null=True)
    used_by: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    lost = BooleanAttribute(null=True)
    shelf = UnicodeAttribute(null=True)
    filed = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    on_shelf = OnShelf()
    by_due = ByDue()

    def photo(self) -> Photo:
        """What the business knows of it."""
        return Photo(
            id=self.pk,
            owner_id=self.owner_id,
            content_type=ContentType(self.content_type),
            purpose=Purpose(self.purpose),
            state=State(self.state),
            reason=Reason(self.reason) if self.reason else None,
            key=self.key or "",
            width=int(self.width or 0),
            height=int(self.height or 0),
            bytes=int(self.bytes or 0),
            created_at=self.created_at,
            reserved=int(self.reserved),
            label=Label(self.name or "", self.folder or "", tuple(self.tags or ())),
            used_by=frozenset(map(Use.named, self.used_by or ())),
            lost=bool(self.lost),
            variants=frozenset(Size(one) for one in self.variants or ()),
            variant_bytes={Size(name): size for name, size in (self.variant_bytes or {}).items()},
        )


def photo_item(photo: Photo) -> PhotoItem:
    """A photo that waits for its file, as it is stored."""
    return PhotoItem(
        pk=photo.id,
        sk="photo",
        owner_id=photo.owner_id,
        content_type=photo.content_type.value,
        purpose=photo.purpose.value,
        state=photo.state.value,
        created_at=photo.created_at,
        expires_at=photo.created_at + UNUSED_LIFETIME,
        reserved=photo.reserved,
        shelf=promised(photo.owner_id),
        filed=photo.id,
        due_shard=due.shard("photos", photo.id),
        due_at=clock.stamp(photo.created_at + UNUSED_PATIENCE),
    )


def promised(person_id: str) -> str:
    """The shelf of what a person has announced and that hasn't come: by it her promises are recounted."""
    return f"promised#{person_id}"


def photo_key(photo_id: str) -> PhotoItem:
    """The item to update, known by its key alone."""
    return PhotoItem(pk=photo_id, sk="photo")


def photo_want(photo_id: str) -> Want[Photo]:
    """A photo to be read together with other things."""
    return Want(PhotoItem, photo_id, "photo", PhotoItem.photo)


def waiting() -> Condition:
    """That a photo waits for its file."""
    return PhotoItem.state == State.WAITING.value


def accepting(photo: Photo, key: str, measures: Measures) -> list[Action]:
    """The change that makes a photo ready, for good, and lays it on its owner's shelf."""
    return [
        *settling(),
        PhotoItem.shelf.set(shelf(photo.owner_id)),
        PhotoItem.filed.set(filed(photo.id, photo.label.folder)),
        PhotoItem.state.set(State.READY.value),
        PhotoItem.key.set(key),
        PhotoItem.width.set(measures.width),
        PhotoItem.height.set(measures.height),
        PhotoItem.bytes.set(measures.bytes),
        PhotoItem.expires_at.remove(),
    ]


def rejecting(reason: Reason, *, now: datetime) -> list[Action]:
    """The change that turns a photo down."""
    return [
        *settling(),
        PhotoItem.state.set(State.REJECTED.value),
        PhotoItem.reason.set(reason.value),
        PhotoItem.shelf.remove(),
        PhotoItem.filed.remove(),
        PhotoItem.expires_at.set(now + UNUSED_LIFETIME),
    ]


def settling() -> list[Action]:
    """The change of whatever the file turned out to be: nothing is promised to it, nobody waits for it."""
    return [PhotoItem.reserved.set(0), PhotoItem.due_shard.remove(), PhotoItem.due_at.remove()]


def deleting(*, now: datetime) -> list[Action]:
    """The change that takes a photo away."""
    return [
        PhotoItem.state.set(State.DELETED.value),
        PhotoItem.shelf.remove(),
        PhotoItem.filed.remove(),
        PhotoItem.expires_at.set(now + UNUSED_LIFETIME),
    ]


def filed(photo_id: str, folder: str) -> str:
    """A file's place on the shelf. A folder is all up to the sign that no folder's name holds."""
    return f"{folder}\x1f{photo_id}"


def labelling(photo_id: str, label: Label) -> list[Action]:
    """The change of what a file is called, and where it is."""
    return [
        PhotoItem.name.set(label.name),
        PhotoItem.folder.set(label.folder),
        PhotoItem.tags.set(list(label.tags)),
        PhotoItem.filed.set(filed(photo_id, label.folder)),
    ]


def used_by(name: str) -> tuple[list[Action], Condition]:
    """The change that notes what shows a photo, and that it is there to be shown."""
    item = PhotoItem
    return [item.used_by.add({name})], still_ready() & (
        item.used_by.does_not_exist() | (size(item.used_by) < MOST)
    )


def unused_by(name: str) -> list[Action]:
    """The change that notes what shows a photo no more."""
    return [PhotoItem.used_by.delete({name})]


def used_as_read(photo: Photo) -> Condition:
    """That a photo is ready, and that what uses it is what was read."""
    item = PhotoItem
    names = {one.name for one in photo.used_by}
    same = item.used_by == names if names else item.used_by.does_not_exist()
    unchanged: Condition = still_ready() & same
    return unchanged


def handing_over(photo: Photo, to: str, purpose: Purpose, use: str | None) -> list[Action]:
    """The change that makes a photo somebody else's; what its giver called it stays the giver's own."""
    shown = [PhotoItem.used_by.add({use})] if use else []
    if photo.owner_id == to:
        return [PhotoItem.purpose.set(purpose.value), *shown]
    return [
        *shown,
        PhotoItem.owner_id.set(to),
        PhotoItem.purpose.set(purpose.value),
        PhotoItem.shelf.set(shelf(to)),
        PhotoItem.filed.set(filed(photo.id, "")),
        PhotoItem.name.remove(),
        PhotoItem.folder.remove(),
        PhotoItem.tags.remove(),
    ]


def owned_by(person_id: str) -> Condition:
    """Whose a photo is."""
    hers: Condition = PhotoItem.owner_id == person_id
    return hers


def still_ready() -> Condition:
    """That a photo is ready."""
    return PhotoItem.state == State.READY.value


def not_deleted() -> Condition:
    """That a photo is there, whether it is ready yet or not."""
    there: Condition = PhotoItem.pk.exists()
    kept: Condition = there & (PhotoItem.state != State.DELETED.value)
    return kept


def with_variants(made: Mapping[Size, bytes]) -> list[Action]:
    """The change that tells which smaller ones there are, and how many bytes each has."""
    return [
        PhotoItem.variants.set([one.value for one in made]),
        PhotoItem.variant_bytes.set({one.value: len(content) for one, content in made.items()}),
    ]


def marking(*, lost: bool) -> list[Action]:
    """The change that tells that a photo's file isn't in the bucket, or is there again."""
    return [PhotoItem.lost.set(True) if lost else PhotoItem.lost.remove()]
