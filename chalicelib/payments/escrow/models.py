"""The split instructions of a wallet, as the payments table keeps them: all in one item."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import MapAttribute, NumberAttribute

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.payments.escrow.rules import Instruction, Instructions, SplitOwner
from chalicelib.payments.rules import Account

NONE = Instructions((), 0)


class SplitsItem(Item):
    """A wallet's instructions by their ids. Key: the wallet's account id, `splits`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    instructions: MapAttribute[str, Any] = MapAttribute()
    version = NumberAttribute()

    def standing(self) -> Instructions:
        """What the business knows of them."""
        rows = self.instructions.as_dict()
        return Instructions(
            tuple(_instruction(one, row) for one, row in sorted(rows.items())), int(self.version)
        )


def _instruction(instruction_id: str, row: dict[str, Any]) -> Instruction:
    whole = {name: int(row[name]) if name in row else None for name in ("basis_points", "amount", "left")}
    return Instruction(
        id=instruction_id,
        owner=SplitOwner(row["owner"]),
        payee=row["payee"],
        precedence=int(row["precedence"]),
        memo=row.get("memo", ""),
        **whole,
    )


def _row(instruction: Instruction) -> dict[str, Any]:
    row = asdict(instruction) | {"owner": instruction.owner.value}
    return {name: value for name, value in row.items() if name != "id" and value is not None}


def splits_item(wallet: Account, after: Instructions) -> SplitsItem:
    """A wallet's instructions as they are stored."""
    return SplitsItem(
        pk=wallet.id,
        sk="splits",
        instructions={one.id: _row(one) for one in after.standing},
        version=after.version,
    )


def splits_key(wallet: Account) -> SplitsItem:
    """The item to update, known by its key alone."""
    return SplitsItem(pk=wallet.id, sk="splits")


def splits_want(wallet: Account) -> Want[Instructions]:
    """A wallet's instructions to be read."""
    return Want(SplitsItem, wallet.id, "splits", SplitsItem.standing)
