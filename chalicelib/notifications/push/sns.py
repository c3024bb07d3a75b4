"""Telling phones through Amazon SNS: its mobile push, which speaks with Apple and Google.

What a push says is in the format that SNS documents: https://docs.aws.amazon.com/sns/latest/dg/mobile-push-send-custommessage.html
A push that comes twice is shown once: it has the notification's id as its collapse key.
"""

from __future__ import annotations

import json

from botocore.exceptions import ClientError

from chalicelib.foundation import aws
from chalicelib.notifications.push import rules
from chalicelib.notifications.push.errors import Unreachable
from chalicelib.notifications.push.rules import PushDevice
from chalicelib.notifications.rules import Notification

_GONE = {"EndpointDisabled", "EndpointDisabledException", "NotFound", "NotFoundException"}
_NO_TOKEN = {"InvalidParameter", "InvalidParameterException"}


def endpoint_of(application: str, device: PushDevice) -> str:
    """What SNS calls a phone: it is the same each time for the same token. Raises Unreachable."""
    if device.endpoint:
        return device.endpoint
    try:
        made = aws.client("sns").create_platform_endpoint(
            PlatformApplicationArn=application, Token=device.token
        )
    except ClientError as error:
        if aws.code_of(error) in _NO_TOKEN:
            raise Unreachable from None
        raise
    endpoint: str = made["EndpointArn"]
    return endpoint


def tell(endpoint: str, device: PushDevice, told: Notification) -> None:
    """Have a phone show that there is something. Raises Unreachable."""
    text = rules.words(told.kind, device.language)
    try:
        aws.client("sns").publish(
            TargetArn=endpoint,
            MessageStructure="json",
            Message=_message(text, told),
            MessageAttributes={
                "AWS.SNS.MOBILE.APNS.COLLAPSE_ID": {"DataType": "String", "StringValue": told.id}
            },
        )
    except ClientError as error:
        if aws.code_of(error) in _GONE:
            raise Unreachable from None
        raise


def _message(text: str, told: Notification) -> str:
    """The text for all, and for each platform its own: which notification to open, and nothing of it."""
    apple = json.dumps({"aps": {"alert": text, "sound": "default"}, "notification": told.id})
    google = {
        "notification": {"body": text},
        "data": {"notification": told.id},
        "android": {"collapse_key": told.id, "notification": {"tag": told.id}},
    }
    fcm = json.dumps({"fcmV1Message": {"message": google}})
    return json.dumps({"default": text, "APNS": apple, "APNS_SANDBOX": apple, "GCM": fcm})


def forget(endpoint: str) -> None:
    """Remove what SNS keeps of a phone. It doesn't mind when there is nothing."""
    aws.client("sns").delete_endpoint(EndpointArn=endpoint)
