"""Visitors flood in: Mei takes a bigger storage plan, and reads what is stored and what it cost."""

from __future__ import annotations

from story.tale import Tale, expect, in_wallet, money, same


def upgrade(tale: Tale) -> str:
    """She takes a bigger plan and uses it at once; pressing twice pays once."""
    held = tale.mei.get("/storage")
    if held["plan"]["code"] != "free":
        return f"{held['plan']['code']} already"
    before = in_wallet(tale.mei)
    for _ in range(2):
        now = tale.mei.post("/storage/plan", {"plan": "standard"}, key=f"plan-{tale.mei.email}")
    same("Mei's wallet", in_wallet(tale.mei), before - money(now["plan"]["price"]))
    expect(now["free_bytes"] > held["free_bytes"], "There should be more room at once.")
    tale.kept = in_wallet(tale.mei)
    return f"{money(now['plan']['price'])} · {now['plan']['stored_bytes'] // 1024**3} GiB"


def read_usage(tale: Tale) -> str:
    """What is metered today is what is stored, and the invoice is paid."""
    held = tale.mei.get("/storage")
    today = tale.mei.get("/storage/days?days=1")["items"][0]
    same("What is stored", today["stored_bytes"], held["used_bytes"])
    invoice = tale.mei.get("/storage/invoices")["items"][0]
    same("The invoice", invoice["state"], "paid")
    return f"{held['files']} files · {held['used_bytes']:,} bytes · {today['requests']} requests"
