"""Mei's supplier is verified and takes a yearly plan."""

from __future__ import annotations

from story.tale import Tale, expect, in_wallet, money, same

NOBODY_VERIFIES = "no operator is known here who could verify a supplier"
TIER = "plus"


def take_a_plan(tale: Tale) -> str:
    """An operator verifies the supplier, who takes a plan; its price, as invoiced, leaves the wallet."""
    factory, store = tale.factory, tale.bulk["store_id"]
    factory.put(f"/stores/{store}/supplier", {"since": 2012, "about": "自有工厂，发饰十四年"})
    operator = tale.newcomer("Wu", language="zh")
    if not tale.let_operate(operator.email):
        return NOBODY_VERIFIES
    verified = operator.sign_in().post(f"/suppliers/{store}/judgement", {"action": "verify"})
    same("The supplier", verified["state"], "verified")

    path = f"/stores/{store}/membership"
    standing = factory.get(path)
    (change,) = [one for one in standing["changes"] if one["plan"]["tier"] == TIER]
    price = money(change["total"])
    factory.post("/wallet/top-ups", {**change["total"], "method": "pm_card_visa"})
    before = in_wallet(factory)
    taken = factory.post(path, {"tier": TIER})
    same("What the plan took of the wallet", before - in_wallet(factory), price)
    (invoice,) = factory.get(f"{path}/invoices")["items"]
    same("Its invoice", (invoice["state"], money(invoice["total"])), ("paid", price))
    answers = [one["plan"]["answers_a_month"] for one in (standing, taken)]
    expect(answers[1] > answers[0], "A plan should let a supplier answer more.")
    return f"{price} · {answers[0]} → {answers[1]} a month"
