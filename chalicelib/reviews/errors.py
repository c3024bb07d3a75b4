"""What can go wrong with reviews."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class ReviewNotFound(NotFound):
    """There is no such review."""

    code = "review_not_found"


class UnknownLine(Invalid):
    """This order has no such line."""

    code = "unknown_line"


class NotReviewable(DomainError):
    """Goods can be reviewed once the order is completed, for 90 days."""

    status, code = HTTPStatus.CONFLICT, "not_reviewable"


class ReviewedBefore(DomainError):
    """This line was reviewed before. The review can be revised once."""

    status, code = HTTPStatus.CONFLICT, "reviewed_before"


class WorksThere(DomainError):
    """You can't review goods of a store that you work in."""

    status, code = HTTPStatus.CONFLICT, "works_there"


class NotRevisable(DomainError):
    """A review can be revised once, within 30 days."""

    status, code = HTTPStatus.CONFLICT, "not_revisable"


class NotFollowable(DomainError):
    """A review can be followed up once, within 180 days."""

    status, code = HTTPStatus.CONFLICT, "not_followable"


class IsHidden(DomainError):
    """This review was hidden by the platform."""

    status, code = HTTPStatus.CONFLICT, "review_hidden"


class ReportedBefore(DomainError):
    """You have reported this review before."""

    status, code = HTTPStatus.CONFLICT, "reported_before"
