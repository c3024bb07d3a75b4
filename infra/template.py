"""What chalice's template lacks: pure functions from a template to a template, the same for every cloud."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from infra.answers import gateway_responses
from infra.encryption import encrypt, without
from infra.findings import explain
from infra.throttling import SOCKETS, method_settings

Template = dict[str, Any]

USER_POOL = "USER_POOL_ARN"
"""What stands in app.py for the user pool, which has no address before the stage is deployed."""


def complete(template: Template, *, own_key: bool = True) -> Template:
    """Chalice's template, made ready to be deployed; all is encrypted by a key of its own, or by AWS's."""
    whole: Template = copy.deepcopy(template)
    for mend in (*_MENDS, encrypt if own_key else without):
        mend(whole)
    whole["Resources"] = _references(whole["Resources"])
    return whole


def with_code(template: Template, bucket: str, key: str) -> Template:
    """The template whose functions take their code from S3."""
    whole: Template = copy.deepcopy(template)
    for function in functions(whole).values():
        function["Properties"]["CodeUri"] = f"s3://{bucket}/{key}"
    return whole


def functions(template: Template) -> dict[str, Any]:
    """The Lambda functions by their logical names."""
    return dict(of_type(template, "AWS::Serverless::Function"))


def of_type(template: Template, kind: str) -> Iterator[tuple[str, Any]]:
    """The resources of a type."""
    return ((name, one) for name, one in template["Resources"].items() if one["Type"] == kind)


def _references(node: Any) -> Any:
    """Turn each `${…}` into a substitution and each placeholder of the user pool into a reference.

    config.json and the policies are plain JSON, which chalice copies as it is.
    """
    if isinstance(node, dict):
        return node if "Fn::Sub" in node else {name: _references(value) for name, value in node.items()}
    if isinstance(node, list):
        return [_references(value) for value in node]
    if node == USER_POOL:
        return {"Fn::GetAtt": ["UserPool", "Arn"]}
    return {"Fn::Sub": node} if isinstance(node, str) and "${" in node else node


def _log_group_of_the_api(template: Template) -> None:
    """Chalice renames the API's function after it has named its log group."""
    group = template["Resources"].get("ApiHandlerLogGroup")
    if group:
        group["Properties"]["LogGroupName"] = {"Fn::Sub": "/aws/lambda/${APIHandler}"}


def _report_failed_messages(template: Template) -> None:
    """Let a consumer say which messages of a batch failed: else SQS takes its answer for success of all."""
    for function in functions(template).values():
        for event in function["Properties"].get("Events", {}).values():
            if event["Type"] == "SQS":
                event["Properties"]["FunctionResponseTypes"] = ["ReportBatchItemFailures"]


def _own_answers(template: Template) -> None:
    """Let API Gateway's own refusals look like ours."""
    template["Resources"]["RestAPI"]["Properties"]["GatewayResponses"] = gateway_responses()


def _any_binary(template: Template) -> None:
    """Let answers in base64 be sent as bytes, whatever the request accepts: foundation.http relies on it."""
    definition = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    definition["x-amazon-apigateway-binary-media-types"] = ["*/*"]


def _shorten_the_api(template: Template) -> None:
    """Leave out of the definition what tells readers and not API Gateway: AWS takes templates up to 1 MB.

    Who wants to read has the contract; what is sent and answered is the functions' own to say.
    """
    for path in template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"].values():
        for method in path.values():
            for name in ("consumes", "produces", "summary"):
                method.pop(name, None)
            for response in method["responses"].values():
                response.pop("schema", None)


def _trace_the_api(template: Template) -> None:
    template["Resources"]["RestAPI"]["Properties"]["TracingEnabled"] = True


def _log_requests(template: Template) -> None:
    """Note every request, those too that API Gateway refuses itself and no function sees."""
    api = template["Resources"]["RestAPI"]
    api["Properties"]["AccessLogSetting"] = {
        "DestinationArn": {"Fn::GetAtt": ["RequestsLogGroup", "Arn"]},
        "Format": json.dumps(_REQUEST),
    }
    api["DependsOn"] = ["ApiAccount"]  # API Gateway refuses the setting while the account has no role for it


_REQUEST = {
    "request": "$context.requestId",
    "at": "$context.requestTimeEpoch",
    "from": "$context.identity.sourceIp",
    "method": "$context.httpMethod",
    "route": "$context.resourcePath",
    "status": "$context.status",
    "milliseconds": "$context.responseLatency",
    "bytes": "$context.responseLength",
    "refused": "$context.error.responseType",
}
"""What a line of the API's log tells. The route, not the path, which may hold the code of an invitation."""


def _throttle(template: Template) -> None:
    """Put a ceiling on what a flood costs."""
    template["Resources"]["RestAPI"]["Properties"]["MethodSettings"] = method_settings()


def _throttle_sockets(template: Template) -> None:
    """Put a ceiling on what a flood of frames costs."""
    limit = {"ThrottlingRateLimit": SOCKETS.rate, "ThrottlingBurstLimit": SOCKETS.burst}
    template["Resources"]["WebsocketAPIStage"]["Properties"]["DefaultRouteSettings"] = limit


def _explain_findings(template: Template) -> None:
    for resource in template["Resources"].values():
        explain(resource)


_MENDS = (
    _log_group_of_the_api,
    _report_failed_messages,
    _own_answers,
    _any_binary,
    _shorten_the_api,
    _trace_the_api,
    _throttle,
    _log_requests,
    _throttle_sockets,
    _explain_findings,
)
