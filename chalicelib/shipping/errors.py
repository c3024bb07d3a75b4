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
