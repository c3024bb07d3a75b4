"""What the advertising table holds of how promptly stores send what is ordered."""

from __future__ import annotations

from pynamodb.attributes import BooleanAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.advertising.quality.rules import Sent
from chalicelib.foundation.tables import Item, Want, table


class SentItem(Item):
    """How many of a store's orders were to be sent, and were in time. Key: `sent#` and the store, `sent`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    orders = NumberAttribute(default=0)
    in_time = NumberAttribute(default=0)

    def sent(self) -> Sent:
        """What promptness is made of."""
        return Sent(int(self.orders), int(self.in_time))


class DispatchItem(Item):
    """As what an order is counted; without `in_time` as nothing. Key: `dispatch#` and its id, `dispatch`."""

    class Meta(Item.Meta):
        table_name = table("advertising")

    in_time = BooleanAttribute(null=True)


def sent_want(store_id: str) -> Want[Sent]:
    """How promptly a store sends."""
    return Want(SentItem, f"sent#{store_id}", "sent", SentItem.sent)


def sent_change(store_id: str, change: Sent) -> tuple[SentItem, list[Action]]:
    """So many orders more, or fewer."""
    return SentItem(pk=f"sent#{store_id}", sk="sent"), [
        SentItem.orders.add(change.orders),
        SentItem.in_time.add(change.in_time),
    ]


def dispatch_want(order_id: str) -> Want[bool | None]:
    """Whether an order is counted as sent in time; None: it isn't counted."""
    return Want(DispatchItem, f"dispatch#{order_id}", "dispatch", lambda item: item.in_time)


def dispatch_item(order_id: str, before: bool | None, after: bool | None) -> tuple[DispatchItem, Condition]:
    """As what an order is counted now, and that it is still counted as it was read."""
    item = DispatchItem(pk=f"dispatch#{order_id}", sk="dispatch", in_time=after)
    unchanged = DispatchItem.in_time.does_not_exist() if before is None else DispatchItem.in_time == before
    return item, unchanged
