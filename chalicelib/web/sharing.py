"""What other machines see of a page: the preview card of a chat or social network, and search engines' facts.

Sources: https://ogp.me, https://developer.x.com/en/docs/x-for-websites/cards, https://schema.org.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from chalicelib.web.messages import messages
from chalicelib.web.views import HomePage, ListingPage, PhotoView, RatingView, StorePage, VariantRow

LONGEST = 160
"""Characters of a description; networks cut longer ones."""

Facts: TypeAlias = "Mapping[str, str | Facts | Sequence[Facts]]"
"""A schema.org object, ready for JSON."""


@dataclass(frozen=True, slots=True)
class Card:
    """A preview card."""

    kind: str
    """Open Graph's type: website or product."""
    title: str
    description: str
    url: str
    site_name: str
    image: PhotoView | None


def store_card(page: StorePage) -> Card:
    """How a link to the store looks in a chat."""
    said = page.about or page.announcement or messages(page.language)["welcome"]
    return Card("website", page.name, shortened(said), page.url, page.name, _store_image(page))


def listing_card(page: ListingPage) -> Card:
    """How a link to the goods looks in a chat: the price comes first."""
    description = shortened(f"{price_text(page)} · {page.description or page.store_name}")
    return Card("product", page.title, description, page.url, page.store_name, _listing_image(page))


def store_facts(page: StorePage) -> Facts:
    """The store for search engines: https://schema.org/Store."""
    image = _store_image(page)
    return _told(
        {
            "@context": "https://schema.org",
            "@type": "Store",
            "@id": page.url,
            "name": page.name,
            "url": page.url,
            "description": shortened(page.about or page.announcement),
            "image": image.url if image else "",
        }
    )


def listing_facts(page: ListingPage) -> Facts:
    """The goods for search engines: https://schema.org/Product, an Offer for each variant."""
    image = _listing_image(page)
    return _told(
        {
            "@context": "https://schema.org",
            "@type": "Product",
            "@id": page.url,
            "name": page.title,
            "url": page.url,
            "description": shortened(page.description),
            "image": image.url if image else "",
            "aggregateRating": _aggregate(page.rating),
            "offers": [_offer(page, variant) for variant in page.variants],
        }
    )


def site_facts(page: HomePage) -> Facts:
    """The marketplace for search engines: https://schema.org/WebSite, with how to search it."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Guanxi",
        "url": page.url,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{page.find_url}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def _aggregate(rating: RatingView) -> Facts:
    """https://schema.org/AggregateRating; nothing without reviews, which search engines refuse."""
    if not rating.reviews:
        return {}
    return {
        "@type": "AggregateRating",
        "ratingValue": rating.average,
        "reviewCount": str(rating.reviews),
        "bestRating": "5",
        "worstRating": "1",
    }


def price_text(page: ListingPage) -> str:
    """The price as the page's language says it: ¥39.90, or from ¥39.90."""
    if not page.from_price:
        return page.price
    return messages(page.language)["from_price"].format(price=page.price)


def shortened(text: str) -> str:
    """One line of at most LONGEST characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _offer(page: ListingPage, variant: VariantRow) -> Facts:
    return _told(
        {
            "@type": "Offer",
            "name": variant.title,
            "sku": variant.sku,
            "price": variant.price_decimal,
            "priceCurrency": page.currency,
            "priceValidUntil": variant.last_day,
            "availability": f"https://schema.org/{'InStock' if variant.stock > 0 else 'OutOfStock'}",
            "url": page.url,
            "seller": {"@type": "Store", "name": page.store_name, "url": page.store_url},
        }
    )


def _store_image(page: StorePage) -> PhotoView | None:
    photos = (card.photo for card in (*page.pinned, *page.goods) if card.photo)
    return page.image or page.banner or next(photos, None) or page.logo


def _listing_image(page: ListingPage) -> PhotoView | None:
    return page.image or next(iter(page.photos), None) or page.store_logo


def _told(facts: Facts) -> Facts:
    """Without the empty ones: search engines take them for mistakes."""
    return {name: value for name, value in facts.items() if value}
