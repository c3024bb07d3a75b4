"""What can go wrong with parcels."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class ParcelNotFound(NotFound):
    """This order hasn't been shipped yet."""

    code = "parcel_not_found"


class UnknownCourier(NotFound):
    """There is no such courier."""

    code = "unknown_courier"


class UnknownService(Invalid):
    """There is no such service. POST /shipping/quotes lists those that can take a parcel somewhere."""

    code = "unknown_service"


class ServiceUnfit(Invalid):
    """This service doesn't go there."""

    code = "service_unfit"


class TrackingNumberTaken(DomainError):
    """Another parcel of this courier has this number."""

    status, code = HTTPStatus.CONFLICT, "tracking_number_taken"


class NotTracked(NotFound):
    """No parcel has this number. If it is being handed over right now, tell it again later."""

    code = "not_tracked"


class BadCourierSignature(DomainError):
    """This isn't signed by the courier, or not within the last five minutes."""

    status, code = HTTPStatus.UNAUTHORIZED, "bad_courier_signature"


class MalformedNews(DomainError):
    """What the courier tells can't be read."""

    status, code = HTTPStatus.BAD_REQUEST, "malformed_news"


class BookingNotFound(NotFound):
    """There is no such parcel."""

    code = "booking_not_found"


class NothingLeft(DomainError):
    """So much isn't left of this order to be sent."""

    status, code = HTTPStatus.CONFLICT, "nothing_left"


class TooManyParcels(DomainError):
    """This order has as many parcels as one may have."""

    status, code = HTTPStatus.CONFLICT, "too_many_parcels"


class NotTogether(Invalid):
    """Only orders of one store that go to one address travel in one parcel."""

    code = "not_together"


class OrderTwice(Invalid):
    """Name each order once."""

    code = "order_twice"


class BadPickupTime(Invalid):
    """The courier comes between two moments: `until` is after `since`."""

    code = "bad_pickup_time"


class OriginUnknown(Invalid):
    """Where is it sent from? Give a sender, or tell once where the store sends from."""

    code = "origin_unknown"


class CourierRefused(DomainError):
    """The courier doesn't take this parcel."""

    status, code = HTTPStatus.CONFLICT, "courier_refused"


class CourierUnavailable(DomainError):
    """The courier can't be reached right now. Please try again in a moment, with the same key."""

    status, code = HTTPStatus.SERVICE_UNAVAILABLE, "courier_unavailable"


class WrongBookingState(DomainError):
    """This can't be done with the parcel any more."""

    status, code = HTTPStatus.CONFLICT, "wrong_booking_state"


class ClaimNotFound(NotFound):
    """Nothing is claimed for this parcel."""

    code = "claim_not_found"


class WrongClaimState(DomainError):
    """This can't be done with the claim any more."""

    status, code = HTTPStatus.CONFLICT, "wrong_claim_state"
