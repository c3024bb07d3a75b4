"""The web client's files (`webapp/`), in the bucket that everybody may read.

Each version is under a digest of its names and contents, so what a browser keeps never grows stale and a page
never gets another version's script. Its list, `files.json`, is put last: where it is, all the others are.

On the local engine a version may be overwritten (`make site`), so that whoever writes the client sees it at
once; a browser must ask there each time whether what it keeps is still good.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import mimetypes
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from infra import engine
from infra.cloud import Cloud
from infra.errors import InfraError
from infra.packaging import ROOT
from infra.stack import Stack

FOLDER = ROOT / "webapp"
LIST = "files.json"
"""The list of all other files: whoever keeps the client for later reads it."""

KEPT = 3
"""How many versions stay, the live one among them: a page that is open goes on with the one it began with."""

FOREVER, ASK = "public, max-age=31536000, immutable", "no-cache"

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_PACKED = frozenset(_TYPES) - {".webp", ".woff2"}
"""What is put packed: these shrink, and every browser unpacks them."""

_FOR_DEVELOPERS = ("package.json", "package-lock.json", "README*", "*.md", "tsconfig*.json", "*.test.*")
_FOLDERS_FOR_DEVELOPERS = frozenset({"node_modules", "tests"})
_FORMAT = b"1"
"""Another number here makes every version a new one: for when it is put otherwise."""

_AT_ONCE = 8


@dataclass(frozen=True)
class File:
    """A file as it is put."""

    path: str
    """After the digest, such as js/main.js."""
    body: bytes = field(repr=False)
    """Packed, if its kind is."""

    @property
    def headers(self) -> dict[str, str]:
        """What S3 is to tell of it."""
        suffix = Path(self.path).suffix
        kind = _TYPES.get(suffix) or mimetypes.guess_type(self.path)[0] or "application/octet-stream"
        return {"ContentType": kind, **({"ContentEncoding": "gzip"} if suffix in _PACKED else {})}

    @property
    def etag(self) -> str:
        """What S3 calls such a body."""
        return f'"{hashlib.md5(self.body, usedforsecurity=False).hexdigest()}"'


@dataclass(frozen=True)
class Site:
    """A version of the web client."""

    files: tuple[File, ...]
    """The list comes last."""

    @cached_property
    def digest(self) -> str:
        """Its name: the same for the same files."""
        whole = hashlib.sha256(_FORMAT)
        for file in self.files:
            whole.update(f"\0{file.path}\0{len(file.body)}\0".encode())
            whole.update(file.body)
        return whole.hexdigest()[:16]


def gather(folder: Path = FOLDER) -> Site:
    """The client as it is in a folder, less what is for its developers; a missing folder holds nothing."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and _shown(path, folder))
    files = [_file(path.relative_to(folder).as_posix(), path.read_bytes()) for path in found]
    listed = json.dumps([file.path for file in files], ensure_ascii=False)
    return Site((*files, _file(LIST, listed.encode())))


def _shown(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith(".") or part in _FOLDERS_FOR_DEVELOPERS for part in parts)
    return not hidden and parts != (LIST,) and not any(path.match(pattern) for pattern in _FOR_DEVELOPERS)


def _file(path: str, content: bytes) -> File:
    packed = Path(path).suffix in _PACKED
    return File(path, gzip.compress(content, mtime=0) if packed else content)


def publish(cloud: Cloud, bucket: str, site: Site) -> None:
    """Put a version in the bucket, unless it is there as a whole."""
    s3 = cloud.client("s3")
    # On the local engine somebody may have overwritten it: there, each file is looked at.
    if cloud.local or not _is_there(s3, bucket, f"{site.digest}/{LIST}"):
        bring(cloud, bucket, site, site.digest)


def _is_there(s3: Any, bucket: str, key: str) -> bool:
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        # Without the right to list, S3 says of what is missing that it is forbidden.
        if error.response["ResponseMetadata"]["HTTPStatusCode"] not in (403, 404):
            raise
        return False
    return True


def bring(cloud: Cloud, bucket: str, site: Site, digest: str) -> list[str]:
    """Make what is under a digest the same as the site; answers which files that put or removed."""
    s3 = cloud.client("s3")
    there = {one["Key"].partition("/")[2]: one["ETag"] for one in _listed(s3, bucket, f"{digest}/")}
    lacking = [file for file in site.files if there.get(file.path) != file.etag]
    but_the_list = [file for file in lacking if file.path != LIST]
    gone = sorted(there.keys() - {file.path for file in site.files})

    def put(file: File) -> None:
        kept = ASK if cloud.local else FOREVER
        s3.put_object(
            Bucket=bucket, Key=f"{digest}/{file.path}", Body=file.body, CacheControl=kept, **file.headers
        )

    with ThreadPoolExecutor(_AT_ONCE) as workers:
        list(workers.map(put, but_the_list))
    for the_list in lacking[len(but_the_list) :]:
        put(the_list)
    _remove(s3, bucket, [f"{digest}/{path}" for path in gone])
    return [*(file.path for file in lacking), *(f"{path} is gone" for path in gone)]


def forget_old(cloud: Cloud, bucket: str, live: str) -> None:
    """Remove all versions but the live one and those that came last before it."""
    s3 = cloud.client("s3")
    versions: dict[str, list[Mapping[str, Any]]] = {}
    for one in _listed(s3, bucket, ""):
        versions.setdefault(one["Key"].partition("/")[0], []).append(one)
    others = sorted(versions.keys() - {live}, key=lambda digest: _came(versions[digest]), reverse=True)
    for digest in others[KEPT - 1 :]:
        # The list goes first: what is left of a version isn't taken for the whole if this stops half-way.
        _remove(s3, bucket, [f"{digest}/{LIST}"])
        _remove(s3, bucket, [one["Key"] for one in versions[digest]])


def _came(version: Iterable[Mapping[str, Any]]) -> datetime:
    newest: datetime = max(one["LastModified"] for one in version)
    return newest


def _listed(s3: Any, bucket: str, prefix: str) -> list[Mapping[str, Any]]:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [one for page in pages for one in page.get("Contents", ())]


def _remove(s3: Any, bucket: str, keys: Sequence[str]) -> None:
    for start in range(0, len(keys), 1000):
        some = [{"Key": key} for key in keys[start : start + 1000]]
        s3.delete_objects(Bucket=bucket, Delete={"Objects": some, "Quiet": True})


def main(arguments: Sequence[str] | None = None) -> int:
    """`make site`: put `webapp/` under the digest that the running local stage's pages name."""
    parser = argparse.ArgumentParser(prog="make site", description="Show the running stage a new webapp/.")
    parser.add_argument("--port", type=int, default=4566, help="where the local engine listens (4566)")
    parser.add_argument("--stage", default="local", help="the stage's name there (local)")
    wish = parser.parse_args(arguments)
    try:
        for line in refresh(engine.cloud_at(wish.port), wish.stage):
            print(f"  {line}")
    except BotoCoreError:
        print(f"Nothing runs on port {wish.port}: start it with make run.", file=sys.stderr)
        return 1
    except (InfraError, ClientError) as error:
        print(f"  {error}", file=sys.stderr)
        return 1
    return 0


def refresh(cloud: Cloud, stage: str, folder: Path = FOLDER) -> list[str]:
    """Overwrite what the running stage's pages load; answers what changed. Raises InfraError."""
    told = Stack(cloud, f"guanxi-{stage}", "", lambda _: None).outputs()
    if "SiteBucket" not in told:
        raise InfraError(f"No stage {stage} runs here that has a web client: start it with make run.")
    changed = bring(cloud, told["SiteBucket"], gather(folder), told["SiteDigest"])
    return changed or ["Nothing has changed."]


if __name__ == "__main__":
    sys.exit(main())
