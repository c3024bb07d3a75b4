"""What the reviews domain tells."""

from chalicelib.foundation.events import Event


class ReviewEvent(Event):
    """Something happened to a review. What it says isn't told: who wants to know reads it."""

    review_id: str
    listing_id: str
    order_id: str
    buyer_id: str
    merchant_id: str
    store_name: str
    title: str
    """The goods'."""


class ReviewWritten(ReviewEvent):
    """A buyer has reviewed goods."""

    stars: int


class ReviewReplied(ReviewEvent):
    """The seller has replied to a review."""


class ReviewHidden(ReviewEvent):
    """An operator has hidden a review that breaks the rules."""

    reason: str


class ListingFameChanged(Event):
    """What a listing has sold and how it is rated has changed; told at most once a minute of each."""

    listing_id: str
    sales: int
    stars_sum: int
    reviews: int
    changes: int
    """How often it has changed so far: of two the higher one is the newer."""
