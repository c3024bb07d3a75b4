"""From the source to what is deployed: `chalice package`, and what it leaves to do.

chalice makes the template of the functions and the API and packs the app; the template is merged with
`resources.yaml` and completed, and the zip gets its list of routes and its libraries. What hasn't changed
isn't made again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from infra import bundle, local, template
from infra.bundle import Target
from infra.errors import InfraError
from infra.template import Template

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".guanxi" / "packages"

CODE = "deployment.zip"
"""What chalice calls the zip of the app, in the folder that it makes."""

_CHALICE_STAGE = "guanxi"
"""The one stage of .chalice/config.json: what differs from stage to stage are the template's parameters."""

_SOURCES = (
    "app.py",
    "chalicelib",
    "docs/openapi.json",
    ".chalice/config.json",
    ".chalice/policy-*.json",
    "infra/resources.yaml",
)
ROUTES = "chalicelib/routes.json"
"""Where the app looks for the list of its routes: see `chalicelib.foundation.assembly`."""

_KEPT = 6
"""How many packages, and how many sets of libraries, stay in the cache."""


@dataclass(frozen=True)
class Package:
    """What is deployed, the same for every stage."""

    template: Template
    """With the code still to be placed: see `template.with_code`."""
    archive: Path
    target: Target

    @property
    def digest(self) -> str:
        """What the zip's name in the deploy bucket is made of."""
        return hashlib.sha256(self.archive.read_bytes()).hexdigest()[:32]


def package(*, aws: bool, own_key: bool = True, root: Path = ROOT, cache: Path = CACHE) -> Package:
    """Package the app for AWS or for this machine's local engine, with a key of its own or with AWS's.

    Raises InfraError.
    """
    where = bundle.target(aws=aws)
    packed = _packed(root, cache)
    base = bundle.libraries(root / "requirements.txt", where, cache)
    archive = packed / f"{base.stem}.zip"
    if not archive.exists():
        bundle.bundle(packed / CODE, base, where, archive)
    whole = _template(packed, where, own_key=own_key)
    return Package(whole if aws else local.for_local_engine(whole), archive, where)


def aws_template(*, own_key: bool = True, root: Path = ROOT, cache: Path = CACHE) -> Template:
    """The template that AWS gets, without the zip: for the linter and the tests."""
    return _template(_packed(root, cache), bundle.target(aws=True), own_key=own_key)


def app_code(root: Path = ROOT, cache: Path = CACHE) -> Path:
    """The zip of the app as it is deployed, without the libraries."""
    return _packed(root, cache) / CODE


def _template(packed: Path, where: Target, *, own_key: bool = True) -> Template:
    raw = yaml.load((packed / "sam.yaml").read_text(), _FastLoader)  # noqa: S506 - a safe loader
    whole = template.complete(raw, own_key=own_key)
    for function in template.functions(whole).values():
        function["Properties"]["Runtime"] = where.runtime
    return whole


def _packed(root: Path, cache: Path) -> Path:
    """What chalice makes of the sources: kept while they stay as they are."""
    cache.mkdir(parents=True, exist_ok=True)
    made = cache / f"app-{_digest(root)}"
    if not made.exists():
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            fresh = Path(scratch) / "made"
            _chalice_package(root, Path(scratch) / "project", fresh)
            _add_routes(Path(scratch) / "project", fresh / CODE)
            _put(fresh, made)
        _forget_old(cache)
    made.touch()
    return made


_FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _chalice_package(root: Path, project: Path, out: Path) -> None:
    """Run chalice on a copy of the project without libraries: it would fetch them again for each change."""
    project.mkdir()
    shutil.copyfile(root / "app.py", project / "app.py")
    shutil.copytree(root / "chalicelib", project / "chalicelib", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "docs" / "openapi.json", project / "chalicelib" / "contract")
    shutil.copytree(root / ".chalice", project / ".chalice", ignore=shutil.ignore_patterns("deploy*"))
    (project / "requirements.txt").touch()
    arguments = ["package", "--stage", _CHALICE_STAGE]
    arguments += ["--merge-template", str(root / "infra" / "resources.yaml"), str(out)]
    _python(project, "import sys; from chalice.cli import main; sys.exit(main())", *arguments)


_MANIFEST = """
from app import ROUTES
from chalicelib.foundation.assembly import MANIFEST, manifest
MANIFEST.write_text(manifest(ROUTES), encoding="utf-8")
"""


def _add_routes(project: Path, archive: Path) -> None:
    """Put the list of the routes into the zip, so that a cold start needn't import what it names."""
    _python(project, _MANIFEST)
    with zipfile.ZipFile(archive, "a") as packed:
        packed.write(project / ROUTES, ROUTES)


def _python(project: Path, script: str, *arguments: str) -> None:
    """Run a script beside the app."""
    # app.py names its queues by STAGE: CloudFormation puts each stage's name in, so one package serves all.
    told = os.environ | {"STAGE": "${Stage}", "AWS_DEFAULT_REGION": "us-east-1"}
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(
        command, cwd=project, env=told, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise InfraError(f"The app can't be packaged:\n{(done.stderr or done.stdout).strip()[-2000:]}")


def _digest(root: Path) -> str:
    """What chalice's part is made of: the sources and the code that runs it."""
    whole = hashlib.sha256(sys.version.encode())
    for path in (Path(__file__), Path(bundle.__file__), *_source_files(root)):
        whole.update(f"\0{path.name if path.parent.name == 'infra' else path.relative_to(root)}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def _source_files(root: Path) -> list[Path]:
    found = [path for pattern in _SOURCES for path in root.glob(pattern)]
    files = [file for path in found for file in (path.rglob("*") if path.is_dir() else [path])]
    return sorted(file for file in files if file.is_file() and "__pycache__" not in file.parts)


def _put(fresh: Path, made: Path) -> None:
    """Put a package in its place; another process that made the same one may have been first."""
    try:
        fresh.rename(made)
    except OSError:
        if not made.exists():
            raise


def _forget_old(cache: Path) -> None:
    for pattern in ("app-*", "libraries-*.zip"):
        made = sorted(cache.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in made[_KEPT:]:
            if old.is_dir():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.unlink(missing_ok=True)
