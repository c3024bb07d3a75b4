"""Briefs and proposals: what is accepted is what was read, and only one of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.partners.briefs import rules, service
from chalicelib.partners.briefs.rules import Brief, BriefAct, BriefState, Proposal, ProposalAct, ProposalState
from chalicelib.partners.contracts.rules import Part, Role
from chalicelib.partners.errors import BriefClosed, ProposalAnswered
from chalicelib.partners.profiles.rules import Trade
from tests.api import Api
from tests.unit import world
from tests.unit.partners.hiring import YUN, a_brief, a_partner, delivered, hired_by, proposed, state_of, step
from tests.unit.stores.crew import numbered, says
from tests.unit.world import LI, MEI, in_wallet, made

NOW = clock.now()


class TestTheTables:
    @given(st.sampled_from(list(BriefState)), st.sampled_from(list(BriefAct)), st.sampled_from(list(Role)))
    def test_move_a_brief_as_they_say(self, state: BriefState, act: BriefAct, role: Role) -> None:
        money = Money(1, "CNY")
        until = NOW + timedelta(days=1)
        brief = Brief("b", "m", "s", "S", "T", "", Trade.MODELLING, money, until, NOW, state)
        after, roles = rules.BRIEF_MOVES.get((state, act), (None, frozenset()))
        if role in roles:
            assert rules.brief_after(brief, act, role, now=NOW) is after
        else:
            with pytest.raises(BriefClosed):
                rules.brief_after(brief, act, role, now=NOW)

    @given(
        st.sampled_from(list(ProposalState)), st.sampled_from(list(ProposalAct)), st.sampled_from(list(Role))
    )
    def test_move_a_proposal_as_they_say(self, state: ProposalState, act: ProposalAct, role: Role) -> None:
        part = (Part("T", 1, 1),)
        proposal = Proposal("p", "b", "m", "s", "T", "q", "v", "N", "", part, "CNY", NOW, state)
        after, roles = rules.PROPOSAL_MOVES.get((state, act), (None, frozenset()))
        if role in roles:
            assert rules.proposal_after(proposal, act, role) is after
        else:
            with pytest.raises(ProposalAnswered):
                rules.proposal_after(proposal, act, role)


class TestBrief:
    def test_is_found_by_its_trade_while_it_is_open(self) -> None:
        brief = a_brief()
        assert [one["id"] for one in made(YUN.get("/briefs?trade=photography"))["items"]] == [brief["id"]]
        assert made(YUN.get("/briefs?trade=modelling"))["items"] == []
        made(MEI.post(f"/briefs/{brief['id']}/close"))
        assert made(YUN.get("/briefs?trade=photography"))["items"] == []
        says(YUN.get(f"/briefs/{brief['id']}"), 404, "brief_not_found")
        assert made(MEI.get("/my/briefs"))["items"][0]["state"] == "closed"

    def test_closes_by_itself_at_its_deadline(self) -> None:
        brief = a_brief()
        a_partner()
        assert service.close_due(clock.now() + timedelta(days=8)) == 1
        says(YUN.post(f"/briefs/{brief['id']}/proposals", PROPOSAL), 409, "brief_closed")

    def test_is_for_ones_own_store_and_the_next_90_days(self) -> None:
        store = world.a_store()
        assert a_brief(store=store)["budget"] == {"amount": 80_000, "currency": "CNY"}
        wish = {"store_id": store["id"], "title": "Photos", "trade": "photography", "budget": 1}
        says(LI.post("/briefs", wish | {"deadline": _in(days=5)}), 404, "store_not_found")
        says(MEI.post("/briefs", wish | {"deadline": _in(days=91)}), 422, "bad_deadline")


PROPOSAL = {"milestones": [{"title": "Photos", "amount": 1_000, "days": 3}]}


def _in(*, days: int) -> str:
    return (clock.now() + timedelta(days=days)).isoformat()


class TestPropose:
    def test_needs_a_profile_and_is_done_once(self) -> None:
        brief = a_brief()
        path = f"/briefs/{brief['id']}/proposals"
        says(YUN.post(path, PROPOSAL), 403, "no_partner_profile")
        a_partner()
        made(YUN.post(path, PROPOSAL))
        says(YUN.post(path, PROPOSAL), 409, "proposal_exists")
        assert made(MEI.get(f"/briefs/{brief['id']}"))["proposals"] == 1

    def test_is_seen_by_the_two_alone(self) -> None:
        proposal = proposed(a_brief())
        for who in (MEI, YUN):
            assert made(who.get(f"/proposals/{proposal['id']}"))["total"]["amount"] == 50_000
        says(LI.get(f"/proposals/{proposal['id']}"), 404, "proposal_not_found")
        says(LI.get(f"/briefs/{proposal['brief_id']}/proposals"), 404, "brief_not_found")
        assert len(made(YUN.get("/proposals"))["items"]) == 1


class TestAccept:
    def test_makes_a_contract_whose_milestones_are_paid_one_by_one(self) -> None:
        contract = hired_by(proposed(a_brief()))
        assert [one["state"] for one in contract["milestones"]] == ["planned", "planned"]
        world.money_for(MEI, 50_000)
        made(step(MEI, contract, "fund", {}))
        assert in_wallet(MEI) == 30_000
        says(step(MEI, contract, "fund", {}), 409, "wrong_milestone_state")
        says(step(YUN, contract, "deliver", {"text": "Done"}, number=2), 409, "wrong_milestone_state")
        made(step(MEI, delivered(contract), "accept"))
        done = made(step(YUN, contract, "cancel", number=2))
        assert (state_of(done), state_of(done, 2), bool(done["over_at"])) == ("released", "cancelled", True)
        assert in_wallet(YUN) == 19_000

    def test_takes_one_proposal_only(self) -> None:
        brief = a_brief()
        first, second = proposed(brief), proposed(brief, numbered(5))
        hired_by(first)
        reply = MEI.post(f"/proposals/{second['id']}/accept", {"version": second["version"]})
        says(reply, 409, "brief_closed")
        reply = MEI.post(f"/proposals/{first['id']}/accept", {"version": first["version"]})
        says(reply, 409, "proposal_answered")

    def test_never_takes_what_was_revised_unseen(self) -> None:
        proposal = proposed(a_brief())
        dearer = {"milestones": [{"title": "Photos", "amount": 99_000, "days": 3}]}
        made(YUN.put(f"/proposals/{proposal['id']}", dearer))
        reply = MEI.post(f"/proposals/{proposal['id']}/accept", {"version": proposal["version"]})
        says(reply, 409, "changed_meanwhile")

    @pytest.mark.parametrize(("who", "what"), [(YUN, "withdraw"), (MEI, "decline")])
    def test_comes_too_late_once_it_is_answered(self, who: Api, what: str) -> None:
        proposal = proposed(a_brief())
        made(who.post(f"/proposals/{proposal['id']}/{what}"))
        says(MEI.post(f"/proposals/{proposal['id']}/accept", {"version": 2}), 409, "proposal_answered")
        says(YUN.put(f"/proposals/{proposal['id']}", PROPOSAL), 409, "proposal_answered")


class TestInterview:
    def test_is_the_one_conversation_of_store_and_partner(self) -> None:
        proposal = proposed(a_brief())
        path = f"/proposals/{proposal['id']}/conversation"
        talks: list[Any] = [made(who.post(path))["conversation_id"] for who in (MEI, YUN)]
        assert talks[0] == talks[1]
        for who in (MEI, YUN):
            made(who.post(f"/conversations/{talks[0]}/messages", {"client_id": "1", "text": "Hello"}))
        shown = made(YUN.get(f"/conversations/{talks[0]}"))
        assert shown["context"]["kind"] == "proposal"
        says(LI.post(path), 404, "proposal_not_found")
