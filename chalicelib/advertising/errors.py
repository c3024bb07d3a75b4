"""What can go wrong with ads."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class CampaignNotFound(NotFound):
    """There is no such campaign."""

    code = "campaign_not_found"


class AdGroupNotFound(NotFound):
    """The campaign has no such ad group."""

    code = "ad_group_not_found"


class TooManyCampaigns(DomainError):
    """A store has at most 20 campaigns that haven't ended. End some first."""

    status, code = HTTPStatus.CONFLICT, "too_many_campaigns"


class TooManyAdGroups(DomainError):
    """A campaign has at most 10 ad groups."""

    status, code = HTTPStatus.CONFLICT, "too_many_ad_groups"


class WrongCampaignState(DomainError):
    """A campaign in this state can't do that."""

    status, code = HTTPStatus.CONFLICT, "wrong_campaign_state"


class BadKeyword(Invalid):
    """A keyword has one to eight words in which there is something to look for."""

    code = "bad_keyword"


class SameKeyword(Invalid):
    """An ad group names a keyword once for each way to match it."""

    code = "same_keyword"


class BidTooLow(Invalid):
    """A bid is at least the reserve."""

    code = "bid_too_low"


class BadAudienceRegion(Invalid):
    """Regions are told by two to six digits."""

    code = "bad_audience_region"


class AdLinkUnknown(NotFound):
    """This isn't a link that we gave."""

    code = "ad_link_unknown"


class AdClickNotFound(NotFound):
    """There is no such click."""

    code = "ad_click_not_found"


class NotBilled(DomainError):
    """This click costs nothing, or was paid back before."""

    status, code = HTTPStatus.CONFLICT, "not_billed"


class TooManyDevices(DomainError):
    """At most five devices can be told to be yours."""

    status, code = HTTPStatus.CONFLICT, "too_many_devices"


class BadReportSpan(Invalid):
    """A report is of 92 days at most, and begins before it ends."""

    code = "bad_report_span"


class BudgetSpent(DomainError):
    """The day's budget isn't enough for this click."""

    status, code = HTTPStatus.CONFLICT, "budget_spent"
