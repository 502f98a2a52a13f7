"""``synonyms.yml``: other words that people search with, and the pages they look for most."""

from typing import Annotated

from pydantic import Field

from strategy.problems import Invalid
from strategy.reading.fields import Line, Model, RefersTo, Text, Word


class WordGroup(Model):
    """Words that a search takes for each other, in both languages."""

    ja: tuple[Word, ...] = Field(default=(), description="日本語の言葉")
    en: tuple[Word, ...] = Field(default=(), description="英語の言葉")

    def words(self) -> tuple[str, ...]:
        """The words of both languages."""
        return (*self.ja, *self.en)


class Alias(Model):
    """Words that lead to a page or section, though they do not stand there."""

    place: Annotated[Line, RefersTo("place")]
    ja: tuple[Word, ...] = Field(default=(), description="日本語の言葉")
    en: tuple[Word, ...] = Field(default=(), description="英語の言葉")

    def words(self) -> tuple[str, ...]:
        """The words of both languages."""
        return (*self.ja, *self.en)


class Wanted(Model):
    """A page or section that many people look for, offered when a search finds nothing."""

    place: Annotated[Line, RefersTo("place")]
    label: Text


class Synonyms(Model):
    """``synonyms.yml``: what the search knows beyond the text."""

    groups: tuple[WordGroup, ...] = Field(min_length=1)
    aliases: tuple[Alias, ...] = ()
    wanted: tuple[Wanted, ...] = Field(min_length=1)

    def model_post_init(self, _context: object) -> None:
        """Refuse a group that joins nothing, an alias without words, a word in two groups."""
        seen: dict[str, int] = {}
        for index, group in enumerate(self.groups):
            if len(group.words()) < 2:
                raise Invalid.of("synonym-alone/group", at=("groups", index))
            for word in group.words():
                if seen.setdefault(word.casefold(), index) != index:
                    raise Invalid.of("duplicate-synonym", at=("groups", index), word=word)
        for index, alias in enumerate(self.aliases):
            if not alias.words():
                raise Invalid.of("synonym-alone/alias", at=("aliases", index))
