"""A server that speaks Stripe's API, as a process of its own: localstripe, and what it lacks of Stripe's rules.

`python -m tests.stripe_api --port …` runs it. What is added here are documented rules of Stripe that our
gateway relies on: a POST with an Idempotency-Key that was used before is answered as the first time; an
intent can be confirmed with a payment method, and again after a decline; a charge has a copy of its intent's
metadata; payouts in any currency, transfers, both among the balance transactions, which can be listed by
their time; and the refusals' codes. `/_config/fail` lets the next requests fail as a sick Stripe's would.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from aiohttp import web
from localstripe import resources, server
from localstripe.errors import UserError
from localstripe.resources import (
    BalanceTransaction,
    Charge,
    PaymentIntent,
    PaymentMethod,
    Payout,
    Refund,
    StripeObject,
)

TEST_CARDS = {
    "pm_card_visa": "4242424242424242",
    "pm_card_chargeDeclined": "4000000000000341",
    "pm_card_authenticationRequired": "4000002500003155",
    "pm_card_authenticationRequiredThenDeclined": "4000008260003178",
}

_trouble: list[str] = []
_answered: dict[str, tuple[Any, int, bytes]] = {}


def _test_card(name: str) -> Any:
    if number := TEST_CARDS.get(name):
        card = {"number": number, "exp_month": "12", "exp_year": "2030", "cvc": "123"}
        return PaymentMethod(type="card", card=card)
    return None


def _find_method(name: str) -> Any:
    if made := _test_card(name):
        return made
    if found := resources.store.get(f"payment_method:{name}"):
        return found
    told = {"code": "resource_missing", "param": "payment_method"}
    raise UserError(400, f"No such PaymentMethod: '{name}'", told)


def _confirm(cls: Any, id: str, payment_method: str | None = None, **_: Any) -> Any:
    intent = cls._api_retrieve(id)
    if payment_method and intent.status in ("requires_payment_method", "requires_confirmation"):
        intent.payment_method = _find_method(payment_method).id
        intent.latest_charge = None
    if intent.status != "requires_confirmation":
        raise UserError(400, "Unexpected state", {"code": "payment_intent_unexpected_state"})
    intent._confirm(on_failure_now=intent._report_failure)
    return intent


_initialize_charge = Charge._initialize_charge


def _initialize_slowly(charge: Any, *args: Any) -> None:
    """localstripe says at once that a debit succeeded, which takes its time."""
    _initialize_charge(charge, *args)
    if charge._authorized and charge._is_async_payment_method():
        charge.status = "pending"


def _decline(charge: Any) -> None:
    told = {"code": charge.failure_code, "decline_code": "generic_decline", "charge": charge.id}
    raise UserError(402, charge.failure_message, told)


_create_charge = PaymentIntent._create_charge


def _create_charge_with_metadata(self: Any, on_failure_now: Any) -> None:
    try:
        _create_charge(self, on_failure_now)
    finally:
        if self.latest_charge:
            self.latest_charge.metadata = dict(self.metadata)


class Transfer(StripeObject):  # type: ignore[misc]
    """Money for a connected account: done at once, or refused."""

    object = "transfer"
    _id_prefix = "tr_"

    def __init__(self, amount: Any, currency: str, destination: str, metadata: Any = None) -> None:
        if destination == "acct_unknown":
            raise UserError(400, "No such destination", {"code": "resource_missing", "param": "destination"})
        super().__init__()
        self.amount, self.currency = int(amount), currency
        self.destination, self.metadata = destination, metadata or {}
        _booked(self, "transfer", -self.amount)


_payout_init = Payout.__init__


def _make_payout(self: Any, currency: str | None = None, destination: str | None = None, **more: Any) -> None:
    if destination == "ba_poor":
        raise UserError(400, "Insufficient funds", {"code": "balance_insufficient"})
    if destination == "ba_unknown":
        raise UserError(400, "No such external account", {"code": "resource_missing"})
    _payout_init(self, currency="eur", destination=destination, **more)
    self.currency, self.destination = currency, destination
    _booked(self, "payout", -self.amount)


def _booked(source: Any, kind: str, amount: int) -> None:
    """A balance transaction of a kind that localstripe doesn't know."""
    row = BalanceTransaction.__new__(BalanceTransaction)
    StripeObject.__init__(row)
    row.amount, row.currency, row.source, row.type = amount, source.currency, source.id, kind
    row.fee, row.fee_details, row.status = 0, [], "available"
    row.available_on, row.reporting_category = row.created, kind
    row.description = row.exchange_rate = None


_list_rows = BalanceTransaction._api_list_all.__func__


def _list_of_a_time(cls: Any, url: str, created: Any = None, **more: Any) -> Any:
    found = _list_rows(cls, url, **more)
    bounds = {name: int(value) for name, value in (created or {}).items()}
    found._list = [
        row for row in found._list if bounds.get("gte", 0) <= row.created < bounds.get("lt", sys.maxsize)
    ]
    return found


_refund_init = Refund.__init__


def _make_refund(self: Any, payment_intent: str | None = None, amount: Any = None, **more: Any) -> None:
    if payment_intent:
        charge = PaymentIntent._api_retrieve(payment_intent).latest_charge
        if charge.amount_refunded + int(amount) > charge.amount:
            raise UserError(400, "More than is left", {"code": "charge_already_refunded"})
    _refund_init(self, payment_intent=payment_intent, amount=amount, **more)


@web.middleware
async def _as_stripe(request: web.Request, handler: Any) -> web.StreamResponse:
    """Trouble, if it is wished; and an Idempotency-Key's first answer again."""
    if request.path.startswith("/v1/") and _trouble:
        match _trouble.pop(0):
            case "500":
                return web.json_response({"error": {"type": "api_error"}}, status=500)
            case "429":
                return web.json_response({"error": {"code": "lock_timeout"}}, status=429)
            case "slow":
                await asyncio.sleep(1)
            case "lost":
                await _once(request, handler)
                await asyncio.sleep(1)
    return await _once(request, handler)


async def _once(request: web.Request, handler: Any) -> web.StreamResponse:
    key = request.headers.get("Idempotency-Key")
    if request.method != "POST" or key is None:
        return await handler(request)
    asked = (request.path, await request.text())
    if key in _answered:
        earlier, status, body = _answered[key]
        if earlier != asked:
            told = {"type": "idempotency_error", "message": "Keys are for the same request only"}
            return web.json_response({"error": told}, status=400)
        return web.Response(body=body, status=status, content_type="application/json")
    reply = await handler(request)
    if reply.status < 500:
        _answered[key] = (asked, reply.status, reply.body)
    return web.Response(body=reply.body, status=reply.status, content_type="application/json")


async def _fail(request: web.Request) -> web.Response:
    _trouble.extend(json.loads(await request.text()))
    return web.Response()


async def _set_status(request: web.Request) -> web.Response:
    """What happens at a bank: a payout's or a refund's later state."""
    found = resources.store[request.match_info["key"]]
    for name, value in json.loads(await request.text()).items():
        setattr(found, name, value)
    return web.json_response(found._export())


def _extended() -> web.Application:
    PaymentMethod._try_get_canonical_test_article = classmethod(lambda cls, id: _test_card(id))
    Charge._raise_failure = _decline
    Charge._initialize_charge = _initialize_slowly
    PaymentIntent._create_charge = _create_charge_with_metadata
    Payout.__init__ = _make_payout
    Refund.__init__ = _make_refund
    BalanceTransaction._api_list_all = classmethod(_list_of_a_time)
    app = web.Application(middlewares=[_as_stripe, *server.app.middlewares[:2]])
    app.router.add_post("/_config/fail", _fail)
    app.router.add_post("/_config/objects/{key}", _set_status)
    confirm = classmethod(_confirm).__get__(None, PaymentIntent)
    url = "/v1/payment_intents/{id}/confirm"
    app.router.add_route("POST", url, server.api_extra(confirm, url))
    url = "/v1/balance_transactions"
    app.router.add_route("GET", url, server.api_list_all(BalanceTransaction, url))
    for method, url, func in (
        ("POST", "/v1/transfers", server.api_create),
        ("GET", "/v1/transfers/{id}", server.api_retrieve),
    ):
        app.router.add_route(method, url, func(Transfer, url))
    for route in server.app.router.routes():
        if route.method != "HEAD" and (route.method, route.resource.canonical) not in _OURS:
            app.router.add_route(route.method, route.resource.canonical, route.handler)
    return app


_OURS = {("POST", "/v1/payment_intents/{id}/confirm"), ("GET", "/v1/balance_transactions")}


def main() -> None:
    """Serve on the port given, until stopped."""
    web.run_app(_extended(), host="127.0.0.1", port=int(sys.argv[sys.argv.index("--port") + 1]), print=None)


if __name__ == "__main__":
    main()
