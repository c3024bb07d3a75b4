"""What the orders domain tells."""

from typing import Literal

from chalicelib.foundation.events import Event


class AddedToCart(Event):
    """A line came into somebody's cart. More pieces of a line that is there aren't told."""

    buyer_id: str
    store_id: str
    listing_id: str
    line_id: str


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


class DepositPaid(OrderEvent):
    """An order was placed and its deposit is in escrow: what it is paid in full is told by `OrderPaid`."""

    deposit: int


class DepositEnded(OrderEvent):
    """An order ended before its balance was paid. `kept` is what the merchant keeps of the deposit."""

    by: Literal["buyer", "merchant", "clock"]
    back: int
    kept: int


class OrderShipped(OrderEvent):
    """The merchant has sent the goods."""

    courier: str
    tracking_number: str


class ParcelMoved(OrderEvent):
    """A courier told of an order's parcel what its buyer wants to know. `status` is shipping's."""

    status: str
    courier: str
    tracking_number: str


class OrderCompleted(OrderEvent):
    """The buyer, or the clock for her, confirmed receipt, or an operator ruled: the merchant is paid."""

    earned: int
    by: Literal["buyer", "clock", "operator"]


class OrderCancelled(OrderEvent):
    """The order was called off before it was shipped; the buyer has her money back."""

    by: Literal["buyer", "merchant", "clock"]


class RefundMoved(OrderEvent):
    """Something happened to a refund: it was asked for, answered, disputed, paid, closed."""

    refund_id: str
    state: str
    by: Literal["buyer", "merchant", "clock", "operator"]
    amount: int
    """What is asked for or was given back, in minor units."""


class OrderRefunded(OrderEvent):
    """The buyer got money back after the order was placed; `wholly`: it is no sale any more."""

    refund_id: str
    amount: int
    wholly: bool
