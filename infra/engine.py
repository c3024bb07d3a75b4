"""The local engine: MiniStack on 127.0.0.1, which runs the very CloudFormation that AWS gets.

It is a process of its own in a session of its own, so that Ctrl-C reaches us first and we can let it save its
state before it goes. It holds the other end of a pipe of ours: should we die without a word, it ends too.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from infra.cloud import Cloud
from infra.errors import InfraError

HOST = "127.0.0.1"
REGION = "us-east-1"
CONFIRMATION_CODE = "123456"
"""MiniStack sends no mail and no SMS: this is the code of every sign-up."""

_START_SECONDS = 30.0
_STOP_SECONDS = 20.0
_TAIL = 1500
_ROOM = 4 * 1024**3
_NOT_INHERITED = ("AWS_", "POWERTOOLS_", "PYTEST_", "COV_")


_GUARDED = """
import os, shutil, signal, threading

def end_with_parent():
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)

threading.Thread(target=end_with_parent, daemon=True).start()
try:
    from ministack.app import main
    main()
finally:
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)
"""


@dataclass(frozen=True)
class Engine:
    """A running engine."""

    port: int
    home: Path
    """Where its state and its log are."""
    scratch: Path
    """Where its Lambda workers unpack the zip."""
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{HOST}:{self.port}"

    @property
    def cloud(self) -> Cloud:
        """Its AWS."""
        return cloud_at(self.port)

    def running(self) -> bool:
        """Whether the process lives."""
        return self.process.poll() is None

    def log(self) -> str:
        """The end of what it wrote."""
        with suppress(OSError):
            return (self.home / "engine.log").read_text(errors="replace")[-_TAIL:]
        return ""


def cloud_at(port: int) -> Cloud:
    """The AWS of the engine on a port, as the account's root: its IAM lets that key do everything."""
    url = f"http://{HOST}:{port}"
    return Cloud(region=REGION, endpoint=url, access_key="test", secret_key="test")  # noqa: S106


@contextmanager
def running(home: Path | None = None, port: int | None = None) -> Iterator[Engine]:
    """Start the engine, and stop it whatever happens.

    With a `home` its state outlives it; without, it has a folder of its own that is removed at the end.
    """
    kept = home is not None
    folder = home or Path(tempfile.mkdtemp(prefix="guanxi-engine-"))
    try:
        engine = start(folder, port or free_port())
        try:
            yield engine
        finally:
            stop(engine)
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def start(home: Path, port: int) -> Engine:
    """Start the engine with its state under `home` and wait until it answers. Raises InfraError."""
    require_free(port)
    home = home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    with _locked(home) as lock, (home / "engine.log").open("wb") as log:
        _move(home, port)
        scratch = _scratch()
        process = subprocess.Popen(
            [sys.executable, "-c", _GUARDED],
            env=_environment(home, scratch, port),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=home,
            start_new_session=True,
            pass_fds=(lock.fileno(),),  # it holds the lock until it has saved its state and ended
        )
    engine = Engine(port=port, home=home, scratch=scratch, process=process)
    try:
        _wait_until_ready(engine)
    except BaseException:
        stop(engine)
        raise
    return engine


def stop(engine: Engine) -> None:
    """Let the engine save its state and end; then see that nothing it started is left."""
    if engine.running():
        engine.process.send_signal(signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        engine.process.wait(_STOP_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(engine.process.pid, signal.SIGKILL)
    engine.process.wait()
    if engine.process.stdin:
        engine.process.stdin.close()
    shutil.rmtree(engine.scratch, ignore_errors=True)


def require_free(port: int) -> None:
    """Raises InfraError if something listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise InfraError(f"Port {port} is taken: stop what uses it, or choose another, PORT={port + 1}.")


def require_idle(home: Path) -> None:
    """Raises InfraError if an engine has its state there."""
    if home.exists():
        _locked(home).close()


def _locked(home: Path) -> IO[bytes]:
    """The lock of a folder, held until the last copy of the file is closed."""
    lock = (home / "lock").open("wb")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise InfraError(f"Another run has its state in {home}: stop it first.") from None
    return lock


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _move(home: Path, port: int) -> None:
    """Tell the kept state its new port, if it has one: the engine finds a queue by its whole address."""
    note = home / "port"
    if note.exists() and (before := note.read_text()) != str(port):
        for file in (home / "state").glob("*.json"):
            text = file.read_text(encoding="utf-8")
            for host in (HOST, "localhost"):
                text = text.replace(f"//{host}:{before}/", f"//{host}:{port}/")
            file.write_text(text, encoding="utf-8")
    note.write_text(str(port))


def _scratch() -> Path:
    """A folder for the workers, in memory where there is room: each worker unpacks two thousand files."""
    memory = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a private folder in it
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM
    return Path(tempfile.mkdtemp(prefix="guanxi-lambda-", dir=memory if roomy else None))


def _environment(home: Path, scratch: Path, port: int) -> dict[str, str]:
    """What the engine is told. Its Lambda workers inherit it, so nothing of this shell's AWS may be in it."""
    mine = {
        name: value
        for name, value in os.environ.items()
        # Without compiled files each worker would compile all it imports at its cold start.
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith(_NOT_INHERITED)
    }
    return mine | {
        "AUTH": "true",
        "BIND_HOST": HOST,
        "GATEWAY_PORT": str(port),
        "MINISTACK_REGION": REGION,
        "PERSIST_STATE": "1",
        "STATE_DIR": str(home / "state"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(home / "s3"),
        "TMPDIR": str(scratch),
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "LOG_LEVEL": "WARNING",
        "PYTHONUNBUFFERED": "1",
        # It would look for containers of its own to remove: there are none, and the daemon isn't ours.
        "DOCKER_HOST": f"unix://{home}/no-docker",
    }


def _wait_until_ready(engine: Engine) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        if not engine.running():
            raise InfraError(f"The local engine ended at once. It said:\n{engine.log()}")
        if _answers(f"{engine.url}/_ministack/health"):
            return
        time.sleep(0.05)
    raise InfraError(
        f"The local engine didn't answer within {_START_SECONDS:.0f} s. It said:\n{engine.log()}"
    )


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own engine's address
            return bool(answer.status == 200)
    except OSError:
        return False
