"""What the stage writes down: enough to follow one request, and nothing that is anybody's secret."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

from tests.conftest import Stack
from tests.deployed.test_first_sale import a_shipped_order, heard, open_store, somebody
from tests.deployed.watching import until

SECRETS = {
    "a token": r"eyJ[A-Za-z0-9_-]{10,}",
    "a phone number": r"(?<![\w.])(\+86)?1[38]\d{9}\b|138 0013 8000",
    "a password": r"Guanxi-2026",
    "an e-mail address": r"[\w.-]+@example\.com",
    "a street": r"邛溪镇",
    "a body": r"\"(recipient|password|street)\"",
    "a session": r"X-Amz-Security-Token|X-Amz-Signature",
}


def logged(stack: Stack, *, since: float = 0) -> Iterator[tuple[str, str]]:
    """Everything that the functions wrote since a moment: which function's log, and the line."""
    logs = stack.client("logs")
    for groups in logs.get_paginator("describe_log_groups").paginate():
        for group in groups["logGroups"]:
            name = group["logGroupName"]
            pages = logs.get_paginator("filter_log_events").paginate(
                logGroupName=name, startTime=int(since * 1000)
            )
            for page in pages:
                yield from ((name, event["message"]) for event in page["events"])


def lines_of(stack: Stack, request_id: str, since: float) -> list[tuple[str, Any]]:
    """The structured lines that belong to a request, with the function that wrote each."""
    found = [
        (name, line)
        for name, line in logged(stack, since=since)
        if request_id in line and line.startswith("{")
    ]
    lines = [(name.split("-")[2], json.loads(line)) for name, line in found]
    return [(name, line) for name, line in lines if line.get("correlation_id") == request_id]


class TestLogs:
    def test_follow_one_request_from_the_api_through_the_queue_to_its_consumer(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        order = a_shipped_order(mei, li, open_store(mei, "Logs"))

        began = time.time()
        request_id = li.call("POST", f"/orders/{order['id']}/confirm").headers["X-Request-Id"]
        heard(mei, "order_completed")

        def complete() -> list[tuple[str, Any]]:
            lines = lines_of(stack, request_id, began)
            return lines if {name for name, _ in lines} >= {"APIHandler", "DeliverNotifications"} else []

        lines = until(complete)
        said = {(name, line["message"]) for name, line in lines}
        assert said >= {("APIHandler", "served"), ("DeliverNotifications", "consumed")}

    def test_hold_no_token_phone_number_or_body(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        a_shipped_order(mei, li, open_store(mei, "Secrets"))
        li.call("POST", "/addresses", {"recipient": "李雷", "phone": "13800138000", "nonsense": 1})

        lines = [line for _, line in logged(stack)]

        assert any("served" in line for line in lines), "nothing was logged at all"
        for what, pattern in SECRETS.items():
            assert [line for line in lines if re.search(pattern, line)] == [], what
