"""Whose stored items grow: a merchant with one big store, and a buyer who has bought there for years.

All of it is made by the use cases themselves.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from chalicelib.accounts import service as accounts
from chalicelib.accounts.service import AddressWish
from chalicelib.conversations import service as conversations
from chalicelib.conversations.rules import Message
from chalicelib.conversations.service import Wish
from chalicelib.foundation import aws, clock, ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.files import upload_key
from chalicelib.foundation.money import Money
from chalicelib.listings import service as listings
from chalicelib.listings.service import Listing, Offered
from chalicelib.orders import checkouts
from chalicelib.orders import service as orders
from chalicelib.orders.rules import Order
from chalicelib.payments import service as payments
from chalicelib.photos import service as photos
from chalicelib.photos.rules import ContentType, Purpose
from chalicelib.shipping import service as shipping
from chalicelib.stores import service as stores
from chalicelib.stores import sharing
from chalicelib.stores.rules import Action, Channel, Link, Store

PRICE = 1_990
RICH = 5_000_000
"""The most that one can top up at once, in fen."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The people, and what they have before anything is measured."""

    merchant: str
    store: Store
    goods: Sequence[Listing]
    """What is bought: four of the big store, three of each of two others."""
    photos: Sequence[str]
    link: Link
    buyer: str
    address: str
    talk: str
    """The buyer's conversation with the big store."""

    def place(self, *lines: Listing) -> Sequence[Order]:
        """The buyer orders goods at once, from her wallet."""
        items = [checkouts.Item(one.id, "v01", 1, PRICE, "") for one in lines]
        selection = checkouts.select_items(self.buyer, items, address_id=self.address, now=clock.now())
        return checkouts.buy(self.buyer, selection, now=clock.now()).orders

    def order(self) -> Order:
        """An order of one line that is paid and not shipped."""
        return self.place(self.goods[0])[0]

    def shipped(self) -> Order:
        """An order that is on its way."""
        order = self.order()
        ship(self, order)
        return order

    def completed(self) -> Order:
        """An order that is done."""
        return orders.confirm_receipt(self.shipped().id, buyer=self.buyer, now=clock.now())


def ship(cast: Cast, order: Order) -> None:
    """Hand an order to a courier."""
    shipping.ship(
        order.id,
        person=cast.merchant,
        courier="中通快递",
        tracking_number="ZT1234567890",
        now=clock.now(),
    )


def assembled() -> Cast:
    """Make everybody and everything."""
    merchant = ids.new("per")
    shown = [_photo(merchant) for _ in range(3)]
    store = open_store(merchant)
    goods = [list_goods(store, shown) for _ in range(4)]
    for _ in range(2):
        other = open_store(ids.new("per"))
        goods += [list_goods(other, []) for _ in range(3)]
    buyer, address = a_buyer()
    link = sharing.share(store.id, person=merchant, channel=Channel.WEIBO, label="", now=clock.now())
    talk = conversations.open_about(buyer, listing_id=goods[0].id, now=clock.now()).conversation.id
    say(talk, buyer)
    return Cast(merchant, store, goods, shown, link, buyer, address, talk)


def a_buyer() -> tuple[str, str]:
    """Somebody with nearly as much in her wallet as the limit of a day allows, and her address."""
    buyer = ids.new("per")
    for _ in range(3):
        payments.top_up(buyer, amount=Money(RICH, "CNY"), method="pm_card_visa", now=clock.now())
    wish = AddressWish("李雷", "13800138000", "CN", "513233", "邛溪镇团结路 1 号")
    return buyer, accounts.add_address(buyer, wish).id


def say(talk: str, author: str) -> Message:
    """Say something in a conversation."""
    wish = Wish(ids.new("c"), "老板，这款还有现货吗？")
    return conversations.send(talk, author=author, wish=wish, now=clock.now())


def open_store(owner: str) -> Store:
    """A published store."""
    name = f"梅的小铺 {owner[-6:]}"
    store = stores.open_store(owner, name=name, currency="CNY", time_zone="Asia/Shanghai", now=clock.now())
    return stores.act(store.id, Action.PUBLISH, person=owner)


def list_goods(store: Store, shown: Sequence[str]) -> Listing:
    """Goods on sale, with as much about them as a merchant usually says."""
    listing, _ = listings.list_goods(
        store.id,
        person=store.owner_id,
        title="复古玳瑁抓夹 Vintage Tortoiseshell Claw Clip",
        description="一夹就有好气色。醋酸板材手工打磨六遍，七齿稳稳抓住长发，盘发、半扎都好看。" * 4,
        category="hair-accessories",
        photo_ids=shown,
        attributes={
            "材质 Material": "醋酸板材 Acetate",
            "尺寸 Size": "10.5 × 5 cm",
            "产地 Made in": "浙江义乌",
        },
        variants=[Offered(f"CLIP-{size}", f"{size} 号", PRICE, 10**6) for size in ("S", "M", "L")],
        publish=True,
        now=clock.now(),
    )
    return listing


def _photo(owner: str) -> str:
    """A photo that its owner has uploaded and that was found good."""
    announced = photos.announce(
        owner, content_type=ContentType.JPEG, purpose=Purpose.LISTING, size=100_000, now=clock.now()
    )
    picture = io.BytesIO()
    Image.new("RGB", (1000, 1000), "#b5485d").save(picture, "JPEG")
    aws.client("s3").put_object(
        Bucket=settings().media_bucket,
        Key=upload_key(announced.photo.id),
        Body=picture.getvalue(),
    )
    photo = photos.check(announced.photo.id, owner=owner, now=clock.now())
    assert photo.key, photo
    return photo.id
