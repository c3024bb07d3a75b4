"""`make clients`: the Python and the TypeScript client, made anew of docs/openapi.json.

Python's is made by openapi-python-client, TypeScript's by openapi-typescript, which alone needs Node.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from infra.errors import InfraError
from infra.progress import step
from tools.contract import COMMITTED, ROOT, version

PYTHON = ROOT / "clients" / "python"
TYPESCRIPT = ROOT / "clients" / "typescript"
STAMP = "made-from.sha256"
"""In each client's folder: of which document it was made."""

_CONFIG = {
    "project_name_override": "guanxi-client",
    "package_name_override": "guanxi_client",
    "literal_enums": True,
    "http_timeout": 30,
    "content_type_overrides": dict.fromkeys(
        ("image/png", "image/svg+xml", "application/pdf", "application/zpl"), "application/octet-stream"
    ),
    "post_hooks": [],
}
_LEAST_NODE = 20


def digest() -> str:
    """What a client of today's document has in its stamp."""
    return hashlib.sha256(COMMITTED.read_bytes()).hexdigest()


def main() -> int:
    """Make both; answers the exit code."""
    try:
        with step("Making the Python client"):
            make_python(PYTHON)
        with step("Making the TypeScript client"):
            make_typescript(TYPESCRIPT)
    except InfraError as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    return 0


def make_python(into: Path) -> None:
    """Make the Python client. Raises InfraError."""
    with tempfile.TemporaryDirectory() as scratch:
        config, made = Path(scratch) / "config.json", Path(scratch) / "made"
        config.write_text(json.dumps(_CONFIG))
        arguments = ["generate", "--path", str(COMMITTED), "--config", str(config), "--meta", "none"]
        _run([sys.executable, "-c", _GENERATOR, *arguments, "--fail-on-warning", "--output-path", str(made)])
        tidy = [sys.executable, "-m", "ruff", "--isolated"]
        _run(
            [*tidy, "check", "--quiet", "--fix", "--select", "F,I,UP", "--target-version", "py311", str(made)]
        )
        _run([*tidy, "format", "--quiet", "--line-length", "110", str(made)])
        shutil.rmtree(into / "guanxi_client", ignore_errors=True)
        project = into / "pyproject.toml"
        told = re.sub(
            r'^version = ".*"$', f'version = "{version()}"', project.read_text(), flags=re.MULTILINE
        )
        project.write_text(told)
        shutil.copytree(made, into / "guanxi_client", ignore=shutil.ignore_patterns("*_cache", "__pycache__"))
    _stamp(into)


_GENERATOR = "from openapi_python_client.cli import app; app()"


def make_typescript(into: Path) -> None:
    """Make the TypeScript client and have the compiler look at it. Raises InfraError."""
    _require_node()
    _run(["npm", "version", version(), "--no-git-tag-version", "--allow-same-version"], folder=into)
    _run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], folder=into)
    schema = into / "src" / "schema.d.ts"
    make = ["openapi-typescript", str(COMMITTED), "--output", str(schema), "--default-non-nullable", "false"]
    for tool in (make, ["tsc", "--noEmit"]):
        _run(["npx", "--no-install", *tool], folder=into)
    _stamp(into)


def _require_node() -> None:
    try:
        told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        told = ""
    major = told.strip().removeprefix("v").partition(".")[0]
    if not major.isdecimal() or int(major) < _LEAST_NODE or not shutil.which("npm"):
        raise InfraError(
            f"The TypeScript client is made with Node {_LEAST_NODE} or newer and npm, and there is "
            f"{'only Node ' + told.strip() if told else 'no Node'} here. Nothing else of Guanxi needs it."
        )


def _run(command: Sequence[str], folder: Path = ROOT) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise InfraError(f"{' '.join(command[:4])} failed:\n{(done.stdout + done.stderr).strip()[-3000:]}")


def _stamp(folder: Path) -> None:
    (folder / STAMP).write_text(digest() + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
