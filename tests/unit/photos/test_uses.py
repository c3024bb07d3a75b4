"""A file that something shows isn't deleted, and who would delete it is told what shows it."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import models
from chalicelib.photos import service as photos
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.photos.shelves import service as shelves
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.rules import Use, UseKind, blocking, sentence
from tests.api import Api
from tests.unit import world
from tests.unit.conversations import talks
from tests.unit.listings import sheets
from tests.unit.partners import hiring
from tests.unit.photos.uploads import ready_photo
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, made


def refused(photo_id: str, words: str, who: Api = MEI, *, forced: bool = False) -> None:
    reply = who.delete(f"/files/{photo_id}{'?force=true' if forced else ''}")
    says(reply, 409, "photo_in_use")
    assert words in reply.json["detail"]


def goods_with(*photo_ids: str, store: Any = None) -> Any:
    """Goods that show photos."""
    clip = world.a_listing(store=store)
    return made(MEI.patch(f"/listings/{clip['id']}", {"photos": list(photo_ids)}))


def deleted(photo_id: str, who: Api = MEI, *, forced: bool = False) -> None:
    made(who.delete(f"/files/{photo_id}{'?force=true' if forced else ''}"))
    assert photo_id not in [one["id"] for one in made(who.get("/files"))["items"]]


class TestGoods:
    def test_keep_their_photos_until_they_show_them_no_more(self) -> None:
        first, second = ready_photo(MEI), ready_photo(MEI)
        clip = goods_with(first, second)
        refused(first, f"the goods {clip['id']}")
        refused(first, f"the goods {clip['id']}", forced=True)
        made(MEI.patch(f"/listings/{clip['id']}", {"photos": [second]}))
        deleted(first)
        refused(second, clip["id"])

    def test_all_that_show_a_photo_are_named(self) -> None:
        photo = ready_photo(MEI)
        store = world.a_store()
        clips = [goods_with(photo, store=store) for _ in range(2)]
        made(MEI.patch(f"/stores/{store['id']}", {"banner": photo}))
        for one in (*clips, store):
            refused(photo, one["id"])
        made(MEI.patch(f"/listings/{clips[0]['id']}", {"photos": []}))
        refused(photo, clips[1]["id"])

    def test_of_an_import_keep_theirs(self) -> None:
        photo, store = ready_photo(MEI), world.a_store()
        rows = f"title,category,sku,price,stock,photos\nPin,pins,P-1,25,8,{photo}\n"
        sheets.imported(store, rows)
        refused(photo, "the goods lst_")

    def test_do_not_take_a_photo_that_is_deleted_at_this_instant(self) -> None:
        photo_id = ready_photo(MEI)
        (read,) = photos.known([photo_id])
        with Transaction() as tx:
            uses.note(tx, Use(UseKind.LISTING, "lst_1"), shown=[photo_id])
        with pytest.raises(ChangedMeanwhile), Transaction() as tx:
            shelves.end(tx, read, now=read.created_at)
        (read,) = photos.known([photo_id])
        with Transaction() as tx:
            shelves.end(tx, read, now=read.created_at)
        with pytest.raises(PhotoNotReady), Transaction() as tx:
            uses.note(tx, Use(UseKind.LISTING, "lst_2"), shown=[photo_id])

    def test_changed_twice_at_once_keep_what_they_show(self) -> None:
        first, second, third = (ready_photo(MEI) for _ in range(3))
        clip = goods_with(first)
        made(MEI.patch(f"/listings/{clip['id']}", {"photos": [first, second]}))
        made(MEI.patch(f"/listings/{clip['id']}", {"photos": [third, first]}))
        deleted(second)
        for one in (first, third):
            refused(one, clip["id"])


class TestOthers:
    def test_a_store_keeps_its_logo_and_banner_until_there_is_another(self) -> None:
        store = world.a_store()
        for part in ("logo", "banner"):
            old, new = ready_photo(MEI, part), ready_photo(MEI, part)
            made(MEI.patch(f"/stores/{store['id']}", {part: old}))
            refused(old, f"the logo or banner of the store {store['id']}", forced=True)
            made(MEI.patch(f"/stores/{store['id']}", {part: new}))
            deleted(old)
            made(MEI.patch(f"/stores/{store['id']}", {part: None}))
            deleted(new)

    def test_a_message_loses_its_photo_only_if_its_author_insists(self) -> None:
        photo = ready_photo(LI, "message")
        talk = talks.a_talk(listing=world.a_listing())
        made(LI.post(f"/conversations/{talk['id']}/messages", {"client_id": "a", "photo_id": photo}))
        refused(photo, f"a message in the conversation {talk['id']}", LI)
        deleted(photo, LI, forced=True)

    def test_a_review_keeps_its_photos_until_it_is_revised(self) -> None:
        order = world.a_completed_order()
        one, other = ready_photo(LI, "review"), ready_photo(LI, "review")
        review = world.a_review(LI, order, photo_ids=[one])
        refused(one, f"the review {review['id']}", LI)
        made(LI.put(f"/reviews/{review['id']}", {"stars": 4, "text": "Well", "photo_ids": [other]}))
        deleted(one, LI)

    def test_what_proves_something_stays(self) -> None:
        order = world.a_shipped_order()["id"]
        proof = ready_photo(LI, "evidence")
        wish = {"reason": "damaged", "amount": 400, "photo_ids": [proof]}
        refund = made(LI.post(f"/orders/{order}/refunds", wish))
        refused(proof, f"the evidence of the refund {refund['id']}", LI, forced=True)

    def test_a_portfolio_keeps_its_pieces(self) -> None:
        hiring.a_partner()
        photo = ready_photo(hiring.YUN, "portfolio")
        made(hiring.YUN.put("/partner/portfolio", {"pieces": [{"photo_id": photo, "caption": "One"}]}))
        refused(photo, "the portfolio of the partner", hiring.YUN)
        made(hiring.YUN.put("/partner/portfolio", {"pieces": []}))
        deleted(photo, hiring.YUN)


class TestDelivery:
    def test_stays_until_it_is_the_merchants_who_may_insist(self) -> None:
        contract = hiring.delivered(hiring.bought(), photos=1)
        (photo,) = (one["id"] for one in contract["milestones"][0]["delivery"]["photos"])
        refused(photo, "the work delivered for the contract", hiring.YUN, forced=True)
        made(hiring.step(MEI, contract, "accept"))
        made(hiring.step(MEI, contract, "use", {"use": "banner"}))
        refused(photo, "the logo or banner", forced=True)
        made(MEI.patch(f"/stores/{contract['store_id']}", {"banner": None}))
        refused(photo, "the work delivered")
        deleted(photo, forced=True)

    def test_is_the_partners_again_once_the_money_is_back(self) -> None:
        contract = hiring.delivered(hiring.bought(), photos=1)
        (photo,) = (one["id"] for one in contract["milestones"][0]["delivery"]["photos"])
        made(hiring.step(hiring.YUN, contract, "give-back", {"text": "Sorry"}))
        deleted(photo, hiring.YUN)

    def test_that_is_shown_with_goods_is_kept_by_them(self) -> None:
        store = world.a_store()
        contract = hiring.delivered(hiring.bought(store=store), photos=1)
        (photo,) = (one["id"] for one in contract["milestones"][0]["delivery"]["photos"])
        made(hiring.step(MEI, contract, "accept"))
        wish: dict[str, Any] = {"use": "listing", "listing_id": world.a_listing(store=store)["id"]}
        made(hiring.step(MEI, contract, "use", wish))
        refused(photo, f"the goods {wish['listing_id']}", forced=True)


class TestSentence:
    def test_names_five_and_counts_the_others(self) -> None:
        many = [Use(UseKind.LISTING, f"lst_{n}") for n in range(7)]
        assert sentence(many[:1]) == "This file is shown by the goods lst_0."
        assert sentence(many[:2]) == "This file is shown by the goods lst_0 and the goods lst_1."
        assert sentence(many).endswith("the goods lst_4 and 2 more.")

    def test_is_of_what_blocks_alone(self) -> None:
        both = {Use(UseKind.MESSAGE, "cnv_1"), Use(UseKind.STORE, "sto_1")}
        assert [one.kind for one in blocking(both, forced=True, delivered=True)] == [UseKind.STORE]

    def test_fits_what_is_stored(self) -> None:
        assert Use.named(Use(UseKind.DELIVERY, "ctr_1/2").name) == Use(UseKind.DELIVERY, "ctr_1/2")
        assert models.photo_key("pho_1").pk == "pho_1"
