"""Li has the goods, Mei gets the money and takes it home."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation.money import Money, total
from story.tale import Tale, expect, in_wallet, mentions, money, same, told, until


def confirm(tale: Tale) -> str:
    """The order is done."""
    tale.order = tale.li.post(f"/orders/{tale.order['id']}/confirm")
    same("The order's state", tale.order["state"], "completed")
    same("What Mei sees", tale.mei.get(f"/orders/{tale.order['id']}")["state"], "completed")
    return str(tale.order["state"])


def be_paid(tale: Tale) -> str:
    """The escrow is in Mei's wallet at once, less the platform's fee, and she is told."""
    earned, fee = _earned(tale), money(tale.order["fee"])
    expect(Money.zero(fee.currency) <= fee < earned, f"The fee of {fee} should be a small part of {earned}.")
    same("Mei's wallet", in_wallet(tale.mei), earned)
    mentions("Mei's notice", told(tale.mei, "order_completed", tale.order["id"]), str(earned))
    return f"{earned} = {money(tale.order['total'])} − {fee}"


def withdraw(tale: Tale) -> str:
    """All of it goes to her bank: out of the wallet at once, paid soon after, and she is told."""
    earned = _earned(tale)
    wish = {"amount": earned.amount, "currency": earned.currency, "destination": "ba_ok"}
    asked = tale.mei.post("/wallet/withdrawals", wish)
    same("Mei's wallet", in_wallet(tale.mei), Money.zero(earned.currency))

    def settled() -> Any:
        now = tale.mei.get(f"/wallet/withdrawals/{asked['id']}")
        return now if now["state"] != "requested" else None

    same("The withdrawal", until(settled, "The bank should have paid the withdrawal.")["state"], "paid")
    mentions("Mei's notice", told(tale.mei, "withdrawal_paid", asked["id"]), str(earned))
    return f"{earned} → bank · paid"


def read_statement(tale: Tale) -> str:
    """Every fen that came and went stands in the statements, and they add up to the balances."""
    his = ["purchase", "purchase", "top_up", "top_up"]  # what he haggled for was bought first
    for person, codes in ((tale.mei, ["withdrawal", "sale"]), (tale.li, his)):
        entries = person.get("/wallet/entries")["items"]
        same(f"{person.name}'s statement", [entry["code"] for entry in entries], codes)
        balance = in_wallet(person)
        entries_sum = total([money(entry["amount"]) for entry in entries], balance.currency)
        same(f"The sum of {person.name}'s statement", entries_sum, balance)
    return "Mei 2 · Li 4 · ¥0.00"


def _earned(tale: Tale) -> Money:
    return money(tale.order["total"]) - money(tale.order["fee"])
