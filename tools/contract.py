"""`make contract`: write the API's OpenAPI document to docs/openapi.json."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

from chalicelib.contract.document import document
from chalicelib.contract.shapes import Json

ROOT = Path(__file__).resolve().parents[1]
COMMITTED = ROOT / "docs" / "openapi.json"


def current() -> Json:
    """The document of the routes as they are now."""
    import app

    operations = [operation for routes in app.ROUTES for operation in routes.operations]
    return document(operations, version=version())


def version() -> str:
    """The API's version: the project's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def text(made: Json) -> str:
    """The document as it is committed: a change is a few lines of a diff."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write it; answers the exit code."""
    made = current()
    COMMITTED.write_text(text(made), encoding="utf-8")
    operations = sum(len(methods) for methods in made["paths"].values())
    print(f"  {COMMITTED.relative_to(ROOT)}: {operations} operations, version {made['info']['version']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
