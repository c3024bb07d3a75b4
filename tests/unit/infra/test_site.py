"""The web client's files on their way into the bucket that everybody may read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from infra import site
from infra.cloud import Cloud
from infra.errors import InfraError

AWS = Cloud("us-east-1", access_key="testing", secret_key="testing")
BUCKET = "guanxi-unit-site"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small client, with what its developers keep beside it."""
    for path, content in {
        "js/main.js": "start()",
        "css/app.css": "body {}",
        "locales/zh.json": "{}",
        "icons/icon.svg": "<svg/>",
        "icons/icon-192.png": "png",
        "vendor/font.woff2": "font",
        "README.md": "how to",
        "package.json": "{}",
        "package-lock.json": "{}",
        ".eslintrc": "{}",
        "js/.main.js.swp": "",
        "node_modules/a/index.js": "",
        "tests/main.js": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content)
    return tmp_path


@pytest.fixture
def s3() -> Iterator[Any]:
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET)
    yield client
    for key in keys(client):
        client.delete_object(Bucket=BUCKET, Key=key)
    client.delete_bucket(Bucket=BUCKET)


def keys(s3: Any) -> list[str]:
    return [one["Key"] for one in s3.list_objects_v2(Bucket=BUCKET).get("Contents", ())]


def versions(s3: Any) -> set[str]:
    return {key.partition("/")[0] for key in keys(s3)}


SHOWN = [
    "css/app.css",
    "icons/icon-192.png",
    "icons/icon.svg",
    "js/main.js",
    "locales/zh.json",
    "vendor/font.woff2",
]


class TestGather:
    def test_takes_all_but_what_is_for_developers_and_lists_it_last(self, folder: Path) -> None:
        *files, listed = site.gather(folder).files
        assert [file.path for file in files] == SHOWN
        assert listed.path == "files.json"
        assert json.loads(gzip.decompress(listed.body)) == SHOWN

    def test_names_a_version_by_its_files_alone(self, folder: Path) -> None:
        before = site.gather(folder).digest
        (folder / "README.md").write_text("how else to")
        assert site.gather(folder).digest == before
        (folder / "js" / "main.js").write_text("stop()")
        assert site.gather(folder).digest != before

    def test_names_it_by_its_files_names_too(self, folder: Path) -> None:
        before = site.gather(folder).digest
        (folder / "js" / "main.js").rename(folder / "js" / "begin.js")
        assert site.gather(folder).digest != before

    def test_finds_nothing_where_there_is_no_client(self, tmp_path: Path) -> None:
        assert [file.path for file in site.gather(tmp_path / "missing").files] == ["files.json"]


class TestPublish:
    @pytest.mark.parametrize(
        ("path", "kind", "packed"),
        [
            ("js/main.js", "text/javascript; charset=utf-8", True),
            ("css/app.css", "text/css; charset=utf-8", True),
            ("locales/zh.json", "application/json", True),
            ("icons/icon.svg", "image/svg+xml", True),
            ("icons/icon-192.png", "image/png", False),
            ("vendor/font.woff2", "font/woff2", False),
        ],
    )
    def test_tells_what_each_file_is_and_that_it_stays(
        self, s3: Any, folder: Path, path: str, kind: str, packed: bool
    ) -> None:
        client = site.gather(folder)
        site.publish(AWS, BUCKET, client)
        found = s3.get_object(Bucket=BUCKET, Key=f"{client.digest}/{path}")
        body = found["Body"].read()
        assert found["ContentType"] == kind
        assert found["CacheControl"] == "public, max-age=31536000, immutable"
        assert found.get("ContentEncoding") == ("gzip" if packed else None)
        assert (gzip.decompress(body) if packed else body) == (folder / path).read_bytes()

    def test_leaves_a_version_that_is_there_alone(
        self, s3: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = site.gather(folder)
        site.publish(AWS, BUCKET, client)
        monkeypatch.setattr(site, "bring", lambda *_: pytest.fail("it is there"))
        site.publish(AWS, BUCKET, client)

    def test_ends_what_a_crash_left_half_done(self, s3: Any, folder: Path) -> None:
        client = site.gather(folder)
        s3.put_object(Bucket=BUCKET, Key=f"{client.digest}/css/app.css", Body=b"body {}")
        site.publish(AWS, BUCKET, client)
        assert keys(s3) == sorted(f"{client.digest}/{file.path}" for file in client.files)

    def test_puts_the_list_only_when_all_else_is_there(
        self, s3: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client, put = site.gather(folder), AWS.client("s3").put_object

        def breaks(**what: Any) -> None:
            if what["Key"].endswith("main.js"):
                raise ClientError({"Error": {"Code": "SlowDown"}}, "PutObject")
            put(**what)

        monkeypatch.setattr(AWS.client("s3"), "put_object", breaks)
        with pytest.raises(ClientError):
            site.publish(AWS, BUCKET, client)
        assert f"{client.digest}/files.json" not in keys(s3)


class TestBring:
    def test_puts_what_changed_and_removes_what_is_gone(self, s3: Any, folder: Path) -> None:
        live = site.gather(folder).digest
        site.publish(AWS, BUCKET, site.gather(folder))
        (folder / "js" / "main.js").write_text("stop()")
        (folder / "icons" / "icon.svg").unlink()
        told = site.bring(AWS, BUCKET, site.gather(folder), live)
        assert told == ["js/main.js", "files.json", "icons/icon.svg is gone"]
        assert f"{live}/icons/icon.svg" not in keys(s3)
        body = s3.get_object(Bucket=BUCKET, Key=f"{live}/js/main.js")["Body"].read()
        assert gzip.decompress(body) == b"stop()"

    def test_does_nothing_when_all_is_the_same(self, s3: Any, folder: Path) -> None:
        client = site.gather(folder)
        site.publish(AWS, BUCKET, client)
        assert site.bring(AWS, BUCKET, client, client.digest) == []


class TestForgetOld:
    def put(self, s3: Any, monkeypatch: pytest.MonkeyPatch, *digests: str) -> None:
        """Put versions, the oldest first, at moments that a test can tell apart."""
        moments = {digest: datetime(2026, 11, day) for day, digest in enumerate(digests, 1)}  # noqa: DTZ001
        for digest in digests:
            for path in ("files.json", "js/main.js"):
                s3.put_object(Bucket=BUCKET, Key=f"{digest}/{path}", Body=b"x")
        monkeypatch.setattr(
            site, "_came", lambda version: moments[next(iter(version))["Key"].partition("/")[0]]
        )

    def test_keeps_the_live_version_and_the_two_before(
        self, s3: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.put(s3, monkeypatch, "a", "b", "c", "d")
        site.forget_old(AWS, BUCKET, "d")
        assert versions(s3) == {"b", "c", "d"}

    def test_keeps_the_live_version_even_if_it_is_the_oldest(
        self, s3: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.put(s3, monkeypatch, "a", "b", "c", "d")
        site.forget_old(AWS, BUCKET, "a")
        assert versions(s3) == {"a", "c", "d"}

    def test_removes_nothing_of_few(self, s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.put(s3, monkeypatch, "a", "b")
        site.forget_old(AWS, BUCKET, "b")
        assert len(keys(s3)) == 4


class TestMakeSite:
    def test_says_that_nothing_runs_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert site.main(["--port", "1"]) == 1
        assert "make run" in capsys.readouterr().err

    def test_says_that_a_stage_has_no_client(self) -> None:
        with pytest.raises(InfraError, match="make run"):
            site.refresh(AWS, "missing")
