"""Puts the domains' routes into the app: all domains at once, or each when it is first asked for something.

A cold start mustn't wait for what its request doesn't concern, nor wait longer with every domain that is
added. So the packaging writes down all routes (`manifest`); where that lies beside the code, the routes are
registered from it, and a domain is imported by the first request to one of its routes. Where it doesn't, as
in development, in tests and for `chalice package`, all domains are imported: their routes are the one
source of the manifest.

The libraries and the foundation are needed by every request and are loaded before the first.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from chalice.app import Chalice, Response

from chalicelib.foundation.http import Routes, mount

MANIFEST = Path(__file__).parents[1] / "routes.json"
"""Where the packaging puts it; not in the repository, where it would be forgotten and grow old."""


def assemble(app: Chalice, domains: Sequence[str], *, manifest: Path = MANIFEST) -> tuple[Routes, ...]:
    """Register every route of these domains. Answers their routes; none where a manifest stands for them."""
    if manifest.exists():
        for route in json.loads(manifest.read_text(encoding="utf-8")):
            _mount_late(app, **route)
        return ()
    found = tuple(_routes(f"chalicelib.{domain}.routes") for domain in domains)
    for routes in found:
        app.register_blueprint(routes)
    return found


def manifest(found: Sequence[Routes]) -> str:
    """The routes as JSON: all that chalice must know of them, and where they are."""
    told = [
        {
            "module": operation.use.__module__,
            "name": operation.use.__name__,
            "method": operation.method,
            "path": operation.path,
            "signed_in": operation.signed_in,
        }
        for routes in found
        for operation in routes.operations
    ]
    return json.dumps(told, indent=1)


def _mount_late(app: Chalice, *, module: str, name: str, method: str, path: str, signed_in: bool) -> None:
    def served(**path_parts: str) -> Response:
        assert app.current_request, "chalice serves no view without a request"
        return _routes(module).serve(method, path, app.current_request, path_parts)

    served.__name__ = name
    mount(app, served, method=method, path=path, name=name, signed_in=signed_in)


def _routes(module: str) -> Routes:
    """A domain's routes, imported now if they weren't before."""
    if module not in sys.modules and gc.isenabled():
        gc.disable()  # an import makes much and leaves little to collect
        try:
            import_module(module)
        finally:
            gc.enable()
    routes: Routes = import_module(module).bp
    return routes
