"""``python -m strategy`` is the same as ``strategy``."""

from strategy.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
