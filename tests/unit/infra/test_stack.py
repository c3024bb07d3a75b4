"""A CloudFormation stack, as a CloudFormation that plays a part shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.cloud import Cloud
from infra.errors import InfraError
from infra.stack import Stack


class Part:
    """CloudFormation and S3: gives the states of its script in turn, and notes what it is asked."""

    def __init__(self, *states: str | None, events: list[dict[str, Any]] | None = None) -> None:
        self.states = list(states)
        self.events = events or []
        self.asked: list[str] = []

    def describe_stacks(self, **_: Any) -> Any:
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        if state is None:
            raise refusal("Stack with id guanxi-test does not exist")
        return {"Stacks": [{"StackStatus": state}]}

    def describe_stack_events(self, **_: Any) -> Any:
        return {"StackEvents": self.events}

    def put_object(self, **_: Any) -> None:
        self.asked.append("put_object")

    def create_stack(self, **_: Any) -> None:
        self.asked.append("create_stack")

    def update_stack(self, **_: Any) -> None:
        self.asked.append("update_stack")

    def delete_stack(self, **_: Any) -> None:
        self.asked.append("delete_stack")


class Still(Part):
    def update_stack(self, **_: Any) -> None:
        raise refusal("No updates are to be performed.")


def refusal(message: str) -> ClientError:
    return ClientError({"Error": {"Code": "ValidationError", "Message": message}}, "Operation")


def event(name: str, status: str, reason: str = "") -> dict[str, Any]:
    return {
        "LogicalResourceId": name,
        "ResourceType": "AWS::X::Y",
        "ResourceStatus": status,
        "ResourceStatusReason": reason,
    }


@pytest.fixture
def stack_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Part], Stack]:
    def make(part: Part) -> Stack:
        monkeypatch.setattr(Cloud, "client", lambda self, service: part)
        return Stack(Cloud("us-east-1", "http://127.0.0.1:1"), "guanxi-test", "bucket", said.append)

    said: list[str] = []
    return make


class TestApply:
    def test_waits_for_the_end(self, stack_of: Callable[[Part], Stack]) -> None:
        part = Part("CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE")
        assert stack_of(part).apply({}, [], new=True)
        assert part.asked == ["put_object", "create_stack"]

    def test_of_what_is_there_already_does_nothing(self, stack_of: Callable[[Part], Stack]) -> None:
        assert not stack_of(Still("UPDATE_COMPLETE")).apply({}, [], new=False)

    def test_that_fails_names_the_first_resource_and_why(self, stack_of: Callable[[Part], Stack]) -> None:
        newest_first = [
            event("guanxi-test", "ROLLBACK_COMPLETE"),
            event("Queue", "CREATE_FAILED", "Resource creation cancelled"),
            event("Table", "CREATE_FAILED", "no such index"),
            event("Bucket", "CREATE_FAILED", "Resource creation cancelled"),
            event("guanxi-test", "CREATE_IN_PROGRESS"),
            event("Old", "CREATE_FAILED", "of an earlier attempt"),
        ]
        part = Part("CREATE_IN_PROGRESS", "ROLLBACK_COMPLETE", events=newest_first)
        with pytest.raises(InfraError, match=r"Table \(AWS::X::Y\): no such index"):
            stack_of(part).apply({}, [], new=True)


class TestExists:
    def test_when_it_is_up(self, stack_of: Callable[[Part], Stack]) -> None:
        assert stack_of(Part("UPDATE_COMPLETE")).exists()

    def test_not_when_there_is_none(self, stack_of: Callable[[Part], Stack]) -> None:
        assert not stack_of(Part(None)).exists()

    def test_not_when_its_creation_failed_and_removes_what_is_left(
        self, stack_of: Callable[[Part], Stack]
    ) -> None:
        part = Part("ROLLBACK_COMPLETE", "DELETE_IN_PROGRESS", None)
        assert not stack_of(part).exists()
        assert part.asked == ["delete_stack"]
