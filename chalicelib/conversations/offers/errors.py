"""What can go wrong with offers."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class OfferNotFound(NotFound):
    """There is no such offer in this conversation."""

    code = "offer_not_found"


class WrongOfferState(DomainError):
    """This isn't possible with an offer in this state."""

    status, code = HTTPStatus.CONFLICT, "wrong_offer_state"


class OfferOpen(DomainError):
    """There is an offer for these goods that waits for your answer. Accept, decline or counter that one."""

    status, code = HTTPStatus.CONFLICT, "offer_open"


class TooManyRounds(DomainError):
    """You have haggled long enough about this. Accept or decline."""

    status, code = HTTPStatus.CONFLICT, "too_many_rounds"


class BadThresholds(Invalid):
    """What is accepted by itself must be more than what is declined by itself."""

    code = "bad_thresholds"
