"""What a process tells of itself: metrics at the end of every invocation, traces where they're wished."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

import app as assembled
from chalicelib.foundation import observability, outbox
from infra.packaging import ROOT
from tests.api import Api, proxy_event
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.test_events import Context, sample

Metrics = dict[tuple[str, ...], list[float]]
Told = Callable[[], Metrics]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """The values that were told since the last time, by metric and what it is of."""
    observability.tell_metrics()
    capsys.readouterr()
    return lambda: read(capsys.readouterr().out)


def read(written: str) -> Metrics:
    found: Metrics = {}
    for line in written.splitlines():
        if not line.startswith('{"_aws"'):
            continue
        record = json.loads(line)
        (directive,) = record["_aws"]["CloudWatchMetrics"]
        (names,) = directive["Dimensions"]
        assert directive["Namespace"] == "guanxi"
        assert record["service"] == "guanxi-test"
        of = sorted(record[name] for name in names if name != "service")
        for metric in directive["Metrics"]:
            found[metric["Name"], *of] = record[metric["Name"]]
    return found


class TestMetrics:
    def test_of_a_request_are_its_time_by_route_and_kind_of_answer(self, told: Told) -> None:
        assert Api(world.LI.person).get("/orders/ord_1").status == 404

        metrics = told()

        assert set(metrics) == {("Latency", "4xx", "GET /orders/{order_id}")}
        (milliseconds,) = metrics["Latency", "4xx", "GET /orders/{order_id}"]
        assert 0 < milliseconds < 10_000

    def test_of_a_consumer_are_what_it_took_and_what_failed(self, told: Told) -> None:
        event = sample("pay_out")
        event["Records"].append({"messageId": "torn", "body": "{"})

        assembled.pay_out(event, Context())

        assert told() == {("Failed", "WithdrawalRequested.1"): [1.0], ("Failed", "unreadable"): [1.0]}

    def test_of_events_are_those_that_were_sent(self, told: Told) -> None:
        world.money_for(world.LI)

        assert told()["Sent", "ChargeSucceeded.1"] == [1.0]
        assembled.place_paid({"Records": messages("checkouts")}, Context())
        assert told() == {("Consumed", "ChargeSucceeded.1"): [1.0]}

    def test_of_events_that_could_not_be_sent_say_so(
        self, told: Told, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(outbox.queues, "send", lambda *_: set())
        world.money_for(world.LI)
        assert told()["LeftBehind", "ChargeSucceeded.1"] == [1.0]

    def test_of_the_sweep_are_its_duties(self, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
        from chalicelib import sweep

        def fail(_: Any) -> int:
            raise OSError

        monkeypatch.setattr(sweep, "DUTIES", {"events_sent": lambda _: 3, "charges_settled": fail})
        assembled.sweep(sample("sweep"), Context())

        assert told() == {("Swept", "events_sent"): [3.0], ("SweepFailed", "charges_settled"): [1.0]}

    def test_are_told_though_the_handler_fails(self, told: Told) -> None:
        def fails(_: Any) -> None:
            observability.measure("Tried", kind="hard")
            raise TimeoutError

        with pytest.raises(TimeoutError):
            observability.observed(None, fails)

        assert told() == {("Tried", "hard"): [1.0]}

    def test_name_nobody_and_nothing(self, told: Told) -> None:
        assembled.app(proxy_event("GET", "/wallet/top-ups/chg_9", {}, None, world.MEI.person), None)
        assert "chg_9" not in str(told())


_TRACED = """
import sys
import app
from tests.api import proxy_event
app.app(proxy_event("GET", "/wallet", {}, None, None), None)
print("aws_xray_sdk" in sys.modules)
"""


class TestTraces:
    def traced(self, *, disabled: str, sampled: str) -> tuple[bool, list[Any]]:
        """Whether the tracer was loaded, and what X-Ray's daemon was sent."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as daemon:
            daemon.bind(("127.0.0.1", 0))
            env = os.environ | {
                "LAMBDA_TASK_ROOT": "/var/task",
                "POWERTOOLS_TRACE_DISABLED": disabled,
                "_X_AMZN_TRACE_ID": f"Root=1-5759e988-{'0' * 24};Parent={'1' * 16};{sampled}",
                "AWS_XRAY_DAEMON_ADDRESS": f"127.0.0.1:{daemon.getsockname()[1]}",
            }
            run = [sys.executable, "-c", _TRACED]
            done = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
            daemon.setblocking(False)
            sent = []
            while True:
                try:
                    sent.append(json.loads(daemon.recv(65_536).decode().partition("\n")[2]))
                except BlockingIOError:
                    return done.stdout.splitlines()[-1] == "True", sent

    def test_show_what_the_function_did_where_they_are_wished(self) -> None:
        loaded, (segment,) = self.traced(disabled="false", sampled="Sampled=1")
        assert loaded
        assert segment["name"] == "## handler"
        assert segment["annotations"] == {"correlation": "req-unit", "route": "GET /wallet"}

    @pytest.mark.parametrize(("disabled", "sampled"), [("true", "Sampled=1"), ("false", "Sampled=0")])
    def test_cost_nothing_where_nobody_looks(self, disabled: str, sampled: str) -> None:
        assert self.traced(disabled=disabled, sampled=sampled) == (False, [])
