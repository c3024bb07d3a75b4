"""The settings of one deployed stage, read from the environment when first asked for."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

ADJUSTABLE = frozenset(
    {
        "FEE_BASIS_POINTS",
        "PAYMENT_FEE_BASIS_POINTS",
        "SHIP_WITHIN_DAYS",
        "AUTO_CONFIRM_DAYS",
        "EXTENSION_DAYS",
        "FOLLOWED_CONFIRM_DAYS",
        "REFUND_ANSWER_DAYS",
        "REFUND_RETURN_DAYS",
        "REFUND_RECEIVE_DAYS",
        "REFUND_DISPUTE_DAYS",
        "REFUND_EVIDENCE_DAYS",
        "CHECKOUT_MINUTES",
        "TIME_ZONE",
        "WALLET_LIMITS",
        "AD_PRICING",
        "AFFILIATE_DAYS",
        "AD_ATTRIBUTION_DAYS",
        "PARTNER_FEE_BASIS_POINTS",
        "PARTNER_ACCEPT_DAYS",
        "APNS_APPLICATION",
        "FCM_APPLICATION",
        "PUSH_CONTACT",
        "WEIBO_APP_KEY",
        "WEIBO_REDIRECT_URL",
    }
)
"""What whoever deploys a stage may set otherwise: `make deploy … SET="FEE_BASIS_POINTS=150"`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs from stage to stage. Names of tables, queues and secrets follow from `stage`."""

    stage: str
    region: str
    media_bucket: str
    user_pool_id: str
    user_pool_client_id: str
    public_url: str | None
    """The address people see (a custom domain), without a trailing slash; None: API Gateway's own."""
    local_engine_url: str | None
    """Where the local engine listens; None on AWS."""
    site_url: str
    """Where the web client's files are, without a trailing slash; its last part tells their version."""
    live_url: str
    """Where WebSockets are told something; their own address differs in its scheme only."""
    fee_basis_points: int
    """The platform's commission on a sale, in basis points of the order's total."""
    payment_fee_basis_points: int
    """What a payment at the gateway costs the merchant, in basis points of the order's total."""
    ship_within_days: int
    """An order that isn't shipped by then calls itself off."""
    auto_confirm_days: int
    followed_confirm_days: int
    """As long as a courier that tells of its parcels hasn't told that it brought one."""
    extension_days: int
    refund_days: Mapping[str, int]
    """Within how many days somebody must act in each state of a refund."""
    checkout_minutes: int
    """How long a checkout that waits for its payment keeps its prices."""
    gateway: str
    """The payment gateway that this stage's money goes through."""
    stripe_url: str | None
    """Where Stripe's API is, if not at Stripe."""
    couriers_url: str | None
    """Where the couriers' simulator listens; None: parcels are booked with couriers that take all."""
    weibo_url: str
    """Where Weibo's API is."""
    weibo_app_key: str
    """This stage's app there."""
    weibo_redirect_url: str
    """The page of the merchants' app to which Weibo sends them back, as it is registered there."""
    time_zone: str
    """In which time zone people's days begin."""
    wallet_limits: str
    """This stage's own limits of wallets, in the JSON of `payments.limits.rules`; empty: the usual ones."""

    ad_pricing: str
    affiliate_days: int
    """How a click's price is found: `gsp` or `vcg`."""
    ad_attribution_days: int
    """How long after a click on an ad an order counts for it; 30 at most."""
    partner_fee_basis_points: int
    """The platform's commission on a partner's work, in basis points of a milestone's amount."""
    partner_accept_days: int
    """Work that was delivered is accepted by itself after so many days."""
    push_applications: Mapping[str, str]
    """The ARNs of SNS's applications, of `apns` and `fcm`; without one, people are told in the app alone."""
    push_contact: str | None
    """Whom push services may write to about us: `mailto:…`, or our own address. None: no browser is told."""
    push_services: Sequence[str]
    """The origins of push services besides those of the known browsers: for tests."""

    def table(self, domain: str) -> str:
        """The name of a domain's table."""
        return f"guanxi-{self.stage}-{domain}"

    def queue(self, name: str) -> str:
        """The name of a queue."""
        return f"guanxi-{self.stage}-{name}"

    def secret(self, name: str) -> str:
        """The name of a secret."""
        return f"guanxi-{self.stage}-{name}-secret"


@cache
def settings() -> Settings:
    """This process's settings."""
    adjusted = os.environ.get("SETTINGS", "")
    # While the app is packaged, chalice puts the template's own placeholder there.
    env = {**os.environ, **(json.loads(adjusted) if adjusted.startswith("{") else {})}
    return Settings(
        stage=env.get("STAGE", "dev"),
        region=env.get("AWS_REGION") or env.get("AWS_DEFAULT_REGION", "us-east-1"),
        media_bucket=env.get("MEDIA_BUCKET", ""),
        user_pool_id=env.get("USER_POOL_ID", ""),
        user_pool_client_id=env.get("USER_POOL_CLIENT_ID", ""),
        public_url=env.get("PUBLIC_URL") or None,
        local_engine_url=env.get("LOCAL_ENGINE_URL") or None,
        site_url=env.get("SITE_URL", ""),
        live_url=env.get("LIVE_URL", ""),
        fee_basis_points=int(env.get("FEE_BASIS_POINTS", "200")),
        payment_fee_basis_points=int(env.get("PAYMENT_FEE_BASIS_POINTS", "60")),
        ship_within_days=int(env.get("SHIP_WITHIN_DAYS", "7")),
        auto_confirm_days=int(env.get("AUTO_CONFIRM_DAYS", "10")),
        followed_confirm_days=int(env.get("FOLLOWED_CONFIRM_DAYS", "30")),
        extension_days=int(env.get("EXTENSION_DAYS", "3")),
        refund_days={
            "requested": int(env.get("REFUND_ANSWER_DAYS", "2")),
            "returning": int(env.get("REFUND_RETURN_DAYS", "7")),
            "returned": int(env.get("REFUND_RECEIVE_DAYS", "10")),
            "rejected": int(env.get("REFUND_DISPUTE_DAYS", "3")),
            "disputed": int(env.get("REFUND_EVIDENCE_DAYS", "3")),
        },
        checkout_minutes=int(env.get("CHECKOUT_MINUTES", "30")),
        gateway=env.get("GATEWAY") or "sandbox",
        stripe_url=env.get("STRIPE_URL") or None,
        couriers_url=env.get("COURIERS_URL") or None,
        weibo_url=env.get("WEIBO_URL") or "https://api.weibo.com",
        weibo_app_key=env.get("WEIBO_APP_KEY", ""),
        weibo_redirect_url=env.get("WEIBO_REDIRECT_URL", ""),
        time_zone=env.get("TIME_ZONE") or "Asia/Shanghai",
        wallet_limits=env.get("WALLET_LIMITS", ""),
        ad_pricing=env.get("AD_PRICING") or "gsp",
        affiliate_days=int(env.get("AFFILIATE_DAYS", "15")),
        ad_attribution_days=min(30, int(env.get("AD_ATTRIBUTION_DAYS", "7"))),
        partner_fee_basis_points=int(env.get("PARTNER_FEE_BASIS_POINTS", "500")),
        partner_accept_days=int(env.get("PARTNER_ACCEPT_DAYS", "7")),
        push_applications={
            platform: arn
            for platform, name in (("apns", "APNS_APPLICATION"), ("fcm", "FCM_APPLICATION"))
            if (arn := env.get(name))
        },
        push_contact=env.get("PUSH_CONTACT") or env.get("PUBLIC_URL") or None,
        push_services=env.get("PUSH_SERVICES", "").split(),
    )
