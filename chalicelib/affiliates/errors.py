"""What can go wrong with promoters' links."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class PromoterLinkNotFound(NotFound):
    """There is no such link."""

    code = "promoter_link_not_found"


class ProgrammeClosed(DomainError):
    """This store pays no commission to promoters now."""

    status, code = HTTPStatus.CONFLICT, "programme_closed"


class OwnPromotion(DomainError):
    """Whoever works in a store gets no commission for its sales."""

    status, code = HTTPStatus.CONFLICT, "own_promotion"


class SameCategory(Invalid):
    """A category has one rate."""

    code = "same_category"


class CommissionNotFound(NotFound):
    """There is no such commission."""

    code = "commission_not_found"


class NotTakenBack(DomainError):
    """Only a commission that was paid can be taken back, once."""

    status, code = HTTPStatus.CONFLICT, "not_taken_back"
