"""`make run`: the whole of Guanxi on this machine.

Starts the local engine, packages the app, deploys the stage, loads the demo into a new one, and tells where
the store is. Ctrl-C stops all that it started; the state stays for the next run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path
from types import FrameType, ModuleType
from typing import NoReturn

from infra import couriers, engine, logs
from infra.banner import banner
from infra.cloud import Cloud
from infra.deployment import Deployment, deploy
from infra.engine import Engine
from infra.errors import InfraError
from infra.packaging import ROOT, package
from infra.progress import step
from infra.weibo import Weibo

HOME = ROOT / ".guanxi"
STAGE = "local"
_INTERRUPTED = 130
_STATE = ("state", "s3", "port", "demo.json")


@dataclass(frozen=True)
class Demo:
    """The demo store and who can sign in to it: name, login, password."""

    path: str
    """The store's address after the API's."""
    logins: Sequence[Sequence[str]]
    shown: str = ""
    """A picture of something in it, as text."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until stopped; answers the exit code."""
    wish = _wish(arguments)
    for stopping in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stopping, _stop)
    try:
        return _run(wish.port, fresh=wish.fresh)
    except InfraError as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(port: int, *, fresh: bool) -> int:
    began = time.monotonic()
    engine.require_free(port)
    engine.require_idle(HOME)
    if fresh:
        forget(HOME)
    with step("Packaging the app"):
        packed = package(aws=False)
    with step("Starting the local engine"):
        running = engine.start(HOME, port)
    depot, carrying = couriers.Depot(engine.free_port()), None
    weibo, posting = Weibo(engine.free_port()), None
    try:
        with step("Deploying the stage") as say:
            settings = {**depot.settings, **weibo.settings}
            stage = deploy(running.cloud, STAGE, packed, settings=settings, say=say)
        demo = _furnish(running, stage)
        carrying = depot.start(running.cloud, stage, never_lose=False)
        posting = weibo.start(running.cloud, stage)
        print(banner(stage.api_url, demo.path, demo.logins, time.monotonic() - began), flush=True)
        print(demo.shown, flush=True)
        return _wait(running)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is impatient now would lose the state
        couriers.stop(carrying)
        couriers.stop(posting)
        with step("Stopping, and saving the state"):
            engine.stop(running)


def _furnish(running: Engine, stage: Deployment) -> Demo:
    """Load the demo and see that the store answers; if it doesn't, show what its function said."""
    try:
        demo = _demo(HOME, stage, running.cloud)
        with step("Waking it"):
            wake(stage.api_url + demo.path)
    except InfraError:
        print(f"\n{logs.last_error(running.cloud, since=time.time() - 60)}", file=sys.stderr)
        raise
    return demo


def wake(url: str) -> None:
    """Ask for a page, so that the first visitor doesn't wait for a cold start. Raises InfraError."""
    try:
        urllib.request.urlopen(url, timeout=60).close()  # noqa: S310 - our own engine's address
    except urllib.error.HTTPError as error:
        if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise InfraError(f"The stage is up, but {url} answers {error.code}.") from error
    except OSError as error:
        raise InfraError(f"The stage is up, but {url} doesn't answer: {error}") from error


def forget(home: Path) -> None:
    """Forget the state of earlier runs."""
    for name in _STATE:
        path = home / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _wish(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make run", description="Run Guanxi on this machine.")
    parser.add_argument("--port", type=int, default=4566, help="where the engine listens (4566)")
    parser.add_argument("--fresh", action="store_true", help="forget the state of earlier runs")
    return parser.parse_args(arguments)


def _stop(_signum: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _wait(running: Engine) -> int:
    """Rest until Ctrl-C; the engine has no reason to end by itself."""
    try:
        while running.running():
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0
    raise InfraError(f"The local engine ended unexpectedly. It said:\n{running.log()}")


def _demo(home: Path, stage: Deployment, cloud: Cloud) -> Demo:
    """The demo of the stage; it is loaded once."""
    note = home / "demo.json"
    if note.exists() and not stage.new:
        return Demo(**json.loads(note.read_text()))
    loader = _loader()
    if loader is None:
        return Demo("", ())
    load: Callable[[str, Callable[[str], None]], str] = loader.load
    try:
        with step("Loading the demo store") as say:
            url = load(stage.api_url, say)
            shown = loader.remember(cloud.client("dynamodb"), stage.table("shipping"), stage.api_url, say)
    except Exception as error:
        raise InfraError(f"The demo can't be loaded: {error!r}. Begin anew: make run FRESH=1.") from error
    demo = Demo(url.removeprefix(stage.api_url), getattr(loader, "LOGINS", ()), shown)
    note.write_text(json.dumps(asdict(demo), ensure_ascii=False))
    return demo


def _loader() -> ModuleType | None:
    try:
        return importlib.import_module("demo.load")
    except ModuleNotFoundError as error:
        if error.name not in ("demo", "demo.load"):
            raise
        print("  – No demo to load (demo/load.py is missing)")
        return None


if __name__ == "__main__":
    sys.exit(main())
