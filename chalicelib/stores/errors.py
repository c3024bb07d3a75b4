"""What can go wrong with stores."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class StoreNotFound(NotFound):
    """There is no such store."""

    code = "store_not_found"


class NotPermitted(DomainError):
    """Your role in this store doesn't allow this.

    Told only to somebody who works there, and so knows the store: whoever doesn't gets 404, as if there were
    no such thing.
    """

    status, code = HTTPStatus.FORBIDDEN, "not_permitted"


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


class StaffNotFound(NotFound):
    """Nobody of this id works in the store."""

    code = "staff_not_found"


class InvitationNotFound(NotFound):
    """There is no such invitation. It may have been withdrawn."""

    code = "invitation_not_found"


class InvitationUsed(DomainError):
    """This invitation was accepted before. Each is for one person: ask for one of your own."""

    status, code = HTTPStatus.CONFLICT, "invitation_used"


class InvitationExpired(DomainError):
    """This invitation has expired. Ask for a new one."""

    status, code = HTTPStatus.CONFLICT, "invitation_expired"


class WorksHere(DomainError):
    """You work in this store already."""

    status, code = HTTPStatus.CONFLICT, "works_here"


class GrantNotFound(NotFound):
    """This partner has no access to the store."""

    code = "grant_not_found"


class BadAccessEnd(Invalid):
    """Access ends at a moment within the next 366 days."""

    code = "bad_access_end"


class TooManyStaff(DomainError):
    """A store has at most 50 staff."""

    status, code = HTTPStatus.CONFLICT, "too_many_staff"


class TooManyInvitations(DomainError):
    """A store has at most 50 open invitations. Withdraw one first."""

    status, code = HTTPStatus.CONFLICT, "too_many_invitations"


class DuplicateSection(Invalid):
    """A store's page shows each section once."""

    code = "duplicate_section"
