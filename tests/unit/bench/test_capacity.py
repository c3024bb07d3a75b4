"""DynamoDB's rules of sizes and units, by the examples that AWS gives and by their edges."""

from __future__ import annotations

from typing import Any

import pytest

from bench.capacity import Index, Table, get_units, item_size, query_units, read_units, write_units

KB = 1024


def sized(size: int, **more: Any) -> dict[str, Any]:
    """An item of so many bytes, with some attributes given."""
    item = {"pk": {"S": "k"}, **more}
    return {**item, "x": {"S": "." * (size - item_size(item) - 1)}}


class TestTheSizeOfAnItem:
    @pytest.mark.parametrize(
        ("value", "size"),
        [
            ({"S": "abc"}, 3),
            ({"S": "梅"}, 3),
            ({"S": ""}, 0),
            ({"N": "0"}, 1),
            ({"N": "7"}, 2),
            ({"N": "12"}, 2),
            ({"N": "123"}, 3),
            ({"N": "1000"}, 2),
            ({"N": "-1.50"}, 2),
            ({"B": b"12345"}, 5),
            ({"B": "MTIzNDU="}, 5),
            ({"BOOL": False}, 1),
            ({"NULL": True}, 1),
            ({"SS": ["ab", "c"]}, 3),
            ({"NS": ["1", "22"]}, 4),
            ({"L": []}, 3),
            ({"L": [{"S": "ab"}, {"BOOL": True}]}, 3 + (1 + 2) + (1 + 1)),
            ({"M": {}}, 3),
            ({"M": {"ab": {"S": "cd"}}}, 3 + 1 + 2 + 2),
            ({"M": {"a": {"L": [{"N": "7"}]}}}, 3 + (1 + 1 + 3 + (1 + 2))),
        ],
    )
    def test_is_its_attributes_names_and_values(self, value: dict[str, Any], size: int) -> None:
        assert item_size({"name": value}) == len("name") + size

    def test_is_the_sum_over_its_attributes(self) -> None:
        assert item_size({"pk": {"S": "abc"}, "数": {"N": "42"}}) == (2 + 3) + (3 + 2)


class TestReading:
    @pytest.mark.parametrize(
        ("size", "strong", "stale", "transactional"),
        [
            (0, 1, 0.5, 2),
            (4 * KB, 1, 0.5, 2),
            (4 * KB + 1, 2, 1, 4),
            (8 * KB, 2, 1, 4),
            (9 * KB, 3, 1.5, 6),
        ],
    )
    def test_costs_a_unit_for_each_4_kb_begun(
        self, size: int, strong: float, stale: float, transactional: float
    ) -> None:
        assert read_units(size, consistent=True) == strong
        assert read_units(size, consistent=False) == stale
        assert read_units(size, consistent=True, transactional=True) == transactional

    def test_of_several_by_their_keys_rounds_each_up(self) -> None:
        assert get_units([sized(1536), sized(6656)], 0, consistent=True) == 3

    def test_of_what_is_missing_costs_the_least(self) -> None:
        assert get_units([], 2, consistent=True) == 2
        assert get_units([], 1, consistent=False) == 0.5

    def test_by_a_query_rounds_the_sum_up(self) -> None:
        items = [sized(4178) for _ in range(10)]  # 40.8 KB in all

        assert query_units(items, consistent=True) == 11
        assert query_units([], consistent=False) == 0.5


class TestWriting:
    @pytest.mark.parametrize(("size", "units"), [(0, 1), (512, 1), (KB, 1), (KB + 1, 2), (1536, 2)])
    def test_costs_a_unit_for_each_kb_begun(self, size: int, units: int) -> None:
        assert write_units(size) == units

    def test_is_sized_by_the_larger_of_before_and_after(self) -> None:
        table = Table("t", ("pk",), ())

        assert table.write_units(sized(3 * KB), sized(100)) == 3
        assert table.write_units(sized(100), sized(3 * KB)) == 3
        assert table.write_units(sized(3 * KB), None) == 3
        assert table.write_units(None, None) == 1

    def test_in_a_transaction_costs_twice_in_the_table_and_once_in_its_indexes(self) -> None:
        table = Table("t", ("pk",), (Index("i", ("s",), None),))
        item = sized(1536, s={"S": "a"})

        assert table.write_units(None, item) == 2 + 2
        assert table.write_units(None, item, transactional=True) == 4 + 2


class TestAnIndex:
    ALL = Index("all", ("s",), None)
    KEYS = Index("keys", ("s",), frozenset({"pk", "s"}))

    def test_costs_nothing_for_items_that_are_not_in_it(self) -> None:
        assert self.ALL.write_units(None, sized(100)) == 0
        assert self.ALL.write_units(sized(100), sized(200)) == 0

    def test_costs_a_write_when_an_item_enters_or_leaves_it(self) -> None:
        inside = sized(1536, s={"S": "a"})

        assert self.ALL.write_units(None, inside) == 2
        assert self.ALL.write_units(sized(100), inside) == 2
        assert self.ALL.write_units(inside, sized(100)) == 2
        assert self.ALL.write_units(inside, None) == 2

    def test_costs_a_write_when_what_it_projects_changes(self) -> None:
        before, after = sized(100, s={"S": "a"}), sized(1536, s={"S": "a"})

        assert self.ALL.write_units(before, after) == 2
        assert self.KEYS.write_units(before, after) == 0
        assert self.ALL.write_units(after, after) == 0

    def test_costs_two_when_its_key_changes(self) -> None:
        before, after = sized(100, s={"S": "a"}), sized(1536, s={"S": "b"})

        assert self.ALL.write_units(before, after) == 1 + 2
        assert self.KEYS.write_units(before, after) == 1 + 1


class TestATable:
    def test_is_known_by_its_description(self) -> None:
        described = {
            "TableName": "t",
            "KeySchema": [{"AttributeName": "pk"}, {"AttributeName": "sk"}],
            "GlobalSecondaryIndexes": [
                {
                    "IndexName": "a",
                    "KeySchema": [{"AttributeName": "s"}],
                    "Projection": {"ProjectionType": "ALL"},
                },
                {
                    "IndexName": "k",
                    "KeySchema": [{"AttributeName": "s"}],
                    "Projection": {"ProjectionType": "KEYS_ONLY"},
                },
                {
                    "IndexName": "i",
                    "KeySchema": [{"AttributeName": "s"}],
                    "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["x"]},
                },
            ],
        }

        table = Table.of(described)

        assert (table.name, table.keys) == ("t", ("pk", "sk"))
        assert [index.projected for index in table.indexes] == [
            None,
            frozenset({"s", "pk", "sk"}),
            frozenset({"s", "pk", "sk", "x"}),
        ]
