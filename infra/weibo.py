"""Weibo beside the local engine: a process that speaks its API (`demo/weibo.py`)."""

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

RETURN = "https://merchants.example/weibo"
"""The page of the merchants' app to which it sends people back."""


@dataclass(frozen=True)
class Weibo:
    """Where it listens, from before it does: the stage is told of it when it is deployed."""

    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://{HOST}:{self.port}"

    @property
    def settings(self) -> Mapping[str, str]:
        """What a stage must be told to find it."""
        if not find_spec("demo.weibo"):
            return {}
        from demo.weibo import APP_KEY

        return {"WEIBO_URL": self.url, "WEIBO_APP_KEY": APP_KEY, "WEIBO_REDIRECT_URL": RETURN}

    def start(self, cloud: Cloud, stage: Deployment) -> subprocess.Popen[bytes] | None:
        """Begin to serve; None: there is no such process here. It ends when we do."""
        if not self.settings:
            return None
        name = f"guanxi-{stage.stage}-weibo-secret"
        return self.serve(cloud.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"])

    def serve(self, secret: str) -> subprocess.Popen[bytes]:
        """Begin to serve an app that has this secret."""
        return subprocess.Popen(
            [sys.executable, "-m", "demo.weibo", "--port", str(self.port)],
            env=os.environ | {"WEIBO_SECRET": secret},
            stdin=subprocess.PIPE,
            cwd=ROOT,
            start_new_session=True,
        )
