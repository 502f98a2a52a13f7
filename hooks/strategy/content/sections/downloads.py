"""The published data files, with what each holds."""

from strategy.content.sections.section import Section
from strategy.languages.labels import COLON, SEPARATOR
from strategy.languages.say import Language, Say
from strategy.model import Strategy
from strategy.model.published_data import PUBLISHED, TABLES

CONTENTS = {
    "strategy": Say("題名、戦略の期間、版、章", "Titles, period, edition, chapters"),
    "mission": Say("基本理念（ミッション）", "Mission"),
    "vision": Say("将来めざす姿（ビジョン）", "Vision"),
    "values": Say("職員の行動指針（バリュー）", "Values"),
    "statements": Say("戦略の目的とDXの定義", "Purpose of the strategy and definition of DX"),
    "timeline": Say("戦略策定の経過", "How the strategy was made"),
    "figures": Say("数値とグラフ", "Figures and charts"),
    "governance": Say("推進体制と進捗管理", "Bodies and progress management"),
    "glossary": Say("用語", "Glossary"),
    "consultations": Say("意見の募集", "Calls for opinions"),
    "revisions": Say("改定の記録", "Revision history"),
    "redirects": Say("前のアドレス", "Former addresses"),
    "synonyms": Say("検索で使う言い換えの言葉", "Other words that the search knows"),
    "accessibility": Say("アクセシビリティの表明", "Accessibility statement"),
    "audit": Say(
        "アクセシビリティの機械検査の結果", "Results of the accessibility audit by machine"
    ),
}


def render(_strategy: Strategy, language: Language, _argument: str) -> str:
    """A list of all files, JSON and, for tables, CSV."""
    return "\n".join(
        f"- {CONTENTS[name][language]}{COLON[language]}{_links(name, language)}"
        for name in PUBLISHED
    )


def _links(name: str, language: Language) -> str:
    forms = ["json", "csv"] if name in TABLES else ["json"]
    return SEPARATOR[language].join(f"[{name}.{form}](/data/{name}.{form})" for form in forms)


SECTION = Section(render, ())
