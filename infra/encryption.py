"""The stage's own key (`DataKey` in resources.yaml): all that it encrypts, and who may use it for what.

Nobody names it beside a table or a queue, and no policy file mentions it: what is there is encrypted, and who
may use a table or a queue may use the key for it, through that service and for nothing else. So a new domain
can't forget it, and a stage without a key of its own is the same template less this (`without`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

KEY = "DataKey"
ALIAS = "DataKeyAlias"
ARN = {"Fn::GetAtt": [KEY, "Arn"]}

REUSED_SECONDS = 3_600
"""How long SQS goes on with what it got of the key: twelve times fewer paid calls than by default."""

PUBLIC = frozenset({"SiteBucket"})
"""What everybody may read: who is nobody to AWS can't use the key, so AWS's own encrypts it."""

_Resource = dict[str, Any]


def _table(properties: _Resource) -> None:
    properties["SSESpecification"] = {"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": ARN}


def _queue(properties: _Resource) -> None:
    properties.pop("SqsManagedSseEnabled", None)
    properties |= {"KmsMasterKeyId": ARN, "KmsDataKeyReusePeriodSeconds": REUSED_SECONDS}


def _bucket(properties: _Resource) -> None:
    by = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": ARN}
    rule = {"ServerSideEncryptionByDefault": by, "BucketKeyEnabled": True}  # one paid call for many photos
    properties["BucketEncryption"] = {"ServerSideEncryptionConfiguration": [rule]}


def _named(name: str) -> Callable[[_Resource], None]:
    return lambda properties: properties.update({name: ARN})


ENCRYPTED: Mapping[str, Callable[[_Resource], None]] = {
    "AWS::DynamoDB::Table": _table,
    "AWS::Logs::LogGroup": _named("KmsKeyId"),
    "AWS::S3::Bucket": _bucket,
    "AWS::SNS::Topic": _named("KmsMasterKeyId"),
    "AWS::SQS::Queue": _queue,
    "AWS::SecretsManager::Secret": _named("KmsKeyId"),
}
"""By the resources' type, how they are told their key."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "dynamodb": ("kms:Decrypt",),
    "s3:GetObject": ("kms:Decrypt",),
    "s3:PutObject": ("kms:GenerateDataKey",),
    "secretsmanager:GetSecretValue": ("kms:Decrypt",),
    "sqs:ReceiveMessage": ("kms:Decrypt",),
    "sqs:SendMessage": ("kms:Decrypt", "kms:GenerateDataKey"),
}
"""What who may do this, or anything with this service, needs of the key: so AWS's guides of each service.

DynamoDB needs more only when a table is made; SQS reads back the data key that it has made for a sender."""


def encrypt(template: _Resource) -> None:
    """Have everything encrypted by the stage's key, and let the functions use it."""
    for name, resource in template["Resources"].items():
        if (tell := ENCRYPTED.get(resource["Type"])) and name not in PUBLIC:
            tell(resource["Properties"])
        if resource["Type"] == "AWS::IAM::Role":
            for policy in resource["Properties"].get("Policies", ()):
                statements = policy["PolicyDocument"]["Statement"]
                statements.extend(_use(statements))


def without(template: _Resource) -> None:
    """Leave the key out: everything is encrypted by AWS's keys then."""
    for name in (KEY, ALIAS):
        template["Resources"].pop(name, None)


def _use(statements: Iterable[_Resource]) -> list[_Resource]:
    """The statements that let a role use the key as far as its others need it."""
    services: dict[str, set[str]] = {}
    for statement in statements:
        if statement.get("Effect") == "Deny":
            continue
        for action in _several(statement["Action"]):
            service = action.partition(":")[0]
            for use in NEEDED.get(action) or NEEDED.get(service, ()):
                services.setdefault(use, set()).add(service)
    return [
        {
            "Sid": f"Key{use.partition(':')[2]}",
            "Effect": "Allow",
            "Action": [use],
            "Resource": [ARN],
            "Condition": {"StringEquals": {"kms:ViaService": [_via(service) for service in sorted(via)]}},
        }
        for use, via in sorted(services.items())
    ]


def _via(service: str) -> _Resource:
    return {"Fn::Sub": f"{service}.${{AWS::Region}}.amazonaws.com"}


def _several(one_or_more: str | list[str]) -> list[str]:
    return [one_or_more] if isinstance(one_or_more, str) else one_or_more
