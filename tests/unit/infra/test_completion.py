"""What the packaging makes of chalice's template, for every cloud and for the local engine."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from infra import local
from infra.template import Template, complete, with_code


@pytest.fixture
def raw() -> Template:
    """As chalice makes it, in small."""
    people = {"x-amazon-apigateway-authorizer": {"providerARNs": ["USER_POOL_ARN"]}}
    send = {"Action": ["sqs:SendMessage"], "Resource": ["arn:aws:sqs:x:y:guanxi-${Stage}-payouts"]}
    return {
        "Parameters": {"Stage": {"Type": "String"}},
        "Outputs": {"RestAPIId": {"Value": {"Ref": "RestAPI"}}, "Role": {"Value": {"Ref": "Role"}}},
        "Resources": {
            "APIHandler": {
                "Type": "AWS::Serverless::Function",
                "Properties": {"CodeUri": ".", "Environment": {"Variables": {"STAGE": "${Stage}"}}},
            },
            "ApiHandlerLogGroup": {
                "Type": "AWS::Logs::LogGroup",
                "Properties": {"LogGroupName": {"Fn::Sub": "/aws/lambda/${ApiHandler}"}},
            },
            "PayOut": {
                "Type": "AWS::Serverless::Function",
                "Properties": {
                    "CodeUri": ".",
                    "Events": {"Q": {"Type": "SQS", "Properties": {"BatchSize": 1}}},
                },
            },
            "Role": {
                "Type": "AWS::IAM::Role",
                "Properties": {"Policies": [{"PolicyDocument": {"Statement": [send]}}]},
            },
            "MayInvoke": {
                "Type": "AWS::Lambda::Permission",
                "Properties": {"SourceArn": {"Fn::Sub": ["${Api}/*", {"Api": {"Ref": "RestAPI"}}]}},
            },
            "WebsocketAPIDeployment": {"Type": "AWS::ApiGatewayV2::Deployment"},
            "WebsocketAPIStage": {
                "Type": "AWS::ApiGatewayV2::Stage",
                "Properties": {"DeploymentId": {"Ref": "WebsocketAPIDeployment"}, "StageName": "api"},
            },
            "RestAPI": {
                "Type": "AWS::Serverless::Api",
                "Properties": {
                    "StageName": "api",
                    "DefinitionBody": {"securityDefinitions": {"people": people}, "paths": {}},
                },
            },
        },
    }


def resource(template: Template, name: str) -> Any:
    return template["Resources"][name]["Properties"]


class TestCompletion:
    def test_leaves_the_original_alone(self, raw: Template) -> None:
        before = copy.deepcopy(raw)
        with_code(local.for_local_engine(complete(raw)), "bucket", "key")
        assert raw == before

    def test_makes_substitutions_of_what_stands_in_braces(self, raw: Template) -> None:
        whole = complete(raw)
        statement = resource(whole, "Role")["Policies"][0]["PolicyDocument"]["Statement"][0]
        assert statement["Resource"] == [{"Fn::Sub": "arn:aws:sqs:x:y:guanxi-${Stage}-payouts"}]
        assert resource(whole, "APIHandler")["Environment"]["Variables"]["STAGE"] == {"Fn::Sub": "${Stage}"}

    def test_leaves_what_is_a_substitution(self, raw: Template) -> None:
        assert resource(complete(raw), "MayInvoke") == resource(raw, "MayInvoke")

    def test_names_the_log_of_the_api_after_its_function(self, raw: Template) -> None:
        group = resource(complete(raw), "ApiHandlerLogGroup")
        assert group["LogGroupName"] == {"Fn::Sub": "/aws/lambda/${APIHandler}"}

    def test_places_the_code(self, raw: Template) -> None:
        assert resource(with_code(complete(raw), "bucket", "key"), "PayOut")["CodeUri"] == "s3://bucket/key"


class TestLocalTemplate:
    def test_has_an_api_whose_id_stays(self, raw: Template) -> None:
        api = local.api_of(local.for_local_engine(complete(raw)))
        assert api["Type"] == "AWS::ApiGateway::RestApi"
        assert api["Properties"]["Tags"] == [{"Key": "ms-custom-id", "Value": "guanxi"}]

    def test_deploys_the_api_anew_when_it_changes(self, raw: Template) -> None:
        changed = copy.deepcopy(raw)
        changed["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"] = {"/more": {}}
        names = [set(local.for_local_engine(complete(one))["Resources"]) for one in (raw, changed)]
        assert len(names[0] ^ names[1]) == 2

    def test_tells_functions_where_the_engine_is(self, raw: Template) -> None:
        whole = local.for_local_engine(complete(raw))
        told = resource(whole, "PayOut")["Environment"]["Variables"]
        assert told["LOCAL_ENGINE_URL"] == {"Ref": "LocalEngineUrl"}

    def test_tells_functions_where_sockets_are(self, raw: Template) -> None:
        told = resource(local.for_local_engine(complete(raw)), "PayOut")["Environment"]["Variables"]
        address = "${LocalEngineUrl}/_aws/execute-api/${WebsocketAPI}/api"
        assert told["LIVE_URL"] == {"Fn::Sub": address}

    def test_tells_who_renders_pages_where_the_web_client_is(self, raw: Template) -> None:
        told = raw["Resources"]["PayOut"]["Properties"].setdefault("Environment", {})
        told.setdefault("Variables", {})["SITE_URL"] = "https://${SiteBucket}.example/${SiteDigest}"
        whole = local.for_local_engine(complete(raw))
        address = {"Fn::Sub": "${LocalEngineUrl}/${SiteBucket}/${SiteDigest}"}
        assert resource(whole, "PayOut")["Environment"]["Variables"]["SITE_URL"] == address
        assert "SITE_URL" not in resource(whole, "APIHandler")["Environment"]["Variables"]

    def test_lets_everybody_read_without_tls_what_everybody_may_read(self, raw: Template) -> None:
        read = {"Sid": "EverybodyReads", "Effect": "Allow"}
        document = {"Statement": [read, {"Sid": "OnlyOverTls", "Effect": "Deny"}]}
        raw["Resources"]["SiteBucketPolicy"] = {
            "Type": "AWS::S3::BucketPolicy",
            "Properties": {"PolicyDocument": document},
        }
        whole = local.for_local_engine(complete(raw))
        assert resource(whole, "SiteBucketPolicy")["PolicyDocument"]["Statement"] == [read]

    def test_lets_sockets_deploy_themselves(self, raw: Template) -> None:
        whole = local.for_local_engine(complete(raw))
        assert "WebsocketAPIDeployment" not in json.dumps(whole)
        assert resource(whole, "WebsocketAPIStage")["AutoDeploy"] is True

    def test_lets_who_sends_messages_send_them_in_batches(self, raw: Template) -> None:
        whole = local.for_local_engine(complete(raw))
        statement = resource(whole, "Role")["Policies"][0]["PolicyDocument"]["Statement"][0]
        assert statement["Action"] == ["sqs:SendMessage", "sqs:SendMessageBatch"]

    def test_without_its_api_mentions_it_nowhere(self, raw: Template) -> None:
        less = local.without_api(local.for_local_engine(complete(raw)))
        assert "RestAPI" not in json.dumps([less["Resources"], less["Outputs"]])
        kept = {"APIHandler", "ApiHandlerLogGroup", "PayOut", "Role", "WebsocketAPIStage"}
        assert set(less["Resources"]) == kept
