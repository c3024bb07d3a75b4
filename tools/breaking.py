"""Whether a change of the contract breaks those who rely on it, and whether its version says so.

The document of today must serve whoever built upon any earlier one of the same line of versions: the same
major version, or while that is 0 the same minor one.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from chalicelib.contract.document import operations_of
from tools.narrowing import Json, Shapes, for_readers, for_senders

_REMEMBERED = 50
"""How many committed documents are looked back at."""


def breaks(old: Json, new: Json) -> list[str]:
    """What worked by the old document and doesn't by the new one."""
    shapes = Shapes(old["components"]["schemas"], new["components"]["schemas"])
    return sorted(dict.fromkeys(_breaks(old, new, shapes)))


def line(version: str) -> str:
    """The line of versions that promise to be compatible: of 1.4.2 it is 1, of 0.3.1 it is 0.3."""
    major, minor, *_ = version.split(".")
    return major if major != "0" else f"0.{minor}"


def same_line(old: Json, new: Json) -> bool:
    """Whether the new document promises to serve whoever built upon the old one."""
    return line(old["info"]["version"]) == line(new["info"]["version"])


def committed(file: Path) -> Iterator[tuple[str, Json]]:
    """The documents as they were committed, the newest first, with their commits. Nothing without git."""
    name = f"./{file.name}"
    log = _git(file.parent, "log", f"--max-count={_REMEMBERED}", "--format=%h", "--", name)
    for commit in (log or "").split():
        if text := _git(file.parent, "show", f"{commit}:{name}"):
            yield commit, json.loads(text)


def _git(folder: Path, *command: str) -> str | None:
    try:
        done = subprocess.run(["git", *command], cwd=folder, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _breaks(old: Json, new: Json, shapes: Shapes) -> Iterator[str]:
    after = operations_of(new)
    for (method, path), operation in operations_of(old).items():
        where = f"{method} {path}"
        if (method, path) not in after:
            yield f"{where}: is gone"
            continue
        now = after[method, path]
        if now.get("security") and not operation.get("security"):
            yield f"{where}: now asks to sign in"
        yield from _parameters(operation, now, shapes, where)
        yield from _body(operation, now, shapes, where)
        yield from _answers(operation, now, shapes, where)


def _parameters(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    before, after = (
        {(one["in"], one["name"]): one for one in side.get("parameters", ())} for side in (old, new)
    )
    for key, one in after.items():
        if one.get("required") and not before.get(key, {}).get("required"):
            yield f"{where} {key[1]}: is now required"
    for key, one in before.items():
        if key not in after:
            yield f"{where} {key[1]}: is no longer taken"
        else:
            yield from for_senders(one["schema"], after[key]["schema"], shapes, f"{where} {key[1]}")


def _body(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    before, after = old.get("requestBody", {}), new.get("requestBody", {})
    if after.get("required") and not before.get("required"):
        yield f"{where}: now needs a body"
    for media, content in before.get("content", {}).items():
        if media not in after.get("content", {}):
            yield f"{where}: no longer takes {media}"
        else:
            taken = after["content"][media]["schema"]
            yield from for_senders(content["schema"], taken, shapes, f"{where} body")


def _answers(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    """A success must stay what it was. Refusals may come and go: who sees an unknown one reads its status."""
    for status, answer in old["responses"].items():
        if "x-codes" in answer:
            continue
        if status not in new["responses"]:
            yield f"{where}: no longer answers {status}"
            continue
        now = new["responses"][status].get("content", {})
        for media, content in answer.get("content", {}).items():
            if media not in now:
                yield f"{where} {status}: is no longer {media}"
            else:
                told = now[media]["schema"]
                yield from for_readers(content["schema"], told, shapes, f"{where} {status}")
