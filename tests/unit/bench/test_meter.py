"""The meter sees each request as DynamoDB bills it."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from bench.meter import Meter, Uncountable, Usage
from chalicelib.foundation import aws

LISTINGS = "guanxi-test-listings"
"""A table with two indexes of all attributes: by_store (store_id, id) and on_shelf (shelf, id)."""


@pytest.fixture
def db() -> Any:
    return aws.client("dynamodb")


@pytest.fixture
def meter(db: Any) -> Meter:
    return Meter(db, boto3.client("dynamodb"), aws.client("s3"))


def key(pk: str) -> dict[str, Any]:
    return {"pk": {"S": pk}, "sk": {"S": "listing"}}


def an_item(pk: str, size: int = 100, **more: str) -> dict[str, Any]:
    return {**key(pk), "text": {"S": "x" * size}, **{name: {"S": value} for name, value in more.items()}}


def units(usage: Usage) -> tuple[float, int]:
    return usage.read_units, usage.write_units


class TestWrites:
    def test_of_a_new_item_count_in_each_index_it_enters(self, db: Any, meter: Meter) -> None:
        with meter.counting() as usage:
            db.put_item(TableName=LISTINGS, Item=an_item("a", store_id="s", id="1"))

        assert (units(usage), dict(usage.requests)) == ((0, 1 + 1), {"PutItem": 1})

    def test_of_an_update_are_sized_by_the_whole_item(self, db: Any, meter: Meter) -> None:
        db.put_item(TableName=LISTINGS, Item=an_item("a", 1500, store_id="s", id="1", shelf="s"))

        with meter.counting() as usage:
            db.update_item(
                TableName=LISTINGS,
                Key=key("a"),
                UpdateExpression="SET colour = :c REMOVE shelf",
                ExpressionAttributeValues={":c": {"S": "red"}},
            )

        assert units(usage) == (0, 2 + 2 + 2)

    def test_of_a_transaction_count_twice_and_its_checks_too(self, db: Any, meter: Meter) -> None:
        for pk, size in (("a", 1500), ("b", 1500), ("c", 100)):
            db.put_item(TableName=LISTINGS, Item=an_item(pk, size))
        exists = {"ConditionExpression": "attribute_exists(pk)", "TableName": LISTINGS}

        with meter.counting() as usage:
            db.transact_write_items(
                TransactItems=[
                    {"Put": {"TableName": LISTINGS, "Item": an_item("d", store_id="s", id="1")}},
                    {"ConditionCheck": {"Key": key("a"), **exists}},
                    {"Delete": {"Key": key("b"), **exists}},
                    {
                        "Update": {
                            "Key": key("c"),
                            "UpdateExpression": "SET n = :n",
                            "ExpressionAttributeValues": {":n": {"N": "1"}},
                            **exists,
                        }
                    },
                ]
            )

        assert units(usage) == (0, (2 + 1) + 4 + 4 + 2)
        assert (usage.transacted, dict(usage.requests)) == (4, {"TransactWriteItems": 1})

    def test_of_a_batch_count_each(self, db: Any, meter: Meter) -> None:
        db.put_item(TableName=LISTINGS, Item=an_item("a", 1500))
        batch = [{"DeleteRequest": {"Key": key("a")}}, {"PutRequest": {"Item": an_item("b")}}]

        with meter.counting() as usage:
            db.batch_write_item(RequestItems={LISTINGS: batch})

        assert units(usage) == (0, 2 + 1)

    def test_that_are_refused_cost_what_is_there(self, db: Any, meter: Meter) -> None:
        db.put_item(TableName=LISTINGS, Item=an_item("a", 1500, store_id="s", id="1"))

        with meter.counting() as usage, pytest.raises(ClientError):
            db.put_item(
                TableName=LISTINGS, Item=an_item("a", 9), ConditionExpression="attribute_not_exists(pk)"
            )

        assert units(usage) == (0, 2)


class TestReads:
    def test_by_keys_count_what_is_found_and_what_is_missing(self, db: Any, meter: Meter) -> None:
        db.put_item(TableName=LISTINGS, Item=an_item("a", 5000))
        wanted = {"Keys": [key("a"), key("missing")], "ConsistentRead": True}

        with meter.counting() as usage:
            db.get_item(TableName=LISTINGS, Key=key("a"), ConsistentRead=True)
            db.get_item(TableName=LISTINGS, Key=key("missing"))
            db.batch_get_item(RequestItems={LISTINGS: wanted})

        assert units(usage) == (2 + 0.5 + (2 + 1), 0)
        assert dict(usage.requests) == {"GetItem": 2, "BatchGetItem": 1}

    def test_in_a_transaction_count_twice(self, db: Any, meter: Meter) -> None:
        db.put_item(TableName=LISTINGS, Item=an_item("a", 5000))
        gets = [{"Get": {"TableName": LISTINGS, "Key": key(pk)}} for pk in ("a", "missing")]

        with meter.counting() as usage:
            db.transact_get_items(TransactItems=gets)

        assert units(usage) == (4 + 2, 0)

    def test_by_a_query_count_the_sum_of_the_page(self, db: Any, meter: Meter) -> None:
        for number in range(9):
            db.put_item(TableName=LISTINGS, Item=an_item(f"p{number}", 1900, store_id="s", id=str(number)))

        with meter.counting() as usage:
            db.query(
                TableName=LISTINGS,
                IndexName="by_store",
                KeyConditionExpression="store_id = :s",
                ExpressionAttributeValues={":s": {"S": "s"}},
                Limit=5,
            )

        assert units(usage) == (1.5, 0)

    def test_whose_answer_hides_what_was_read_are_refused(self, db: Any, meter: Meter) -> None:
        with meter.counting(), pytest.raises(Uncountable):
            db.get_item(TableName=LISTINGS, Key=key("a"), ProjectionExpression="pk")


class TestCounting:
    def test_counts_other_services_requests(self, meter: Meter) -> None:
        with meter.counting() as usage:
            aws.client("s3").head_bucket(Bucket="guanxi-unit-media")

        assert dict(usage.requests) == {"s3:HeadBucket": 1}

    def test_ends_with_the_block(self, db: Any, meter: Meter) -> None:
        with meter.counting() as usage:
            db.get_item(TableName=LISTINGS, Key=key("a"))
        db.get_item(TableName=LISTINGS, Key=key("a"))

        assert dict(usage.requests) == {"GetItem": 1}

    def test_sees_growth_of_anything(self) -> None:
        def usage(reads: float = 1, writes: int = 1, gets: int = 1) -> Usage:
            made = Usage(read_units=reads, write_units=writes)
            made.requests["GetItem"] += gets
            return made

        assert not usage().grown_from(usage())
        assert usage(reads=1.5).grown_from(usage())
        assert usage(writes=2).grown_from(usage())
        assert usage(gets=2).grown_from(usage())
        assert not usage(reads=0.5).grown_from(usage())
