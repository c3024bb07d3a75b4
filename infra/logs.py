"""`make logs`: what the functions of the running local stage said last."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from operator import itemgetter

from botocore.exceptions import BotoCoreError

from infra import engine
from infra.cloud import Cloud


def main(arguments: Sequence[str] | None = None) -> int:
    """Show them; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="make logs", description="Show what the local stage's functions said."
    )
    parser.add_argument("--port", type=int, default=4566, help="where the engine listens (4566)")
    parser.add_argument("--minutes", type=float, default=10, help="how far back to look (10)")
    wish = parser.parse_args(arguments)
    try:
        for line in lines(engine.cloud_at(wish.port), since=time.time() - 60 * wish.minutes):
            print(line)
    except BotoCoreError:
        print(f"Nothing runs on port {wish.port}: start it with make run.", file=sys.stderr)
        return 1
    return 0


def lines(cloud: Cloud, *, since: float) -> list[str]:
    """Every line of every function since a time (Unix seconds), the oldest first."""
    logs = cloud.client("logs")
    groups = logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/guanxi-")["logGroups"]
    found = [
        (event["timestamp"], group["logGroupName"].removeprefix("/aws/lambda/"), event["message"].rstrip())
        for group in groups
        for event in logs.filter_log_events(logGroupName=group["logGroupName"], startTime=int(since * 1000))[
            "events"
        ]
    ]
    return [
        f"{_clock(at)}  {name.split('-')[2]:<20}  {message}"
        for at, name, message in sorted(found, key=itemgetter(0))
    ]


def last_error(cloud: Cloud, *, since: float) -> str:
    """The last line that tells of an error; empty if there is none."""
    errors = [line for line in lines(cloud, since=since) if '"ERROR"' in line or "Traceback" in line]
    return errors[-1] if errors else ""


def _clock(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%H:%M:%S")


if __name__ == "__main__":
    sys.exit(main())
