"""Rows of display ads and promoters: their preparations are longer than those of other rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bench import cast as casting
from bench.cast import PRICE, Cast
from chalicelib.advertising.campaigns import service as campaigns
from chalicelib.advertising.campaigns.service import Change
from chalicelib.advertising.display import billing, rules, service, serving
from chalicelib.advertising.display.events import Impression, ImpressionsSeen
from chalicelib.advertising.display.rules import Creative, Placement
from chalicelib.advertising.display.serving import Viewer
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.serving import service as index
from chalicelib.advertising.targeting.rules import Device
from chalicelib.affiliates import service as affiliates
from chalicelib.affiliates.service import Link, Visit
from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.orders import checkouts
from chalicelib.orders import service as orders
from chalicelib.orders.checkouts import Item
from chalicelib.payments import service as payments
from chalicelib.payments.adverts import service as adverts

Doing = Callable[[], object]
FUNDS = 10_000


def _creative(cast: Cast) -> Creative:
    """A picture in a category, with money for it."""
    now, money = clock.now(), Money(FUNDS, "CNY")
    payments.top_up(cast.merchant, amount=money, method="pm_card_visa", now=now)
    adverts.fund(cast.merchant, money, now=now)
    campaign = campaigns.begin(
        cast.store.id,
        person=cast.merchant,
        name="展示",
        daily_budget=FUNDS,
        wish=Change(pacing=Pacing.FAST),
        now=now,
    )
    return service.add_creative(
        campaign.id,
        person=cast.merchant,
        placement=Placement.CATEGORY,
        category="hair",
        listing_id=cast.goods[0].id,
        photo_id=cast.photos[0],
        title="秋季发夹",
        cpm=500,
        cap=9,
        retarget=False,
        now=now,
    )


def display_ads(cast: Cast) -> Doing:
    """What a category's page shows."""
    _creative(cast)
    index.find_top("CNY", rules.place_of(Placement.CATEGORY, "hair"))
    viewer = Viewer(ids.new("vis"), Device.PHONE)
    return partial(
        serving.ads_for, Placement.CATEGORY, "hair", currency="CNY", viewer=viewer, now=clock.now()
    )


def bill_looks(cast: Cast) -> Doing:
    """As many looks as one transaction takes, each by another browser, at 5.00 a thousand."""
    creative, now = _creative(cast), clock.now()
    looks = [
        Impression(
            id=ids.new("imp"),
            campaign_id=creative.campaign_id,
            creative_id=creative.id,
            owner_id=cast.merchant,
            day=now.date().isoformat(),
            cpm=500,
            currency="CNY",
            visitor=ids.new("vis"),
            cap=9,
            expires=0,
        )
        for _ in range(billing.CHUNK)
    ]
    return partial(billing.bill_all, [ImpressionsSeen(at=now, impressions=tuple(looks))])


def check_out_referred(cast: Cast) -> Callable[[], str]:
    """Goods bought at once, from the wallet, by somebody who came by a promoter's link."""
    affiliates.set_programme(
        cast.store.id, person=cast.merchant, running="open", basis_points=1_000, own_rates={}
    )
    promoter, now = ids.derived("per", "promoter"), clock.now()
    link = affiliates.make_link(promoter, store_id=cast.store.id, listing_id=None, label="", now=now)
    return partial(_referred, cast, link)


def _referred(cast: Cast, link: Link) -> str:
    now = clock.now()
    visit = Visit(link.code, link.promoter_id, cast.store.id, now)
    items = [Item(cast.goods[0].id, "v01", 1, PRICE, "")]
    selection = checkouts.select_items(cast.buyer, items, address_id=cast.address, visit=visit, now=now)
    return checkouts.buy(cast.buyer, selection, now=now).order_ids[0]


def confirm_referred(cast: Cast) -> Doing:
    """The merchant and her promoter are paid out of one escrow."""
    order = orders.heard_of(check_out_referred(cast)())
    assert order.referral
    casting.ship(cast, order)
    return partial(orders.confirm_receipt, order.id, buyer=cast.buyer, now=clock.now())
