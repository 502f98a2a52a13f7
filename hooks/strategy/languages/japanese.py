"""Japanese words in a text of another language, which are marked as Japanese (WCAG 2.2, 3.1.2)."""

import re

# Runs of kana, kanji and full-width forms, with the marks that stand between them.
_RUN = re.compile(r"([\u3040-\u30ff\u3400-\u9fff][\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]*)")


def split(text: str) -> list[str]:
    """The parts of a text, other text and Japanese words in turn; the first and last are other."""
    return _RUN.split(text)
