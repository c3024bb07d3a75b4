"""What schemathesis is told of Guanxi: whose ids the examples stand for, and two checks of our own."""

from __future__ import annotations

import ast
import itertools
import json
import os
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

import schemathesis

_PARSING, _parse = RLock(), ast.parse


def _parse_alone(*args: Any, **kwargs: Any) -> Any:
    """CPython 3.11 counts the depth of all threads' syntax trees as one, and breaks off when they differ."""
    with _PARSING:
        return _parse(*args, **kwargs)


ast.parse = _parse_alone

_EXAMPLE = "01JT8ZQ4M6X3V9K2R5N7B1C0DE"
"""All ids in the document's examples are made of this one."""
_KNOWN = {
    f"adr_{_EXAMPLE}": "ADDRESS",
    f"adg_{_EXAMPLE}": "AD_GROUP",
    f"cmp_{_EXAMPLE}": "CAMPAIGN",
    f"lon_{_EXAMPLE}": "LOAN",
    f"par_{_EXAMPLE}": "PARCEL",
    f"pol_{_EXAMPLE}": "POOL",
    f"cnv_{_EXAMPLE}": "BUYING",
    f"imp_{_EXAMPLE}": "IMPORT",
    f"arc_{_EXAMPLE}": "ARCHIVE",
    f"off_{_EXAMPLE}": "COUNTERED",
    f"quo_{_EXAMPLE}": "QUOTE",
    f"rfq_{_EXAMPLE}": "QUOTE_REQUEST",
    f"rev_{_EXAMPLE}": "REVIEW",
    f"prt_{_EXAMPLE}": "PARTNER",
    f"ctr_{_EXAMPLE}": "WORK",
    f"brf_{_EXAMPLE}": "BRIEF",
    f"prp_{_EXAMPLE}": "PROPOSAL",
    f"chk_{_EXAMPLE}": "CHECKOUT",
    f"inv_{_EXAMPLE}": "INVITATION",
    f"lin_{_EXAMPLE}": "LINE",
    f"lst_{_EXAMPLE}": "LISTING",
    f"ord_{_EXAMPLE}": "SOLD",
    f"pho_{_EXAMPLE}": "PHOTO",
    f"prm_{_EXAMPLE}": "PROMOTION",
    f"pst_{_EXAMPLE}": "POST",
    f"grp_{_EXAMPLE}": "GROUP_BUY",
    "Kx7mPq2Rt": "CAMPAIGN_LINK",
    f"ref_{_EXAMPLE}": "EVIDENCE_REFUND",
    f"sto_{_EXAMPLE}": "STORE",
    "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6": "PERSON",
    "2026-06-19T16:00:00Z": "LATER",
    "2026-05-20T01:30:00.000000Z": "SOON",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08": "CONTRACT",
    "mei-de-xiao-pu": "SLUG",
    "zK4mP7xQ2": "LINK",
    "mei@example.com": "SOMEBODY",
    "a-long-password": "A_PASSWORD",
    "eyJjdHkiOiJKV1Qi": "REFRESHING",
}
"""What the examples' ids stand for in the fuzzed person's world (`world.py`)."""
_ELSEWHERE = {
    ("/sign-in", "SOMEBODY"): "EMAIL",
    ("/sign-in", "A_PASSWORD"): "PASSWORD",
    ("/session", "SOMEBODY"): "EMAIL",
    ("/session", "A_PASSWORD"): "PASSWORD",
    ("/campaign-links/{code}", "LINK"): "CAMPAIGN_LINK",
    ("/campaign-links/{code}/card", "LINK"): "CAMPAIGN_LINK",
    ("/campaign-links/{code}/coupon", "LINK"): "CAMPAIGN_LINK",
    ("/stores/{store_id}/follower", "STORE"): "OTHER_STORE",
    ("/cart/lines", "LISTING"): "GOODS",
    ("/checkouts", "LISTING"): "GOODS",
    ("/invitations/{code}", "LINK"): "INVITED",
    ("/r/{code}", "LINK"): "PROMOTED",
    ("/r/{code}/qr", "LINK"): "PROMOTED",
    ("/promoter/links", "STORE"): "THIRD_STORE",
    ("/promoter/links", "LISTING"): "THIRD_GOODS",
    ("/suppliers/{store_id}/judgement", "STORE"): "THIRD_STORE",
    ("/invitations/{code}/accept", "LINK"): "INVITED",
    ("/orders/{order_id}/cancel", "SOLD"): "CANCELLED",
    ("/quote-requests/{request_id}/quotes/{quote_id}/accept", "QUOTE"): "ACCEPTED_QUOTE",
    ("/quote-requests/{request_id}/quotes/{quote_id}/accept", "QUOTE_REQUEST"): "ACCEPTED_QUOTE_REQUEST",
    ("/quote-requests/{request_id}/quotes/{quote_id}/decline", "QUOTE"): "DECLINED_QUOTE",
    ("/quote-requests/{request_id}/quotes/{quote_id}/decline", "QUOTE_REQUEST"): "DECLINED_QUOTE_REQUEST",
    ("/quote-requests/{request_id}/quotes/{quote_id}/retract", "QUOTE"): "OWN_QUOTE",
    ("/quote-requests/{request_id}/quotes/{quote_id}/retract", "QUOTE_REQUEST"): "OWN_QUOTE_REQUEST",
    ("/quote-requests/{request_id}/quotes", "QUOTE_REQUEST"): "ASKED_REQUEST",
    ("/quote-requests/{request_id}/withdraw", "QUOTE_REQUEST"): "WITHDRAWN_REQUEST",
    ("/orders/{order_id}/balance", "SOLD"): "DEPOSITED",
    ("/orders/{order_id}/resell", "SOLD"): "RECEIVED",
    ("/listings/{listing_id}/samples", "LISTING"): "WARES",
    ("/listings/{listing_id}/restock", "LISTING"): "SOLD_ON",
    ("/orders/{order_id}/confirm", "SOLD"): "RECEIVED",
    ("/orders/{order_id}/extend", "SOLD"): "EXPECTED",
    ("/orders/{order_id}/refunds/{refund_id}/evidence", "PHOTO"): "EVIDENCE",
    ("/orders/{order_id}/refunds", "PHOTO"): "EVIDENCE",
    ("/orders/{order_id}/refunds", "SOLD"): "ASKED_ORDER",
    ("/orders/{order_id}/reviews", "SOLD"): "REVIEWABLE",
    ("/orders/{order_id}/reviews", "LINE"): "REVIEWABLE_LINE",
    ("/checkouts/{checkout_id}/cancel", "CHECKOUT"): "UNWANTED",
    ("/conversations", "LISTING"): "GOODS",
    ("/favourites/{listing_id}", "LISTING"): "GOODS",
    ("/conversations/{conversation_id}/offers", "LISTING"): "HAGGLED",
    ("/listings/{listing_id}/withdraw", "LISTING"): "WITHDRAWN",
    ("/stores/{store_id}/promotions/{promotion_id}/end", "PROMOTION"): "ENDED",
    ("/conversations/{conversation_id}/assignee", "BUYING"): "SELLING",
    ("/conversations/{conversation_id}/block", "BUYING"): "BLOCKED",
    ("/conversations/{conversation_id}/block", "SELLING"): "BLOCKED",
    ("/conversations/{conversation_id}/unblock", "BUYING"): "BLOCKED",
    ("/conversations/{conversation_id}/offers/{offer_id}/accept", "BUYING"): "SELLING",
    ("/conversations/{conversation_id}/offers/{offer_id}/accept", "COUNTERED"): "ACCEPTED",
    ("/conversations/{conversation_id}/offers/{offer_id}/decline", "BUYING"): "SELLING",
    ("/conversations/{conversation_id}/offers/{offer_id}/decline", "COUNTERED"): "DECLINED",
    ("/conversations/{conversation_id}/offers/{offer_id}/retract", "COUNTERED"): "RETRACTED",
    ("/reviews/{review_id}/follow-up", "REVIEW"): "FOLLOWED",
    ("/reviews/{review_id}/hide", "REVIEW"): "SEEN",
    ("/reviews/{review_id}/restore", "REVIEW"): "HIDDEN",
    ("/orders/{order_id}/reviews", "PHOTO"): "PRAISE",
    ("/files/{photo_id}", "PHOTO"): "SPARE",
    ("/partner/portfolio", "PHOTO"): "SHOWN",
    ("/reviews/{review_id}", "PHOTO"): "PRAISE",
    ("/reviews/{review_id}/follow-up", "PHOTO"): "PRAISE",
    ("/reviews/{review_id}/reply", "REVIEW"): "REPLIED",
    ("/reviews/{review_id}/report", "REVIEW"): "REPORTED",
    ("/campaigns/{campaign_id}/end", "CAMPAIGN"): "ENDED_CAMPAIGN",
    ("/loans/{loan_id}/accept", "LOAN"): "OFFERED_LOAN",
    ("/loans/{loan_id}/payoff", "LOAN"): "OWED",
    ("/shipping/parcels", "SOLD"): "PACKED",
    ("/shipping/parcels", "LINE"): "PACKED_LINE",
    ("/shipping/parcels/{parcel_id}/cancel", "PARCEL"): "UNSENT_PARCEL",
    ("/briefs/{brief_id}/proposals", "BRIEF"): "OWN_BRIEF",
    ("/stores/{store_id}/grants", "PARTNER"): "GRANTED",
    ("/stores/{store_id}/grants/{partner_id}", "PARTNER"): "GRANTED",
    ("/briefs/{brief_id}/close", "BRIEF"): "CLOSED_BRIEF",
    ("/proposals/{proposal_id}", "PROPOSAL"): "OWN_PROPOSAL",
    ("/proposals/{proposal_id}/withdraw", "PROPOSAL"): "WITHDRAWN_PROPOSAL",
    ("/proposals/{proposal_id}/accept", "PROPOSAL"): "ACCEPTED_PROPOSAL",
    ("/proposals/{proposal_id}/decline", "PROPOSAL"): "DECLINED_PROPOSAL",
    ("/contracts/{contract_id}/milestones/{milestone}/fund", "WORK"): "FUNDED_WORK",
    ("/contracts/{contract_id}/milestones/{milestone}/cancel", "WORK"): "CANCELLED_WORK",
    ("/contracts/{contract_id}/milestones/{milestone}/dispute", "WORK"): "DISPUTED_WORK",
    ("/contracts/{contract_id}/milestones/{milestone}/revise", "WORK"): "REVISED_WORK",
    ("/contracts/{contract_id}/milestones/{milestone}/use", "WORK"): "USED_WORK",
    ("/contracts/{contract_id}/milestones/{milestone}/deliver", "WORK"): "DELIVERED_WORK",
    ("/contracts/{contract_id}/milestones/{milestone}/deliver", "PHOTO"): "SHOT",
    ("/contracts/{contract_id}/milestones/{milestone}/give-back", "WORK"): "GIVEN_BACK_WORK",
    ("/contracts/{contract_id}/reviews", "WORK"): "REVIEWED_WORK",
    ("/work-disputes/{contract_id}/{milestone}/ruling", "WORK"): "RULED_WORK",
} | {
    (f"{path}{step}", known): f"{name}_{what}"
    for path, step, name in (
        ("/orders/{order_id}/refunds/{refund_id}", "", "EVIDENCE"),
        ("/orders/{order_id}/refunds/{refund_id}", "/accept", "ACCEPT"),
        ("/orders/{order_id}/refunds/{refund_id}", "/dispute", "DISPUTE"),
        ("/orders/{order_id}/refunds/{refund_id}", "/evidence", "EVIDENCE"),
        ("/orders/{order_id}/refunds/{refund_id}", "/parcel", "PARCEL"),
        ("/orders/{order_id}/refunds/{refund_id}", "/receive", "RECEIVE"),
        ("/orders/{order_id}/refunds/{refund_id}", "/reject", "REJECT"),
        ("/orders/{order_id}/refunds/{refund_id}", "/withdraw", "WITHDRAW"),
        ("/hearings/{order_id}/{refund_id}", "", "HEARING"),
        ("/hearings/{order_id}/{refund_id}", "/ruling", "RULING"),
    )
    for known, what in (("SOLD", "ORDER"), ("EVIDENCE_REFUND", "REFUND"))
}
"""And for which operations they stand for something else: what she buys isn't what she sells."""
_number = itertools.count()


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:  # noqa: ARG001 - schemathesis's
    """Put real ids in the stead of the examples', and a new Idempotency-Key where there is a good one."""
    if not case.meta or case.meta.phase.name.value != "stateful":
        case.path_parameters = _real(case.path_parameters, case.operation.path)
        case.body = _real(case.body, case.operation.path)
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and key.isascii() and key.isprintable() and 0 < len(key) <= 80 and " " not in key:
        case.headers["Idempotency-Key"] = f"{key}-{next(_number)}"


def _real(node: Any, path: str) -> Any:
    if isinstance(node, dict):
        return {name: _real(value, path) for name, value in node.items()}
    if isinstance(node, list):
        return [_real(value, path) for value in node]
    if isinstance(node, str) and (known := _KNOWN.get(node) or _ours().get(node)):
        return os.environ.get(f"FUZZ_{_ELSEWHERE.get((path, known), known)}", node)
    return node


@cache
def _ours() -> dict[str, str]:
    """What in her world the real ids stand for, which schemathesis takes over from answers."""
    names = {*_KNOWN.values(), "SELLING"}
    return {os.environ[f"FUZZ_{name}"]: name for name in names if f"FUZZ_{name}" in os.environ}


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:  # noqa: ARG001 - schemathesis's
    """Note what was answered to what, for whoever wants to know how deep the requests went."""
    if tally := os.environ.get("FUZZ_TALLY"):
        with Path(tally).open("a") as file:
            file.write(f"{case.operation.label} {response.status_code}\n")


@schemathesis.check
def tells_a_documented_code(ctx: Any, response: Any, case: Any) -> None:  # noqa: ARG001
    """A refusal's code is one that the operation's description lists under its status."""
    if (told := _code(response)) is None:
        return
    answers = case.operation.definition.raw["responses"]
    listed = answers.get(str(response.status_code), {}).get("x-codes", [])
    assert told in listed, f"undocumented code {told!r} with status {response.status_code}: {response.text}"


@schemathesis.check
def fits_and_is_not_called_invalid(ctx: Any, response: Any, case: Any) -> None:  # noqa: ARG001
    """What fits the schema isn't refused as malformed, whatever else may be said against it."""
    meta = case.meta
    if meta is not None and meta.generation.mode.is_positive and response.status_code in (400, 415, 422):
        assert _code(response) not in ("invalid", "malformed_json"), response.text


def _code(response: Any) -> str | None:
    if "problem+json" not in " ".join(response.headers.get("content-type", ())):
        return None
    code: str = json.loads(response.content)["code"]
    return code
