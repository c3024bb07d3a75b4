"""Each handler is fed the sample of what AWS sends it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import app as assembled
from chalicelib.foundation.http import Operation
from tests.api import Api

EVENTS = Path(__file__).parents[2] / "events"


def sample(name: str) -> dict[str, Any]:
    event: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text())
    return event


class Context:
    function_name = "guanxi-test"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:us-east-1:000000000000:function:guanxi-test"
    aws_request_id = "req-sample"


class TestSamples:
    def test_are_there_for_every_handler(self) -> None:
        sources = (*assembled.app.event_sources, *assembled.app.websocket_handlers.values())
        handlers = {source.name for source in sources}
        assert {path.stem for path in EVENTS.glob("*.json")} == handlers

    def test_tell_people_of_orders_and_withdrawals(self) -> None:
        answer = assembled.deliver_notifications(sample("deliver_notifications"), Context())

        assert answer == {"batchItemFailures": []}

    def test_of_a_wallets_own_top_up_place_no_order(self) -> None:
        assert assembled.place_paid(sample("place_paid"), Context()) == {"batchItemFailures": []}

    def test_of_an_order_that_is_unknown_come_again(self) -> None:
        event = sample("follow_orders")
        failed = [{"itemIdentifier": record["messageId"]} for record in event["Records"]]
        assert assembled.follow_orders(event, Context()) == {"batchItemFailures": failed}

    def test_of_an_order_that_is_over_and_unknown_come_again(self) -> None:
        event = sample("keep_records")
        failed = [{"itemIdentifier": record["messageId"]} for record in event["Records"]]
        assert assembled.keep_records(event, Context()) == {"batchItemFailures": failed}

    def test_of_a_purchase_that_is_unknown_come_again(self) -> None:
        event = sample("follow_purchases")
        failed = [{"itemIdentifier": record["messageId"]} for record in event["Records"]]
        assert assembled.follow_purchases(event, Context()) == {"batchItemFailures": failed}

    def test_of_a_loan_that_is_unknown_come_again(self) -> None:
        event = sample("disburse_loans")
        failed = [{"itemIdentifier": record["messageId"]} for record in event["Records"]]
        assert assembled.disburse_loans(event, Context()) == {"batchItemFailures": failed}

    def test_of_stock_that_moved_are_written_down(self) -> None:
        for _ in range(2):
            assert assembled.note_stock(sample("note_stock"), Context()) == {"batchItemFailures": []}

    def test_of_a_withdrawal_that_is_unknown_come_again(self) -> None:
        event = sample("pay_out")
        failed = [{"itemIdentifier": record["messageId"]} for record in event["Records"]]
        assert assembled.pay_out(event, Context()) == {"batchItemFailures": failed}

    def test_of_a_device_without_a_good_ticket_is_not_let_in(self) -> None:
        assert assembled.websocket_connect(sample("websocket_connect"), Context()) == {"statusCode": 401}

    def test_of_a_device_that_is_unknown_say_that_it_is_gone(self) -> None:
        assert assembled.websocket_message(sample("websocket_message"), Context()) == {"statusCode": 410}
        assert assembled.websocket_disconnect(sample("websocket_disconnect"), Context()) == {
            "statusCode": 200
        }

    def test_of_visits_to_a_store_that_is_gone_count_nothing_and_of_an_unknown_order_come_again(self) -> None:
        event = sample("count_visits")
        second = {"itemIdentifier": event["Records"][1]["messageId"]}
        assert assembled.count_visits(event, Context()) == {"batchItemFailures": [second]}

    def test_of_ads_are_noted(self) -> None:
        for _ in range(2):
            assert assembled.keep_ads(sample("keep_ads"), Context()) == {"batchItemFailures": []}

    def test_of_a_commission_that_is_unknown_counts_nothing(self) -> None:
        answer = assembled.count_commissions(sample("count_commissions"), Context())
        assert answer == {"batchItemFailures": []}

    def test_of_a_click_on_a_campaign_that_is_unknown_comes_again(self) -> None:
        event = sample("bill_clicks")
        first = {"itemIdentifier": event["Records"][0]["messageId"]}
        assert assembled.bill_clicks(event, Context()) == {"batchItemFailures": [first]}

    def test_of_an_archive_that_is_unknown_write_nothing(self) -> None:
        assert assembled.hand_out(sample("hand_out"), Context()) == {"batchItemFailures": []}

    def test_of_goods_that_are_gone_index_nothing(self) -> None:
        assert assembled.index_goods(sample("index_goods"), Context()) == {"batchItemFailures": []}

    def test_of_the_clock_do_every_duty(self) -> None:
        assert assembled.sweep(sample("sweep"), Context()) == {
            "groups_ended": 0,
            "posts_begun": 0,
            "events_sent": 0,
            "charges_settled": 0,
            "withdrawals_settled": 0,
            "quotes_expired": 0,
            "memberships_renewed": 0,
            "pending_transfers_expired": 0,
            "payouts_made": 0,
            "uploads_given_up": 0,
            "sales_turned": 0,
            "reservations_lapsed": 0,
            "offers_expired": 0,
            "bookings_finished": 0,
            "parcels_asked_about": 0,
            "parcels_given_up": 0,
            "coupons_lapsed": 0,
            "orders_moved": 0,
            "refunds_moved": 0,
            "fame_told": 0,
            "standings_reckoned": 0,
            "storage_renewed": 0,
            "bids_steered": 0,
            "loans_worked": 0,
            "briefs_closed": 0,
            "milestones_moved": 0,
            "work_reviews_opened": 0,
            "partners_ranked": 0,
            "rooms_recounted": 0,
            "farewells_begun": 0,
            "weeks_told": 0,
        }


class TestOperations:
    def test_are_all_registered_with_the_app(self) -> None:
        declared = {(one.method, one.path) for routes in assembled.ROUTES for one in routes.operations}
        served = {(method, path) for path, methods in assembled.app.routes.items() for method in methods}
        assert declared == served

    @pytest.mark.parametrize("path", ["/health", "/nothing"])
    def test_are_all_that_there_is(self, path: str) -> None:
        with pytest.raises(LookupError):
            Api().get(path)

    def test_have_names_of_their_own(self) -> None:
        names = [one.use.__name__ for one in operations()]
        assert len(names) == len(set(names))


def operations() -> list[Operation]:
    return [one for routes in assembled.ROUTES for one in routes.operations]
