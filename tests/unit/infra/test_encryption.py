"""All that is stored is encrypted by the stage's key, and each function may use it for what it does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from infra.encryption import ARN, ENCRYPTED, KEY, PUBLIC
from infra.packaging import aws_template
from infra.template import Template, functions, of_type

VIA = "kms:ViaService"


def key_policy(template: Template) -> dict[str, Any]:
    statements = template["Resources"][KEY]["Properties"]["KeyPolicy"]["Statement"]
    return {statement["Sid"]: statement for statement in statements}


def uses(template: Template, function: str) -> dict[str, set[str]]:
    """By the action, the services through which a function may use the key."""
    role = template["Resources"][function]["Properties"]["Role"]["Fn::GetAtt"][0]
    (policy,) = template["Resources"][role]["Properties"]["Policies"]
    found: dict[str, set[str]] = {}
    for statement in policy["PolicyDocument"]["Statement"]:
        if any(action.startswith("kms:") for action in statement["Action"]):
            assert statement["Resource"] == [ARN]
            via = statement["Condition"]["StringEquals"][VIA]
            names = {one["Fn::Sub"].partition(".")[0] for one in via}
            found |= dict.fromkeys(statement["Action"], names)
    return found


class TestTheKey:
    def test_encrypts_all_that_is_stored(self, template: Template) -> None:
        for kind in ENCRYPTED:
            stored = list(of_type(template, kind))
            assert stored, kind
            assert {name for name, one in stored if json.dumps(ARN) not in json.dumps(one)} <= PUBLIC, kind

    def test_is_not_for_what_everybody_may_read(self, template: Template) -> None:
        assert {"SiteBucket"} == PUBLIC
        assert not any(json.dumps(ARN) in json.dumps(template["Resources"][name]) for name in PUBLIC)

    def test_is_changed_every_year_and_outlives_what_it_encrypts(self, template: Template) -> None:
        key = template["Resources"][KEY]
        assert key["Properties"]["EnableKeyRotation"] is True
        assert key["Properties"]["PendingWindowInDays"] == 30
        assert (key["DeletionPolicy"], key["UpdateReplacePolicy"]) == ("RetainExceptOnCreate", "Retain")

    def test_lets_nobody_do_everything_and_no_administrator_read(self, template: Template) -> None:
        policy = key_policy(template)
        assert not any("*" in action for one in policy.values() for action in one["Action"])
        assert not {"kms:Decrypt", "kms:CreateGrant"} & set(
            policy["AdministeredByWhomTheAccountLets"]["Action"]
        )

    def test_is_used_through_the_services_and_in_the_account_only(self, template: Template) -> None:
        for sid in ("UsedThroughTheServicesByWhomTheAccountLets", "GrantedToDynamoDb"):
            condition = key_policy(template)[sid]["Condition"]["StringEquals"]
            assert condition["kms:CallerAccount"] == {"Ref": "AWS::AccountId"}
            assert condition[VIA]

    def test_is_told_the_logs_of_the_stage(self, template: Template) -> None:
        told = key_policy(template)["EncryptsTheStagesLogs"]["Condition"]["ArnLike"]
        arns = [one["Fn::Sub"] for one in told["kms:EncryptionContext:aws:logs:arn"]]
        patterns = [arn.partition("log-group:")[2] for arn in arns]
        groups = of_type(template, "AWS::Logs::LogGroup")
        names = [group["Properties"]["LogGroupName"]["Fn::Sub"] for _, group in groups]
        assert patterns == ["/aws/lambda/${AWS::StackName}-*", "/aws/apigateway/guanxi-${Stage}"]
        assert all(name.startswith(("/aws/lambda/${", patterns[1])) for name in names)

    def test_lets_alarms_reach_their_topic(self, template: Template) -> None:
        told = key_policy(template)["AlarmsAreTold"]
        assert told["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
        assert set(told["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey"}


class TestFunctions:
    def test_of_the_api_read_tables_photos_and_the_secret_and_send_and_upload(
        self, template: Template
    ) -> None:
        assert uses(template, "APIHandler") == {
            "kms:Decrypt": {"dynamodb", "s3", "secretsmanager", "sqs"},
            "kms:GenerateDataKey": {"s3", "sqs"},
        }

    def test_that_only_listen_send_nothing(self, template: Template) -> None:
        assert uses(template, "FollowOrders") == {"kms:Decrypt": {"dynamodb", "sqs"}}

    def test_that_send_make_data_keys_for_the_queues(self, template: Template) -> None:
        assert uses(template, "Sweep") == {
            "kms:Decrypt": {"dynamodb", "s3", "secretsmanager", "sqs"},
            "kms:GenerateDataKey": {"s3", "sqs"},
        }

    def test_use_the_key_through_services_that_its_policy_names(self, template: Template) -> None:
        allowed = key_policy(template)["UsedThroughTheServicesByWhomTheAccountLets"]
        via = {one["Fn::Sub"].partition(".")[0] for one in allowed["Condition"]["StringEquals"][VIA]}
        for name in functions(template):
            for action, services in uses(template, name).items():
                assert services <= via and action in allowed["Action"]


class TestAStageWithoutAKeyOfItsOwn:
    @pytest.fixture
    def plain(self) -> Template:
        return aws_template(own_key=False)

    def test_never_speaks_of_one(self, plain: Template) -> None:
        assert "kms:" not in json.dumps(plain) and KEY not in json.dumps(plain)

    def test_is_encrypted_by_awss_keys(self, plain: Template) -> None:
        assert all(one["Properties"]["SqsManagedSseEnabled"] for _, one in of_type(plain, "AWS::SQS::Queue"))
        tables = [one["Properties"] for _, one in of_type(plain, "AWS::DynamoDB::Table")]
        assert all(table["SSESpecification"] == {"SSEEnabled": True} for table in tables)
