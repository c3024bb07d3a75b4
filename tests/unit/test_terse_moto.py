"""The shortcut through moto leaves what a refused transaction found."""

from __future__ import annotations

import pytest
from botocore.exceptions import ClientError

from chalicelib.foundation import aws
from tests.unit.conftest import everything_stored

TABLE = "guanxi-test-foundation"


def key(pk: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": pk}, "sk": {"S": "it"}}


class TestATransaction:
    def test_that_is_refused_changes_removes_and_adds_nothing(self) -> None:
        dynamodb = aws.client("dynamodb")
        for pk in ("changed", "removed"):
            dynamodb.put_item(TableName=TABLE, Item=key(pk) | {"count": {"N": "1"}})
        before = everything_stored()
        add = {"UpdateExpression": "ADD #c :1", "ExpressionAttributeNames": {"#c": "count"}}
        one = {"ExpressionAttributeValues": {":1": {"N": "1"}}}
        with pytest.raises(ClientError, match="ConditionalCheckFailed"):
            dynamodb.transact_write_items(
                TransactItems=[
                    {"Update": {"TableName": TABLE, "Key": key("changed")} | add | one},
                    {"Delete": {"TableName": TABLE, "Key": key("removed")}},
                    {"Put": {"TableName": TABLE, "Item": key("added")}},
                    {
                        "ConditionCheck": {
                            "TableName": TABLE,
                            "Key": key("no"),
                            "ConditionExpression": "attribute_exists(pk)",
                        }
                    },
                ]
            )
        assert everything_stored() == before
