"""The index of a language: what a reader's browser fetches to search the site.

A script that sets ``searchIndex``, so that it can be loaded from a disk too, where no other file
can; ``overrides/js/search/index.js`` reads it. The facts of the sections are lists, one entry a
section, and those that hold the same words stand side by side: so they compress best. Lists of words
are ``word|word``. Texts are as written: the browser folds them, and shows them beside what it found.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.languages.say import Language
from strategy.model import Strategy
from strategy.search import grammar, morphology
from strategy.search.entries import PageSection, SectionPassage, SectionText
from strategy.search.fold import fold
from strategy.search.morphology import Known

FORMAT = 3
START = "self.searchIndex="
_OTHERS = 3
"""How many words of the other language a group lends: few readers mix the two."""


def index(
    strategy: Strategy,
    sections: Sequence[PageSection],
    language: Language,
    address: Callable[[str], str],
    cache: Cache = KEEPS_NOTHING,
) -> bytes:
    """The index as a script in UTF-8. ``address`` gives a page's address below the site's root.

    ``cache`` keeps what is known of the words of a page.
    """
    # In the other language a reader finds what stands in its text, and the words of the groups.
    aliases = {
        alias.place: alias.ja if language == "ja" else alias.en
        for alias in strategy.synonyms.aliases
    }
    names = list(dict.fromkeys(section.page for section in sections))
    titles = {
        section.page: section.written[language].title for section in sections if not section.id
    }
    chapters = {section.page: section.chapter for section in sections}
    grouped = groups(strategy, language)
    known = _known(sections, cache)
    to_read = morphology.known(["\n".join(_to_read(strategy, language))], cache)
    other: Language = "en" if language == "ja" else "ja"
    counted: Counter[str] = Counter()
    document = {  # in the order that compresses best: gzip looks back no further than 32 KB
        "format": FORMAT,
        **_dictionary(known, to_read),
        "across": [
            " ".join(_across(section, words.content, language, grouped))
            for section, words in zip(sections, known, strict=True)
        ],
        "tables": grammar.tables(language),
        "otherTitles": [section.written[other].title for section in sections],
        "groups": _lines(grouped),
        "aliases": [
            "|".join(fold(alias) for alias in aliases.get(section.place, ()))
            for section in sections
        ],
        "titles": [section.written[language].title for section in sections],
        "pages": [[address(name), titles.get(name, ""), chapters[name]] for name in names],
        "at": [[names.index(section.page), section.id] for section in sections],
        "texts": [
            [_packed(passage, section, counted) for passage in section.written[language].passages]
            for section in sections
        ],
    }
    return (START + json.dumps(document, ensure_ascii=False, separators=(",", ":"))).encode()


def groups(strategy: Strategy, language: Language) -> list[list[str]]:
    """Words (folded) that are searched for together: those of the data file and of the glossary.

    Of the other language only the first words, no phrases.
    """
    found = [_of_language(group.ja, group.en, language) for group in strategy.synonyms.groups]
    for term in strategy.glossary.terms:
        spelt = [word for _, word in term.words()]
        words_of_term = [*spelt, *([term.reading] if term.reading else [])]
        # A word of the glossary that staff have grouped already extends that group.
        known = next((group for group in found if set(group) & set(spelt)), None)
        if known is None:
            found.append(words_of_term)
        else:
            known += words_of_term
    folded = [sorted({fold(word) for word in group}) for group in found]
    return [group for group in folded if len(group) > 1]


def _of_language(ja: Sequence[str], en: Sequence[str], language: Language) -> list[str]:
    if language == "ja":
        return [*ja, *[word for word in en if " " not in word][:_OTHERS]]
    return [*en, *[word for word in ja if len(word) < 5][:_OTHERS]]


def _lines(groups: Iterable[Sequence[str]]) -> str:
    return "\n".join("|".join(group) for group in groups)


def _to_read(strategy: Strategy, language: Language) -> list[str]:
    """The short words of the groups, which Japanese readers may type in kana."""
    if language == "en":
        return []
    return [word for group in strategy.synonyms.groups for word in group.ja if len(word) < 4]


def _known(sections: Sequence[PageSection], cache: Cache) -> list[Known]:
    """What is known of the Japanese words of each section, a page at a time.

    Of the strategy and of all titles: what the site says about itself is searched as it is written.
    """
    return [
        words
        for _page, together in groupby(sections, lambda section: section.page)
        for words in morphology.known([_looked_at(section) for section in together], cache)
    ]


def _dictionary(known: list[Known], to_read: list[Known]) -> dict[str, str]:
    """Dictionary forms and readings of the words that are known; of those ``to_read`` only readings."""
    forms = (group for words in known for group in words.forms)
    readings = (group for words in known + to_read for group in words.readings)
    return {
        "forms": _lines(morphology.joined(forms)),
        "readings": _lines(morphology.joined(readings)),
    }


def _looked_at(section: PageSection) -> str:
    written = section.written["ja"]
    return written.text() if section.chapter else written.title


def _across(
    section: PageSection, content: list[str], language: Language, grouped: Sequence[Sequence[str]]
) -> list[str]:
    """The other language's words for what a chapter's section says; ``content`` are the Japanese.

    Not those that are found anyway: in its title there, as a part of another of them, in a group
    with a word that stands here, or a number that stands here. Nor those that fit everywhere.
    """
    if not section.chapter:
        return []
    here = fold(section.written[language].text())
    other: Language = "en" if language == "ja" else "ja"
    there = section.written[other]
    found = _english(there) if language == "ja" else content
    title = fold(there.title)
    implied = {word for group in grouped if any(one in here for one in group) for word in group}
    implied.update(grammar.JOINING.split(), grammar.GENERIC[other].split())
    return [
        word
        for word in found
        if word not in title
        and word not in implied
        and not (word.isdecimal() and word in here)
        and not any(word != longer and longer.startswith(word) for longer in found)
    ]


def _packed(
    passage: SectionPassage, section: PageSection, counted: Counter[str]
) -> str | list[str]:
    """Text, anchor and number, without those that the browser counts: 3-12 after 3-11."""
    counted[section.page] += bool(section.chapter)
    number = f"{section.chapter}-{counted[section.page]}" if section.chapter else ""
    if passage.number != number:
        counted[section.page] -= bool(section.chapter)
        return [passage.text, passage.anchor, passage.number]
    if passage.anchor == (number and f"p{number}"):
        return passage.text
    return [passage.text, passage.anchor]


def _english(written: SectionText) -> list[str]:
    """The different words of a text, but for the most common."""
    found = re.findall(r"[a-z0-9]+", fold(written.text()))
    return sorted({word for word in found if len(word) > 1} - set(grammar.COMMON.split()))
