"""All rules of writing, by their codes."""

from strategy.checks.writing import (
    characters,
    dates,
    glossary,
    numbers,
    sentences,
    structure,
    words,
)
from strategy.checks.writing.rule import Rule

FAMILIES = (characters, words, numbers, dates, structure, sentences, glossary)
RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.RULES}
