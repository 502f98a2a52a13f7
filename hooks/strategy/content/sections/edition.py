"""What the publication is: city, period and edition, at a glance."""

from strategy.content.sections.section import BREAK, Section, facts, inline
from strategy.languages.labels import DOCUMENT_KIND, PERIOD
from strategy.languages.say import Language, Say
from strategy.model import Strategy

CITY = Say("市", "City")
DATES = Say("策定と更新", "Adopted and updated")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The lines of the cover as printed, with western years beside the eras in Japanese."""
    edition = strategy.edition
    city, prefecture = strategy.city[language], strategy.prefecture[language]
    values = {
        CITY: inline(f"{prefecture}{city}" if language == "ja" else f"{city}, {prefecture}"),
        PERIOD: _period(strategy, language),
        DOCUMENT_KIND: inline(edition.kind[language]),
        DATES: BREAK.join(
            inline(date.shown(language)) for date in (edition.adopted, edition.updated)
        ),
    }
    return facts(values, language)


def _period(strategy: Strategy, language: Language) -> str:
    printed, period = inline(strategy.period_printed[language]), strategy.period
    years = f"（{period.first}年度から{period.last}年度まで）" if language == "ja" else ""
    return f"{printed}{years}"


SECTION = Section(render, ("strategy",))
