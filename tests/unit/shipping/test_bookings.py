"""Parcels that couriers are asked to carry."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pypdfium2
import pytest

from chalicelib.foundation import clock
from chalicelib.shipping.bookings import service
from chalicelib.shipping.carriers import sandbox
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.errors import CourierRefused, CourierUnavailable
from chalicelib.shipping.labels import zpl
from chalicelib.shipping.labels.rules import Label, wrapped
from tests.api import Api
from tests.camera import scanned
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.payments import books
from tests.unit.stores.crew import hired
from tests.unit.world import LI, MEI, WANG, ZHAO, a_booking, booking_wish, courier_news, in_wallet, made

GOT, DONE = "204", "704"


def told(number: str, code: str, *, name: str = "", **more: str) -> None:
    body, headers = courier_news(number, code, name=name or code, **more)
    made(Api().post("/shipping/notices/youlin", raw=body, headers=headers))


def order_of(order: Any) -> Any:
    return made(LI.get(f"/orders/{order['id']}"))


def parcel_of(booking: Any, who: Api = LI) -> Any:
    return made(who.get(f"/shipping/parcels/{booking['id']}"))


def refusing(courier: str, *, error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> str:
        raise error

    monkeypatch.setattr(sandbox.Sandbox, "book", refuse)


class TestBook:
    def test_sends_an_order_on_its_way(self) -> None:
        order = world.a_paid_order()
        booking = a_booking(order)
        assert (booking["state"], booking["direction"]) == ("booked", "out")
        assert booking["tracking_number"].startswith("YO")
        assert booking["recipient"]["region_name"].endswith("红原县")
        assert order_of(order)["state"] == "shipped"
        seen = made(LI.get(f"/orders/{order['id']}/tracking"))
        assert (seen["tracking_number"], seen["status"]) == (booking["tracking_number"], "pending")

    def test_asks_what_was_quoted(self) -> None:
        order = world.a_paid_order()
        quoted = made(MEI.get(f"/orders/{order['id']}/quotes?origin=330782&grams=350"))["items"]
        (price,) = [one["price"]["total"] for one in quoted if one["service"] == "youlin.standard"]
        assert a_booking(order)["price"] == price

    def test_remembers_where_a_store_sends_from(self) -> None:
        listing = world.a_listing()
        a_booking(world.a_paid_order(listing=listing))
        again = a_booking(world.a_paid_order(listing=listing), sender=None)
        assert again["sender"]["street"] == world.SENDER["street"]
        assert made(MEI.get(f"/stores/{listing['store_id']}/origin"))["region"] == "330782"

    def test_wants_to_know_where_a_store_sends_from(self) -> None:
        reply = MEI.post("/shipping/parcels", booking_wish(world.a_paid_order(), sender=None))
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "origin_unknown", "sender")

    @pytest.mark.parametrize(
        ("wish", "code"),
        [
            ({"service": "no.body"}, "unknown_service"),
            ({"service": "yuanfeng.standard"}, "service_unfit"),
            ({"grams": 900_000}, "service_unfit"),
            ({"sender": world.SENDER | {"region": "999999"}}, "bad_region"),
            ({"sender": world.SENDER | {"phone": "1"}}, "bad_phone"),
        ],
    )
    def test_refuses_what_cant_be_carried(self, wish: dict[str, Any], code: str) -> None:
        order = world.a_paid_order()
        reply = MEI.post("/shipping/parcels", booking_wish(order, **wish))
        assert (reply.status, reply.json["code"]) == (422, code)
        assert order_of(order)["state"] == "paid"

    def test_is_for_who_ships(self) -> None:
        order = world.a_paid_order()
        store = order["store_id"]
        hired({"id": store}, "packer", ZHAO, by=MEI)
        assert WANG.post("/shipping/parcels", booking_wish(order)).status == 404
        assert made(ZHAO.post("/shipping/parcels", booking_wish(order)))["state"] == "booked"

    def test_costs_2_transactions(self) -> None:
        order = world.a_paid_order()
        messages("notifications")
        with calls() as cost:
            a_booking(order)
        assert cost[:4] == ["BatchGetItem", "TransactWriteItems", "BatchGetItem", "TransactWriteItems"]
        assert set(cost[4:]) <= {"SendMessageBatch", "BatchWriteItem", "GetQueueUrl"}


class TestPressedTwice:
    def test_is_one_parcel(self) -> None:
        order = world.a_paid_order()
        once, twice = (a_booking(order, key="k") for _ in range(2))
        assert once == twice
        assert len(made(LI.get(f"/orders/{order['id']}/parcels"))["items"]) == 1

    def test_for_something_else_is_refused(self) -> None:
        order = world.a_paid_order()
        a_booking(order, key="k")
        reply = MEI.post("/shipping/parcels", booking_wish(order, grams=351), key="k")
        assert reply.json["code"] == "idempotency_key_reused"

    def test_without_a_key_nothing_is_left_to_send(self) -> None:
        order = world.a_paid_order()
        a_booking(order)
        reply = MEI.post("/shipping/parcels", booking_wish(order))
        assert (reply.status, reply.json["code"]) == (409, "nothing_left")


class TestCourier:
    def test_that_refuses_leaves_everything_as_it_was(self, monkeypatch: pytest.MonkeyPatch) -> None:
        order = world.a_paid_order()
        world.money_for(MEI, 5_000)
        with monkeypatch.context() as patch:
            refusing("youlin", error=CourierRefused, monkeypatch=patch)
            reply = MEI.post("/shipping/parcels", booking_wish(order, paid_from="wallet"))
        assert (reply.status, reply.json["code"]) == (409, "courier_refused")
        assert (order_of(order)["state"], in_wallet(MEI)) == ("paid", 5_000)
        assert a_booking(order)["state"] == "booked"

    def test_that_is_out_of_reach_is_asked_again_by_the_key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        order = world.a_paid_order()
        with monkeypatch.context() as patch:
            refusing("youlin", error=CourierUnavailable, monkeypatch=patch)
            reply = MEI.post("/shipping/parcels", booking_wish(order), key="k")
        assert (reply.status, reply.json["code"]) == (503, "courier_unavailable")
        assert a_booking(order, key="k")["state"] == "booked"

    def test_that_is_out_of_reach_is_asked_again_by_the_clock(self, monkeypatch: pytest.MonkeyPatch) -> None:
        order = world.a_paid_order()
        with monkeypatch.context() as patch:
            refusing("youlin", error=CourierUnavailable, monkeypatch=patch)
            MEI.post("/shipping/parcels", booking_wish(order))
            assert service.finish_due(clock.now() + timedelta(minutes=3)) == 0
        assert service.finish_due(clock.now() + timedelta(minutes=4)) == 0, "it waits twice as long"
        assert service.finish_due(clock.now() + timedelta(minutes=7)) == 1
        assert order_of(order)["state"] == "shipped"

    def test_carries_nothing_of_an_order_that_was_called_off_meanwhile(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        order = world.a_paid_order()
        with monkeypatch.context() as patch:
            refusing("youlin", error=CourierUnavailable, monkeypatch=patch)
            MEI.post("/shipping/parcels", booking_wish(order), key="k")
        made(LI.post(f"/orders/{order['id']}/cancel"))
        reply = MEI.post("/shipping/parcels", booking_wish(order), key="k")
        assert reply.json["code"] == "wrong_order_state"
        assert made(LI.get(f"/orders/{order['id']}/parcels"))["items"] == []


class TestPartShipments:
    def order(self) -> Any:
        return world.a_paid_order(listing=world.a_listing(stock=3), quantity=3)

    def some(self, order: Any, pieces: int) -> Any:
        lines = [{"line_id": order["lines"][0]["id"], "pieces": pieces}]
        return {"orders": [{"order_id": order["id"], "lines": lines}]}

    def test_are_confirmed_from_the_last_delivery(self) -> None:
        order = self.order()
        one, two = (a_booking(order, **self.some(order, pieces)) for pieces in (2, 1))
        told(one["tracking_number"], DONE)
        before = order_of(order)["auto_confirm_at"]
        assert before > (clock.now() + timedelta(days=29)).isoformat()
        told(two["tracking_number"], DONE)
        assert order_of(order)["auto_confirm_at"] < before

    def test_dont_send_more_than_was_ordered(self) -> None:
        order = self.order()
        a_booking(order, **self.some(order, 2))
        reply = MEI.post("/shipping/parcels", booking_wish(order, **self.some(order, 2)))
        assert (reply.status, reply.json["code"]) == (409, "nothing_left")
        assert reply.json["field"] == "orders.0.lines"

    def test_ask_the_buyer_for_nothing_more(self) -> None:
        order = self.order()
        before = in_wallet(LI)
        for pieces in (1, 2):
            a_booking(order, **self.some(order, pieces))
        assert (in_wallet(LI), order_of(order)["total"]) == (before, order["total"])


class TestSharedParcel:
    def test_carries_several_orders_for_one_price(self) -> None:
        listing = world.a_listing()
        orders = [world.a_paid_order(listing=listing) for _ in range(2)]
        world.money_for(MEI, 5_000)
        booking = a_booking(*orders, paid_from="wallet")
        assert in_wallet(MEI) == 5_000 - booking["price"]["amount"]
        told(booking["tracking_number"], DONE)
        assert {made(LI.get(f"/orders/{one['id']}/tracking"))["status"] for one in orders} == {"delivered"}

    def test_goes_to_one_buyer_only(self) -> None:
        listing = world.a_listing()
        orders = [world.a_paid_order(buyer, listing=listing) for buyer in (LI, ZHAO)]
        reply = MEI.post("/shipping/parcels", booking_wish(*orders))
        assert (reply.status, reply.json["code"]) == (422, "not_together")
        assert reply.json["field"] == "orders.1.order_id"


class TestPaidFromTheWallet:
    def test_needs_the_money(self) -> None:
        reply = MEI.post("/shipping/parcels", booking_wish(world.a_paid_order(), paid_from="wallet"))
        assert reply.json["code"] == "insufficient_funds"

    def test_is_the_owners_business(self) -> None:
        order = world.a_paid_order()
        hired({"id": order["store_id"]}, "packer", ZHAO, by=MEI)
        world.money_for(MEI, 5_000)
        assert ZHAO.post("/shipping/parcels", booking_wish(order, paid_from="wallet")).status == 403

    def test_asks_for_the_pin(self) -> None:
        order = world.a_paid_order()
        world.money_for(MEI, 5_000)
        made(MEI.post("/wallet/pin", {"pin": "839204"}))
        wish = booking_wish(order, paid_from="wallet")
        assert MEI.post("/shipping/parcels", wish).json["code"] == "pin_required"
        made(MEI.post("/shipping/parcels", wish | {"pin": "839204"}))
        books.audit()


class TestCallOff:
    def test_makes_the_order_wait_again_and_gives_the_money_back(self) -> None:
        order = world.a_paid_order()
        world.money_for(MEI, 5_000)
        booking = a_booking(order, paid_from="wallet")
        assert made(MEI.post(f"/shipping/parcels/{booking['id']}/cancel"))["state"] == "cancelled"
        assert (order_of(order)["state"], in_wallet(MEI)) == ("paid", 5_000)
        assert order_of(order)["ship_by"] is not None
        assert LI.get(f"/orders/{order['id']}/parcel").status == 404
        assert a_booking(order)["tracking_number"] != booking["tracking_number"]
        books.audit()

    def test_leaves_the_orders_other_parcels(self) -> None:
        order = world.a_paid_order(listing=world.a_listing(stock=3), quantity=3)
        parts = TestPartShipments()
        one, two = (a_booking(order, **parts.some(order, pieces)) for pieces in (2, 1))
        made(MEI.post(f"/shipping/parcels/{one['id']}/cancel"))
        assert order_of(order)["state"] == "shipped"
        assert made(LI.get(f"/orders/{order['id']}/parcel"))["tracking_number"] == two["tracking_number"]

    def test_comes_too_late_once_the_courier_has_it(self) -> None:
        booking = a_booking(world.a_paid_order())
        told(booking["tracking_number"], GOT)
        reply = MEI.post(f"/shipping/parcels/{booking['id']}/cancel")
        assert (reply.status, reply.json["code"]) == (409, "wrong_booking_state")

    def test_is_done_once(self) -> None:
        booking = a_booking(world.a_paid_order())
        made(MEI.post(f"/shipping/parcels/{booking['id']}/cancel"))
        assert MEI.post(f"/shipping/parcels/{booking['id']}/cancel").status == 409


class TestFetch:
    def test_tells_when_the_courier_comes(self) -> None:
        booking = a_booking(world.a_paid_order())
        wish = {"since": "2099-01-01T01:00:00Z", "until": "2099-01-01T03:00:00Z"}
        seen = made(MEI.post(f"/shipping/parcels/{booking['id']}/pickup", wish))["pickup"]
        assert (seen["since"], seen["name"][:2]) == (wish["since"], "PU")
        assert parcel_of(booking)["booking"]["pickup"] == seen

    def test_wants_a_window(self) -> None:
        booking = a_booking(world.a_paid_order())
        wish = {"since": "2099-01-01T03:00:00Z", "until": "2099-01-01T01:00:00Z"}
        assert MEI.post(f"/shipping/parcels/{booking['id']}/pickup", wish).status == 422


class TestProof:
    def test_is_seen_by_buyer_and_seller(self) -> None:
        booking = a_booking(world.a_paid_order())
        photo = "https://photos.example.com/1.jpg"
        told(booking["tracking_number"], DONE, received_by="李雷", photo_url=photo)
        told(booking["tracking_number"], DONE, name="later", received_by="nobody")
        for who in (LI, MEI):
            proof = parcel_of(booking, who)["tracking"]["proof"]
            assert (proof["received_by"], proof["photo_url"]) == ("李雷", photo)
        assert WANG.get(f"/shipping/parcels/{booking['id']}").status == 404

    @pytest.mark.parametrize("url", ["http://a.example.com/1.jpg", "javascript:alert(1)"])
    def test_shows_no_strange_address(self, url: str) -> None:
        booking = a_booking(world.a_paid_order())
        body, headers = courier_news(booking["tracking_number"], DONE, photo_url=url)
        assert Api().post("/shipping/notices/youlin", raw=body, headers=headers).status == 400


def a_return() -> tuple[str, Any]:
    """The path of a refund whose goods its buyer may send back, and the parcel that brought them."""
    order = world.a_paid_order()
    booking = a_booking(order)
    told(booking["tracking_number"], DONE)
    wish = {"reason": "damaged", "amount": 100, "kind": "return"}
    refund = made(LI.post(f"/orders/{order['id']}/refunds", wish))["id"]
    made(MEI.post(f"/orders/{order['id']}/refunds/{refund}/accept", {}))
    return f"/orders/{order['id']}/refunds/{refund}", booking


CARRIAGE = {"service": "youlin.standard", "grams": 350}


class TestReturn:
    def test_goes_back_to_where_it_came_from_with_a_label_for_the_buyer(self) -> None:
        path, booking = a_return()
        back = made(LI.post(f"{path}/booking", CARRIAGE))
        assert (back["direction"], back["recipient"]) == ("back", booking["sender"])
        assert made(LI.get(path))["state"] == "returned"
        assert made(LI.get(path))["tracking_number"] == back["tracking_number"]
        assert LI.get(f"/shipping/parcels/{back['id']}/label").status == 200

    def test_is_followed_and_tells_its_order_nothing(self) -> None:
        path, _ = a_return()
        back = made(LI.post(f"{path}/booking", CARRIAGE))
        before = order_of({"id": path.split("/")[2]})
        told(back["tracking_number"], DONE)
        assert parcel_of(back, MEI)["tracking"]["status"] == "delivered"
        assert order_of(before) == before
        kinds = [
            one["booking"]["direction"] for one in made(MEI.get(f"/orders/{before['id']}/parcels"))["items"]
        ]
        assert kinds == ["out", "back"]

    def test_is_one_however_often_it_is_pressed(self) -> None:
        path, _ = a_return()
        once, twice = (made(LI.post(f"{path}/booking", CARRIAGE, key="k")) for _ in range(2))
        assert once == twice
        assert LI.post(f"{path}/booking", CARRIAGE).json["code"] == "wrong_refund_state"


class TestLabel:
    def of(self, format_: str) -> tuple[str, bytes]:
        booking = a_booking(world.a_paid_order())
        reply = MEI.get(f"/shipping/parcels/{booking['id']}/label?format={format_}")
        assert reply.status == 200
        return booking["tracking_number"], reply.content

    def test_has_a_barcode_that_a_scanner_reads(self) -> None:
        number, content = self.of("pdf")
        page = pypdfium2.PdfDocument(content)[0]
        assert [round(side * 25.4 / 72) for side in page.get_size()] == [100, 150]
        found = scanned(page.render(scale=4).to_pil())
        assert (found.text, found.format.name) == (number, "Code128")
        text = page.get_textpage().get_text_bounded()
        assert "李雷" in text and "红原县" in text and number in text

    def test_is_written_for_label_printers(self) -> None:
        number, content = self.of("zpl")
        text = content.decode()
        assert text.startswith("^XA\n^PW800\n^LL1200") and text.endswith("^XZ")
        assert f"^FD{number}^FS" in text and "^BCN," in text
        assert "李雷" in text and "红原县" in text

    def test_prints_what_would_be_a_command(self) -> None:
        nasty = Contact("^XZ~JA_", "1", "CN", "330782", "", "x" * 90)
        label = Label("c", "s", "N1", nasty, nasty, ("g",), ("ord_1",), 1, is_return=False)
        text = zpl.written(label).decode()
        assert "~" not in text and text.count("^XZ") == 1
        assert "_5EXZ_7EJA_5F" in text

    def test_breaks_lines_by_their_width(self) -> None:
        assert wrapped("红原县ab", 4) == ["红原", "县ab"]
        assert wrapped("", 4) == []

    def test_doesnt_load_its_library_before_it_is_drawn(self) -> None:
        import subprocess
        import sys

        check = "import chalicelib.shipping.bookings.routes, sys; print('reportlab' in sys.modules)"
        said = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
        assert said.stdout.strip() == "False"
