"""What this process tells of itself: its log, its metrics, its traces. Each is made once, here.

No personal data, token or body goes into any of them, and what metrics are told apart by is bounded: routes,
kinds of events, duties. CloudWatch takes a fee for each combination.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from aws_lambda_powertools.logging import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics

from chalicelib.foundation.config import settings

if TYPE_CHECKING:
    from aws_lambda_powertools.tracing import Tracer

log = Logger(service="guanxi", use_rfc3339=True)

_correlation: ContextVar[str] = ContextVar("correlation", default="")


def correlation_id() -> str:
    """The id that follows one request through its messages to their consumers; empty outside of any."""
    return _correlation.get()


def correlate(correlation: str) -> None:
    """From here on, what is logged, sent and traced belongs to this request."""
    _correlation.set(correlation)
    log.set_correlation_id(correlation)
    annotate("correlation", correlation)


# ---- Metrics: lines of the log in CloudWatch's embedded metric format --------------------------------------

Unit = Literal["Count", "Milliseconds"]

_pending: dict[tuple[tuple[str, str], ...], EphemeralMetrics] = {}


def measure(name: str, value: float = 1, unit: Unit = "Count", **of: str) -> None:
    """Add to a metric of this stage. `of` says what of it, by names of which there are few.

    It is told at the end of the invocation.
    """
    key = tuple(sorted(of.items()))
    if key not in _pending:
        _pending[key] = EphemeralMetrics(service=f"guanxi-{settings().stage}")
        for dimension, what in key:
            _pending[key].add_dimension(dimension, what)
    _pending[key].add_metric(name, unit, value)


def tell_metrics() -> None:
    """Write all metrics to the log, and forget them: a line for each `of`."""
    told = list(_pending.values())
    _pending.clear()
    for metrics in told:
        if metrics.metric_set:  # it writes by itself what has come a hundred times
            metrics.flush_metrics()


# ---- Traces: what an invocation did of its own, for X-Ray --------------------------------------------------


def observed(event: Any, handle: Callable[[Any], Any]) -> Any:
    """chalice's middleware around every handler: traces the invocation, and tells its metrics at its end."""
    try:
        with _traced():
            return handle(event)
    finally:
        tell_metrics()


def annotate(name: str, value: str) -> None:
    """Put a word on this invocation's trace, by which it can be found."""
    if _is_traced() and value:
        _tracer().put_annotation(name, value)


def _is_traced() -> bool:
    """Whether calls are traced on this stage, and this invocation is one of those that X-Ray looks at."""
    wished = os.environ.get("POWERTOOLS_TRACE_DISABLED", "true") == "false"
    return wished and "Sampled=1" in os.environ.get("_X_AMZN_TRACE_ID", "")


@cache
def _tracer() -> Tracer:
    """Powertools' Tracer, which sees every AWS call. It takes 0.2 seconds to load: nobody shall in vain."""
    from aws_lambda_powertools.tracing import Tracer

    return Tracer(service="guanxi", patch_modules=["botocore"])


def _traced() -> AbstractContextManager[Any]:
    return _segment() if _is_traced() else nullcontext()


@contextmanager
def _segment() -> Iterator[None]:
    with _tracer().provider.in_subsegment(name="## handler"):
        yield
