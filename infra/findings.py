"""What checkov finds and we leave as it is, and why: put on the resources as checkov reads it.

This table is for what there are many of, and for what chalice makes; a reason of one resource stands beside
it in `resources.yaml`. `make checkov` runs the check.
"""

from __future__ import annotations

from typing import Any

REASONS: dict[str, dict[str, str]] = {
    "AWS::Serverless::Function": {
        "CKV_AWS_115": "Reserving takes from all other functions, and a new account has none to spare."
        " The API's is bounded by its throttling, the consumers' by their queues.",
        "CKV_AWS_116": "It is for asynchronous calls. The API's caller waits for the answer, a consumer's"
        " queue has dead letters of its own, and what a sweep misses the next one finds a minute later.",
        "CKV_AWS_117": "Everything it calls has a public address and asks for IAM: a VPC would add a NAT"
        " gateway's standing fee and a slower start, and protect nothing.",
        "CKV_AWS_173": "Encrypted by Lambda's own key. There is no secret among the variables, and with ours"
        " every cold start would wait for one more call.",
    },
    "AWS::Serverless::Api": {
        "CKV_AWS_120": "Most answers differ by who asks, stock and prices must be fresh, and a cache has a"
        " standing fee.",
    },
}
"""By the resources' type, each check that they fail and why that is right."""


def explain(resource: dict[str, Any]) -> None:
    """Put on a resource what its type is excused from."""
    if reasons := REASONS.get(resource["Type"]):
        skips = resource.setdefault("Metadata", {}).setdefault("checkov", {}).setdefault("skip", [])
        skips.extend({"id": check, "comment": reason} for check, reason in reasons.items())
