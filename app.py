"""Assembles the Chalice app: registers each domain's blueprint and handlers, nothing else."""

# ruff: noqa: E402 - a cold start is shorter when the collector doesn't look through what imports make
from __future__ import annotations

import gc

gc.disable()

from typing import Any

from chalice.app import Chalice, CloudWatchEvent, Rate, SQSEvent

import chalicelib.accounts.routes
import chalicelib.contract.routes
import chalicelib.listings.routes
import chalicelib.notifications.routes
import chalicelib.orders.refunds.routes
import chalicelib.orders.routes
import chalicelib.payments.closing.routes
import chalicelib.payments.escrow.routes
import chalicelib.payments.limits.routes
import chalicelib.payments.payouts.routes
import chalicelib.payments.pins.routes
import chalicelib.payments.routes
import chalicelib.payments.statements.routes
import chalicelib.photos.routes
import chalicelib.shipping.routes
import chalicelib.stores.routes
import chalicelib.stores.staff.routes
import chalicelib.web.routes
from chalicelib import sweep as sweeping
from chalicelib.foundation.config import settings
from chalicelib.foundation.events import subscribe
from chalicelib.notifications import handlers as notifications
from chalicelib.orders import handlers as orders
from chalicelib.payments import handlers as payments
from chalicelib.subscriptions import SUBSCRIPTIONS

ROUTES = (
    chalicelib.accounts.routes.bp,
    chalicelib.photos.routes.bp,
    chalicelib.stores.routes.bp,
    chalicelib.stores.staff.routes.bp,
    chalicelib.listings.routes.bp,
    chalicelib.payments.routes.bp,
    chalicelib.payments.escrow.routes.bp,
    chalicelib.payments.closing.routes.bp,
    chalicelib.payments.payouts.routes.bp,
    chalicelib.payments.pins.routes.bp,
    chalicelib.payments.limits.routes.bp,
    chalicelib.payments.statements.routes.bp,
    chalicelib.orders.routes.bp,
    chalicelib.orders.refunds.routes.bp,
    chalicelib.shipping.routes.bp,
    chalicelib.notifications.routes.bp,
    chalicelib.web.routes.bp,
    chalicelib.contract.routes.bp,
)

app = Chalice(app_name="guanxi")
app.api.binary_types = []  # foundation.http encodes binary answers itself, whatever the Accept header
for routes in ROUTES:
    app.register_blueprint(routes)
subscribe(SUBSCRIPTIONS)


@app.on_sqs_message(queue=settings().queue("notifications"), batch_size=10)
def deliver_notifications(event: SQSEvent) -> dict[str, Any]:
    """Tell people what happened."""
    return notifications.deliver_notifications(event.to_dict())


@app.on_sqs_message(queue=settings().queue("checkouts"), batch_size=10)
def place_paid(event: SQSEvent) -> dict[str, Any]:
    """Place checkouts whose payment came."""
    return orders.place_paid(event.to_dict())


@app.on_sqs_message(queue=settings().queue("payouts"), batch_size=10)
def pay_out(event: SQSEvent) -> dict[str, Any]:
    """Pay withdrawals out."""
    return payments.pay_out(event.to_dict())


@app.schedule(Rate(1, unit=Rate.MINUTES))
def sweep(_: CloudWatchEvent) -> dict[str, int]:
    """Do what is due, and what a crash left behind."""
    return sweeping.sweep()


@app.schedule(Rate(5, unit=Rate.MINUTES))
def close_books(_: CloudWatchEvent) -> int:
    """Close the books of the days that are over."""
    return payments.close_books()


gc.freeze()
gc.enable()
