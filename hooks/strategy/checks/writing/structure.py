"""Headings, lists, links and images that also guide those who listen."""

import re
from collections.abc import Iterator

from strategy.checks.writing.rule import Passage, Rule, criterion, guideline
from strategy.languages.say import Say
from strategy.problems import Fault

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_MARKER = re.compile(r"<!--\s*strategy:")
_IMAGE = re.compile(r"!\[([^\]\n]+)\](?=[(\[])|<img\b[^>]*\balt=[\"']([^\"']+)[\"']")
_USELESS = re.compile(
    r"(?:この|上の|次の)?(?:画像|写真|図|図表|イラスト|グラフ|アイコン|バナー|image|photo|picture|figure|icon|graph|chart)"
    r"[ _-]?\d*|[\w.-]+\.(?:png|jpe?g|gif|svg|webp)|(?:img|dsc|pict?)[ _-]?\d+",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\](?=\()")
_NO_TARGET = re.compile(
    r"(?:詳しくは|詳細は|くわしくは)?(?:こちら|ここ|コチラ|下記|リンク|クリック|もっと見る|続きを読む|詳細)"
    r"(?:をクリック|をご覧ください|から|へ)?[。]?"
    r"|(?:click )?here|(?:read |learn )?more|(?:this )?(?:link|page)|details",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-*+]|\d+[.)]) +\S")


def _headings(passage: Passage) -> Iterator[Fault]:
    last, before = 0, 0
    for match in _HEADING.finditer(passage.markup):
        level = len(match[1])
        # Sections from data bring headings of their own.
        between = _MARKER.search(passage.markup, before, match.start())
        if last and level > last + 1 and not between:
            yield Fault.of(
                "heading-order",
                *match.span(1),
                found=match[2],
                above="#" * last,
                marks="#" * level,
                wanted="#" * (last + 1),
            )
        last, before = level, match.end()


def _lists(passage: Passage) -> Iterator[Fault]:
    offset, first, count, blank = 0, 0, 0, True
    for line in [*passage.markup.split("\n"), "#"]:
        if _ITEM.match(line) and (count or blank):
            first = offset if count == 0 else first
            count += 1
        elif line.strip() and not line[0].isspace() and (blank or line.startswith("#")):
            if count == 1:
                yield Fault.of("single-item-list", first, first + 1)
            count = 0
        blank = not line.strip()
        offset += len(line) + 1


def _links(passage: Passage) -> Iterator[Fault]:
    for match in _LINK.finditer(passage.markup):
        if _NO_TARGET.fullmatch(match[1].strip()):
            yield Fault.of("link-text", *match.span(1), found=match[1])


def _images(passage: Passage) -> Iterator[Fault]:
    for match in _IMAGE.finditer(passage.markup):
        text = (match[1] or match[2]).strip()
        if _USELESS.fullmatch(text):
            yield Fault.of("image-text-useless", *match.span(), text=text)


RULES = (
    Rule(
        "heading-order",
        Say(
            "見出しの段階が飛ぶと、見出しだけを聞いて読む人に、抜けがあるように聞こえます",
            "those who listen to headings alone think that one is missing",
        ),
        criterion("1.3.1"),
        _headings,
    ),
    Rule(
        "single-item-list",
        Say(
            "箇条書きは、並べるものが2つ以上あるときに使います", "a list is for two or more things"
        ),
        guideline(Say("文の書き方", "sentences")),
        _lists,
    ),
    Rule(
        "link-text",
        Say(
            "リンクだけを順に聞いて行き先を選ぶ人がいます",
            "some readers go through the links alone",
        ),
        criterion("2.4.4、2.4.9"),
        _links,
    ),
    Rule(
        "image-text-useless",
        Say(
            "画像の説明は、画像の代わりに読み上げられます",
            "the description is read aloud instead of the image",
        ),
        criterion("1.1.1"),
        _images,
    ),
)
