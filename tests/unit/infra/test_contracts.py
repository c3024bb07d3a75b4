"""The import contract of the rooms."""

from __future__ import annotations

import pytest
from grimp import ImportGraph

from infra.contracts import RoomsContract

OPTIONS = {
    "public": ["service", "events", "errors"],
    "below": ["foundation"],
    "pure": ["rules"],
    "pure_may_import": ["foundation.money"],
    "impure": ["botocore"],
}


def faults(importer: str, imported: str) -> list[str]:
    graph = ImportGraph()
    graph.add_import(importer=importer, imported=imported)
    contract = RoomsContract("rooms", {"root_packages": ["chalicelib"]}, OPTIONS)
    found: list[str] = contract.check(graph, verbose=False).metadata["faults"]
    return found


class TestRooms:
    @pytest.mark.parametrize(
        ("importer", "imported"),
        [
            ("chalicelib.orders.service", "chalicelib.stores.service"),
            ("chalicelib.orders.service", "chalicelib.orders.models"),
            ("chalicelib.orders.models", "chalicelib.foundation.tables"),
            ("chalicelib.orders.models", "botocore"),
            ("chalicelib.orders.rules", "chalicelib.foundation.money"),
            ("chalicelib.orders.rules", "chalicelib.orders.errors"),
        ],
    )
    def test_may_import(self, importer: str, imported: str) -> None:
        assert faults(importer, imported) == []

    @pytest.mark.parametrize(
        ("importer", "imported"),
        [
            ("chalicelib.orders.service", "chalicelib.stores.models"),
            ("chalicelib.orders.service", "chalicelib.stores.rules"),
            ("chalicelib.orders.rules", "chalicelib.foundation.tables"),
            ("chalicelib.orders.rules", "chalicelib.orders.service"),
            ("chalicelib.orders.rules", "botocore"),
        ],
    )
    def test_may_not_import(self, importer: str, imported: str) -> None:
        assert len(faults(importer, imported)) == 1
