from __future__ import annotations

from functools import partial
from typing import Any

from chalicelib.foundation import aws, clock
from chalicelib.foundation.files import upload_key
from chalicelib.listings import service as listings
from chalicelib.listings.bulk import importing
from chalicelib.listings.bulk import service as bulk
from chalicelib.listings.bulk.rules import Format, State
from tests.concurrency.conftest import at_once, done
from tests.concurrency.test_races import a_listing, somebody

ROWS = 90


class TestTheSameTurnTwiceAtOnce:
    def test_lists_everything_once_and_counts_it_once(self, on_engine: Any) -> None:
        mei = somebody()
        store_id = a_listing(merchant=mei).store_id
        one, form = bulk.announce(store_id, person=mei, format_=Format.CSV, publish=False, now=clock.now())
        sheet = "title,category,sku,price,stock\n" + "".join(
            f"Pin {row},pins,P{row},{'x' if row % 10 == 0 else 1},1\n" for row in range(ROWS)
        )
        bucket = form.url.rstrip("/").rpartition("/")[2]
        aws.client("s3").put_object(Bucket=bucket, Key=upload_key(one.id), Body=sheet.encode())
        bulk.start(one.id, person=mei, now=clock.now())

        results = at_once(
            [partial(importing.take_turn, one.id, turn=turn, now=clock.now()) for turn in (0, 1) * 2] * 2
        )

        assert len(done(results)) == len(results)
        for turn in range(4):
            importing.take_turn(one.id, turn=turn, now=clock.now())
        ended = bulk.show(one.id, person=mei)
        assert (ended.state, ended.kept, ended.faulty, ended.created) == (State.DONE, 81, 9, 81)
        listed = listings.goods_after(store_id, "", limit=100)
        assert len(listed) == 81 + 1
