"""Secrets: what is read, how often, and when it may not be."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from botocore.exceptions import ClientError

from chalicelib.foundation import aws, vault
from infra.packaging import ROOT
from tests.unit.conftest import NOTICE_SECRET, calls


@pytest.fixture(autouse=True)
def cold() -> None:
    vault.forget()


class TestSecret:
    def test_is_the_stages(self) -> None:
        assert vault.secret("notice") == NOTICE_SECRET

    def test_is_read_once(self) -> None:
        with calls() as made:
            for _ in range(3):
                vault.secret("notice")
        assert made == ["GetSecretValue"]

    def test_is_read_again_after_five_minutes(self) -> None:
        vault.secret("notice")
        (kept,) = vault._provider().store.values()
        assert timedelta(minutes=4) < kept.ttl - kept.ttl.now() <= timedelta(minutes=5)

    def test_that_is_missing_is_told_as_aws_tells_it(self) -> None:
        with pytest.raises(ClientError) as told:
            vault.secret("no-such")
        assert aws.code_of(told.value) == "ResourceNotFoundException"

    def test_costs_a_cold_start_nothing(self) -> None:
        look = "import sys, app; print(any(name.startswith('boto3') for name in sys.modules))"
        done = subprocess.run(
            [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.stdout.strip() == "False", done.stderr
