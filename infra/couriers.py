"""The couriers' depot beside the local engine: a process that carries parcels (`demo/depot.py`)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from infra.cloud import Cloud
from infra.deployment import Deployment
from infra.engine import HOST
from infra.packaging import ROOT


@dataclass(frozen=True)
class Depot:
    """Where the depot listens, from before it does: the stage is told of it when it is deployed."""

    port: int

    @property
    def settings(self) -> Mapping[str, str]:
        """What a stage must be told to find it."""
        return {"COURIERS_URL": f"http://{HOST}:{self.port}"} if find_spec("demo.depot") else {}

    def start(self, cloud: Cloud, stage: Deployment, *, never_lose: bool) -> subprocess.Popen[bytes] | None:
        """Begin to carry parcels; None: there is no depot here. It ends when we do."""
        if not self.settings:
            return None
        name = f"guanxi-{stage.stage}-courier-secret"
        secret = cloud.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]
        command = [sys.executable, "-m", "demo.depot", "--api", stage.api_url, "--port", str(self.port)]
        return subprocess.Popen(
            [*command, "--never-lose"] if never_lose else command,
            env=os.environ | {"COURIER_SECRET": secret},
            stdin=subprocess.PIPE,
            cwd=ROOT,
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes] | None) -> None:
    """Let the depot end."""
    if process is None:
        return
    process.terminate()
    process.wait(10)
    if process.stdin:
        process.stdin.close()
