"""Mei borrows: two requests, the money at once, and it comes back out of her sales."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation.money import Money
from demo.people import Person
from story.tale import Tale, expect, in_wallet, mentions, money, same, told, until

AMOUNT = 2_000
NOBODY_LENDS = "no operator is known here who could let a lender in"


def borrow(tale: Tale) -> str:
    """One request brings the decision and the contract, a second one the money; she pays it back at once."""
    if not _somebody_lends(tale):
        return NOBODY_LENDS
    amount = min(AMOUNT, tale.mei.get("/credit")["limit"]["amount"])
    wish = {"amount": amount, "months": 6, "purpose": "stock", "consent": True}
    answer = tale.mei.post("/loans", wish)
    loan, contract = answer["loan"], answer["contract"]
    rows = loan["schedule"]
    same("The decision", answer["decision"], "approved")
    same("The rows of the contract and their principal", (len(rows), _principal(rows)), (6, amount))
    expect(loan["id"] in contract["html"] and contract["pdf"], "The contract should be there to be read.")

    before = in_wallet(tale.mei)
    _accepted(tale, loan)
    same("Mei's wallet", in_wallet(tale.mei) - before, money(loan["amount"]))
    mentions("Mei's notice", told(tale.mei, "loan_paid_out", loan["id"]), str(money(loan["amount"])))
    refused = tale.mei.post("/loans", wish | {"amount": 10**8})
    same("What is beyond her limit", (refused["decision"], refused["loan"]), ("refused", None))

    quote = money(tale.mei.get(f"/loans/{loan['id']}/payoff")["total"])
    paid = tale.mei.post(f"/loans/{loan['id']}/payments", {})
    same("The loan", (paid["state"], paid["owed"]["total"]), ("repaid", 0))
    same("What it cost to pay it back on the same day", in_wallet(tale.mei), before)
    return f"{money(loan['amount'])} · {rows[0]['total'] / 100:.2f} × 6 · {quote} back"


def repay_from_sales(tale: Tale) -> str:
    """A share of the next sale goes to the lender before it reaches her wallet, and no more than is owed."""
    if not tale.lender:
        return NOBODY_LENDS
    wish = {"amount": 1_000, "months": 12, "purpose": "stock", "consent": True}
    loan = tale.mei.post("/loans", wish | {"product": "share_of_sales", "share": 5_000})["loan"]
    before = in_wallet(tale.mei)
    _accepted(tale, loan)
    owed = money(loan["amount"]) + money(loan["fee"])
    (swept,) = [one for one in tale.mei.get("/wallet/splits")["items"] if one["owner"] == "lending"]
    same("What may be taken of her sales", swept["left"], owed.amount)

    order = _sold(tale)
    earned = money(order["total"]) - money(order["fee"])
    taken = before + money(loan["amount"]) + earned - in_wallet(tale.mei)
    same("What was taken of the sale", taken, min(owed, Money(earned.amount // 2, earned.currency)))
    paid = tale.mei.post(f"/loans/{loan['id']}/payments", {})
    same("The loan", (paid["state"], paid["owed"]["total"]), ("repaid", 0))
    same("Mei's wallet", in_wallet(tale.mei), before + earned - money(loan["fee"]))
    lent = [one for one in tale.mei.get("/wallet/splits")["items"] if one["owner"] == "lending"]
    same("What is taken of her sales from now on", lent, [])
    tale.kept = in_wallet(tale.mei)
    return f"{taken} of {earned} · {owed} back"


def _somebody_lends(tale: Tale) -> bool:
    """A lender fills a pool, which an operator has opened for her."""
    operator = tale.newcomer("Chen", language="zh")
    if not tale.let_operate(operator.email):
        return False
    tale.lender = tale.newcomer("Youlin", language="zh")
    owner = tale.lender.get("/me")["id"]
    bounds = {"owner": owner, "name": "邻里小贷", "cap": 100_000, "per_borrower": 50_000}
    pool = operator.sign_in().post("/lending/pools", bounds)
    funds = {"amount": 10_000, "currency": "CNY", "method": "pm_card_visa"}
    tale.lender.post("/wallet/top-ups", funds)
    tale.lender.post(f"/pools/{pool['id']}/deposits", {"amount": 10_000})
    tale.undoing.append(lambda: _closed(operator, pool))
    return True


def _closed(operator: Person, pool: Any) -> None:
    """The pool lends nothing more when the story is over."""
    operator.put(f"/lending/pools/{pool['id']}", {"cap": 0, "per_borrower": 0, "halted": True})


def _accepted(tale: Tale, loan: Any) -> None:
    tale.mei.post(f"/loans/{loan['id']}/accept", {"contract": loan["contract"]})

    def active() -> bool:
        return bool(tale.mei.get(f"/loans/{loan['id']}")["state"] == "active")

    until(active, "The money of an accepted loan should come.")


def _principal(rows: list[Any]) -> int:
    return sum(row["principal"] for row in rows)


def _sold(tale: Tale) -> Any:
    """Mei lists a lucky bag, Li buys it and has it."""
    variants = [{"sku": "BAG", "price": 3_000, "stock": 1}]
    bag = {"store_id": tale.store["id"], "title": "福袋", "category": "hair", "variants": variants}
    listing = tale.mei.post("/listings", bag | {"publish": True})
    tale.undoing.append(lambda: tale.mei.post(f"/listings/{listing['id']}/withdraw"))
    tale.li.post("/wallet/top-ups", {"amount": 3_000, "currency": "CNY", "method": "pm_card_visa"})
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 1, "price": 3_000}
    wish = {"address_id": tale.address["id"], "items": [item]}
    order = tale.li.post("/checkouts", wish)["orders"][0]
    tale.mei.post(f"/orders/{order['id']}/parcel", {"courier": "圆通", "tracking_number": "YT0009"})
    return tale.li.post(f"/orders/{order['id']}/confirm")
