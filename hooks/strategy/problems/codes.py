"""The registry of codes: how grave what a code stands for is, and which rooms find it.

A code is stable: people look it up, and name it in exceptions. It has one meaning, and with it one
level.
"""

from typing import Literal, NamedTuple

Level = Literal["error", "warning", "note"]


class Code(NamedTuple):
    """What is known of a code: its level, and the rooms of `strategy` that raise it."""

    level: Level
    rooms: tuple[str, ...]


_RAISED: dict[str, dict[Level, str]] = {
    "site": {"error": "marker-left page-language repeated-id", "note": "pdf-fonts"},
    "checks": {
        "error": """
            adopted-title bar-value city-name claim computed duplicate-section era-year evidence-day
            footnote full-width-alphanumeric half-width-kana heading-order html-stopped
            image-text-useless impossible-date indented-code japanese-punctuation link-text
            machine-dependent markdown-code markdown-html markdown-link markdown-list markdown-mark
            markdown-table marker-missing missing-page missing-translation no-project obsolete-html
            old-address page-translation-extra pdf-character pdf-form picture printed-number
            printed-unit review-place second-title table-cells unused-data weekday
        """,
        "warning": """
            count double-negation era-without-year former-month former-number future-day
            japanese-paragraph maybe-list number-style page-translation-missing statement-date
            strategy-term
        """,
        "note": """
            bare-address long-sentence printed-value single-item-list unexplained-term
        """,
    },
    "consultations": {
        "error": """
            consultation-base consultation-deadline consultation-missing consultation-paper
            consultation-period consultation-unchanged consultation-way draft-changed draft-text
            import-row opinion-reflected opinion-unanswered opinion-undecided unreachable
        """,
        "note": """
            consultation-begun consultation-closed-day consultation-prefill consultation-text
        """,
    },
    "editions": {
        "error": """
            declared-gone deleted-id edition-date edition-not-frozen revision-kind undeclared-change
            undeclared-changes
        """,
        "note": "declared-english",
    },
    "content": {
        "error": """
            chapter-picture consultation-draft disposition duplicate-marker edition-id
            edition-in-force edition-record edition-status file-id file-name heading heading-id
            image-text marker marker-place missing-file opinion opinion-column opinion-csv
            opinion-number opinion-row page-suffix paragraph private retired-id review-every ruby
            section-ids summary translation-extra translations-file unknown-file unknown-marker
            unknown-paragraph writing-exception
        """,
        "warning": "writing-exception-unused",
        "note": "review-due translation-missing translation-older",
    },
    "model": {
        "error": """
            answer-day consultation-editions criterion declared-change duplicate-criterion
            duplicate-synonym duplicate-term mail-address order prefill redirect-address
            synonym-alone
        """
    },
    "reading": {
        "error": """
            broken-tag conflict date date-precision duplicate-key empty encoding fiscal-year garbled
            id-place invisible-character line-break markdown-emphasis missing-language missing-line
            no-such-date no-value not-a-file number-range outside-tree period placeholder type
            unknown-key value web-address word-list yaml-alias yaml-colon yaml-comment
            yaml-documents yaml-flow yaml-fullwidth yaml-indent yaml-key yaml-mark yaml-quotes
            yaml-space yaml-symbol yaml-syntax yaml-tab yaml-tag
        """
    },
    "cli consultations": {"error": "import-column"},
    "checks site": {"error": "dead-link"},
    "checks reading": {"error": "missing-key"},
    "content editions": {"error": "dangling-reference"},
    "content model": {"error": "duplicate-id"},
    "content reading": {"error": "front-matter"},
    "model reading": {"error": "id"},
}
"""Rooms → level → the codes that these rooms find."""

CODES: dict[str, Code] = {
    code: Code(level, tuple(rooms.split()))
    for rooms, by_level in _RAISED.items()
    for level, codes in by_level.items()
    for code in codes.split()
}
"""Code → what is known of it."""
