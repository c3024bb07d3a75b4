"""The photos table: an item for each photo."""

from __future__ import annotations

from datetime import datetime, timedelta

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.photos.rules import ContentType, Measures, Photo, Purpose, Reason, State

UNUSED_LIFETIME = timedelta(days=2)
"""How long a photo is remembered that isn't ready. The bucket forgets its upload after a day."""


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
    )


def photo_key(photo_id: str) -> PhotoItem:
    """The item to update, known by its key alone."""
    return PhotoItem(pk=photo_id, sk="photo")


def photo_want(photo_id: str) -> Want[Photo]:
    """A photo to be read together with other things."""
    return Want(PhotoItem, photo_id, "photo", PhotoItem.photo)


def accepting(key: str, measures: Measures) -> list[Action]:
    """The change that makes a photo ready, for good."""
    return [
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
        PhotoItem.state.set(State.REJECTED.value),
        PhotoItem.reason.set(reason.value),
        PhotoItem.expires_at.set(now + UNUSED_LIFETIME),
    ]
