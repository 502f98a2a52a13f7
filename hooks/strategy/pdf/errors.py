"""What can go wrong when a PDF is made."""

from __future__ import annotations

from strategy.problems import Say


class PdfError(Exception):
    """The PDF could not be made; ``message`` says why, and where, in both languages."""

    def __init__(self, message: Say) -> None:
        super().__init__(message.en)
        self.message = message


class FontsMissingError(PdfError):
    """The fonts are not installed on this machine: nothing is wrong with the text."""
