"""Mei hires a photographer, pays by milestones and shows the photos."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chalicelib.foundation.money import Money
from demo import photos
from story.tale import Tale, expect, in_wallet, money, same, told


def hire(tale: Tale) -> str:
    """She says what she needs, takes a proposal, pays each milestone into escrow, and shows what came."""
    yun = tale.newcomer("Yun", language="zh")
    said = {"name": "云上摄影", "headline": "小物件，好光线", "trades": ["photography"], "region": "330782"}
    partner = yun.put("/partner", said)
    until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    wish = {"store_id": tale.store["id"], "title": "新品图", "trade": "photography", "budget": 600}
    brief = tale.mei.post("/briefs", wish | {"deadline": until})
    steps = [{"title": title, "amount": 200, "days": 5} for title in ("白底图", "佩戴图")]
    proposal = yun.post(f"/briefs/{brief['id']}/proposals", {"milestones": steps})
    told(tale.mei, "proposal_made", brief["id"])
    taken = tale.mei.post(f"/proposals/{proposal['id']}/accept", {"version": proposal["version"]})
    path = f"/contracts/{taken['contract_id']}"
    tale.undoing.append(lambda: tale.mei.call("POST", f"{path}/milestones/2/cancel"))
    tale.mei.post("/wallet/top-ups", {"amount": 200, "currency": "CNY", "method": "pm_card_visa"})
    before = in_wallet(tale.mei)
    for _ in range(2):  # pressed twice, paid once
        tale.mei.post(f"{path}/milestones/1/fund", {}, key="fund")
    same("Mei's wallet", in_wallet(tale.mei), before - Money(200, "CNY"))
    shot = yun.upload(photos.photo_of(tale.goods[1].slug), "image/jpeg", "delivery")
    yun.post(f"{path}/milestones/1/deliver", {"photos": [shot]})
    told(tale.mei, "work_submitted", taken["contract_id"])
    done = tale.mei.post(f"{path}/milestones/1/accept")["milestones"][0]
    earned = money(done["amount"]) - money(done["commission"])
    same("The photographer's wallet", in_wallet(yun), earned)
    listing = tale.listed[1]["id"]
    used = tale.mei.post(f"{path}/milestones/1/use", {"use": "listing", "listing_id": listing})
    expect(shot in used["photo_ids"], "The photo should be shown with the goods.")
    tale.visit(f"{tale.api_url}/media/{shot}")
    tale.mei.post(f"{path}/milestones/2/cancel")
    for who, stars in ((tale.mei, 5), (yun, 5)):
        who.post(f"{path}/reviews", {"stars": stars, "text": "合作愉快"})
    record = tale.li.get(f"/partners/{partner['id']}")["record"]
    same("The photographer's record", (record["on_time"], record["rating"]), (1, "5.0"))
    return f"{money(done['amount'])} · {earned} · ★ {record['rating']}"
