"""What merchants do with display ads, and what visitors let be remembered of them.

A creative is an ad group of its campaign whose only keyword is its placement: so budgets, audiences, pacing,
pausing and the index of bids are those of all ads, and it is taken off as any ad group is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from chalicelib.advertising.campaigns import models as campaigns
from chalicelib.advertising.campaigns import rules as campaign_rules
from chalicelib.advertising.campaigns import service as campaign_service
from chalicelib.advertising.campaigns.rules import Group, Keyword
from chalicelib.advertising.display import models, rules
from chalicelib.advertising.display.errors import CategoryNeeded
from chalicelib.advertising.display.models import DisplaySumItem, ProfileItem
from chalicelib.advertising.display.rules import Creative, DisplaySum, Placement, Profile
from chalicelib.advertising.errors import BadReportSpan
from chalicelib.advertising.events import BidsChanged
from chalicelib.advertising.serving import models as index
from chalicelib.advertising.targeting import rules as targeting
from chalicelib.advertising.targeting.rules import Match
from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.categories import service as categories
from chalicelib.listings.errors import ListingNotFound
from chalicelib.photos import service as photos
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores import service as stores

LONGEST_REPORT = 92
"""Days."""


def add_creative(
    campaign_id: str,
    *,
    person: str,
    placement: Placement,
    category: str | None,
    listing_id: str,
    photo_id: str,
    title: str,
    cpm: int,
    cap: int,
    retarget: bool,
    now: datetime,
) -> Creative:
    """Show a picture for goods in a placement. 2 reads, for staff 3; 1 transaction of 5 items and 1 event.

    Raises CampaignNotFound, NotPermitted, WrongCampaignState, TooManyAdGroups, CategoryNeeded,
    ListingNotFound, PhotoNotReady, ChangedMeanwhile.
    """
    before = campaign_service.permitted(campaign_id, person=person)
    place = rules.place_of(placement, category)
    if category and not categories.line_of(category):
        raise CategoryNeeded(field="category")
    listing, upload = read_together([listings.listing_want(listing_id), photos.photo_want(photo_id)])
    if listing is None or listing.store_id != before.store_id:
        raise ListingNotFound(field="listing_id")
    photo = stores.usable_photo(upload, person=person, owner=before.owner_id, field="photo_id")
    creative = Creative(
        id=ids.new("adg"),
        campaign_id=campaign_id,
        placement=placement,
        category=category,
        listing_id=listing_id,
        title=title,
        key=photo.key,
        cpm=cpm,
        cap=cap,
        retarget=retarget,
    )
    bid = Keyword(place, (place,), Match.EXACT, cpm)
    group = Group(creative.id, campaign_id, title, (listing_id,), (bid,))
    after = campaign_rules.with_group(before, group.id)
    with Transaction() as tx:
        actions, unchanged = campaigns.changing(before, after)
        tx.update(
            campaigns.campaign_key(campaign_id), actions, condition=unchanged, otherwise=ChangedMeanwhile
        )
        tx.put(campaigns.group_item(group))
        tx.put(index.bid_item(after, group, bid))
        tx.put(models.creative_item(creative))
        uses.note(tx, Use(UseKind.ADVERT, creative.id), shown=[photo.id])
        tx.emit(BidsChanged(currency=before.currency, keys=(targeting.key_of(bid.words),), at=now))
        return tx.result(creative)


def creatives_of(campaign_id: str, *, person: str) -> Sequence[Creative]:
    """A campaign's creatives, at most 10. 2 reads, for staff 3. Raises CampaignNotFound, NotPermitted."""
    campaign = campaign_service.permitted(campaign_id, person=person)
    wants = [models.creative_want(campaign_id, group_id) for group_id in campaign.group_ids]
    return [one for one in (read_together(wants) if wants else []) if one]


def report(
    campaign_id: str, *, person: str, first: str, last: str, limit: int, cursor: str | None
) -> Page[DisplaySum]:
    """What display ads were billed, by day and creative, the latest first. 1 read, for staff 2, and 1 query.

    Raises CampaignNotFound, NotPermitted, BadReportSpan, BadCursor.
    """
    campaign_service.permitted(campaign_id, person=person)
    _refuse_bad_span(first, last)
    within = DisplaySumItem.sk.between(f"{first}#", f"{last}#~")
    found = paging.query(DisplaySumItem, f"display#{campaign_id}", within, limit=limit, cursor=cursor)
    return found.map(DisplaySumItem.sum)


def _refuse_bad_span(first: str, last: str) -> None:
    try:
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        raise BadReportSpan(field="since") from None
    if not 0 <= days < LONGEST_REPORT:
        raise BadReportSpan(field="until")


def agree(visitor: str, *, now: datetime) -> None:
    """Remember from now on at which stores' goods a visitor looks. 1 transaction of 1 item."""
    item = models.profile_item(visitor, Profile({}), now)
    with Transaction() as tx:
        tx.put(item, condition=ProfileItem.pk.exists() | ProfileItem.pk.does_not_exist())
        tx.result(None)


def disagree(visitor: str) -> None:
    """Forget all that was remembered of a visitor. 1 transaction of 1 item."""
    with Transaction() as tx:
        tx.delete(ProfileItem(pk=f"profile#{visitor}", sk="profile"), condition=None)
        tx.result(None)


def note_look(visitor: str, listing_id: str, *, now: datetime) -> None:
    """Remember that a visitor who agreed looked at goods; of others nothing. 1 read, 1 transaction of 1 item.

    Raises ChangedMeanwhile.
    """
    profile, listing = read_together([models.profile_want(visitor), listings.listing_want(listing_id)])
    if profile is None or listing is None:
        return
    after = profile.with_look(listing.store_id, now)
    with Transaction() as tx:
        tx.put(models.profile_item(visitor, after, now), condition=ProfileItem.pk.exists())
