"""Builders of partners, their packages and contracts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chalicelib.foundation import clock
from tests.api import Api
from tests.unit import world
from tests.unit.photos.uploads import ready_photo
from tests.unit.world import MEI, made

YUN = Api("ffffffff-0000-0000-0000-000000000001")
"""A photographer."""
OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})

INTRODUCTION = {
    "name": "云上摄影",
    "headline": "Small things, well lit",
    "trades": ["photography", "storefront_design"],
    "region": "330782",
}
PACKAGE = {"title": "Ten photos", "trade": "photography", "price": 30_000, "days": 5, "revisions": 1}


def a_partner(who: Api = YUN, *, package: dict[str, Any] | None = None, **other: Any) -> Any:
    """A partner with a package."""
    made(who.put("/partner", INTRODUCTION | other))
    return made(who.post("/partner/packages", PACKAGE | (package or {})))


def bought(merchant: Api = MEI, *, store: Any = None, partner: Any = None, money: int = 50_000) -> Any:
    """A contract of one milestone, paid into escrow."""
    partner = partner or a_partner()
    store = store or world.a_store(merchant)
    if money:
        world.money_for(merchant, money)
    wish = {"package_id": partner["packages"][0]["id"], "store_id": store["id"]}
    return made(merchant.post(f"/partners/{partner['id']}/contracts", wish))


def step(who: Api, contract: Any, what: str, body: Any = None, *, number: int = 1, key: str = "") -> Any:
    """The answer to a move of a milestone."""
    path = f"/contracts/{contract['id']}/milestones/{number}/{what}"
    return who.post(path, body, **({"key": key} if key else {}))


def delivered(contract: Any, who: Api = YUN, *, photos: int = 0, **more: Any) -> Any:
    """A contract whose milestone was delivered."""
    shown = [ready_photo(who, "delivery") for _ in range(photos)]
    return made(step(who, contract, "deliver", {"text": "Done", "photos": shown, **more}))


def disputed(contract: Any, merchant: Api = MEI) -> Any:
    """A contract whose milestone waits for an operator."""
    delivered(contract)
    return made(step(merchant, contract, "dispute", {"text": "Blurred"}))


def state_of(contract: Any, number: int = 1) -> str:
    """Where a milestone is, as its merchant sees it."""
    found: str = contract["milestones"][number - 1]["state"]
    return found


def a_brief(merchant: Api = MEI, *, store: Any = None, **other: Any) -> Any:
    """Something that a merchant needs done."""
    wish = {
        "store_id": (store or world.a_store(merchant))["id"],
        "title": "Photos of new pins",
        "trade": "photography",
        "budget": 80_000,
        "deadline": (clock.now() + timedelta(days=7)).isoformat(),
    }
    return made(merchant.post("/briefs", wish | other))


def proposed(brief: Any, who: Api = YUN) -> Any:
    """What a partner, who has introduced herself, would do for it, in two steps."""
    made(who.put("/partner", INTRODUCTION))
    steps = [
        {"title": "Ten photos", "amount": 20_000, "days": 3},
        {"title": "A banner", "amount": 30_000, "days": 10, "revisions": 0},
    ]
    wish = {"text": "Natural light", "milestones": steps}
    return made(who.post(f"/briefs/{brief['id']}/proposals", wish))


def hired_by(proposal: Any, merchant: Api = MEI) -> Any:
    """The contract that an accepted proposal makes."""
    wish = {"version": proposal["version"]}
    accepted = made(merchant.post(f"/proposals/{proposal['id']}/accept", wish))
    return made(merchant.get(f"/contracts/{accepted['contract_id']}"))
