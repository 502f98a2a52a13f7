"""What can go wrong when a PDF is made."""

from strategy.problems import BilingualError


class PdfError(BilingualError):
    """The PDF could not be made; the message says where, too."""


class FontsMissingError(PdfError):
    """The fonts are not installed on this machine: nothing is wrong with the text."""
