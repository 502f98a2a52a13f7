"""Every rule on the input; `everything` applies them all.

Used from outside: the modules below.
"""

__all__ = ["everything", "writing"]
