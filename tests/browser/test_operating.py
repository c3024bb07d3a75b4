"""The operators' desk: what waits for a decision is seen and decided by them, and by nobody else."""

from __future__ import annotations

from typing import Any

from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import dialog, said
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, list_goods, open_store, somebody, top_up
from tests.deployed.test_loans import an_operator


def a_dispute(li: Person, mei: Person) -> Any:
    """A refund that the merchant rejected, with a photo, and that an operator is to decide."""
    goods = list_goods(mei, open_store(mei, said("Mei's")), title=said("Clip"), price=1_000, stock=5)
    top_up(li, 1_000)
    item = {"listing_id": goods["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
    (order,) = li.post("/checkouts", {"address_id": home(li), "items": [item]})["orders"]
    mei.post(f"/orders/{order['id']}/parcel", {"courier": "圆通", "tracking_number": "YT0002"})
    shot = li.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "evidence")
    wish = {"reason": "damaged", "amount": 600, "text": said("It came broken."), "photo_ids": [shot]}
    refund = li.post(f"/orders/{order['id']}/refunds", wish)
    path = f"/orders/{order['id']}/refunds/{refund['id']}"
    mei.post(f"{path}/reject", {"text": said("It was whole.")})
    disputed = li.post(f"{path}/dispute")
    for person in (mei, li):
        person.post(f"{path}/evidence", {"text": said(f"{person.name} says so.")})
    return disputed


def test_an_operator_rules_a_dispute_and_verifies_a_supplier(stack: Stack, phone_of: PhoneOf) -> None:
    li, mei, zhou = somebody(stack, "Li"), somebody(stack, "Mei"), somebody(stack, "Zhou")
    chen = an_operator(stack)
    refund = a_dispute(li, mei)
    factory = open_store(zhou, said("Zhou's"))
    zhou.put(f"/stores/{factory['id']}/supplier", {"since": 2015, "about": said("Hair bands")})
    pool = {"owner": li.get("/me")["id"], "name": said("Pool"), "cap": 10_000_000, "per_borrower": 100_000}
    made = chen.post("/lending/pools", pool)
    chen.put(f"/lending/pools/{made['id']}", {"cap": 10_000_000, "per_borrower": 100_000, "halted": True})

    phone = phone_of(chen).open("/me").titled("Me").press("Operators’ desk").titled("Operators’ desk")
    phone.looks_well("operating").open("/operating/hearings").sees("Damaged").looks_well("hearings")
    phone.open(f"/operating/hearings/{refund['order_id']}/{refund['id']}").sees(said("It was whole."))
    phone.looks_well("hearing").press("Half").write("Why", said("Both are right.")).press("Decide")
    phone.looks_well("ruling").press("Make this ruling", within=dialog(phone)).titled(
        "Disputes about refunds"
    )
    decided = li.get(f"/orders/{refund['order_id']}/refunds/{refund['id']}")
    assert (decided["state"], decided["amount"]["amount"]) == ("refunded", 300)

    phone.open("/operating/suppliers").sees(said("Zhou's")).looks_well("supplier-applications")
    card = phone.page.get_by_role("listitem").filter(has_text=said("Zhou's"))
    phone.press("Verify", within=card.first).press("Verify", within=dialog(phone))
    dialog(phone).wait_for(state="detached")
    for path, title in (("work", "Disputes about work"), ("messages", "Messages"), ("reviews", "Reviews")):
        phone.open(f"/operating/{path}").titled(title).looks_well(f"operating-{path}")
    phone.open("/operating/books").titled("Books").looks_well("books")
    phone.open("/operating/pools").sees(said("Pool")).looks_well("pools")


def test_nobody_else_comes_to_the_desk(stack: Stack, phone_of: PhoneOf) -> None:
    phone = phone_of(somebody(stack, "Li")).open("/me").titled("Me")
    assert phone.page.get_by_text("Operators’ desk").count() == 0
    phone.open("/operating").titled("Nothing here").open("/operating/pools").titled("Nothing here")
