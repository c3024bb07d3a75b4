"""`make deploy`, as far as it goes without an AWS account."""

from __future__ import annotations

import json
from pathlib import Path
from typing import ClassVar

import boto3
import pytest

from chalicelib.foundation import config
from infra import deploy, deployment, site
from infra.bundle import Target
from infra.cloud import Cloud
from infra.errors import InfraError
from infra.packaging import Package

AWS = Cloud("us-east-1", access_key="testing", secret_key="testing")


@pytest.fixture
def package(tmp_path: Path) -> Package:
    archive = tmp_path / "lambda.zip"
    archive.write_bytes(b"zip")
    return Package({"Resources": {}}, archive, Target("3.13", aws=True))


@pytest.fixture
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "missing"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


class TestDeploy:
    def test_without_credentials_says_how_to_get_some(
        self, no_credentials: None, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert deploy.main(["--stage", "prod"]) == 1
        assert "no AWS credentials" in capsys.readouterr().err

    def test_without_a_region_asks_which(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
        monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "missing"))
        assert deploy.main(["--stage", "prod"]) == 1
        assert "Which AWS region" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["Prod", "1st", "a-b", "", "a" * 21])
    def test_refuses_a_name_that_buckets_and_queues_do_not_take(self, name: str, package: Package) -> None:
        with pytest.raises(InfraError, match="can't name a stage"):
            deployment.deploy(AWS, name, package)


class TestDeployBucket:
    def test_is_made_once_and_closed(self) -> None:
        name = deployment._deploy_bucket(AWS, "prod")
        assert deployment._deploy_bucket(AWS, "prod") == name
        closed = boto3.client("s3").get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"]
        assert name == "guanxi-prod-deploy-123456789012-us-east-1"
        assert set(closed.values()) == {True}

    def test_gets_a_zip_once(self, package: Package) -> None:
        name = deployment._deploy_bucket(AWS, "prod")
        s3 = boto3.client("s3")
        deployment._upload(s3, name, "a.zip", package)
        package.archive.write_bytes(b"another")
        deployment._upload(s3, name, "a.zip", package)
        assert s3.get_object(Bucket=name, Key="a.zip")["Body"].read() == b"zip"


class Acted:
    """A stack and a bucket of the site that note, in order, what is done with them."""

    OUTPUTS: ClassVar = {
        "EndpointURL": "https://api.example/api/",
        "MediaBucket": "media",
        "SiteBucket": "site",
        "SiteDigest": "digest",
        "UserPoolId": "pool",
        "UserPoolClientId": "client",
    }

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, there: bool, fails: bool = False) -> None:
        self.done: list[str] = []
        self._up, self._fails = there, fails
        monkeypatch.setattr(deployment, "Stack", lambda *_: self)
        for act in ("publish", "forget_old"):
            monkeypatch.setattr(site, act, lambda *_, act=act: self.done.append(act))

    def exists(self) -> bool:
        return self._up

    def outputs(self) -> dict[str, str]:
        return self.OUTPUTS if self._up else {}

    def apply(self, *_: object, **__: object) -> bool:
        self.done.append("apply")
        if self._fails:
            raise InfraError("it was rolled back")
        self._up = True
        return True


class TestTheWebClient:
    def test_is_uploaded_before_an_update_has_pages_name_it(
        self, package: Package, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        acted = Acted(monkeypatch, there=True)
        deployment.deploy(AWS, "prod", package)
        assert acted.done == ["publish", "apply", "forget_old"]

    def test_of_a_new_stage_is_uploaded_as_soon_as_there_is_a_bucket(
        self, package: Package, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        acted = Acted(monkeypatch, there=False)
        deployment.deploy(AWS, "prod", package)
        assert acted.done == ["apply", "publish", "forget_old"]

    def test_that_pages_still_name_stays_when_an_update_fails(
        self, package: Package, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        acted = Acted(monkeypatch, there=True, fails=True)
        with pytest.raises(InfraError, match="rolled back"):
            deployment.deploy(AWS, "prod", package)
        assert acted.done == ["publish", "apply"]


class TestParameters:
    def test_name_no_local_engine_on_aws(self) -> None:
        given = deployment._parameters(AWS, "prod", "", trace=False)
        assert "LocalEngineUrl" not in {one["ParameterKey"] for one in given}

    def test_carry_what_the_stage_sets_otherwise(self) -> None:
        given = deployment._parameters(AWS, "prod", "", settings={"CHECKOUT_MINUTES": "45"}, trace=False)
        told = {one["ParameterKey"]: one["ParameterValue"] for one in given}["Settings"]
        assert json.loads(told) == {"CHECKOUT_MINUTES": "45"}


class TestWhatIsSetOtherwise:
    def test_is_named_by_whoever_deploys(self) -> None:
        wish = deploy._wish(
            ["--stage", "prod", "--set", "TIME_ZONE=Asia/Urumqi", "--set", "FEE_BASIS_POINTS=150"]
        )
        assert dict(wish.settings) == {"TIME_ZONE": "Asia/Urumqi", "FEE_BASIS_POINTS": "150"}

    @pytest.mark.parametrize("text", ["STAGE=other", "FEE_BASIS_POINTS", "=1"])
    def test_can_not_be_just_anything(self, text: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            deploy._wish(["--stage", "prod", "--set", text])
        assert "what can:" in capsys.readouterr().err

    def test_is_what_the_functions_go_by(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SETTINGS", '{"FEE_BASIS_POINTS": "150", "TIME_ZONE": "Asia/Urumqi"}')
        found = config.settings.__wrapped__()
        assert (found.fee_basis_points, found.time_zone) == (150, "Asia/Urumqi")
        assert found.checkout_minutes == config.settings().checkout_minutes

    def test_is_all_that_can_be_read_so(self) -> None:
        text = Path(config.__file__).read_text(encoding="utf-8")
        assert {name for name in config.ADJUSTABLE if f'"{name}"' in text.split("def settings")[1]} == set(
            config.ADJUSTABLE
        )
