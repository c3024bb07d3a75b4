"""What the orders domain tells."""

from chalicelib.foundation.events import Event


class OrderEvent(Event):
    """Something happened to an order."""

    order_id: str
    buyer_id: str
    merchant_id: str
    store_name: str
    total: int
    currency: str
    summary: str
    """The first line's title, for a notice a person reads."""


class OrderPaid(OrderEvent):
    """An order was placed and its money is in escrow."""


class OrderShipped(OrderEvent):
    """The merchant has sent the goods."""

    courier: str
    tracking_number: str


class OrderCompleted(OrderEvent):
    """The buyer, or the clock for her, confirmed receipt; the merchant has her money."""

    earned: int
    automatic: bool


class OrderCancelled(OrderEvent):
    """The order was called off before it was shipped; the buyer has her money back."""

    by_buyer: bool
