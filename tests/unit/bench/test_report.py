"""The tables that people read."""

from __future__ import annotations

from collections import Counter

from bench import report
from bench.imports import Imports, own_times
from bench.measuring import Measured
from bench.meter import Usage
from bench.stage import only
from bench.timing import Timed


def usage(reads: float, **requests: int) -> Usage:
    return Usage(requests=Counter(requests), read_units=reads, write_units=3, transacted=4)


CONSTANT = Measured("Ship", {10: usage(1, GetItem=2), 1_000: usage(1, GetItem=2)})
GROWING = Measured("List all", {10: usage(0.5, Query=1), 1_000: usage(12.5, Query=3)})


class TestTheCosts:
    def test_stand_beside_each_other_for_both_sizes(self) -> None:
        header, _, constant, growing = report.costs([CONSTANT, GROWING]).splitlines()

        assert [cell.strip() for cell in header.split("|")[1:-1]] == [
            "Use case", "Requests", "RCU 10¹", "RCU 10³", "WCU 10¹", "WCU 10³", "",
        ]  # fmt: skip
        assert [cell.strip() for cell in constant.split("|")[1:-1]] == [
            "Ship",
            "2 Get",
            "1",
            "1",
            "3",
            "3",
            "=",
        ]
        assert [cell.strip() for cell in growing.split("|")[1:-1]] == [
            "List all", "Query → 3 Query", "0.5", "12.5", "3", "3", "grows",
        ]  # fmt: skip

    def test_are_aligned_in_plain_text(self) -> None:
        assert len({len(line) for line in report.costs([CONSTANT, GROWING]).splitlines()}) == 1

    def test_name_what_grows(self) -> None:
        assert report.verdict([CONSTANT, GROWING]) == "These cost more when more is stored: List all."
        assert report.verdict([CONSTANT]) == "None of the 1 use cases costs more when more is stored."

    def test_tell_the_items_of_transactions_and_the_other_services(self) -> None:
        asked = Counter({"TransactWriteItems": 2, "BatchGetItem": 1, "sqs:SendMessageBatch": 2})

        assert report.requests(Usage(asked, transacted=12)) == "2 Transact (12), BatchGet; 2 SQS"


class TestThePage:
    def test_has_all_the_tables_and_the_verdict(self) -> None:
        imports = Imports(
            app=30.0,
            whole=50.0,
            floor=20.0,
            orders=37.0,
            packages={"botocore": 15.0, "pydantic": 5.0},
        )

        page = report.page([CONSTANT], [Timed("Ship", 0.03, 0.01)], imports, (10, 1_000))

        assert "first with 10 of everything that grows, then with 1,000" in page
        assert "None of the 1 use cases" in page
        assert "| Ship     |      3.0 |" in page
        assert all(ratio in page for ratio in ("1.50 |", "1.85 |", "2.50 |")) and "75% |" in page
        assert all(len(line) <= 110 or line.startswith("|") for line in page.splitlines())


class TestImportTimes:
    def test_are_summed_by_package(self) -> None:
        told = (
            "import time: self [us] | cumulative | imported package\n"
            "import time:       100 |        100 |   zipp.path\n"
            "import time:        20 |        120 | zipp\n"
            "something else that was said\n"
            "import time:         7 |          7 |     app\n"
        )

        assert own_times(told) == {"zipp": 120, "app": 7}


class TestTheStageThatIsMeasuredOn:
    def test_has_the_tables_and_what_they_refer_to_and_nothing_else(self) -> None:
        table = {
            "Type": "AWS::DynamoDB::Table",
            "Properties": {"Key": {"Ref": "Key"}, "Name": {"Fn::Sub": "${Stage}-t"}},
        }
        key = {"Type": "AWS::KMS::Key", "Properties": {"Policy": {"Fn::GetAtt": ["Role", "Arn"]}}}
        template = {
            "Parameters": {"Stage": {"Type": "String"}, "Secret": {"Type": "String"}},
            "Outputs": {"Url": {"Value": "x"}},
            "Resources": {
                "Table": table,
                "Key": key,
                "Role": {"Type": "AWS::IAM::Role"},
                "Function": {"Type": "AWS::Serverless::Function", "Properties": {"Table": {"Ref": "Table"}}},
            },
        }

        assert only(template, ("AWS::DynamoDB::Table",)) == {
            "Parameters": {"Stage": {"Type": "String"}},
            "Resources": {"Table": table, "Key": key, "Role": {"Type": "AWS::IAM::Role"}},
        }
