"""Terms that are explained where they are read."""

import re
from collections.abc import Iterator

from strategy.checks.writing.rule import Passage, Rule, guideline
from strategy.languages.say import Say
from strategy.markup.glossary_terms import word_pattern
from strategy.problems import Fault

# Where the site puts no explanation: headings, links, code (see terms.SKIPPED).
_UNEXPLAINED = re.compile(
    r"^#{1,6}[ \t][^\n]*|\[[^\]\n]*\]\([^)\n]*\)|`[^`\n]*`|<(h[1-6]|a)\b.*?</\1>",
    re.MULTILINE | re.DOTALL,
)


def _terms(passage: Passage) -> Iterator[Fault]:
    explained = _UNEXPLAINED.sub(" ", passage.shown)
    for term in passage.terms:
        words = [word for language, word in term.words() if language == passage.language]
        pattern = word_pattern(words)
        if (match := pattern.search(passage.prose)) and not pattern.search(explained):
            yield Fault.of("unexplained-term", *match.span(), found=match[0])


RULES = (
    Rule(
        "unexplained-term",
        Say(
            "専門用語は、使うところで説明します。本文の用語には、説明が自動で付きます",
            "a term is explained where it is used; in running text the site does so by itself",
        ),
        guideline(Say("専門用語の扱い", "technical terms")),
        _terms,
    ),
)
