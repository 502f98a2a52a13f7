"""Public comment, from the call to the answers: states, opinions, pages, forms and commands.

Used from outside: the modules below.
"""

__all__ = [
    "answering",
    "call_file",
    "exports",
    "frozen_draft",
    "importing",
    "pdfs",
    "published",
    "readiness",
]
