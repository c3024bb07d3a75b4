"""What a parcel costs, and who takes it where."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.accounts import regions
from chalicelib.shipping.couriers import rules as couriers
from chalicelib.shipping.couriers import service
from chalicelib.shipping.couriers.rules import Area, Consignment, Piece, Place, WhyNot, Zone
from chalicelib.shipping.rates import rules
from chalicelib.shipping.records import models as records
from chalicelib.shipping.tracking.rules import Status

YIWU = Place("CN", "330782")
HONGYUAN = Place("CN", "513233", rural=True)
SMALL = Piece(350, 200, 150, 100)


def a_consignment(
    to: Place = HONGYUAN, *pieces: Piece, origin: Place = YIWU, insured: int = 0, cash: int = 0
) -> Consignment:
    return Consignment(origin, to, pieces or (SMALL,), insured, cash)


def serving(to: Place, *pieces: Piece, **more: int) -> set[str]:
    return {one.id for one in service.offers(a_consignment(to, *pieces, **more))[0]}


def known(service_id: str) -> couriers.Service:
    found = service.service_of(service_id)
    assert found
    return found


class TestChargeableWeight:
    def test_is_the_weight_or_what_the_size_counts_as(self) -> None:
        """50 × 40 × 30 cm are 60,000 cm³: by 6,000 they count as 10 kg."""
        box = Piece(3_000, 500, 400, 300)
        assert rules.volumetric_grams(box, 6_000) == 10_000
        assert rules.chargeable_grams(box, 6_000) == 10_000
        assert rules.chargeable_grams(replace(box, grams=12_000), 6_000) == 12_000

    def test_is_rounded_up(self) -> None:
        assert rules.volumetric_grams(Piece(1, 10, 10, 61), 6_000) == 2


class TestPrice:
    def test_is_broken_down(self) -> None:
        """Zhonghe Standard, 2.1 kg from Zhejiang to Sichuan's countryside: 11 + 2 steps of 6 + 2 yuan."""
        price = rules.price(
            known("zhonghe.standard").card, a_consignment(HONGYUAN, Piece(2_100, 1, 1, 1)), Zone.FAR
        )
        assert [one.amount for one in price.parts] == [1_100, 1_200, 0, 200, 0, 0, 0]
        assert price.total.amount == 2_500

    def test_adds_fuel_insurance_and_cash(self) -> None:
        """Shunda Express to another part of the country: 23 yuan, 8 % for fuel, ½ % of 1,000, 1 % of 500."""
        wanted = a_consignment(Place("CN", "510107"), insured=100_000, cash=50_000)
        price = rules.price(known("shunda.express").card, wanted, Zone.FAR)
        assert [one.amount for one in price.parts] == [2_300, 0, 0, 0, 184, 500, 500]

    def test_of_a_small_value_has_a_least_part(self) -> None:
        price = rules.price(known("zhonghe.standard").card, a_consignment(insured=500), Zone.FAR)
        assert price.insurance.amount == 100

    @given(
        st.sampled_from(service.registry().services),
        st.sampled_from(Zone),
        st.lists(
            st.builds(Piece, *[st.integers(1, 40_000)] + [st.integers(1, 1_500)] * 3), min_size=1, max_size=5
        ),
        st.integers(0, 10**6),
        st.booleans(),
    )
    def test_is_the_sum_of_its_parts_and_never_falls_with_weight(
        self, one: couriers.Service, zone: Zone, pieces: list[Piece], insured: int, rural: bool
    ) -> None:
        to = replace(HONGYUAN, rural=rural)
        price = rules.price(one.card, a_consignment(to, *pieces, insured=insured), zone)
        heavier = [replace(piece, grams=piece.grams + 700) for piece in pieces]
        more = rules.price(one.card, a_consignment(to, *heavier, insured=insured), zone)
        assert price.total.amount == sum(part.amount for part in price.parts)
        assert all(part.amount >= 0 for part in price.parts)
        assert price.total <= more.total


class TestZones:
    @pytest.mark.parametrize(
        ("origin", "to", "zone"),
        [
            ("330782", "330702", Zone.CITY),
            ("330782", "330110", Zone.PROVINCE),
            ("330782", "310115", Zone.NEAR),
            ("330782", "513233", Zone.FAR),
            ("330782", "540102", Zone.REMOTE),
            ("540102", "330782", Zone.REMOTE),
            ("540102", "540121", Zone.CITY),
        ],
    )
    def test_tell_how_far_it_is(self, origin: str, to: str, zone: Zone) -> None:
        assert service.zone(a_consignment(Place("CN", to), origin=Place("CN", origin))) is zone


class TestServiceArea:
    def test_of_the_longer_code_wins_down_to_the_town(self) -> None:
        area = Area(frozenset({"51", "513233101"}), frozenset({"5132"}), frozenset(), frozenset())
        assert [area.reaches(one) for one in ("510107", "513233", "513233101", "330782")] == [
            True,
            False,
            True,
            False,
        ]

    def test_leaves_a_county_to_who_goes_to_its_countryside(self) -> None:
        """Ganzi's countryside has the post alone."""
        assert {one.partition(".")[0] for one in serving(Place("CN", "513322", rural=True))} == {"youlin"}

    def test_of_the_same_county_is_wider_in_its_seat(self) -> None:
        assert serving(HONGYUAN) < serving(replace(HONGYUAN, rural=False))

    def test_may_be_nowhere(self) -> None:
        can, cannot = service.offers(a_consignment(Place("CN", "460302")))
        assert can == []
        assert {reason for _, reason in cannot} == {WhyNot.NOT_SERVED}

    @pytest.mark.parametrize(
        ("wanted", "reason"),
        [
            (a_consignment(Place("JP", "")), WhyNot.ABROAD),
            (a_consignment(origin=Place("CN", "460302")), WhyNot.NOT_COLLECTED),
            (a_consignment(HONGYUAN, Piece(60_000, 1, 1, 1)), WhyNot.TOO_HEAVY),
            (a_consignment(HONGYUAN, Piece(1, 1, 1, 1_600)), WhyNot.TOO_LARGE),
            (a_consignment(insured=10**9), WhyNot.TOO_VALUABLE),
            (a_consignment(cash=10**9), WhyNot.TOO_MUCH_CASH),
        ],
    )
    def test_and_limits_are_told_apart(self, wanted: Consignment, reason: WhyNot) -> None:
        assert couriers.why_not(known("zhonghe.standard"), wanted) is reason


class TestRegistry:
    def test_is_small_enough_to_be_compared_in_one_read(self) -> None:
        assert len(service.registry().services) * records.MOST_WANTS <= 100

    def test_has_ids_of_its_own_for_every_service(self) -> None:
        names = [one.id for one in service.registry().services]
        assert len(names) == len(set(names))
        assert all(one.id.startswith(f"{one.courier}.") for one in service.registry().services)

    def test_names_regions_that_there_are(self) -> None:
        """Or that are below one there is: towns."""
        prefixes = {code[:length] for code in regions._counties() for length in (0, 2, 4, 6)}
        for one in service.registry().services:
            for codes in (
                one.area.serves,
                one.area.leaves_out,
                one.area.rural_serves,
                one.area.rural_leaves_out,
            ):
                assert {code[:6] for code in codes} <= prefixes, one.id

    def test_puts_every_province_in_one_part_of_the_country(self) -> None:
        parts = service.registry().regions
        assert {code[:2] for code in regions._counties()} == set().union(*parts)
        assert all(not one & two for one, two in pairwise(parts))

    def test_says_in_our_words_what_every_status_means(self) -> None:
        for courier in service.registry().couriers.values():
            assert set(courier.statuses.values()) <= set(Status)
            assert {Status.IN_TRANSIT, Status.DELIVERED, Status.LOST} <= set(courier.statuses.values())

    def test_promises_the_farther_the_later(self) -> None:
        for one in service.registry().services:
            days = [one.card.zones[zone].days for zone in Zone]
            assert days == sorted(days), one.id
