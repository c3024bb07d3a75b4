"""The stores table.

A store is one item. Another leads from its slug to it, another lists its links' codes, and each link is an
item of its own, so that its visits are counted by one write and no other store's visitors are in the way.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import (
    ListAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.stores.rules import (
    MOST_LINKS,
    Channel,
    Link,
    Picture,
    Section,
    SectionKind,
    State,
    Store,
    Theme,
)


class ByOwner(GlobalSecondaryIndex["StoreItem"]):
    """All of a person's stores, by age. Sparse: only stores have an owner."""

    class Meta:
        index_name = "by_owner"
        projection = AllProjection()

    owner_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class StoreItem(Item):
    """A store. Key: its id, `store`."""

    class Meta(Item.Meta):
        table_name = table("stores")

    id = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    slug = UnicodeAttribute()
    name = UnicodeAttribute()
    currency = UnicodeAttribute()
    time_zone = UnicodeAttribute()
    state = UnicodeAttribute()
    created_at = UTCDateTimeAttribute()
    region = UnicodeAttribute(null=True)
    announcement = UnicodeAttribute()
    about = UnicodeAttribute()
    theme: MapAttribute[str, Any] = MapAttribute()
    logo: MapAttribute[str, Any] = MapAttribute(null=True)
    banner: MapAttribute[str, Any] = MapAttribute(null=True)
    sections: ListAttribute[Any] = ListAttribute()
    pinned: ListAttribute[Any] = ListAttribute()

    by_owner = ByOwner()

    def store(self) -> Store:
        """What the business knows of it."""
        return Store(
            id=self.id,
            owner_id=self.owner_id,
            slug=self.slug,
            name=self.name,
            currency=self.currency,
            time_zone=self.time_zone,
            state=State(self.state),
            created_at=self.created_at,
            region=self.region or "",
            announcement=self.announcement,
            about=self.about,
            theme=Theme(**self.theme.as_dict()),
            logo=_picture(self.logo),
            banner=_picture(self.banner),
            sections=tuple(Section(SectionKind(row["kind"]), row["title"]) for row in self.sections),
            pinned=tuple(self.pinned),
        )


class SlugItem(Item):
    """A slug that is taken. Key: `slug#` and the slug, `slug`."""

    class Meta(Item.Meta):
        table_name = table("stores")

    store_id = UnicodeAttribute()


class LinksItem(Item):
    """Which links a store has. Key: its id, `links`."""

    class Meta(Item.Meta):
        table_name = table("stores")

    codes = UnicodeSetAttribute()


class LinkItem(Item):
    """A short link. Key: `link#` and its code, `link`; copies have `#` and a number behind the code.

    Each copy counts a part of the visits, so that no item is hit by all who come over a link.
    """

    class Meta(Item.Meta):
        table_name = table("stores")

    code = UnicodeAttribute()
    store_id = UnicodeAttribute()
    slug = UnicodeAttribute()
    channel = UnicodeAttribute()
    label = UnicodeAttribute()
    visits = NumberAttribute()
    created_at = UTCDateTimeAttribute()
    leads_to = UnicodeAttribute(null=True)

    def link(self) -> Link:
        """What the business knows of it."""
        return Link(
            code=self.code,
            store_id=self.store_id,
            slug=self.slug,
            channel=Channel(self.channel),
            label=self.label,
            visits=int(self.visits),
            created_at=self.created_at,
            leads_to=self.leads_to or "",
        )


def store_item(store: Store) -> StoreItem:
    """A store as it is stored."""
    return StoreItem(
        pk=store.id,
        sk="store",
        id=store.id,
        owner_id=store.owner_id,
        slug=store.slug,
        currency=store.currency,
        time_zone=store.time_zone,
        state=store.state.value,
        created_at=store.created_at,
        **{name: value for name, value in _looks(store).items() if value is not None},
    )


def slug_item(slug: str, store_id: str) -> SlugItem:
    """A slug as it is stored."""
    return SlugItem(pk=f"slug#{slug}", sk="slug", store_id=store_id)


LINK_COPIES = 4
"""Some 1,000 visits a second each."""


def link_items(link: Link) -> list[LinkItem]:
    """A new link as it is stored, in all its copies."""
    return [_link_item(link, copy) for copy in range(LINK_COPIES)]


def _link_item(link: Link, copy: int) -> LinkItem:
    return LinkItem(
        pk=_link_pk(link.code, copy),
        sk="link",
        code=link.code,
        store_id=link.store_id,
        slug=link.slug,
        channel=link.channel.value,
        label=link.label,
        visits=link.visits,
        created_at=link.created_at,
        leads_to=link.leads_to or None,
    )


def store_key(store_id: str) -> StoreItem:
    """The item to update, known by its key alone."""
    return StoreItem(pk=store_id, sk="store")


def links_key(store_id: str) -> LinksItem:
    """The item to update, known by its key alone."""
    return LinksItem(pk=store_id, sk="links")


def _link_pk(code: str, copy: int) -> str:
    return f"link#{code}#{copy}" if copy else f"link#{code}"


def link_key(code: str, copy: int) -> LinkItem:
    """The item to update, known by its key alone."""
    return LinkItem(pk=_link_pk(code, copy), sk="link")


def store_want(store_id: str) -> Want[Store]:
    """A store to be read together with other things."""
    return Want(StoreItem, store_id, "store", StoreItem.store)


def slug_want(slug: str) -> Want[str]:
    """The id of the store that has a slug."""
    return Want(SlugItem, f"slug#{slug}", "slug", _store_id)


def links_want(store_id: str) -> Want[frozenset[str]]:
    """The codes of a store's links."""
    return Want(LinksItem, store_id, "links", _codes)


def link_want(code: str) -> Want[Link]:
    """A link to be read together with other things."""
    return Want(LinkItem, f"link#{code}", "link", LinkItem.link)


def copy_wants(code: str) -> list[Want[Link]]:
    """All copies of a link, of which each has a part of the visits."""
    return [Want(LinkItem, _link_pk(code, copy), "link", LinkItem.link) for copy in range(LINK_COPIES)]


def same_pictures(before: Store, after: Store) -> Condition:
    """That the store is there; and that a picture that changes is the one that was read."""
    condition: Condition = StoreItem.pk.exists()
    for attribute, was, now in (
        (StoreItem.logo, before.logo, after.logo),
        (StoreItem.banner, before.banner, after.banner),
    ):
        if was != now:
            condition &= attribute["id"] == was.id if was else attribute.does_not_exist()
    return condition


def changing(before: Store, after: Store) -> list[Action]:
    """The change of what a merchant has edited, and of nothing else."""
    old, actions = _looks(before), []
    for name, value in _looks(after).items():
        attribute = getattr(StoreItem, name)
        if value != old[name]:
            actions.append(attribute.remove() if value is None else attribute.set(value))
    return actions


def one_link_more(code: str) -> tuple[list[Action], Condition]:
    """The change that lists a new link, and that there is room for it."""
    codes = LinksItem.codes
    return [codes.add({code})], codes.does_not_exist() | (size(codes) < MOST_LINKS)


def _store_id(item: SlugItem) -> str:
    return item.store_id


def _codes(item: LinksItem) -> frozenset[str]:
    return frozenset(item.codes)


def _looks(store: Store) -> dict[str, Any]:
    """What a merchant may change, by attribute, as it is stored."""
    return {
        "name": store.name,
        "region": store.region or None,
        "announcement": store.announcement,
        "about": store.about,
        "theme": asdict(store.theme),
        "logo": asdict(store.logo) if store.logo else None,
        "banner": asdict(store.banner) if store.banner else None,
        "sections": [{"kind": one.kind.value, "title": one.title} for one in store.sections],
        "pinned": list(store.pinned),
    }


def _picture(row: MapAttribute[str, Any] | None) -> Picture | None:
    if row is None:
        return None
    plain = row.as_dict()
    return Picture(plain["id"], plain["key"], int(plain["width"]), int(plain["height"]))
