"""`make reindex`: index all goods of a stage anew, from the listings as they are.

For an operator, when the rules of search have changed or its table was lost. It is the one walk through a
whole table, page by page; where it stops it goes on when it is started again. Meanwhile people search and
merchants change their goods: each listing is indexed as by a message that tells of it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from infra import engine
from infra.cloud import Cloud
from infra.packaging import ROOT
from infra.progress import step
from infra.run import STAGE

PAGE, AT_ONCE = 200, 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Index all; answers the exit code."""
    parser = argparse.ArgumentParser(prog="make reindex", description="Index all goods of a stage anew.")
    parser.add_argument("--stage", help="the stage on AWS; else the local one")
    parser.add_argument("--region", help="its AWS region; else that of the AWS profile")
    parser.add_argument("--port", type=int, default=4566, help="where the local engine listens (4566)")
    wish = parser.parse_args(arguments)
    stage, cloud = (
        (wish.stage, Cloud(region=wish.region)) if wish.stage else (STAGE, engine.cloud_at(wish.port))
    )
    try:
        with step(f"Indexing the goods of {stage}") as say:
            count = reindex(cloud, stage, ROOT / ".guanxi" / f"reindex-{stage}.json", say)
    except (BotoCoreError, ClientError) as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    print(f"  {count:,} listings are indexed.")
    return 0


def reindex(cloud: Cloud, stage: str, note: Path, say: Any) -> int:
    """Index all goods; answers how many, those of a walk that was stopped before included."""
    os.environ |= _environment(cloud, stage)
    from chalicelib.search import service

    after, count = json.loads(note.read_text()) if note.exists() else (None, 0)
    dynamodb = cloud.client("dynamodb")
    with ThreadPoolExecutor(AT_ONCE) as workers:
        while True:
            start = {"ExclusiveStartKey": after} if after else {}
            page = dynamodb.scan(
                TableName=f"guanxi-{stage}-listings",
                FilterExpression="sk = :listing",
                ProjectionExpression="pk",
                ExpressionAttributeValues={":listing": {"S": "listing"}},
                Limit=PAGE,
                **start,
            )
            list(workers.map(service.refresh, (row["pk"]["S"] for row in page["Items"])))
            count += page["Count"]
            if (after := page.get("LastEvaluatedKey")) is None:
                note.unlink(missing_ok=True)
                return int(count)
            note.parent.mkdir(exist_ok=True)
            note.write_text(json.dumps([after, count]))
            say(f"{count:,}")


def _environment(cloud: Cloud, stage: str) -> dict[str, str]:
    """What a Lambda of the stage is told, and who asks."""
    told = {"STAGE": stage, "AWS_REGION": cloud.session.region_name, "POWERTOOLS_LOG_LEVEL": "ERROR"}
    if cloud.local:
        told |= {"AWS_ENDPOINT_URL": str(cloud.endpoint)}
        told |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    return told


if __name__ == "__main__":
    sys.exit(main())
