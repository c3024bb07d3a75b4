"""Which AWS calls a function makes, as IAM counts them: action and resource, as a policy names them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chalicelib.foundation import aws

POLICIES = Path(__file__).parents[1] / ".chalice"
STAGE = "guanxi-test-"
ACCOUNT = "${AWS::Region}:${AWS::AccountId}"
TABLE = f"arn:${{AWS::Partition}}:dynamodb:{ACCOUNT}:table/guanxi-${{Stage}}-"
QUEUE = f"arn:${{AWS::Partition}}:sqs:{ACCOUNT}:guanxi-${{Stage}}-"
SECRET = f"arn:${{AWS::Partition}}:secretsmanager:{ACCOUNT}:secret:guanxi-${{Stage}}-"
MEDIA = "arn:${AWS::Partition}:s3:::guanxi-${Stage}-media-${AWS::AccountId}"

PHONES = f"arn:${{AWS::Partition}}:sns:{ACCOUNT}"
PHONE_OF = {"CreatePlatformEndpoint": ":app/*/guanxi-${Stage}-*"}
SOCKETS = f"arn:${{AWS::Partition}}:execute-api:{ACCOUNT}:${{WebsocketAPI}}/api"
SERVICES = ("dynamodb", "sqs", "sns", "s3", "cognito-idp", "secretsmanager", "apigatewaymanagementapi")

Privilege = tuple[str, str]

WRITES = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
}
S3 = dict.fromkeys(("CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload"), "PutObject")
"""What S3 calls otherwise when it asks whether it is allowed."""

POOL = f"arn:${{AWS::Partition}}:cognito-idp:{ACCOUNT}:userpool/${{UserPool}}"

BY_PARTY_WITHOUT_IAM = {"cognito-idp"}
"""Sign-up and sign-in are open to everybody: Cognito asks no IAM for them."""

SIGNED = {
    ("s3:PutObject", f"{MEDIA}/uploads/*"),
    ("s3:GetObject", f"{MEDIA}/media/*"),
    ("s3:GetObject", f"{MEDIA}/variants/*"),
    ("s3:GetObject", f"{MEDIA}/exports/*"),
    ("s3:GetObject", f"{MEDIA}/archives/*"),
}
"""What the API's function never calls itself but signs for phones: an upload, a photo, an export's file."""

MISSING_IS_404 = {("s3:ListBucket", MEDIA)}
"""Without it S3 says of a missing upload that it is forbidden, instead of that it isn't there."""


def consuming(queue: str) -> set[Privilege]:
    """What Lambda does in a consumer's name to bring it the messages."""
    actions = ("ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "ReceiveMessage")
    return {(f"sqs:{action}", QUEUE + queue) for action in actions}


@contextmanager
def watched() -> Iterator[set[Privilege]]:
    """The privileges that the calls made inside need."""
    seen: set[Privilege] = set()

    def note(params: dict[str, Any], model: Any, **_: Any) -> None:
        seen.update(needed(model.service_model.service_name, model.name, params))

    clients = [aws.client(service) for service in SERVICES]
    for client in clients:
        client.meta.events.register("before-parameter-build", note)
    try:
        yield seen
    finally:
        for client in clients:
            client.meta.events.unregister("before-parameter-build", note)


def needed(service: str, operation: str, params: dict[str, Any]) -> Iterable[Privilege]:
    """What a call needs."""
    match service, operation:
        case "dynamodb", _:
            yield from _of_tables(operation, params)
        case "sqs", _:
            name = params.get("QueueName") or params["QueueUrl"].rpartition("/")[2]
            action = {"GetQueueUrl": "GetQueueUrl", "SendMessageBatch": "SendMessage"}[operation]
            yield f"sqs:{action}", QUEUE + name.removeprefix(STAGE)
        case "sns", _:
            yield f"sns:{operation}", PHONES + PHONE_OF.get(operation, ":endpoint/*/guanxi-${Stage}-*/*")
        case "secretsmanager", _:
            # AWS puts a dash and six characters of its own after a secret's name.
            name = params["SecretId"].removeprefix(STAGE)
            yield f"secretsmanager:{operation}", f"{SECRET}{name}-??????"
        case "apigatewaymanagementapi", _:
            method = {"PostToConnection": "POST", "DeleteConnection": "DELETE"}[operation]
            yield "execute-api:ManageConnections", f"{SOCKETS}/{method}/@connections/*"
        case "s3", _:
            yield from _of_bucket(operation, params)
        case "cognito-idp", ("AdminDisableUser" | "AdminDeleteUser"):
            yield f"cognito-idp:{operation}", POOL
        case _:
            assert service in BY_PARTY_WITHOUT_IAM, (service, operation)


def _of_bucket(operation: str, params: dict[str, Any]) -> Iterable[Privilege]:
    if "Key" in params:  # else the form of an upload is being signed, not a call made
        yield f"s3:{S3.get(operation, operation)}", f"{MEDIA}/{params['Key'].partition('/')[0]}/*"


def _of_tables(operation: str, params: dict[str, Any]) -> Iterable[Privilege]:
    if operation == "TransactWriteItems":
        for item in params["TransactItems"]:
            for kind, write in item.items():
                yield f"dynamodb:{WRITES[kind]}", _table(write["TableName"])
    elif "RequestItems" in params:
        for name in params["RequestItems"]:
            yield f"dynamodb:{operation}", _table(name)
    else:
        index = f"/index/{params['IndexName']}" if "IndexName" in params else ""
        yield f"dynamodb:{operation}", _table(params["TableName"]) + index


def _table(name: str) -> str:
    return TABLE + name.removeprefix(STAGE)


def granted(function: str) -> set[Privilege]:
    """What a function's policy lets it do, less what every function may: log and trace."""
    policy = json.loads((POLICIES / f"policy-{function}.json").read_text())
    return {
        (action, resource)
        for statement in policy["Statement"]
        for action in statement["Action"]
        for resource in statement["Resource"]
        if not action.startswith(("logs:", "xray:"))
    }
