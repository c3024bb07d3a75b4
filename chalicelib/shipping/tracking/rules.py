"""What couriers tell of a parcel, in one vocabulary."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a parcel is. The words are AfterShip's, and what it calls exceptions told apart:
    https://www.aftership.com/docs/tracking/enum/delivery-statuses."""

    PENDING = "pending"
    """Nothing was heard yet."""
    INFO_RECEIVED = "info_received"
    """The courier knows of it and doesn't have it."""
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    ATTEMPT_FAIL = "attempt_fail"
    AVAILABLE_FOR_PICKUP = "available_for_pickup"
    CUSTOMS = "customs"
    DAMAGED = "damaged"
    LOST = "lost"
    RETURNED = "returned"
    EXPIRED = "expired"
    """Nothing was heard for too long."""
    DELIVERED = "delivered"
