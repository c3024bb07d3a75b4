"""`make run`, short of the engine."""

from __future__ import annotations

import io
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import zxingcpp
from PIL import Image

from infra import run
from infra.banner import banner, qr_code
from infra.cloud import Cloud
from infra.deployment import Deployment
from infra.errors import InfraError
from infra.progress import step

API = "http://127.0.0.1:4566/_aws/execute-api/guanxi/api"


CLOUD = Cloud(region="us-east-1", endpoint="http://127.0.0.1:1", access_key="test", secret_key="test")


def a_stage(*, new: bool) -> Deployment:
    return Deployment("local", API, "bucket", "site", "digest", "pool", "client", new=new)


def a_loader(monkeypatch: pytest.MonkeyPatch, *, works: bool = True) -> list[str]:
    loaded: list[str] = []

    def load(api_url: str, say: object) -> str:
        loaded.append(api_url)
        if not works:
            raise ValueError("no photo")
        return f"{api_url}/shop/mei"

    logins = (("Mei", "mei@example.com", "secret"),)
    made = SimpleNamespace(load=load, LOGINS=logins, remember=lambda *_: "a table")
    monkeypatch.setitem(sys.modules, "demo.load", made)  # type: ignore[arg-type]
    return loaded


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


class TestRun:
    def test_on_a_taken_port_says_so_and_fails(
        self, taken_port: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run.main(["--port", str(taken_port)]) == 1
        assert f"Port {taken_port} is taken" in capsys.readouterr().err

    def test_that_begins_anew_forgets_the_state_but_not_the_packages(self, tmp_path: Path) -> None:
        for name in ("state", "s3", "packages"):
            (tmp_path / name).mkdir()
        (tmp_path / "demo.json").touch()
        run.forget(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["packages"]

    def test_that_gets_no_answer_fails(self, taken_port: int) -> None:
        with pytest.raises(InfraError, match="doesn't answer"):
            run.wake("http://127.0.0.1:1/shop")


class TestDemo:
    def test_is_loaded_into_a_new_stage(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        loaded = a_loader(monkeypatch)
        assert run._demo(tmp_path, a_stage(new=True), CLOUD).path == "/shop/mei"
        assert loaded == [API]

    def test_is_loaded_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        loaded = a_loader(monkeypatch)
        first = run._demo(tmp_path, a_stage(new=True), CLOUD)
        again = run._demo(tmp_path, a_stage(new=False), CLOUD)
        assert loaded == [API]
        assert again.path == first.path
        assert [list(login) for login in again.logins] == [list(login) for login in first.logins]

    def test_that_cannot_be_loaded_is_a_failure_with_a_way_out(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        a_loader(monkeypatch, works=False)
        with pytest.raises(InfraError, match=r"no photo.*FRESH=1"):
            run._demo(tmp_path, a_stage(new=True), CLOUD)


class TestBanner:
    def test_tells_where_the_store_is_and_how_to_sign_in(self) -> None:
        text = banner(API, "/shop/mei", [("李雷", "li@example.com", "secret")], 12.3)
        assert f"{API}/shop/mei" in text
        assert "li@example.com" in text
        assert "123456" in text

    def test_without_a_demo_has_no_code(self) -> None:
        assert "█" not in banner(API, "", (), 1.0)

    def test_has_a_code_that_a_camera_reads(self) -> None:
        found = zxingcpp.read_barcode(picture_of(qr_code(f"{API}/shop/mei")))
        assert found is not None
        assert found.text == f"{API}/shop/mei"


def picture_of(text: str, scale: int = 6) -> Image.Image:
    """What a terminal shows of half blocks: light characters on a dark ground."""
    lines = text.splitlines()
    width = max(len(line) for line in lines)
    image = Image.new("L", (width, 2 * len(lines)), 0)
    for row, line in enumerate(lines):
        for column, character in enumerate(line):
            image.putpixel((column, 2 * row), 255 * (character in "█▀"))
            image.putpixel((column, 2 * row + 1), 255 * (character in "█▄"))
    return image.resize((image.width * scale, image.height * scale), Image.Resampling.NEAREST)


class TestProgress:
    def test_tells_of_a_step_in_one_line_where_there_is_no_terminal(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        with step("Packaging the app") as say:
            say("half way")
        assert out.getvalue().startswith("  ✓ Packaging the app")
        assert out.getvalue().count("\n") == 1

    def test_marks_a_step_that_failed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        with pytest.raises(InfraError), step("Packaging the app"):
            raise InfraError("no")
        assert "✗" in out.getvalue()
