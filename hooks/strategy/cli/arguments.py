"""What each command is given to describe its part of the command line."""

import argparse
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""The commands that there are so far; a string, for argparse's own class takes no parameters."""
