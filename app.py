"""Assembles the Chalice app: registers each domain's routes and handlers, nothing else.

What a handler needs is imported when it is called: all functions share this file, and need different parts.
"""

# ruff: noqa: E402 - a cold start is shorter when the collector doesn't look through what imports make
from __future__ import annotations

import gc

gc.disable()

from datetime import datetime
from typing import Any

from chalice.app import Chalice, CloudWatchEvent, Rate, SQSEvent, WebsocketEvent

from chalicelib.foundation.assembly import assemble
from chalicelib.foundation.config import settings
from chalicelib.foundation.events import Table, subscribe
from chalicelib.foundation.observability import observed

DOMAINS = (
    "accounts",
    "photos",
    "photos.shelves",
    "stores",
    "stores.staff",
    "listings",
    "listings.sales",
    "listings.ladders",
    "listings.taxes",
    "listings.journal",
    "listings.alerts",
    "listings.favourites",
    "listings.categories",
    "listings.bulk",
    "promotions",
    "payments",
    "payments.escrow",
    "payments.closing",
    "payments.payouts",
    "payments.pins",
    "payments.limits",
    "payments.statements",
    "affiliates",
    "search",
    "orders",
    "orders.refunds",
    "orders.bargains",
    "conversations",
    "conversations.desk",
    "conversations.live",
    "conversations.offers",
    "shipping",
    "shipping.quotes",
    "shipping.tracking",
    "shipping.bookings",
    "shipping.claims",
    "reviews",
    "advertising.campaigns",
    "advertising.clicks",
    "advertising.reports",
    "advertising.display",
    "advertising.suggestions",
    "discovery",
    "lending.scoring",
    "lending",
    "lending.servicing",
    "lending.pools",
    "social.links",
    "social.followers",
    "social.weibo",
    "social.posts",
    "social.groups",
    "storage",
    "partners.profiles",
    "partners.contracts",
    "partners.briefs",
    "partners.storefront",
    "partners.feedback",
    "partners.access",
    "wholesale.suppliers",
    "wholesale.terms",
    "wholesale.quotes",
    "wholesale.resale",
    "wholesale.samples",
    "wholesale.memberships",
    "insights.collecting",
    "insights.figures",
    "insights.forecast",
    "insights.restocking",
    "notifications",
    "notifications.push",
    "privacy",
    "web",
    "contract",
)

app = Chalice(app_name="guanxi")
app.register_middleware(observed)
app.experimental_feature_flags.update(["WEBSOCKETS"])
app.api.binary_types = []  # foundation.http encodes binary answers itself, whatever the Accept header
ROUTES = assemble(app, DOMAINS)


def subscriptions() -> Table:
    """Who listens to what."""
    from chalicelib.subscriptions import SUBSCRIPTIONS

    return SUBSCRIPTIONS


subscribe(subscriptions)


@app.on_sqs_message(queue=settings().queue("notifications"), batch_size=10)
def deliver_notifications(event: SQSEvent) -> dict[str, Any]:
    """Tell people what happened."""
    from chalicelib.notifications import handlers

    return handlers.deliver_notifications(event.to_dict())


@app.on_sqs_message(queue=settings().queue("checkouts"), batch_size=10)
def place_paid(event: SQSEvent) -> dict[str, Any]:
    """Place checkouts whose payment came."""
    from chalicelib.orders import handlers

    return handlers.place_paid(event.to_dict())


@app.on_sqs_message(queue=settings().queue("reviews"), batch_size=10)
def follow_orders(event: SQSEvent) -> dict[str, Any]:
    """Count sales, and invite buyers to review."""
    from chalicelib.reviews import handlers

    return handlers.follow_orders(event.to_dict())


@app.on_sqs_message(queue=settings().queue("records"), batch_size=10)
def keep_records(event: SQSEvent) -> dict[str, Any]:
    """Keep the records by which sellers are scored."""
    from chalicelib.lending.scoring import handlers

    return handlers.keep_records(event.to_dict())


@app.on_sqs_message(queue=settings().queue("wholesale"), batch_size=10)
def follow_purchases(event: SQSEvent) -> dict[str, Any]:
    """Count who buys of a supplier again, and stock what was bought to be sold on."""
    from chalicelib.wholesale import handlers

    return handlers.follow_purchases(event.to_dict())


@app.on_sqs_message(queue=settings().queue("stock"), batch_size=10)
def note_stock(event: SQSEvent) -> dict[str, Any]:
    """Keep the stock journal, and notice what runs low."""
    from chalicelib.listings import handlers

    return handlers.note_stock(event.to_dict())


@app.on_sqs_message(queue=settings().queue("payouts"), batch_size=10)
def pay_out(event: SQSEvent) -> dict[str, Any]:
    """Pay withdrawals out."""
    from chalicelib.payments import handlers

    return handlers.pay_out(event.to_dict())


@app.on_sqs_message(queue=settings().queue("disbursements"), batch_size=10)
def disburse_loans(event: SQSEvent) -> dict[str, Any]:
    """Pay out loans that were accepted."""
    from chalicelib.lending import handlers

    return handlers.disburse_loans(event.to_dict())


@app.on_sqs_message(queue=settings().queue("social"), batch_size=1)
def spread_word(event: SQSEvent) -> dict[str, Any]:
    """Go on with broadcasts, and post what is due."""
    from chalicelib.social import handlers

    return handlers.spread(event.to_dict())


@app.on_sqs_message(queue=settings().queue("bulk"), batch_size=1)
def move_goods(event: SQSEvent) -> dict[str, Any]:
    """Go on with imports and exports of goods."""
    from chalicelib.listings.bulk import handlers

    return handlers.move_goods(event.to_dict())


@app.on_sqs_message(queue=settings().queue("privacy"), batch_size=1)
def hand_out(event: SQSEvent) -> dict[str, Any]:
    """Write what is held on people into archives, and forget who leaves."""
    from chalicelib.privacy import handlers

    return handlers.hand_out(event.to_dict())


@app.on_sqs_message(queue=settings().queue("files"), batch_size=10)
def keep_files(event: SQSEvent) -> dict[str, Any]:
    """Check files that came, make smaller ones of them, and remove what was deleted."""
    from chalicelib.photos import handlers

    return handlers.keep_files(event.to_dict())


@app.on_sqs_message(queue=settings().queue("search"), batch_size=10)
def index_goods(event: SQSEvent) -> dict[str, Any]:
    """Let search know of goods that came, changed or went."""
    from chalicelib.search import handlers

    return handlers.index_goods(event.to_dict())


@app.on_sqs_message(queue=settings().queue("affiliates"), batch_size=10)
def count_commissions(event: SQSEvent) -> dict[str, Any]:
    """Count what promoters' links brought."""
    from chalicelib.affiliates import handlers

    return handlers.count_commissions(event.to_dict())


@app.on_sqs_message(queue=settings().queue("ads"), batch_size=10)
def keep_ads(event: SQSEvent) -> dict[str, Any]:
    """Keep the index of bids, the log of auctions, and what orders count for."""
    from chalicelib.advertising import handlers

    return handlers.keep_ads(event.to_dict())


@app.on_sqs_message(queue=settings().queue("ad-billing"), batch_size=10)
def bill_clicks(event: SQSEvent) -> dict[str, Any]:
    """Bill clicks on ads."""
    from chalicelib.advertising import handlers

    return handlers.bill_clicks(event.to_dict())


@app.on_sqs_message(queue=settings().queue("insights"), batch_size=100, maximum_batching_window_in_seconds=1)
def count_visits(event: SQSEvent) -> dict[str, Any]:
    """Count what visitors and buyers did."""
    from chalicelib.insights import handlers

    return handlers.count_visits(event.to_dict())


@app.schedule(Rate(1, unit=Rate.MINUTES))
def sweep(_: CloudWatchEvent) -> dict[str, int]:
    """Do what is due, and what a crash left behind."""
    from chalicelib import sweep as sweeping

    return sweeping.sweep()


@app.schedule(Rate(5, unit=Rate.MINUTES))
def close_books(event: CloudWatchEvent) -> int:
    """Close the books of the days that were over when this was asked."""
    from chalicelib.payments import handlers

    return handlers.close_books(datetime.fromisoformat(event.time))


@app.on_ws_connect(name="websocket_connect")
def websocket_connect(event: WebsocketEvent) -> dict[str, int]:
    """Let a device in."""
    from chalicelib.conversations.live import handlers

    return handlers.connect(event.to_dict())


@app.on_ws_message(name="websocket_message")
def websocket_message(event: WebsocketEvent) -> dict[str, int]:
    """Do what a device says."""
    from chalicelib.conversations.live import handlers

    return handlers.message(event.to_dict())


@app.on_ws_disconnect(name="websocket_disconnect")
def websocket_disconnect(event: WebsocketEvent) -> dict[str, int]:
    """Forget a device that went away."""
    from chalicelib.conversations.live import handlers

    return handlers.disconnect(event.to_dict())


gc.freeze()
gc.enable()
