"""What the clock does every minute: nothing is lost when a process dies, and nobody waits for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from chalicelib.advertising.steering import service as steering
from chalicelib.conversations.offers import service as offers
from chalicelib.foundation import clock, outbox
from chalicelib.foundation.observability import correlate, log, measure
from chalicelib.insights.weekly import service as weekly
from chalicelib.lending.scoring import service as scoring
from chalicelib.lending.servicing import service as servicing
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.sales import service as sales
from chalicelib.orders import service as orders
from chalicelib.orders.refunds import service as refunds
from chalicelib.partners.briefs import service as briefs
from chalicelib.partners.contracts import service as work
from chalicelib.partners.feedback import service as feedback
from chalicelib.partners.profiles import service as partners
from chalicelib.payments import service as payments
from chalicelib.payments.payouts import service as payouts
from chalicelib.photos import service as photos
from chalicelib.photos.recounts import service as recounts
from chalicelib.privacy import service as leaving
from chalicelib.promotions.uses import service as uses
from chalicelib.reviews import service as reviews
from chalicelib.shipping.bookings import service as bookings
from chalicelib.shipping.polling import service as polling
from chalicelib.shipping.tracking import service as tracking
from chalicelib.social.groups import service as groups
from chalicelib.social.posts import service as posts
from chalicelib.storage import service as storage
from chalicelib.wholesale.memberships import service as memberships
from chalicelib.wholesale.quotes import service as quotes

DUTIES: Mapping[str, Callable[[datetime], int]] = {
    "events_sent": outbox.sweep,
    "charges_settled": payments.reconcile,
    "pending_transfers_expired": payments.expire_due,
    "payouts_made": payouts.pay_due,
    "uploads_given_up": photos.give_up_due,
    "rooms_recounted": recounts.begin_due,
    "sales_turned": sales.turn_due,
    "reservations_lapsed": reservations.lapse_due,
    "offers_expired": offers.expire_due,
    "bookings_finished": bookings.finish_due,
    "parcels_asked_about": polling.ask_due,
    "parcels_given_up": tracking.give_up_silent,
    "coupons_lapsed": uses.lapse_due,
    "orders_moved": orders.act_due,
    "refunds_moved": refunds.act_due,
    "fame_told": reviews.tell_due,
    "groups_ended": groups.end_due,
    "posts_begun": posts.begin_due,
    "bids_steered": steering.steer_due,
    "loans_worked": servicing.act_due,
    "standings_reckoned": scoring.reckon_due,
    "storage_renewed": storage.renew_due,
    "briefs_closed": briefs.close_due,
    "milestones_moved": work.lapse_due,
    "work_reviews_opened": feedback.open_due,
    "partners_ranked": partners.rank_due,
    "quotes_expired": quotes.expire_due,
    "memberships_renewed": memberships.renew_due,
    "weeks_told": weekly.tell_due,
    "farewells_begun": leaving.begin_due,
    "withdrawals_settled": payments.settle_withdrawals,
}
"""Each does a bounded amount of work at a time and says how much it did."""


def sweep() -> dict[str, int]:
    """Do every duty; one that fails doesn't hold up the others. Answers what each did."""
    correlate("sweep")
    done = {}
    for name, duty in DUTIES.items():
        try:
            done[name] = duty(clock.now())
            measure("Swept", done[name], duty=name)
        except Exception:
            log.exception("duty failed", extra={"duty": name})
            measure("SweepFailed", duty=name)
            done[name] = -1
    log.info("swept", extra={"done": done})
    return done
