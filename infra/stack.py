"""A CloudFormation stack: created or updated, waited for, and asked why it failed."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from infra.cloud import Cloud
from infra.errors import InfraError
from infra.template import Template

Parameters = list[dict[str, Any]]

_BUSY = re.compile(r"_IN_PROGRESS$")
_BEGINNINGS = ("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS")
_DEAD_ON_ARRIVAL = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "REVIEW_IN_PROGRESS")
_CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
_PATIENCE = 30 * 60.0


@dataclass(frozen=True)
class Stack:
    """A stack of a cloud."""

    cloud: Cloud
    name: str
    bucket: str
    """Where its templates are put: they are too long to be sent with a request."""
    say: Callable[[str], None]

    def exists(self) -> bool:
        """Whether it is up. What an earlier attempt failed to create is removed."""
        there = self.status()
        if there not in _DEAD_ON_ARRIVAL:
            return there is not None
        self.say("removing what an earlier failed attempt left")
        self._cloudformation.delete_stack(StackName=self.name)
        self._wait()
        return False

    def status(self) -> str | None:
        """Its state in CloudFormation's words; None when there is no such stack."""
        found = self._described()
        status: str | None = found["StackStatus"] if found else None
        return None if status == "DELETE_COMPLETE" else status

    def outputs(self) -> dict[str, str]:
        """What its template tells of it."""
        found = self._described() or {}
        return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", ())}

    def template(self) -> Template:
        """The template as it was sent last."""
        body: str | Template = self._cloudformation.get_template(StackName=self.name)["TemplateBody"]
        return json.loads(body) if isinstance(body, str) else dict(body)

    def apply(self, template: Template, parameters: Parameters, *, new: bool) -> bool:
        """Create or update it and wait for the end; answers whether there was anything to do."""
        request = {
            "StackName": self.name,
            "TemplateURL": self._put(template),
            "Parameters": parameters,
            "Capabilities": _CAPABILITIES,
        }
        try:
            if new:
                self._cloudformation.create_stack(**request)
            else:
                self._cloudformation.update_stack(**request)
        except ClientError as error:
            if "No updates are to be performed" in str(error):
                return False
            raise InfraError(f"CloudFormation refused the template of {self.name}: {error}") from error
        status = self._wait()
        if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            raise InfraError(f"The deployment of {self.name} failed ({status}). {self.first_failure()}")
        return True

    def first_failure(self) -> str:
        """The resource that failed first in the last attempt, and why: what follows is only the rollback."""
        events = self._cloudformation.describe_stack_events(StackName=self.name)["StackEvents"]
        for event in reversed(_last_attempt(events, self.name)):
            reason = event.get("ResourceStatusReason", "")
            if event["ResourceStatus"].endswith("_FAILED") and "cancelled" not in reason:
                return f"{event['LogicalResourceId']} ({event['ResourceType']}): {reason}"
        return "CloudFormation gives no reason."

    @property
    def _cloudformation(self) -> Any:
        return self.cloud.client("cloudformation")

    def _described(self) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = self._cloudformation.describe_stacks(StackName=self.name)["Stacks"][0]
        except ClientError as error:
            if "does not exist" in str(error):
                return None
            raise
        return found

    def _put(self, template: Template) -> str:
        text = json.dumps(template, sort_keys=True)
        self.cloud.client("s3").put_object(Bucket=self.bucket, Key="template.json", Body=text.encode())
        if self.cloud.local:
            return f"{self.cloud.endpoint}/{self.bucket}/template.json"
        return f"https://{self.bucket}.s3.{self.cloud.session.region_name}.amazonaws.com/template.json"

    def _wait(self) -> str | None:
        """Wait until CloudFormation rests; tells each new state."""
        until, told = time.monotonic() + _PATIENCE, None
        while time.monotonic() < until:
            status = self.status()
            if status is None or not _BUSY.search(status):
                return status
            if status != told:
                self.say(status.lower().replace("_", " "))
                told = status
            time.sleep(0.1 if self.cloud.local else 5)
        raise InfraError(f"CloudFormation still works on {self.name} after 30 minutes: look at its console.")


def _last_attempt(events: list[dict[str, Any]], stack: str) -> list[dict[str, Any]]:
    """The events since the stack last began something. CloudFormation tells the newest first."""
    for position, event in enumerate(events):
        if event["LogicalResourceId"] == stack and event["ResourceStatus"] in _BEGINNINGS:
            return events[: position + 1]
    return events
