"""Builders of a promotion: a store that pays, a promoter with a link, a buyer who comes by it."""

from __future__ import annotations

from typing import Any

from chalicelib.affiliates import handlers
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.world import LI, MEI, ZHAO, made

PARCEL = {"courier": "YTO", "tracking_number": "YT123456"}


def a_programme(listing: Any, *, basis_points: int = 1_000, merchant: Api = MEI, **more: Any) -> Any:
    """A store that pays to promoters."""
    wish = {"state": "open", "basis_points": basis_points, **more}
    return made(merchant.put(f"/stores/{listing['store_id']}/affiliates", wish))


def a_link(listing: Any, promoter: Api = ZHAO, **more: Any) -> str:
    """A promoter's link to a store."""
    code: str = made(promoter.post("/promoter/links", {"store_id": listing["store_id"], **more}))["code"]
    return code


def visited(code: str) -> str:
    """The visit of somebody who follows a link, as her browser keeps it."""
    reply = Api().get(f"/r/{code}")
    return reply.headers["location"].partition("?ref=")[2]


def buying(buyer: Api, listing: Any, *, quantity: int = 1, **more: Any) -> Any:
    """What somebody sends who buys goods at once."""
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": quantity, "price": 1_000}
    return {"address_id": world.an_address(buyer), "items": [item], **more}


def referred_order(buyer: Api, code: str, *, listing: Any, quantity: int = 1) -> Any:
    """A paid order of somebody who came by a link."""
    world.money_for(buyer)
    wish = buying(buyer, listing, quantity=quantity, referral=visited(code))
    return made(buyer.post("/checkouts", wish))["orders"][0]


def confirmed(order: Any, *, buyer: Api = LI, merchant: Api = MEI) -> Any:
    """The order, sent and received."""
    made(merchant.post(f"/orders/{order['id']}/parcel", PARCEL))
    return made(buyer.post(f"/orders/{order['id']}/confirm"))


def counted() -> list[dict[str, Any]]:
    """Let the sums be counted; answers the messages."""
    batch = messages("affiliates")
    assert handlers.count_commissions({"Records": batch}) == {"batchItemFailures": []}
    return batch


def commissions(promoter: Api = ZHAO) -> list[Any]:
    """What a promoter sees of her orders."""
    found: list[Any] = made(promoter.get("/promoter/commissions"))["items"]
    return found


def figures(row: Any) -> tuple[int, int, int]:
    """What of a day is pending, paid and taken back."""
    return row["pending"]["amount"], row["paid"]["amount"], row["taken_back"]["amount"]


def earnings(promoter: Api = ZHAO) -> list[tuple[int, int, int]]:
    """A promoter's days."""
    return [figures(row) for row in made(promoter.get("/promoter/earnings"))["items"]]


def spend(listing: Any, merchant: Api = MEI) -> list[tuple[int, int, int]]:
    """A store's days and promoters."""
    path = f"/stores/{listing['store_id']}/affiliates/spend"
    return [figures(row) for row in made(merchant.get(path))["items"]]
