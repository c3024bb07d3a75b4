"""What the fuzzed person finds at hand of hired help: as a merchant who hires, and as a partner herself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from demo import photos
from demo.people import Person

_PACKAGE = {"title": "十张白底图", "trade": "photography", "price": 3_000, "days": 5, "revisions": 1}
_STEP = {"title": "十张白底图", "amount": 1_000, "days": 3}


def hiring(fei: Person, mei: Person, lu: Person, *, hers: Any, others: Any) -> dict[str, str]:
    """Briefs, proposals and contracts in each state that asks something of her; `hers` is her own store."""
    me, partner = _partner(fei, "费的工作室"), _partner(mei, "梅的工作室")
    briefs = {name: _brief(fei, hers) for name in ("OWN_BRIEF", "CLOSED_BRIEF")}
    return {
        "FUZZ_PARTNER": partner["id"],
        **{f"FUZZ_{name}": brief for name, brief in briefs.items()},
        "FUZZ_BRIEF": _brief(mei, others),
        **_proposals(fei, mei, hers=hers, others=others),
        **_hired(fei, mei, partner, hers),
        **_working(fei, mei, me, others),
        "FUZZ_GRANTED": _granted(fei, _partner(lu, "路的工作室"), hers),
    }


def _partner(person: Person, name: str) -> Any:
    person.put("/partner", {"name": name, "headline": "好光线", "trades": ["photography"]})
    return person.post("/partner/packages", _PACKAGE)


def _brief(person: Person, store: Any) -> str:
    until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    wish = {"store_id": store["id"], "title": "新品图", "trade": "photography", "budget": 9_000}
    brief_id: str = person.post("/briefs", wish | {"deadline": until})["id"]
    return brief_id


def _proposals(fei: Person, mei: Person, *, hers: Any, others: Any) -> dict[str, str]:
    """Of Mei's to take, to refuse and to talk about; of her own to change and to withdraw."""
    found = {}
    for name, merchant, store, partner in (
        ("PROPOSAL", fei, hers, mei),
        ("ACCEPTED_PROPOSAL", fei, hers, mei),
        ("DECLINED_PROPOSAL", fei, hers, mei),
        ("OWN_PROPOSAL", mei, others, fei),
        ("WITHDRAWN_PROPOSAL", mei, others, fei),
    ):
        path = f"/briefs/{_brief(merchant, store)}/proposals"
        found[f"FUZZ_{name}"] = partner.post(path, {"milestones": [_STEP]})["id"]
    return found


def _hired(fei: Person, mei: Person, partner: Any, store: Any) -> dict[str, str]:
    """Contracts with Mei: delivered ones to answer, accepted ones to use and to review, one to be paid."""
    found = {}
    for name in ("WORK", "DISPUTED_WORK", "REVISED_WORK", "USED_WORK", "REVIEWED_WORK"):
        contract = _bought(fei, partner, store)
        path = f"/contracts/{contract}/milestones/1"
        shot = mei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "delivery")
        mei.post(f"{path}/deliver", {"photos": [shot]})
        if name in ("USED_WORK", "REVIEWED_WORK"):
            fei.post(f"{path}/accept")
        found[f"FUZZ_{name}"] = contract
    for name in ("FUNDED_WORK", "CANCELLED_WORK"):
        path = f"/briefs/{_brief(fei, store)}/proposals"
        proposal = mei.post(path, {"milestones": [_STEP]})
        taken = fei.post(f"/proposals/{proposal['id']}/accept", {"version": proposal["version"]})
        found[f"FUZZ_{name}"] = taken["contract_id"]
    return found


def _working(fei: Person, mei: Person, me: Any, store: Any) -> dict[str, str]:
    """Contracts that she works for: one to deliver, one to give back, and one that is argued about."""
    given, ruled = _bought(mei, me, store), _bought(mei, me, store)
    path = f"/contracts/{ruled}/milestones/1"
    fei.post(f"{path}/deliver", {"text": "好了"})
    mei.post(f"{path}/dispute", {"text": "太暗"})
    shot = fei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "delivery")
    return {
        "FUZZ_SHOT": shot,
        "FUZZ_DELIVERED_WORK": _bought(mei, me, store),
        "FUZZ_GIVEN_BACK_WORK": given,
        "FUZZ_RULED_WORK": ruled,
    }


def _bought(merchant: Person, partner: Any, store: Any) -> str:
    wish = {"package_id": partner["packages"][0]["id"], "store_id": store["id"]}
    contract_id: str = merchant.post(f"/partners/{partner['id']}/contracts", wish)["id"]
    return contract_id


def _granted(fei: Person, partner: Any, store: Any) -> str:
    until = (datetime.now(UTC) + timedelta(days=30)).isoformat()
    wish = {"partner_id": partner["id"], "access": ["reports"], "until": until}
    fei.post(f"/stores/{store['id']}/grants", wish)
    partner_id: str = partner["id"]
    return partner_id
