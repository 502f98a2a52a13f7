"""JavaScript, run by the Node.js of this environment, or by that of the machine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

OWN = Path(sys.executable).with_name("node")


def printed(program: str, given: object = None) -> Any:
    """What a program prints as JSON; it reads what is given as JSON, too."""
    done = subprocess.run(
        [str(OWN) if OWN.exists() else "node", "-e", program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
