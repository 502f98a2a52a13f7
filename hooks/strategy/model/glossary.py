"""``glossary.yml``: terms and what they mean."""

from pydantic import Field

from strategy.languages.say import Language
from strategy.model.ids import RetiredIds, TermId
from strategy.problems import Invalid
from strategy.reading.fields import Line, Model, Text, Word


class Spellings(Model):
    """Other words for a term, a list a language."""

    ja: tuple[Word, ...] = ()
    en: tuple[Word, ...] = ()


class Term(Model):
    """A term that a citizen may not know."""

    id: TermId
    term: Text
    reading: Line | None = Field(default=None, description="読み（ひらがな）")
    also: Spellings = Field(default=Spellings(), description="本文での別の書き方")
    meaning: Text

    def order(self, language: Language) -> str:
        """What terms are sorted by: the reading (Japanese), or the alphabet (English)."""
        return (self.reading or self.term.ja) if language == "ja" else self.term.en.lower()

    def words(self) -> list[tuple[Language, str]]:
        """Each word for the term with its language."""
        return [
            *(("ja", word) for word in (self.term.ja, *self.also.ja)),
            *(("en", word) for word in (self.term.en, *self.also.en)),
        ]


class Glossary(Model):
    """``glossary.yml``: the terms and what they mean."""

    terms: tuple[Term, ...] = Field(min_length=1)
    retired: RetiredIds = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse a word that stands for two terms."""
        seen: dict[tuple[str, str], str] = {}
        for index, term in enumerate(self.terms):
            for language, word in term.words():
                if seen.setdefault((language, word), term.id) != term.id:
                    raise Invalid.of("duplicate-term", at=("terms", index, "term"), word=word)
