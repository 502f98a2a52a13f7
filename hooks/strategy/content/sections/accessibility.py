"""The published test result, field by field as JIS X 8341-3:2016 (JB.3) lists them."""

from strategy.content.sections.section import BREAK, Section, block, data_links, inline
from strategy.languages import calendar
from strategy.languages.labels import COLON, COUNT
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element
from strategy.model import Accessibility, Audit, Strategy
from strategy.model.criteria import CRITERIA

CLAIM = {
    "none": Say(
        "表明していません（対応度の表明に必要な、人の判断による試験が終わっていないため）",
        "None stated (the tests that need a person’s judgement are not complete)",
    ),
    "considered": Say("適合レベル{}に配慮", "Level {} taken into consideration"),
    "partial": Say("適合レベル{}に一部準拠", "Partially conforms to level {}"),
    "full": Say("適合レベル{}に準拠", "Conforms to level {}"),
}
FIELDS = {
    "stated": Say("表明日", "Date of this statement"),
    "standard": Say("規格の規格番号及び改正年", "Standard"),
    "target": Say("目標とする適合レベル", "Target level"),
    "claim": Say("満たしている適合レベル・対応度", "Level and degree of conformance"),
    "scope": Say("対象となるウェブページ", "Pages in scope"),
    "technologies": Say("依存したウェブコンテンツ技術", "Technologies relied upon"),
    "selection": Say("試験を行うページの選択方法", "How pages were selected"),
    "period": Say("試験実施期間", "Period of testing"),
    "views": Say("機械検査をした画面", "Views examined by machine"),
    "tools": Say("機械検査の道具と、見つかった問題", "Tools, and faults found"),
    "judged": Say("人が判断した達成基準", "Criteria judged by a person"),
}
PAGES = Say("試験を行ったページ（{}ページ）", "Pages that were tested ({})")
ADDRESSES = Say(
    "このサイトのトップページから見たアドレスです。", "Addresses below this site’s home page."
)
VIEWS = Say(
    "{views}画面（{pages}ページを、画面の幅{widths}ピクセル、配色{schemes}種類で検査）",
    "{views} ({pages} pages at widths of {widths} CSS pixels, in {schemes} colour schemes)",
)
JUDGED = Say("{all}項目のうち{done}項目", "{done} of {all}")
AND = Say("と", " and ")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The statement as a list of terms, then the pages that were tested."""
    statement, audit = strategy.accessibility, strategy.audit
    values = {
        "stated": calendar.show(statement.stated, language),
        "standard": inline(statement.standard),
        "target": statement.target,
        "claim": CLAIM[statement.claim][language].format(statement.target),
        "scope": inline(statement.scope[language]),
        "technologies": inline(", ".join(statement.technologies)),
        "selection": inline(statement.selection[language]),
        "period": _period(audit, language),
        "views": _views(audit, language),
        "tools": _tools(audit, language),
        "judged": _judged(statement, language),
    }
    terms = "\n\n".join(f"{FIELDS[name][language]}\n:   {value}" for name, value in values.items())
    parts = (
        block("div", "statement", terms),
        _pages(audit, language),
        data_links("accessibility", language, table=False),
    )
    return "\n\n".join(parts)


def _period(audit: Audit, language: Language) -> str:
    if audit.begun == audit.ended:
        return calendar.show(audit.begun, language)
    return calendar.show_period(audit.begun, audit.ended, language)


def _views(audit: Audit, language: Language) -> str:
    return VIEWS[language].format(
        views=audit.views,
        pages=len(audit.pages),
        widths=AND[language].join(map(str, audit.widths)),
        schemes=len(audit.schemes),
    )


def _tools(audit: Audit, language: Language) -> str:
    return BREAK.join(
        inline(f"{tool.name} {tool.version}")
        + COLON[language]
        + COUNT[language].format(tool.findings)
        for tool in audit.tools
    )


def _judged(statement: Accessibility, language: Language) -> str:
    wanted = [number for number, criterion in CRITERIA.items() if criterion.jis]
    done = [judgement for judgement in statement.judged if judgement.criterion in wanted]
    return JUDGED[language].format(all=len(wanted), done=len(done))


def _pages(audit: Audit, language: Language) -> str:
    addresses = "\n".join(f"- `/{page}`" for page in audit.pages)
    summary = PAGES[language].format(len(audit.pages))
    return element(
        "details",
        "\n",
        element("summary", summary),
        Html(f"\n\n{ADDRESSES[language]}\n\n{addresses}\n\n"),
        class_="tested-pages",
        data_search_exclude="",
        markdown="1",
    )


SECTION = Section(render, ("accessibility", "audit"))
