"""Readings above words: ``{鹿島|かしま}`` in prose becomes ruby, a Markdown extension."""

import re
from xml.etree import ElementTree

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

RUBY = r"\{([^{}|\n]+)\|([^{}|\n]+)\}"
# What was meant as ruby and is none: a part is empty, or there are more than two.
BROKEN_RUBY = re.compile(r"\{(?:[^{}|\n]*\|\s*\}|\s*\|[^{}|\n]*\}|[^{}|\n]*(?:\|[^{}|\n]*){2,}\})")
# After code (190) and escapes (180), before links and emphasis.
PRIORITY = 175


class RubyExtension(markdown.Extension):
    """Ruby with brackets for what cannot show it."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the inline pattern."""
        md.inlinePatterns.register(_Ruby(RUBY, md), "strategy-ruby", PRIORITY)


class _Ruby(InlineProcessor):
    def handleMatch(  # type: ignore[override] # noqa: N802 - Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        ruby = ElementTree.Element("ruby")
        ruby.text = AtomicString(match[1].strip())
        for tag, text in (("rp", "（"), ("rt", match[2].strip()), ("rp", "）")):
            ElementTree.SubElement(ruby, tag).text = AtomicString(text)
        return ruby, match.start(0), match.end(0)
