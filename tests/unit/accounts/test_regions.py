"""China's administrative divisions."""

from __future__ import annotations

import pytest

from chalicelib.accounts import regions
from tests.api import Api

NOBODY = Api()


def below(parent: str | None) -> list[dict[str, object]]:
    found: list[dict[str, object]] = NOBODY.get(f"/regions?parent={parent}" if parent else "/regions").json[
        "items"
    ]
    return found


class TestListRegions:
    def test_begins_with_the_provinces(self) -> None:
        provinces = below(None)
        assert len(provinces) == 31
        assert {"code": "33", "name": "浙江省", "kind": "省", "county": False, "rural": False} in provinces

    def test_goes_down_from_a_province_over_a_city_to_a_county(self) -> None:
        assert "3301" in [one["code"] for one in below("33")]
        west_lake = {"code": "330106", "name": "西湖区", "kind": "市辖区", "county": True, "rural": False}
        assert west_lake in below("3301")

    def test_ends_with_counties_right_below_a_municipality(self) -> None:
        assert all(one["county"] for one in below("11"))

    def test_mixes_cities_and_counties_where_the_province_does(self) -> None:
        assert {one["county"] for one in below("46")} == {True, False}

    @pytest.mark.parametrize("parent", ["99", "330106", "3399", "441900"])
    def test_finds_nothing_below_what_has_nothing_below(self, parent: str) -> None:
        reply = NOBODY.get(f"/regions?parent={parent}")
        assert (reply.status, reply.json["code"], reply.json["field"]) == (404, "region_not_found", "parent")

    @pytest.mark.parametrize("query", ["parent=", "parent=x", "parent=3", "parent=33&parent=33", "up=33"])
    def test_refuses_nonsense(self, query: str) -> None:
        assert NOBODY.get(f"/regions?{query}").status == 422

    def test_leads_to_every_county_from_the_provinces(self) -> None:
        reached, left = set(), [None]
        while left:
            for division in regions.children(left.pop()) or ():
                if division.is_county:
                    reached.add(division.code)
                else:
                    left.append(division.code)  # type: ignore[arg-type]
        assert len(reached) == 2849
        assert all(len(code) == 6 and regions.county(code) for code in reached)


class TestCounty:
    @pytest.mark.parametrize("code", ["33", "3301", "000000", "", "810000"])
    def test_is_nothing_else_than_a_county(self, code: str) -> None:
        assert regions.county(code) is None

    def test_names_its_levels(self) -> None:
        county = regions.county("330122")
        assert county is not None
        assert county.level_names() == ("浙江省", "杭州市", "桐庐县")
