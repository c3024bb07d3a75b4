"""Using in the storefront what a partner delivered: in one tap, and however often it is pressed, once.

What was delivered is the merchant's once its milestone is paid. A photo is handed over to her in the
transaction that shows it with goods; a banner in one before, and who dies between finds it handed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.service import Change as ListingChange
from chalicelib.partners.contracts import service as contracts
from chalicelib.partners.contracts.rules import Contract, Delivery, MilestoneState, Role
from chalicelib.partners.errors import NotDelivered, NotYoursYet, TooManyPhotos
from chalicelib.photos import service as photos
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Change, Scope, Theme

MOST_SHOWN = 9
"""How many photos a listing shows."""


class UseAs(StrEnum):
    """What is done with it."""

    LISTING = "listing"
    """The photos are shown with goods, after those that are shown already."""
    BANNER = "banner"
    """A photo is the store's banner from now on."""
    THEME = "theme"
    """The store has this colour from now on."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to use: without photo ids all that were delivered, of which a banner is the first."""

    use: UseAs
    listing_id: str = ""
    photo_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Used:
    """What is in the storefront now."""

    wish: Wish
    store_id: str
    photo_ids: tuple[str, ...]
    theme: str = ""


def use(contract_id: str, number: int, *, merchant: str, wish: Wish, now: datetime) -> Used:
    """Show what was delivered: 1 read, and what changing the store or the goods costs.

    A banner costs 1 read more, and 1 transaction of 5 items and 1 event.

    Raises ContractNotFound, NotPermitted, MilestoneNotFound, NotYoursYet, NotDelivered, TooManyPhotos,
    ListingNotFound, PhotoNotReady, ChangedMeanwhile.
    """
    contract = contracts.load(contract_id)
    if contracts.role_in(contract, merchant) is not Role.MERCHANT:
        raise NotPermitted("What was delivered is for the merchant to use.")
    milestone = contract.milestone(number)
    if milestone.state is not MilestoneState.RELEASED or milestone.delivery is None:
        raise NotYoursYet
    delivery = milestone.delivery
    if wish.use is UseAs.THEME:
        return _theme(contract, delivery, wish)
    chosen = _chosen(delivery, wish)
    if wish.use is UseAs.BANNER:
        return _banner(contract, wish, chosen[0], now)
    return _listing(contract, wish, chosen, now)


def _chosen(delivery: Delivery, wish: Wish) -> tuple[str, ...]:
    there = tuple(one.id for one in delivery.photos)
    for place, photo_id in enumerate(wish.photo_ids):
        if photo_id not in there:
            raise NotDelivered(field=f"photos.{place}")
    chosen = tuple(dict.fromkeys(wish.photo_ids)) or there
    if not chosen:
        raise NotDelivered("No photo was delivered.", field="photos")
    return chosen


def _theme(contract: Contract, delivery: Delivery, wish: Wish) -> Used:
    if not delivery.accent:
        raise NotDelivered("No theme was delivered.", field="use")
    look = Change(theme=Theme(delivery.accent))
    stores.customise(contract.store_id, person=contract.merchant_id, wish=look)
    return Used(wish, contract.store_id, (), delivery.accent)


def _banner(contract: Contract, wish: Wish, photo_id: str, now: datetime) -> Used:
    handed = photos.known([photo_id])
    with Transaction() as tx:
        _hand_over(tx, contract, handed, purpose=photos.Purpose.BANNER, now=now)
    stores.customise(contract.store_id, person=contract.merchant_id, wish=Change(banner=photo_id))
    return Used(wish, contract.store_id, (photo_id,))


def _hand_over(
    tx: Transaction,
    contract: Contract,
    handed: Sequence[photos.Photo],
    *,
    purpose: photos.Purpose,
    use: Use | None = None,
    now: datetime,
) -> None:
    giver, to = contract.provider_id, contract.merchant_id
    photos.hand_over(tx, handed, giver=giver, to=to, purpose=purpose, use=use, now=now)


def _listing(contract: Contract, wish: Wish, chosen: tuple[str, ...], now: datetime) -> Used:
    """1 read, for the photos 1 more, 1 transaction of 7 items and 1 event, 1 more of both for each photo."""
    owner = contract.merchant_id
    before, old = listings.permitted_with_details(wish.listing_id, person=owner, scope=Scope.GOODS_EDIT)
    shown = tuple(one.id for one in old.photos)
    new = tuple(one for one in chosen if one not in shown)
    used = Used(wish, contract.store_id, shown + new)
    if len(used.photo_ids) > MOST_SHOWN:
        raise TooManyPhotos
    if not new:
        return used
    handed = photos.known(new)
    hers = {one.id: replace(one, owner_id=owner) for one in handed}
    pictures = listings.shown_photos(before, old, used.photo_ids, hers, person=owner)
    after, details = listings.changed(before, old, ListingChange(photo_ids=used.photo_ids), pictures)
    with Transaction() as tx:
        use = Use(UseKind.LISTING, before.id)
        _hand_over(tx, contract, handed, purpose=photos.Purpose.LISTING, use=use, now=now)
        listings.put_change(tx, before, after, (old, details), by=owner, at=now)
        return tx.result(used)
