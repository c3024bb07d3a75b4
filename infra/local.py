"""Where the local engine differs from AWS: the template that it takes, and what it leaves to be set by hand.

- It gives an API a new id whenever its definition changes, unless a tag of the API names the id. SAM puts
  tags on the stage only, so the API is written as the three plain resources that SAM makes of it.
- It can't change such an API in place: `without_api` takes it down first.
- It reads neither gateway responses nor the answers of mock integrations (CORS preflights) in a definition.
- It speaks plain HTTP, so a bucket policy that demands TLS would close the bucket.
- It reads no paths in a stage's method settings as CloudFormation writes them, so throttling stays AWS's;
  tests and measurements ask faster than people do anyway.
- It knows no deployments of WebSocket APIs in CloudFormation.
- It keeps no log of the requests to an API.
- It checks an IAM action for SendMessageBatch, which AWS counts as SendMessage.
"""

from __future__ import annotations

import copy
import hashlib
import json
from typing import Any

from infra.template import Template, functions, of_type

API_ID = "guanxi"
"""The API's id, so that its address stays the same."""

_ONLY_ON_AWS = ("MediaBucketPolicy", "ApiAccount", "ApiLogsRole", "RequestsLogGroup")


def for_local_engine(template: Template) -> Template:
    """The template for the local engine."""
    whole: Template = copy.deepcopy(template)
    whole["Parameters"]["LocalEngineUrl"] = {"Type": "String"}
    for function in functions(whole).values():
        variables = function["Properties"].setdefault("Environment", {}).setdefault("Variables", {})
        variables["LOCAL_ENGINE_URL"] = {"Ref": "LocalEngineUrl"}
        variables["LIVE_URL"] = {"Fn::Sub": "${LocalEngineUrl}/_aws/execute-api/${WebsocketAPI}/api"}
        if "SITE_URL" in variables:
            variables["SITE_URL"] = {"Fn::Sub": "${LocalEngineUrl}/${SiteBucket}/${SiteDigest}"}
    _deploy_sockets(whole)
    for name in _ONLY_ON_AWS:
        whole["Resources"].pop(name, None)
    _speak_plainly(whole)
    api = whole["Resources"].pop("RestAPI")["Properties"]
    whole["Resources"] |= _plain_api(api)
    for _, role in of_type(whole, "AWS::IAM::Role"):
        _let_send_batches(role)
    return whole


def _speak_plainly(template: Template) -> None:
    """Let the bucket that everybody may read be read without TLS."""
    for _, guard in of_type(template, "AWS::S3::BucketPolicy"):
        document = guard["Properties"]["PolicyDocument"]
        document["Statement"] = [one for one in document["Statement"] if one["Sid"] != "OnlyOverTls"]


def _deploy_sockets(template: Template) -> None:
    """Let the WebSocket API's stage deploy itself, for the engine knows no deployment of it."""
    del template["Resources"]["WebsocketAPIDeployment"]
    stage = template["Resources"]["WebsocketAPIStage"]["Properties"]
    del stage["DeploymentId"]
    stage["AutoDeploy"] = True


def without_api(template: Template) -> Template:
    """The local template less its API, which the engine can't change in place while it keeps its id."""
    whole: Template = copy.deepcopy(template)
    gone = {name for name, one in whole["Resources"].items() if one["Type"].startswith("AWS::ApiGateway::")}
    kept = {
        name: one for name, one in whole["Resources"].items() if name not in gone and not _mentions(one, gone)
    }
    whole["Resources"] = kept
    whole["Outputs"] = {name: one for name, one in whole["Outputs"].items() if not _mentions(one, gone)}
    return whole


def api_of(template: Template) -> Any:
    """The definition of a local template's API; None without one."""
    return template["Resources"].get("RestAPI")


def _plain_api(api: dict[str, Any]) -> dict[str, Any]:
    answers = {
        f"Answer{kind.title().replace('_', '')}": {
            "Type": "AWS::ApiGateway::GatewayResponse",
            "Properties": _plain_answer(kind, answer),
        }
        for kind, answer in api["GatewayResponses"].items()
    }
    definition = {
        "Type": "AWS::ApiGateway::RestApi",
        "Properties": {
            "Name": "guanxi",
            "Body": api["DefinitionBody"],
            "BinaryMediaTypes": api["DefinitionBody"].get("x-amazon-apigateway-binary-media-types", []),
            "MinimumCompressionSize": api.get("MinimumCompressionSize"),
            "Tags": [{"Key": "ms-custom-id", "Value": API_ID}],
        },
    }
    deployment = f"RestAPIDeployment{_digest([definition, answers])}"
    return {
        "RestAPI": definition,
        **answers,
        deployment: {
            "Type": "AWS::ApiGateway::Deployment",
            "DependsOn": sorted(answers),
            "Properties": {"RestApiId": {"Ref": "RestAPI"}},
        },
        "RestAPIStage": {
            "Type": "AWS::ApiGateway::Stage",
            "Properties": {
                "RestApiId": {"Ref": "RestAPI"},
                "DeploymentId": {"Ref": deployment},
                "StageName": api["StageName"],
            },
        },
    }


def _plain_answer(kind: str, answer: dict[str, Any]) -> dict[str, Any]:
    headers = answer["ResponseParameters"]["Headers"]
    plain = {
        "RestApiId": {"Ref": "RestAPI"},
        "ResponseType": kind,
        "ResponseParameters": {f"gatewayresponse.header.{name}": value for name, value in headers.items()},
        "ResponseTemplates": answer["ResponseTemplates"],
    }
    return plain | ({"StatusCode": str(answer["StatusCode"])} if "StatusCode" in answer else {})


def _let_send_batches(role: dict[str, Any]) -> None:
    for policy in role["Properties"].get("Policies", ()):
        for statement in policy["PolicyDocument"]["Statement"]:
            if "sqs:SendMessage" in statement["Action"]:
                statement["Action"].append("sqs:SendMessageBatch")


def _mentions(node: Any, names: set[str]) -> bool:
    """Whether a resource refers to one of these."""
    if isinstance(node, dict):
        return node.get("Ref") in names or any(_mentions(value, names) for value in node.values())
    if isinstance(node, list):
        return any(_mentions(value, names) for value in node)
    return isinstance(node, str) and any(f"${{{name}}}" in node for name in names)


def _digest(node: Any) -> str:
    return hashlib.sha256(json.dumps(node, sort_keys=True).encode()).hexdigest()[:10]


def set_preflights(gateway: Any, template: Template) -> None:
    """Give the API's OPTIONS methods the answers that its definition has for them."""
    body = template["Resources"]["RestAPI"]["Properties"]["Body"]
    pages = gateway.get_paginator("get_resources").paginate(
        restApiId=API_ID, PaginationConfig={"PageSize": 500}
    )
    ids = {resource["path"]: resource["id"] for page in pages for resource in page["items"]}
    for path, methods in body["paths"].items():
        if "options" in methods:
            _set_preflight(gateway, ids[path], methods["options"]["x-amazon-apigateway-integration"])


def _set_preflight(gateway: Any, resource: str, integration: dict[str, Any]) -> None:
    answer = integration["responses"]["default"]
    where = {"restApiId": API_ID, "resourceId": resource, "httpMethod": "OPTIONS"}
    gateway.put_integration(**where, type="MOCK", requestTemplates=integration["requestTemplates"])
    headers = dict.fromkeys(answer["responseParameters"], True)
    gateway.put_method_response(**where, statusCode="200", responseParameters=headers)
    gateway.put_integration_response(
        **where, statusCode="200", responseParameters=answer["responseParameters"], responseTemplates={}
    )
