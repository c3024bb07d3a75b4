"""The logger of this process, made once. No personal data, token or body goes into a log."""

from __future__ import annotations

from contextvars import ContextVar

from aws_lambda_powertools.logging import Logger

log = Logger(service="guanxi", use_rfc3339=True)

_correlation: ContextVar[str] = ContextVar("correlation", default="")


def correlation_id() -> str:
    """The id that follows one request through its messages to their consumers; empty outside of any."""
    return _correlation.get()


def correlate(correlation: str) -> None:
    """From here on, what is logged and sent belongs to this request."""
    _correlation.set(correlation)
    log.set_correlation_id(correlation)
