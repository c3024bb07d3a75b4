"""The promotions table.

A store's promotions that haven't ended lie on one item, its board: a checkout reads it together with the
store, whatever it holds. Each promotion is an item of its own besides, which stays when it has ended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, MapAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.promotions.rules import Promotion, State

PROMOTION = "promotion#"
"""How the sort keys of promotions begin; their ids follow, so they lie in the order of their age."""


@dataclass(frozen=True, slots=True)
class Board:
    """A store's promotions that hadn't ended when it was written. `version` counts its changes."""

    promotions: tuple[Promotion, ...] = ()
    version: int = 0


class BoardItem(Item):
    """A store's board. Key: the store's id, `board`."""

    class Meta(Item.Meta):
        table_name = table("promotions")

    promotions = JSONAttribute()
    version = NumberAttribute()

    def board(self) -> Board:
        """What the business knows of it."""
        return Board(tuple(_promotion(row) for row in self.promotions), int(self.version))


class PromotionItem(Item):
    """A promotion. Key: its store's id, `promotion#` and its own."""

    class Meta(Item.Meta):
        table_name = table("promotions")

    facts = JSONAttribute()
    used = NumberAttribute(null=True)
    """How often it was used by all, once it has ended; before, the tally has it."""

    def promotion(self) -> Promotion:
        """What the business knows of it."""
        return _promotion(self.facts)


class TallyItem(Item):
    """How often a store's limited promotions were used by all. Key: the store's id, `tally`."""

    class Meta(Item.Meta):
        table_name = table("promotions")

    used: MapAttribute[str, Any] = MapAttribute()

    def tally(self) -> dict[str, int]:
        """How often, by promotion."""
        return {promotion_id: int(used) for promotion_id, used in self.used.as_dict().items()}


class OfBuyerItem(Item):
    """How often one buyer used them. Key: the store's id, `buyer#` and hers."""

    class Meta(Item.Meta):
        table_name = table("promotions")

    used: MapAttribute[str, Any] = MapAttribute()

    def of_buyer(self) -> dict[str, int]:
        """How often, by promotion."""
        return {promotion_id: int(used) for promotion_id, used in self.used.as_dict().items()}


def board_want(store_id: str) -> Want[Board]:
    """A store's board to be read."""
    return Want(BoardItem, store_id, "board", BoardItem.board)


def promotion_want(store_id: str, promotion_id: str) -> Want[Promotion]:
    """A promotion to be read."""
    return Want(PromotionItem, store_id, PROMOTION + promotion_id, PromotionItem.promotion)


def tally_want(store_id: str) -> Want[dict[str, int]]:
    """How often a store's promotions were used."""
    return Want(TallyItem, store_id, "tally", TallyItem.tally)


def of_buyer_want(store_id: str, buyer: str) -> Want[dict[str, int]]:
    """How often a buyer used a store's promotions."""
    return Want(OfBuyerItem, store_id, f"buyer#{buyer}", OfBuyerItem.of_buyer)


def board_item(store_id: str, promotions: Sequence[Promotion], *, after: int) -> tuple[BoardItem, Condition]:
    """The board as it is from now on, and the condition that nobody changed it since version `after`."""
    item = BoardItem(pk=store_id, sk="board", promotions=[_row(one) for one in promotions], version=after + 1)
    return item, BoardItem.version == after if after else BoardItem.pk.does_not_exist()


def promotion_item(promotion: Promotion, *, used: int | None = None) -> PromotionItem:
    """A promotion as it is stored."""
    return PromotionItem(pk=promotion.store_id, sk=PROMOTION + promotion.id, facts=_row(promotion), used=used)


def first_tally(store_id: str) -> TallyItem:
    """An empty tally, made with a store's first promotion."""
    return TallyItem(pk=store_id, sk="tally", used={})


def forgetting(used: Mapping[str, int]) -> tuple[list[Action], Condition]:
    """The change by which the tally forgets some promotions, and that nobody counted them meanwhile."""
    condition = TallyItem.pk.exists()
    for promotion_id, times in used.items():
        condition &= TallyItem.used[promotion_id] == times
    return [TallyItem.used[promotion_id].remove() for promotion_id in used], condition


def tally_key(store_id: str) -> TallyItem:
    """The item to update, known by its key alone."""
    return TallyItem(pk=store_id, sk="tally")


def of_buyer_key(store_id: str, buyer: str) -> OfBuyerItem:
    """The item to update, known by its key alone."""
    return OfBuyerItem(pk=store_id, sk=f"buyer#{buyer}")


def first_of_buyer(store_id: str, buyer: str, used: Mapping[str, int]) -> OfBuyerItem:
    """A buyer's first uses in a store."""
    return OfBuyerItem(pk=store_id, sk=f"buyer#{buyer}", used=dict(used))


def _row(promotion: Promotion) -> dict[str, Any]:
    return {
        "id": promotion.id,
        "store_id": promotion.store_id,
        "title": promotion.title,
        "code": promotion.code,
        "basis_points": promotion.basis_points,
        "amount": _amount_row(promotion.amount),
        "most": _amount_row(promotion.most),
        "threshold": _amount_row(promotion.threshold),
        "category": promotion.category,
        "listing_ids": list(promotion.listing_ids),
        "starts_at": clock.stamp(promotion.starts_at),
        "ends_at": clock.stamp(promotion.ends_at) if promotion.ends_at else None,
        "total_limit": promotion.total_limit,
        "buyer_limit": promotion.buyer_limit,
        "stackable": promotion.stackable,
        "advertised": promotion.advertised,
        "created_at": clock.stamp(promotion.created_at),
        "state": promotion.state.value,
        "price": _amount_row(promotion.price),
    }


def _promotion(row: Mapping[str, Any]) -> Promotion:
    return Promotion(
        **{
            **row,
            "amount": _amount(row["amount"]),
            "most": _amount(row["most"]),
            "threshold": _amount(row["threshold"]),
            "listing_ids": tuple(row["listing_ids"]),
            "starts_at": clock.moment(row["starts_at"]),
            "ends_at": _moment(row["ends_at"]),
            "created_at": clock.moment(row["created_at"]),
            "state": State(row["state"]),
            "price": _amount(row.get("price")),
        }
    )


def _amount_row(money: Money | None) -> dict[str, Any] | None:
    return {"amount": money.amount, "currency": money.currency} if money else None


def _amount(row: Mapping[str, Any] | None) -> Money | None:
    return Money(row["amount"], row["currency"]) if row else None


def _moment(stamp: str | None) -> datetime | None:
    return clock.moment(stamp) if stamp else None
