"""The app as it is deployed: its routes come from a list, and a domain is imported by its first request."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from chalice.app import Chalice

import app as assembled
from chalicelib.foundation.assembly import assemble, manifest
from infra.packaging import ROUTES, app_code
from tests.api import Api, proxy_event
from tests.unit import world

MEI = "11111111-2222-3333-4444-555555555555"


@pytest.fixture
def late(tmp_path: Path) -> Chalice:
    """An app whose routes all come from the list."""
    path = tmp_path / "routes.json"
    path.write_text(manifest(assembled.ROUTES), encoding="utf-8")
    app = Chalice("guanxi")
    app.api.binary_types = []
    assert assemble(app, assembled.DOMAINS, manifest=path) == ()
    return app


def entries(app: Chalice) -> dict[tuple[str, str], dict[str, Any]]:
    """All that chalice knows of each route, but for the function that answers."""
    return {
        (method, path): {name: value for name, value in vars(entry).items() if name != "view_function"}
        for path, methods in app.routes.items()
        for method, entry in methods.items()
    }


class TestRoutesFromAList:
    def test_are_to_chalice_what_they_are_from_the_domains(self, late: Chalice) -> None:
        assert entries(late) == entries(assembled.app)
        assert len(entries(late)) > 60

    def test_know_who_may_call_and_what_a_browser_is_told(self, late: Chalice) -> None:
        mine, shop = late.routes["/wallet"]["GET"], late.routes["/shop/{slug}"]["GET"]

        assert mine.authorizer and not shop.authorizer
        assert mine.cors.get_access_control_headers()["Access-Control-Allow-Origin"] == "*"

    def test_serve_who_is_signed_in(self, late: Chalice) -> None:
        reply = Api(MEI, app=late).get("/wallet?currency=CNY")

        assert (reply.status, reply.json["balance"]["amount"]) == (200, 0)
        assert reply.headers["access-control-allow-origin"] == "*"
        assert reply.headers["x-request-id"] == "req-unit"

    def test_take_a_body_and_a_key(self, late: Chalice) -> None:
        store = {"name": "Mei's", "currency": "CNY", "time_zone": "Asia/Shanghai"}
        first, again = (Api(MEI, app=late).post("/stores", store, key="one") for _ in range(2))

        assert first.status == again.status == 201
        assert again.json == first.json and again.headers["idempotent-replay"] == "true"

    def test_refuse_what_is_wrong(self, late: Chalice) -> None:
        assert Api(app=late).get("/wallet").status == 401
        assert Api(MEI, app=late).post("/stores", {"name": 3}).json["field"] == "name"
        assert Api(MEI, app=late).get("/orders/ord_none").status == 404

    def test_serve_pages_and_pictures_and_parts_of_a_path(self, late: Chalice) -> None:
        store = world.a_store()

        page = Api(app=late).get(f"/shop/{store['slug']}")
        picture = Api(app=late).get(f"/stores/{store['id']}/qr?format=png")

        assert page.status == 200 and page.headers["content-type"].startswith("text/html")
        assert picture.content.startswith(b"\x89PNG")

    def test_leave_other_methods_to_chalice(self, late: Chalice) -> None:
        event = proxy_event("GET", "/wallet", {}, None, MEI)
        event["requestContext"]["httpMethod"] = "PUT"
        answer = late(event, None)

        assert (answer["statusCode"], answer["headers"]["Allow"]) == (405, "GET")


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the app's code as a Lambda has it."""
    path = tmp_path_factory.mktemp("task")
    with zipfile.ZipFile(app_code()) as packed:
        packed.extractall(path)
    return path


class TestTheDeployedApp:
    """What the packaging makes: the zip, with the list in it."""

    def said(self, task: Path, script: str) -> list[str]:
        run = [sys.executable, "-c", script]
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            run, cwd=task, env=env, capture_output=True, text=True, check=True
        ).stdout.split()

    def test_has_the_list_of_the_routes_as_they_are(self, task: Path) -> None:
        assert (task / ROUTES).read_text(encoding="utf-8") == manifest(assembled.ROUTES)

    def test_imports_no_domain(self, task: Path) -> None:
        loaded = self.said(task, "import sys, app; print(*sys.modules, len(app.app.routes))")

        assert int(loaded[-1]) == len(assembled.app.routes)
        assert {one for one in loaded if one.startswith("chalicelib.")} == {
            one for one in loaded if one.startswith("chalicelib.foundation")
        }

    def test_imports_the_domain_that_is_asked_and_no_other_ones_schemas(self, task: Path) -> None:
        script = (
            "import sys, app; r = app.app.routes['/orders/{order_id}']['GET'].view_function;"
            "app.app.current_request = type('Request', (), {'context': {}});"
            "print(r(order_id='ord_1').status_code, *sys.modules)"
        )
        status, *loaded = self.said(task, script)

        assert status == "401"
        schemas = {one for one in loaded if one.endswith(".schemas")}
        assert schemas == {"chalicelib.foundation.schemas", "chalicelib.orders.schemas"}

    def test_knows_the_payment_gateways_though_only_a_consumer_asks(self, task: Path) -> None:
        script = (
            "import sys, app; from chalicelib.payments import gateway, handlers;"
            "assert 'chalicelib.payments.service' not in sys.modules;"
            "print(gateway.gateway('sandbox').name)"
        )
        assert self.said(task, script) == ["sandbox"]

    def test_has_every_consumer_and_the_clock(self, task: Path) -> None:
        names = self.said(task, "import app; print(*(one.name for one in app.app.event_sources))")
        assert names == [source.name for source in assembled.app.event_sources]
