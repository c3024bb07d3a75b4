"""What display ads tell the queue that bills them."""

from __future__ import annotations

from chalicelib.advertising.events import Facts
from chalicelib.foundation.events import Event


class Impression(Facts):
    """What an impression's token says: fixed and signed at the auction."""

    id: str
    campaign_id: str
    creative_id: str
    owner_id: str
    day: str
    """The campaign's own, as it was."""
    cpm: int
    """What a thousand such impressions cost, in minor units."""
    currency: str
    visitor: str
    cap: int
    """How often a day her browser may be shown it."""
    expires: int
    """In seconds since 1970."""


class ServedAd(Facts):
    """An ad that was shown somewhere, perhaps where nobody looks: what of its token counts."""

    id: str
    campaign_id: str
    creative_id: str
    day: str


class AdsServed(Event):
    """A placement was shown with ads."""

    ads: tuple[ServedAd, ...]


class ImpressionsSeen(Event):
    """Ads were looked at."""

    impressions: tuple[Impression, ...]
