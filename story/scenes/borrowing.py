"""Mei's record earns her a limit."""

from __future__ import annotations

from typing import Any

from story.tale import Tale, expect, mentions, money, told, until


def see_limit(tale: Tale) -> str:
    """Her sales are in her record; a small limit follows from them, with its price, reasons and advice."""

    def counted() -> Any:
        months = tale.mei.get("/credit/record")["months"]
        return months if sum(one["completed"] for one in months) >= 2 else None

    months = until(counted, "Mei's completed orders should get into her record.")
    sales = sum(one["sales"]["amount"] for one in months)
    credit = tale.mei.post("/credit")
    limit = money(credit["limit"])
    expect(0 < limit.amount < sales, f"A limit of {limit} should be a part of what she sold.")
    expect(0 < credit["annual_rate"] <= 2_400, "Its price should be a yearly rate.")
    expect(
        credit["reasons"] and credit["raises"], "She should see why it isn't more, and what would raise it."
    )
    expect(credit == tale.mei.get("/credit"), "She should see the same again.")
    about = str(tale.mei.get("/me")["id"])
    mentions("Mei's notice", told(tale.mei, "credit_granted", about), str(limit))
    return f"{limit} · {credit['annual_rate'] / 100:g} % · {credit['reasons'][0]['text']['zh']}"
