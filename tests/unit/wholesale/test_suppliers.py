"""Suppliers: being verified, and the record that is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.wholesale.errors import WrongSupplierState
from chalicelib.wholesale.suppliers import rules
from chalicelib.wholesale.suppliers.rules import Party, SupplierAction, SupplierState
from tests.api import Api
from tests.unit import world
from tests.unit.lending.loans import OPERATOR
from tests.unit.wholesale.trade import FACTORY
from tests.unit.world import LI, made


class TestASuppliersLife:
    @given(st.sampled_from(SupplierState), st.sampled_from(SupplierAction), st.sampled_from(Party))
    def test_is_what_the_table_says_and_nothing_else(
        self, state: SupplierState, action: SupplierAction, party: Party
    ) -> None:
        by, after = rules.MOVES.get((state, action), (None, None))
        if by is party:
            assert rules.transition(state, action, party) is after
        else:
            with pytest.raises(WrongSupplierState):
                rules.transition(state, action, party)


class TestBecomingASupplier:
    def test_waits_for_an_operator_and_is_shown_once_verified(self) -> None:
        store = world.a_store(FACTORY)
        wish = {"since": 2012, "about": "发饰工厂"}
        made(FACTORY.put(f"/stores/{store['id']}/supplier", wish))
        assert Api().get(f"/suppliers/{store['id']}").status == 404
        assert [one["store_id"] for one in made(OPERATOR.get("/supplier-applications"))["items"]] == [
            store["id"]
        ]

        made(OPERATOR.post(f"/suppliers/{store['id']}/judgement", {"action": "verify"}))
        shown = made(Api().get(f"/suppliers/{store['id']}"))
        assert (shown["state"], shown["since"]) == ("verified", 2012)
        assert made(OPERATOR.get("/supplier-applications"))["items"] == []

    def test_is_for_whoever_runs_the_store_and_judged_by_operators_only(self) -> None:
        store = world.a_store(FACTORY)
        wish = {"since": 2012, "about": "发饰工厂"}
        assert LI.put(f"/stores/{store['id']}/supplier", wish).status == 404
        made(FACTORY.put(f"/stores/{store['id']}/supplier", wish))
        judgement = {"action": "verify"}
        assert FACTORY.post(f"/suppliers/{store['id']}/judgement", judgement).status == 404
        assert FACTORY.get("/supplier-applications").status == 403

    def test_can_be_tried_again_after_a_refusal(self) -> None:
        store = world.a_store(FACTORY)
        path = f"/stores/{store['id']}/supplier"
        made(FACTORY.put(path, {"since": 2012, "about": "?"}))
        made(OPERATOR.post(f"/suppliers/{store['id']}/judgement", {"action": "refuse", "reason": "材料不全"}))
        assert made(FACTORY.get(path))["reason"] == "材料不全"
        assert made(FACTORY.put(path, {"since": 2012, "about": "发饰工厂"}))["state"] == "applied"
        assert FACTORY.put(path, {"since": 2400, "about": "x"}).status == 422
