"""Files of goods, and their way into a store and out of it."""

from __future__ import annotations

import csv
import io
from typing import Any

from chalicelib.foundation import aws
from chalicelib.listings.bulk import handlers
from tests.api import Api
from tests.unit.conftest import messages
from tests.unit.world import MEI, made

BUCKET = "guanxi-unit-media"
HEADER = "listing,title,category,sku,variant_title,price,stock,attributes.material"
SHEET = (
    f"{HEADER}\nA,Silk scarf,scarves,S-1,Small,159.00,3,silk\nA,,,S-2,Large,199,2,\n,Pin,pins,P-1,,25,8,\n"
)
"""Two listings in three rows, the first with two variants."""


def announced_import(api: Api, store: Any, content: str | bytes, **wish: Any) -> str:
    """The id of an import whose file is uploaded."""
    body = {"format": "csv", "bytes": 1_000, **wish}
    import_id: str = made(api.post(f"/stores/{store['id']}/imports", body))["id"]
    upload(import_id, content)
    return import_id


def upload(import_id: str, content: str | bytes) -> None:
    """What S3 does with a file that fits the form."""
    body = content.encode() if isinstance(content, str) else content
    aws.client("s3").put_object(Bucket=BUCKET, Key=f"uploads/{import_id}", Body=body)


def delivered() -> int:
    """Bring the messages of imports and exports to their handler until there are none; answers how many."""
    count = 0
    while records := messages("bulk"):
        count += len(records)
        assert handlers.move_goods({"Records": records}) == {"batchItemFailures": []}
    return count


def started(api: Api, import_id: str) -> Any:
    """How an import ends."""
    made(api.post(f"/imports/{import_id}/start"))
    delivered()
    return made(api.get(f"/imports/{import_id}"))


def imported(store: Any, content: str | bytes, *, api: Api = MEI, **wish: Any) -> Any:
    """An import of a file, from the announcement to the end."""
    return started(api, announced_import(api, store, content, **wish))


def faults(one: Any, *, api: Api = MEI) -> list[tuple[int, str, str]]:
    """What an import's report says: row, column and code."""
    found, cursor = [], ""
    while cursor is not None:
        page = made(api.get(f"/imports/{one['id']}/report?limit=2{cursor}"))
        found += [(fault["row"], fault["column"], fault["code"]) for fault in page["items"]]
        cursor = f"&cursor={page['cursor']}" if page["cursor"] else None
    return found


def exported(api: Api, store: Any, format_: str = "csv") -> Any:
    """An export, from the wish to the end."""
    one = made(api.post(f"/stores/{store['id']}/exports", {"format": format_}))
    delivered()
    return made(api.get(f"/exports/{one['id']}"))


def contents(export: Any) -> list[bytes]:
    """An export's files."""
    keys = [address.partition("?")[0].partition(f"{BUCKET}")[2] for address in export["files"]]
    s3 = aws.client("s3")
    return [
        s3.get_object(Bucket=BUCKET, Key="exports/" + key.partition("exports/")[2])["Body"].read()
        for key in keys
    ]


def table(content: bytes) -> list[dict[str, str]]:
    """A CSV as a spreadsheet shows it."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def goods(store: Any, *, api: Api = MEI) -> list[Any]:
    """All goods of a store with their details, the oldest first."""
    cards = made(api.get(f"/my/stores/{store['id']}/listings?limit=100"))["items"][::-1]
    return [made(api.get(f"/my/listings/{card['id']}")) for card in cards]
