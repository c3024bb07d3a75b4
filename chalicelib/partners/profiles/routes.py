"""The routes of partners: who they are, and who is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.accounts.errors import BadRegion
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.partners.errors import (
    BeyondCalendar,
    OtherTrade,
    PackageNotFound,
    PartnerNotFound,
    TooManyPackages,
)
from chalicelib.partners.profiles import service
from chalicelib.partners.profiles.schemas import (
    BusyDays,
    BusyView,
    CalendarQuery,
    OwnPartnerView,
    PackageBody,
    PartnerCalendarView,
    PartnerIntroduction,
    PartnersQuery,
    PartnersView,
    PartnerView,
    PortfolioBody,
)
from chalicelib.partners.profiles.service import Shown
from chalicelib.payments.errors import UnknownCurrency
from chalicelib.photos.errors import PhotoNotReady

bp = Routes(__name__)


@bp.put("/partner", answers=OwnPartnerView, raises=(BadRegion, UnknownCurrency, OtherTrade, ChangedMeanwhile))
def introduce_partner(caller: Caller, body: PartnerIntroduction) -> Shown:
    """Offer one's services, or say something else of oneself."""
    return service.introduce(caller.person_id, body.said(), now=clock.now())


@bp.get("/partner", answers=OwnPartnerView, raises=(PartnerNotFound,))
def show_own_partner(caller: Caller) -> Shown:
    """See oneself as a partner."""
    return service.own(caller.person_id)


@bp.post(
    "/partner/packages",
    answers=OwnPartnerView,
    status=HTTPStatus.CREATED,
    raises=(PartnerNotFound, TooManyPackages, OtherTrade, ChangedMeanwhile),
)
def add_package(caller: Caller, body: PackageBody) -> Shown:
    """Offer work at a fixed price."""
    return service.add_package(caller.person_id, body.terms())


@bp.put(
    "/partner/packages/{package_id}",
    answers=OwnPartnerView,
    raises=(PartnerNotFound, PackageNotFound, OtherTrade, ChangedMeanwhile),
)
def change_package(package_id: str, caller: Caller, body: PackageBody) -> Shown:
    """Change a package, or offer it no more."""
    return service.change_package(caller.person_id, package_id, body.terms())


@bp.put(
    "/partner/portfolio", answers=OwnPartnerView, raises=(PartnerNotFound, PhotoNotReady, ChangedMeanwhile)
)
def show_portfolio(caller: Caller, body: PortfolioBody) -> Shown:
    """Say which pictures one shows of one's work."""
    return service.show_work(caller.person_id, [(one.photo_id, one.caption) for one in body.pieces])


@bp.put("/partner/calendar", answers=BusyView, raises=(PartnerNotFound, BeyondCalendar))
def set_calendar(caller: Caller, body: BusyDays) -> frozenset[dt.date]:
    """Say on which days one is busy."""
    return service.set_calendar(caller.person_id, body.busy, now=clock.now())


@bp.get("/partners", answers=PartnersView, signed_in=False)
def find_partners(query: PartnersQuery) -> Sequence[Shown]:
    """Find partners of a trade, those who fit best first."""
    return service.find(query.wanted(), limit=query.limit)


@bp.get("/partners/{partner_id}", answers=PartnerView, signed_in=False, raises=(PartnerNotFound,))
def show_partner(partner_id: str) -> Shown:
    """See a partner."""
    return service.show(partner_id)


@bp.get(
    "/partners/{partner_id}/calendar",
    answers=PartnerCalendarView,
    signed_in=False,
    raises=(PartnerNotFound, BeyondCalendar),
)
def show_calendar(partner_id: str, query: CalendarQuery) -> list[tuple[dt.date, bool]]:
    """See on which days a partner is free."""
    return service.calendar(partner_id, start=query.start, days=query.days, now=clock.now())
