"""Building the site: check, build aside, check the result, swap; and what the site is made of.

Used from outside: the modules below.
"""

__all__ = ["comparisons", "hosting", "menu", "preview", "publish", "site"]
