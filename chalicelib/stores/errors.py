"""What can go wrong with stores."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class StoreNotFound(NotFound):
    """There is no such store."""

    code = "store_not_found"


class StorePaused(DomainError):
    """This store is taking a break. Come again later."""

    status, code = HTTPStatus.CONFLICT, "store_paused"


class WrongStoreState(DomainError):
    """A store in this state can't do that."""

    status, code = HTTPStatus.CONFLICT, "wrong_store_state"


class SlugTaken(DomainError):
    """No address was free for this name. Try again, or choose another name."""

    status, code = HTTPStatus.CONFLICT, "slug_taken"


class BadCurrency(Invalid):
    """This isn't a currency's ISO 4217 code, such as CNY."""

    code = "bad_currency"


class BadTimeZone(Invalid):
    """This isn't the IANA name of a time zone, such as Asia/Shanghai."""

    code = "bad_time_zone"


class LinkNotFound(NotFound):
    """There is no such link."""

    code = "link_not_found"


class TooManyLinks(DomainError):
    """A store has at most 50 links."""

    status, code = HTTPStatus.CONFLICT, "too_many_links"


class QrTooSmall(Invalid):
    """The code's squares would be too small to scan. Ask for a larger picture."""

    code = "qr_too_small"
