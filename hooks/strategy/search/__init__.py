"""The search: the text in sections (`entries`), and the index that a browser searches (`index`).

Used from outside: the modules below.
"""

__all__ = ["entries", "index"]
