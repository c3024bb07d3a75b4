"""The Lambda's zip."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra import bundle
from infra.bundle import Target
from infra.errors import InfraError

HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """As chalice packs the app."""
    return archive(tmp_path / "packed.zip", {"app.py": "WHO = 'mei'\n", "chalicelib/a.html": "<p>"})


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return archive(tmp_path / "base.zip", {"library.py": "TWO = 2\n"})


def archive(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


def made(packed: Path, base: Path, name: str = "made.zip") -> Path:
    into = packed.parent / name
    bundle.bundle(packed, base, Target(HERE, aws=False), into)
    return into


class TestBundle:
    def test_is_the_app_on_top_of_the_libraries(self, packed: Path, base: Path) -> None:
        names = zipfile.ZipFile(made(packed, base)).namelist()
        assert {"app.py", "chalicelib/a.html", "library.py"} <= set(names)

    def test_has_the_app_compiled(self, packed: Path, base: Path) -> None:
        into = made(packed, base)
        assert f"__pycache__/app.cpython-{HERE.replace('.', '')}.pyc" in zipfile.ZipFile(into).namelist()

    def test_runs_what_it_compiled(self, packed: Path, base: Path, tmp_path: Path) -> None:
        zipfile.ZipFile(made(packed, base)).extractall(tmp_path / "task")
        (tmp_path / "task" / "app.py").write_text("WHO = 'not read'\n")
        command = [sys.executable, "-c", "import app; print(app.WHO)"]
        run = subprocess.run(command, cwd=tmp_path / "task", capture_output=True, text=True, check=True)
        assert run.stdout == "mei\n"

    def test_is_the_same_for_the_same_source(self, packed: Path, base: Path) -> None:
        assert made(packed, base, "one.zip").read_bytes() == made(packed, base, "two.zip").read_bytes()


class TestTarget:
    def test_on_this_machine_is_this_python(self) -> None:
        assert bundle.target(aws=False).runtime == f"python{HERE}"

    @pytest.mark.parametrize(("here", "there"), [("3.11", "3.13"), ("3.12", "3.12"), ("3.13", "3.13")])
    def test_on_aws_is_a_runtime_that_pillow_loads_on(
        self, here: str, there: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(bundle, "_here", lambda: here)
        assert bundle.target(aws=True).python == there

    def test_of_another_python_is_not_compiled_here(self) -> None:
        assert not Target("3.99", aws=True).compiles


class TestJunk:
    @pytest.mark.parametrize(
        "name",
        [
            "bin/qr",
            "jinja2/tests/test_a.py",
            "pillow-13.dist-info/RECORD",
            "PIL/_avif.cpython-311-x86_64-linux-gnu.so",
            "pillow.libs/libavif-c6.so.16",
            "pydantic/py.typed",
            "pydantic/main.pyi",
            "aws_lambda_powertools/utilities/batch/base.py",
        ],
    )
    def test_is_left_out(self, name: str) -> None:
        assert bundle._JUNK.search(name)

    @pytest.mark.parametrize(
        "name",
        [
            "pillow-13.dist-info/METADATA",
            "PIL/_webp.cpython-311-x86_64-linux-gnu.so",
            "text_unidecode/data.bin",
            "jinja2/tests.py",
            "aws_lambda_powertools/utilities/parameters/base.py",
        ],
    )
    def test_is_not_what_is_needed(self, name: str) -> None:
        assert not bundle._JUNK.search(name)


class TestLibraries:
    def test_leave_out_what_the_runtime_ships(self, tmp_path: Path) -> None:
        lock = tmp_path / "requirements.txt"
        lock.write_text("botocore==1.0\npynamodb==6.1.0\nurllib3==2.0\n")
        assert bundle._wanted(lock) == "pynamodb==6.1.0\n"

    def test_that_cannot_be_fetched_are_named(self, tmp_path: Path) -> None:
        lock = tmp_path / "requirements.txt"
        lock.write_text("not/a/name\n")
        with pytest.raises(InfraError, match="can't be fetched for python"):
            bundle.libraries(lock, Target(HERE, aws=False), tmp_path / "cache")
