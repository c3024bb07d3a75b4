"""The template that AWS gets: what must hold of each function, queue, table and route, now and later."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import app as assembled
from chalicelib.foundation.config import settings
from chalicelib.notifications.push.web import vapid
from chalicelib.payments import stripe_gateway
from infra.findings import REASONS
from infra.packaging import ROOT
from infra.template import Template, functions, of_type
from infra.throttling import EACH, LIMITS

CONFIG = json.loads((ROOT / ".chalice" / "config.json").read_text())["stages"]["guanxi"]
POLICIES = sorted((ROOT / ".chalice").glob("policy-*.json"))


def properties(template: Template, kind: str) -> list[Any]:
    return [one["Properties"] for _, one in of_type(template, kind)]


def sqs_events(template: Template) -> list[tuple[str, Any]]:
    return [
        (name, event["Properties"])
        for name, function in functions(template).items()
        for event in function["Properties"].get("Events", {}).values()
        if event["Type"] == "SQS"
    ]


def queue_name(event: Any) -> str:
    name: str = event["Queue"]["Fn::Sub"].rpartition(":")[2]
    return name


def policy(name: str) -> list[Any]:
    statements: list[Any] = json.loads((ROOT / ".chalice" / f"policy-{name}.json").read_text())["Statement"]
    return statements


def definition(template: Template) -> Any:
    return template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]


class TestConsumers:
    def test_report_which_messages_of_a_batch_failed(self, template: Template) -> None:
        events = sqs_events(template)
        assert len(events) >= 3
        assert all(event["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for _, event in events)

    def test_listen_to_queues_of_their_own_stage(self, template: Template) -> None:
        queues = {queue["QueueName"]["Fn::Sub"] for queue in properties(template, "AWS::SQS::Queue")}
        assert {queue_name(event) for _, event in sqs_events(template)} <= queues
        assert all("${Stage}" in queue for queue in queues)

    def test_leave_a_message_hidden_for_six_time_outs(self, template: Template) -> None:
        hidden = {
            queue["QueueName"]["Fn::Sub"]: queue.get("VisibilityTimeout")
            for queue in properties(template, "AWS::SQS::Queue")
        }
        for name, event in sqs_events(template):
            timeout = template["Resources"][name]["Properties"]["Timeout"]
            assert hidden[queue_name(event)] == 6 * timeout

    def test_may_take_from_the_queue_that_feeds_them(self, template: Template) -> None:
        for name, event in sqs_events(template):
            role = template["Resources"][name]["Properties"]["Role"]["Fn::GetAtt"][0]
            document = template["Resources"][role]["Properties"]["Policies"][0]["PolicyDocument"]
            taken = [
                one["Resource"] for one in document["Statement"] if "sqs:ReceiveMessage" in one["Action"]
            ]
            assert [[queue_name({"Queue": arn}) for arn in arns] for arns in taken] == [[queue_name(event)]]


class TestQueues:
    def test_keep_what_failed_five_times_for_two_weeks(self, template: Template) -> None:
        resources = template["Resources"]
        for queue in properties(template, "AWS::SQS::Queue"):
            if redrive := queue.get("RedrivePolicy"):
                dead = resources[redrive["deadLetterTargetArn"]["Fn::GetAtt"][0]]["Properties"]
                assert redrive["maxReceiveCount"] == 5
                assert dead["MessageRetentionPeriod"] == 14 * 24 * 3600
                assert dead["QueueName"]["Fn::Sub"] == queue["QueueName"]["Fn::Sub"] + "-dead"

    def test_raise_an_alarm_when_a_message_is_dead_or_late(self, template: Template) -> None:
        watched = {
            (alarm["MetricName"], alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0])
            for alarm in properties(template, "AWS::CloudWatch::Alarm")
            if alarm["Namespace"] == "AWS/SQS"
        }
        for name, queue in of_type(template, "AWS::SQS::Queue"):
            redrive = queue["Properties"].get("RedrivePolicy")
            metric = "ApproximateAgeOfOldestMessage" if redrive else "ApproximateNumberOfMessagesVisible"
            assert (metric, name) in watched

    def test_and_the_alarms_reach_somebody(self, template: Template) -> None:
        alarms = properties(template, "AWS::CloudWatch::Alarm")
        assert all(alarm["AlarmActions"] == [{"Ref": "Alarms"}] for alarm in alarms)


class TestTables:
    def test_outlive_their_stack_and_can_be_restored_and_are_encrypted(self, template: Template) -> None:
        for _, table in of_type(template, "AWS::DynamoDB::Table"):
            assert table["DeletionPolicy"] == "RetainExceptOnCreate"
            assert table["UpdateReplacePolicy"] == "Retain"
            assert table["Properties"]["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]
            assert table["Properties"]["SSESpecification"]["SSEEnabled"]
            assert table["Properties"]["BillingMode"] == "PAY_PER_REQUEST"
            assert table["Properties"]["TimeToLiveSpecification"]["AttributeName"] == "expires_at"


def named(template: Template, name: str) -> Any:
    return template["Resources"][name]["Properties"]


class TestBuckets:
    def test_are_the_media_and_the_web_clients(self, template: Template) -> None:
        assert {name for name, _ in of_type(template, "AWS::S3::Bucket")} == {"MediaBucket", "SiteBucket"}

    def test_refuse_what_comes_without_tls(self, template: Template) -> None:
        guards = {
            guard["Bucket"]["Ref"]: guard["PolicyDocument"]["Statement"]
            for guard in properties(template, "AWS::S3::BucketPolicy")
        }
        assert set(guards) == {"MediaBucket", "SiteBucket"}
        for statements in guards.values():
            (denied,) = [one for one in statements if one["Effect"] == "Deny"]
            assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


class TestSiteBucket:
    def test_is_read_by_everybody_and_neither_listed_nor_written(self, template: Template) -> None:
        statements = named(template, "SiteBucketPolicy")["PolicyDocument"]["Statement"]
        (allowed,) = [one for one in statements if one["Effect"] == "Allow"]
        assert (allowed["Principal"], allowed["Action"]) == ("*", "s3:GetObject")
        assert allowed["Resource"] == {"Fn::Sub": "${SiteBucket.Arn}/*"}

    def test_is_encrypted_by_a_key_that_everybody_may_read_with(self, template: Template) -> None:
        (rule,) = named(template, "SiteBucket")["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        assert rule == {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}

    def test_lets_scripts_of_another_origin_read(self, template: Template) -> None:
        (rule,) = named(template, "SiteBucket")["CorsConfiguration"]["CorsRules"]
        assert (rule["AllowedMethods"], rule["AllowedOrigins"]) == (["GET"], ["*"])

    def test_is_known_to_the_function_that_renders_pages_alone(self, template: Template) -> None:
        told = {
            name: function["Properties"]["Environment"]["Variables"].get("SITE_URL")
            for name, function in functions(template).items()
        }
        address = "https://${SiteBucket}.s3.${AWS::Region}.${AWS::URLSuffix}/${SiteDigest}"
        assert {name: url for name, url in told.items() if url} == {"APIHandler": {"Fn::Sub": address}}


class TestBucket:
    def test_is_closed_to_the_public(self, template: Template) -> None:
        bucket = named(template, "MediaBucket")
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}

    def test_refuses_what_comes_without_tls(self, template: Template) -> None:
        (statement,) = named(template, "MediaBucketPolicy")["PolicyDocument"]["Statement"]
        assert statement["Effect"] == "Deny"
        assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}

    def test_forgets_uploads_that_nobody_attached_and_exports(self, template: Template) -> None:
        bucket = named(template, "MediaBucket")
        uploads = [one for one in bucket["LifecycleConfiguration"]["Rules"] if "Prefix" in one]
        assert {rule["Prefix"]: rule["ExpirationInDays"] for rule in uploads} == {
            "uploads/": 1,
            "exports/": 7,
            "archives/": 7,
        }

    def test_keeps_what_was_deleted_for_a_month_and_no_longer(self, template: Template) -> None:
        bucket = named(template, "MediaBucket")
        (rule,) = [one for one in bucket["LifecycleConfiguration"]["Rules"] if "Prefix" not in one]
        assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
        assert rule["NoncurrentVersionExpiration"] == {"NoncurrentDays": 30}


class TestFunctions:
    def test_have_settings_under_their_real_names(self, template: Template) -> None:
        sources = (*assembled.app.event_sources, *assembled.app.websocket_handlers.values())
        named = {"api_handler"} | {source.name for source in sources}
        assert set(CONFIG["lambda_functions"]) == named
        assert {path.stem.removeprefix("policy-") for path in POLICIES} == named
        assert len(functions(template)) == len(named)

    def test_each_run_as_a_role_of_their_own(self, template: Template) -> None:
        roles = [one["Properties"]["Role"]["Fn::GetAtt"][0] for one in functions(template).values()]
        assert len(set(roles)) == len(roles)

    def test_each_write_to_a_log_that_exists(self, template: Template) -> None:
        logs = {group["LogGroupName"]["Fn::Sub"] for group in properties(template, "AWS::Logs::LogGroup")}
        of_functions = {log for log in logs if log.startswith("/aws/lambda/")}
        assert of_functions == {f"/aws/lambda/${{{name}}}" for name in functions(template)}

    def test_of_the_api_end_before_api_gateway_gives_up(self, template: Template) -> None:
        assert functions(template)["APIHandler"]["Properties"]["Timeout"] <= 29

    def test_are_told_the_stage_by_cloudformation(self, template: Template) -> None:
        for function in functions(template).values():
            told = function["Properties"]["Environment"]["Variables"]
            assert told["STAGE"] == {"Fn::Sub": "${Stage}"}
            assert told["USER_POOL_ID"] == {"Fn::Sub": "${UserPool}"}

    def test_run_on_a_system_that_the_libraries_load_on(self, template: Template) -> None:
        runtimes = {function["Properties"]["Runtime"] for function in functions(template).values()}
        assert runtimes <= {"python3.12", "python3.13", "python3.14"}

    def test_are_told_no_secret(self, template: Template) -> None:
        for function in functions(template).values():
            assert not any("SECRET" in name for name in function["Properties"]["Environment"]["Variables"])


class TestSecrets:
    def test_are_made_by_aws_and_in_no_template_or_parameter(self, template: Template) -> None:
        for secret in properties(template, "AWS::SecretsManager::Secret"):
            assert secret["GenerateSecretString"]["PasswordLength"] >= 32
            assert "SecretString" not in secret
        assert not any("secret" in name.lower() for name in template["Parameters"])

    def test_are_called_as_the_functions_call_them(self, template: Template) -> None:
        made = [one["Name"]["Fn::Sub"] for one in properties(template, "AWS::SecretsManager::Secret")]
        read = [
            settings().secret(name)
            for name in (
                "ads",
                "courier",
                "notice",
                vapid.SECRET,
                "social",
                stripe_gateway.KEY,
                stripe_gateway.WEBHOOK_KEY,
                "weibo",
            )
        ]
        assert [name.replace("${Stage}", "test") for name in made] == read

    def test_of_stripe_are_on_a_stage_that_is_paid_through_it_alone(self, template: Template) -> None:
        conditions = {
            name: one.get("Condition") for name, one in of_type(template, "AWS::SecretsManager::Secret")
        }
        assert conditions == {
            "NoticeSecret": None,
            "CourierSecret": None,
            "AdsSecret": None,
            "PushSecret": None,
            "SocialSecret": None,
            "WeiboSecret": None,
            "StripeKeySecret": "PaidThroughStripe",
            "StripeWebhookSecret": "PaidThroughStripe",
        }
        assert template["Conditions"]["PaidThroughStripe"] == {"Fn::Equals": [{"Ref": "Gateway"}, "stripe"]}
        assert template["Parameters"]["Gateway"]["Default"] == "sandbox"

    def test_are_read_by_whoever_talks_to_a_gateway(self) -> None:
        readers = {
            path.stem.removeprefix("policy-"): sorted(
                arn.partition("${Stage}-")[2].removesuffix("-secret-??????")
                for statement in json.loads(path.read_text())["Statement"]
                for arn in statement["Resource"]
                if ":secretsmanager:" in arn
            )
            for path in POLICIES
        }
        assert {name: secrets for name, secrets in readers.items() if secrets} == {
            "api_handler": [
                "ads",
                "courier",
                "notice",
                "push",
                "social",
                "stripe-key",
                "stripe-webhook",
                "weibo",
            ],
            "close_books": ["stripe-key"],
            "deliver_notifications": ["push"],
            "pay_out": ["stripe-key"],
            "spread_word": ["social"],
            "sweep": ["stripe-key"],
        }


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
class TestPolicies:
    def test_allow_no_wildcard_action_and_no_scan(self, path: Path) -> None:
        allowed = {action for one in json.loads(path.read_text())["Statement"] for action in one["Action"]}
        assert not any("*" in action or "Scan" in action for action in allowed)

    def test_reach_only_the_stage(self, path: Path) -> None:
        for statement in json.loads(path.read_text())["Statement"]:
            if statement["Sid"] != "Trace":  # X-Ray knows no resources
                ours = ("guanxi-${Stage}", "${AWS::StackName}", "${WebsocketAPI}", "userpool/${UserPool}")
                assert all(any(name in arn for name in ours) for arn in statement["Resource"])


class TestRoutes:
    def test_know_people_by_the_stages_user_pool(self, template: Template) -> None:
        authorizer = definition(template)["securityDefinitions"]["people"]["x-amazon-apigateway-authorizer"]
        assert authorizer["providerARNs"] == [{"Fn::GetAtt": ["UserPool", "Arn"]}]

    def test_answer_preflights(self, template: Template) -> None:
        assert all("options" in methods for methods in definition(template)["paths"].values())

    def test_may_answer_bytes(self, template: Template) -> None:
        assert definition(template)["x-amazon-apigateway-binary-media-types"] == ["*/*"]

    def test_refused_by_api_gateway_are_problem_details(self, template: Template) -> None:
        answers = template["Resources"]["RestAPI"]["Properties"]["GatewayResponses"]
        for kind in ("UNAUTHORIZED", "THROTTLED", "REQUEST_TOO_LARGE", "DEFAULT_4XX", "DEFAULT_5XX"):
            headers = answers[kind]["ResponseParameters"]["Headers"]
            body = json.loads(answers[kind]["ResponseTemplates"]["application/json"])
            assert headers["Content-Type"] == "'application/problem+json'"
            assert headers["Access-Control-Allow-Origin"] == "'*'"
            assert body["code"]
            assert body.get("status") == answers[kind].get("StatusCode")


class TestRequests:
    def test_are_all_logged(self, template: Template) -> None:
        log = template["Resources"]["RestAPI"]["Properties"]["AccessLogSetting"]
        assert log["DestinationArn"] == {"Fn::GetAtt": ["RequestsLogGroup", "Arn"]}
        assert template["Resources"]["RestAPI"]["DependsOn"] == ["ApiAccount"]

    def test_are_logged_in_json_and_without_what_people_type(self, template: Template) -> None:
        line = json.loads(template["Resources"]["RestAPI"]["Properties"]["AccessLogSetting"]["Format"])
        assert line["status"] == "$context.status"
        assert "$context.path" not in line.values()

    def test_are_logged_by_a_role_that_outlives_the_stage(self, template: Template) -> None:
        for name in ("ApiAccount", "ApiLogsRole"):
            assert template["Resources"][name]["DeletionPolicy"] == "Retain"


class TestFindings:
    """What checkov finds and we leave as it is."""

    def skips(self, template: Template) -> list[tuple[str, Any]]:
        return [
            (name, skip)
            for name, one in template["Resources"].items()
            for skip in one.get("Metadata", {}).get("checkov", {}).get("skip", ())
        ]

    def test_are_each_explained_in_a_sentence(self, template: Template) -> None:
        assert len(self.skips(template)) > 20
        for name, skip in self.skips(template):
            assert re.fullmatch(r"CKV2?_AWS_\d+", skip["id"]), name
            assert len(skip["comment"]) > 40 and skip["comment"].endswith("."), name

    def test_are_left_once_for_each_resource(self, template: Template) -> None:
        left = [(name, skip["id"]) for name, skip in self.skips(template)]
        assert len(set(left)) == len(left)

    def test_are_explained_only_of_what_there_is(self, template: Template) -> None:
        assert set(REASONS) <= {one["Type"] for one in template["Resources"].values()}


class TestThrottling:
    def settings(self, template: Template) -> dict[tuple[str, str], Any]:
        settings = template["Resources"]["RestAPI"]["Properties"]["MethodSettings"]
        return {(one["HttpMethod"], one["ResourcePath"]): one for one in settings}

    def test_names_only_routes_that_there_are(self, template: Template) -> None:
        routes = {
            (method.upper(), "/" + path.replace("/", "~1"))
            for path, methods in definition(template)["paths"].items()
            for method in methods
        }
        assert set(self.settings(template)) - {("*", "/*")} <= routes
        assert len(self.settings(template)) == len(LIMITS) + 1

    def test_holds_for_every_route(self, template: Template) -> None:
        assert self.settings(template)["*", "/*"]["ThrottlingRateLimit"] == EACH.rate

    def test_is_stricter_where_a_request_costs_more(self) -> None:
        assert all(limit.rate < EACH.rate and limit.burst < EACH.burst for limit in LIMITS.values())

    def test_is_stricter_for_all_that_anybody_may_post(self, template: Template) -> None:
        open_to_all = {
            (method.upper(), path)
            for path, methods in definition(template)["paths"].items()
            for method, route in methods.items()
            if method == "post" and "security" not in route
        }
        assert open_to_all <= set(LIMITS)


class TestQuotas:
    """What AWS allows by default; the README says when one must be raised."""

    def test_of_api_gateway_resources(self, template: Template) -> None:
        paths = [path.strip("/").split("/") for path in definition(template)["paths"]]
        segments = {tuple(path[: depth + 1]) for path in paths for depth in range(len(path))}
        assert len(segments) < 400  # by default 300: the README says to have it raised

    def test_of_the_template(self, template: Template) -> None:
        assert len(json.dumps(template)) < 1_000_000
        assert len(template["Resources"]) < 450  # SAM adds a few

    def test_leave_no_placeholder(self, template: Template) -> None:
        assert "USER_POOL_ARN" not in json.dumps(template)
