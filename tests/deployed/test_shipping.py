"""A parcel's whole way over HTTP: booked, labelled, fetched and told of by the couriers' own process."""

from __future__ import annotations

from typing import Any

import pypdfium2

from demo.people import Person
from tests.camera import scanned
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, in_wallet, list_goods, open_store, somebody, top_up
from tests.deployed.watching import audit, until

SENDER = {"name": "梅", "phone": "13800138000", "region": "330782", "street": "稠州北路 1 号"}
WINDOW = {"since": "2099-01-01T01:00:00Z", "until": "2099-01-01T03:00:00Z"}


def an_order(mei: Person, li: Person) -> Any:
    """Paid goods for a rural county."""
    clip = list_goods(mei, open_store(mei, "梅的小铺"), title="珍珠发夹", price=5_000, stock=1)
    top_up(li, 5_000)
    li.post("/cart/lines", {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1})
    return li.post("/checkouts", {"address_id": home(li)})["orders"][0]


class TestAParcel:
    def test_is_booked_labelled_carried_proven_and_confirmed(self, stack: Stack) -> None:
        mei, li = (somebody(stack, name) for name in ("Mei", "Li"))
        order = an_order(mei, li)
        top_up(mei, 3_000)

        # Mei takes the best that goes there, and pays it from her wallet, once.
        best = mei.get(f"/orders/{order['id']}/quotes?origin=330782&grams=350")["items"][0]
        wish = {"service": best["service"], "grams": 350, "paid_from": "wallet", "sender": SENDER}
        wish["orders"] = [{"order_id": order["id"]}]
        parcel, again = (mei.post("/shipping/parcels", wish, key="parcel") for _ in range(2))
        assert parcel == again and parcel["state"] == "booked"
        assert in_wallet(mei) == 3_000 - best["price"]["total"]["amount"]
        assert audit(stack)

        # A scanner reads her label.
        label = mei.call("GET", f"/shipping/parcels/{parcel['id']}/label")
        page = pypdfium2.PdfDocument(label.content)[0].render(scale=4).to_pil()
        code = scanned(page)
        assert code.text == parcel["tracking_number"]

        # It is fetched, and its courier tells all the rest, in disorder.
        mei.post(f"/shipping/parcels/{parcel['id']}/pickup", WINDOW)
        path = f"/shipping/parcels/{parcel['id']}"
        seen = until(lambda: (now := li.get(path)["tracking"])["proof"] and now)
        assert (seen["status"], seen["proof"]["received_by"]) == ("delivered", "本人签收")

        # Li confirms; Mei has her money.
        before = in_wallet(mei)
        li.post(f"/orders/{order['id']}/confirm")
        assert in_wallet(mei) > before
        audit(stack)
