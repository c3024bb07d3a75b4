"""Run cfn-lint on the template that AWS would get."""

from __future__ import annotations

import json
import subprocess
import sys

from infra import template
from infra.packaging import CACHE, aws_template


def main() -> int:
    """Lint; answers the exit code."""
    file = CACHE / "template.json"
    # As `infra.stack` sends it: CloudFormation counts its bytes, and takes a million.
    file.write_text(json.dumps(template.with_code(aws_template(), "bucket", "key"), sort_keys=True))
    print(f"cfn-lint {file}", flush=True)
    command = [sys.executable, "-c", "from cfnlint.runner import main; main()", str(file)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
