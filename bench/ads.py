"""What advertising is measured by: the ads of a search, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from botocore.exceptions import ClientError

from bench import cast as casting
from bench.cast import Cast
from chalicelib.advertising.attribution import service as attribution
from chalicelib.advertising.campaigns import service as campaigns
from chalicelib.advertising.campaigns.rules import Action, Campaign
from chalicelib.advertising.campaigns.service import Change, Offered
from chalicelib.advertising.clicks import billing, tokens
from chalicelib.advertising.clicks import service as clicks
from chalicelib.advertising.clicks.service import Follower
from chalicelib.advertising.errors import WrongCampaignState
from chalicelib.advertising.events import AdClicked
from chalicelib.advertising.pacing.rules import Pacing
from chalicelib.advertising.serving import service as serving
from chalicelib.advertising.serving.service import Asked
from chalicelib.advertising.targeting import rules as targeting
from chalicelib.advertising.targeting.rules import Device, Match
from chalicelib.foundation import aws, clock, ids, queues, seals, vault
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.payments import rules as books
from chalicelib.payments import service as payments
from chalicelib.payments.adverts import service as adverts
from chalicelib.search import service as search

Doing = Callable[[], object]

WORDS = "tortoiseshell claw clip"
FUNDS = 1_000_000
BID = 1_000
"""Far above the least price: however often the ads are shown and not clicked, they stay worth showing."""


def _advertised(cast: Cast) -> list[Campaign]:
    """Three stores bid on the words; nothing is billed yet."""
    with suppress(ClientError):  # it is there
        name = settings().secret(seals.SECRET)
        aws.client("secretsmanager").create_secret(Name=name, SecretString="bench")
    vault.secret(seals.SECRET)
    queues._url(clicks.QUEUE)
    begun = {one.store_id: _campaign(one.owner_id, one.store_id, one.id) for one in cast.goods}
    serving.find_top("CNY", targeting.key_of(search.words(WORDS)))
    return list(begun.values())


def _campaign(owner: str, store_id: str, listing_id: str) -> Campaign:
    payments.top_up(owner, amount=Money(FUNDS, "CNY"), method="pm_card_visa", now=clock.now())
    adverts.fund(owner, Money(FUNDS, "CNY"), now=clock.now())
    for old in campaigns.campaigns_of(store_id, person=owner, limit=20, cursor=None).items:
        with suppress(WrongCampaignState):
            campaigns.act(old.id, Action.END, person=owner, now=clock.now())
    wish = Change(pacing=Pacing.FAST)
    begun = campaigns.begin(
        store_id, person=owner, name="Bench", daily_budget=FUNDS, wish=wish, now=clock.now()
    )
    keywords = [Offered(WORDS, Match.BROAD, BID)]
    campaigns.add_group(
        begun.id, person=owner, name="Clips", listing_ids=[listing_id], keywords=keywords, now=clock.now()
    )
    return begun


def _shown() -> list[serving.Ad]:
    asked = Asked(text=WORDS, currency="CNY", device=Device.PHONE)
    return serving.ads_for(asked, most=3, now=clock.now())


def _clicked(count: int, *, person: str | None = None) -> list[AdClicked]:
    """As many clicks on the best ad, each from another browser unless they are a person's.

    No two are paid into one shard of the revenue: that would be an item less, by chance.
    """
    told: dict[str, AdClicked] = {}
    while len(told) < count:
        facts = tokens.read(_shown()[0].token)
        shard = books.revenue(facts.click_id, "CNY").id
        come = {"visitor": ids.new("vis"), "origin": ids.new("o"), "person_id": person}
        told.setdefault(shard, AdClicked.model_validate({"at": clock.now(), "facts": facts, **come}))
    return list(told.values())


def ads_of_a_search(cast: Cast) -> Doing:
    """All that ads add to a search: three are shown."""
    _advertised(cast)
    assert len(_shown()) == len({one.store_id for one in cast.goods}), "three ads should be shown"
    return _shown


def follow_ad(cast: Cast) -> Doing:
    """What the browser waits for."""
    _advertised(cast)
    follower = Follower(visitor=None, address="203.0.113.9", user_agent="Mozilla/5.0 (X11; Linux)")
    return partial(clicks.follow, _shown()[0].token, follower, now=clock.now())


def bill_a_click(cast: Cast) -> Doing:
    """What the queue's consumer does of one click, not the day's first."""
    _advertised(cast)
    first, second = _clicked(2)
    billing.bill(first)
    return partial(billing.bill, second)


def bill_eight(cast: Cast) -> Doing:
    """What it does of eight clicks of one campaign."""
    _advertised(cast)
    first, *more = _clicked(9)
    billing.bill(first)
    return partial(billing.bill_together, more)


def count_an_order(cast: Cast) -> Doing:
    """An order after the only click of its buyer."""
    _advertised(cast)
    buyer, address = casting.a_buyer()
    (told,) = _clicked(1, person=buyer)
    billing.bill(told)
    listing = next(one for one in cast.goods if one.id == told.facts.listing_id)
    return partial(attribution.follow_order, replace(cast, buyer=buyer, address=address).place(listing)[0].id)
