"""How things can fail among merchants and partners."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class PartnerNotFound(NotFound):
    """There is no such partner."""

    code = "partner_not_found"


class PackageNotFound(NotFound):
    """This partner doesn't offer such a package."""

    code = "package_not_found"


class TooManyPackages(DomainError):
    """A partner has at most 20 packages. Change one instead."""

    code = "too_many_packages"


class OtherTrade(Invalid):
    """A package is of one of the trades in one's profile."""

    code = "other_trade"


class OtherCurrency(Invalid):
    """This is paid in another currency."""

    code = "other_currency"


class BeyondCalendar(Invalid):
    """A calendar has the days from today on for a year."""

    code = "beyond_calendar"


class OwnWork(DomainError):
    """One can't hire oneself."""

    code = "own_work"


class ContractNotFound(NotFound):
    """You have no such contract."""

    code = "contract_not_found"


class MilestoneNotFound(NotFound):
    """The contract has no such milestone."""

    code = "milestone_not_found"


class WrongMilestoneState(DomainError):
    """This can't be done with the milestone as it is now."""

    code = "wrong_milestone_state"


class NotLate(DomainError):
    """The partner's time isn't over yet."""

    code = "not_late"


class NoRevisionLeft(DomainError):
    """No revision is left. Accept the work, or have an operator decide."""

    code = "no_revision_left"


class NothingDelivered(Invalid):
    """Deliver at least one photo, a theme or a text."""

    code = "nothing_delivered"


class RulingTooLarge(Invalid):
    """No more can go back than is in escrow."""

    code = "ruling_too_large"


class NotYoursYet(DomainError):
    """What was delivered is yours once you have accepted it."""

    code = "not_yours_yet"


class NotDelivered(Invalid):
    """Nothing of this kind was delivered."""

    code = "not_delivered"


class TooManyPhotos(DomainError):
    """A listing shows at most 9 photos. Take some away first."""

    code = "too_many_photos"


class BriefNotFound(NotFound):
    """There is no such brief."""

    code = "brief_not_found"


class BriefClosed(DomainError):
    """This brief takes no proposals any more."""

    code = "brief_closed"


class ProposalNotFound(NotFound):
    """There is no such proposal."""

    code = "proposal_not_found"


class ProposalExists(DomainError):
    """You have proposed something for this brief already. Revise it instead."""

    code = "proposal_exists"


class ProposalAnswered(DomainError):
    """This proposal was answered or withdrawn before."""

    code = "proposal_answered"


class NoProfile(DomainError):
    """Say first who you are: make a partner's profile."""

    status, code = HTTPStatus.FORBIDDEN, "no_partner_profile"


class NotReviewableYet(DomainError):
    """A contract can be reviewed once all its work is over, for 14 days."""

    code = "work_not_reviewable"


class ReviewedBefore(DomainError):
    """You have reviewed this contract already."""

    code = "work_reviewed_before"


class BriefTooLong(Invalid):
    """A brief takes proposals until a moment in the next 90 days."""

    code = "bad_deadline"


class TooManyProposals(DomainError):
    """There are 50 proposals for this brief already."""

    code = "too_many_proposals"
