"""What single elements of a record's HTML are, and small changes to them before they are set."""

import re
from typing import Any

from strategy.languages.say import Language
from strategy.record import RecordedChapter

LED_IN, LEAD_IN = {"ul", "ol", "dl", "blockquote", "figure", "table", "div"}, 120
"""What a paragraph of no more characters than this leads into; it stays on the same page."""


def leads_in(element: Any) -> bool:
    """Whether a paragraph announces what follows it."""
    after = element.getnext()
    return after is not None and after.tag in LED_IN and len(element.text_content()) <= LEAD_IN


def is_picture(element: Any) -> bool:
    """Whether a paragraph is a picture and nothing else."""
    pictures = [child for child in element if child.tag == "img"]
    return element.tag == "p" and len(pictures) == 1 and not element.text_content().strip()


def without_way_back(note: Any) -> Any:
    """A note without its links to the text and the spaces before these."""
    for link in note.xpath(".//a[@class='footnote-backref']"):
        before, parent = link.getprevious(), link.getparent()
        if before is None:
            parent.text = (parent.text or "").rstrip()
        else:
            before.tail = (before.tail or "").rstrip()
        parent.remove(link)
    return note


def with_places(chapter: RecordedChapter, language: Language) -> str:
    """The chapter's HTML with a comment before and after the content of each block."""
    return re.sub(
        r"<!--block (\d+)-->",
        lambda match: (
            f"{match[0]}{chapter.blocks[int(match[1])].written(language).html}<!--end {match[1]}-->"
        ),
        chapter.layout[language],
    )
