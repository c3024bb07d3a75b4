"""The Lambda's zip: the app as chalice packs it, and the libraries of the lock, as small as they go.

The libraries change seldom and take seconds to fetch, so their part is kept, by the lock and the target.
What the Lambda runtime ships (boto3) stays out. All is compiled beforehand: a Lambda can't keep what it
compiles, nor can the local engine's workers, which unpack the zip anew.
"""

from __future__ import annotations

import compileall
import hashlib
import platform
import py_compile
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from infra import locales
from infra.errors import InfraError

SHIPPED = frozenset({"botocore", "colorama", "jmespath", "python-dateutil", "six", "urllib3"})
"""What the Lambda runtime ships, and what only Windows needs."""

_JUNK = re.compile(
    r"^bin/|(^|/)(__pycache__|tests?)/"  # scripts and tests
    r"|\.(pyi|pyx|pxd|c|h|md|rst|pyc)$|(^|/)py\.typed$"  # for people and compilers
    r"|\.dist-info/(?!METADATA$)"  # METADATA tells a library its own version
    r"|(^|/)(_avif\.|libavif-|AvifImagePlugin\.)"  # a third of Pillow; photos are JPEG, PNG or WebP
    r"|(^|/)(_imagingft\.|libfreetype-|libharfbuzz-|libbrotli\w+-|libpng16-)"  # draws text: nothing here does
    r"|(^|/)(_imaging(cms|math|morph|tk)\.|liblcms2-)"  # colours are kept as they are
    r"|^reportlab/(fonts|graphics/samples)/|^reportlab/graphics/render(PM|PS|SVG)\."  # readers have fonts
    r"|/swagger_ui/.*\.(js|css)$"  # Powertools' own documentation page
    r"|^stripe/(params|events|test_helpers|v2/(billing|commerce|money_management))/"  # not called
    r"|^phonenumbers/shortdata/region_"  # the numbers of police and pizza
    # What nothing here uses:
    r"|^aws_lambda_powertools/(event_handler|utilities/(?!__init__|parameters/|jmespath_utils/|typing/))"
    r"|^pydantic/v1/"  # for who comes from there
    r"|^reportlab/graphics/(widgets/|samples/|testshapes|charts/(?!__init__|areas))"  # labels have barcodes
    r"|^babel/(messages/|(support|units|lists|languages|localtime/_win32)\.)"  # its data: see locales.py
    r"|^opencc/dictionary/STPhrases"  # only traditional characters are folded
)

_FORMAT = "10"
"""Another number here builds the kept libraries anew."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_AWS_WHEELS = (*(f"manylinux_2_{minor}_x86_64" for minor in (34, 31, 28, 27, 24, 17)), "manylinux2014_x86_64")
_AWS_PYTHONS = ("3.12", "3.13", "3.14")
"""The Lambda runtimes on Amazon Linux 2023. Older ones have a glibc that Pillow's wheels don't load on."""


@dataclass(frozen=True)
class Target:
    """Where the zip runs: the Python's version, and AWS's machine or this one."""

    python: str
    aws: bool

    @property
    def runtime(self) -> str:
        """The Lambda runtime's name."""
        return f"python{self.python}"

    @property
    def compiles(self) -> bool:
        """Whether this Python can compile for it: what a beta compiles, no other Python reads."""
        return self.python == _here() and sys.version_info.releaselevel == "final"


def target(*, aws: bool) -> Target:
    """This machine's Python; on AWS, where that isn't a good runtime, 3.13."""
    here = _here()
    return Target(here if not aws or here in _AWS_PYTHONS else "3.13", aws)


def libraries(lock: Path, where: Target, cache: Path) -> Path:
    """The zip of the lock's libraries for a target: kept, or fetched now. Raises InfraError."""
    kept = cache / f"libraries-{_key(lock, where)}.zip"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            tree = Path(scratch) / "tree"
            _fetch(_wanted(lock), where, tree, Path(scratch) / "wanted.txt")
            _prune(tree)
            locales.slim(tree)
            _compile(tree, where, keep_source=False)
            made = Path(scratch) / "made.zip"
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
                _add(archive, tree)
            made.replace(kept)
    return kept


def bundle(app: Path, base: Path, where: Target, into: Path) -> None:
    """The whole zip: `app`, as chalice packed it, on top of the libraries. The same in, the same out."""
    with tempfile.TemporaryDirectory(dir=into.parent) as scratch:
        tree = Path(scratch) / "tree"
        with zipfile.ZipFile(app) as packed:
            packed.extractall(tree)
        for compiled in tree.rglob("__pycache__"):
            shutil.rmtree(compiled)
        _compile(tree, where, keep_source=False, under="chalicelib")
        _compile(tree, where, keep_source=True)
        made = Path(scratch) / "made.zip"
        shutil.copyfile(base, made)
        with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            _add(archive, tree)
        made.replace(into)


def _here() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _key(lock: Path, where: Target) -> str:
    machine = "aws" if where.aws else f"{sys.platform}-{platform.machine()}"
    told = f"{_FORMAT} {where.python} {machine} {where.compiles}\n{lock.read_text()}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _wanted(lock: Path) -> str:
    """The lock's lines less what the runtime ships."""
    lines = lock.read_text().splitlines()
    return "\n".join(line for line in lines if line.partition("==")[0].strip() not in SHIPPED) + "\n"


def _fetch(wanted: str, where: Target, tree: Path, listing: Path) -> None:
    listing.write_text(wanted)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-compile", "--only-binary=:all:", "--target", str(tree), "--requirement", str(listing)]
    if where.aws:
        command += ["--python-version", where.python, "--implementation", "cp"]
        command += [part for wheel in _AWS_WHEELS for part in ("--platform", wheel)]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        last = next(
            (line for line in reversed(done.stderr.splitlines()) if line.startswith("ERROR")), done.stderr
        )
        raise InfraError(f"The Lambda's libraries can't be fetched for {where.runtime}: {last.strip()}")


def _prune(tree: Path) -> None:
    for path in sorted(tree.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif _JUNK.search(path.relative_to(tree).as_posix()):
            path.unlink()
        elif path.name == "METADATA":
            path.write_text(path.read_text(encoding="utf-8").partition("\n\n")[0] + "\n", encoding="utf-8")


def _compile(tree: Path, where: Target, *, keep_source: bool, under: str = "") -> None:
    """Compile all under a folder to files that Python takes without a look at their source.

    All source but that of `app.py`, which is looked for by its name, is left out: half the files is half the
    time that a cold start takes to unpack them.
    """
    if not where.compiles:
        return
    compileall.compile_dir(
        tree / under,
        quiet=2,
        legacy=not keep_source,
        stripdir=str(tree),
        prependdir="/var/task",
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    for source in () if keep_source else (tree / under).rglob("*.py"):
        if source.with_suffix(".pyc").exists():
            source.unlink()


def _add(archive: zipfile.ZipFile, tree: Path) -> None:
    for path in sorted(tree.rglob("*")):
        if path.is_file():
            entry = zipfile.ZipInfo(path.relative_to(tree).as_posix(), _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
