"""意見と市の考え方: the opinions with the city's answers, by paragraph, as a page and as tables."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from strategy.consultations import call_page
from strategy.consultations.view import CALL_PAGE, View
from strategy.content.made_page import MadePage
from strategy.languages.labels import BRACKETS, CHAPTER, COUNT
from strategy.languages.say import Language, Say
from strategy.markup import filter_lists
from strategy.markup.html import Html, broken, column_heads, element, join, lines, link, row, terms
from strategy.model import Opinion, addresses
from strategy.model.spreadsheets import Column, csv_bytes, xlsx_bytes
from strategy.reading.fields import plain

TITLE = Say("意見と市の考え方（{}）", "Opinions and the city’s answers ({})")
DESCRIPTION = Say(
    "「{}」で提出された意見と、それに対する市の考え方です。",
    "The opinions sent on “{}”, and what the city answers.",
)
INTRO = Say(
    "意見は要旨です。「要約」とあるものは、短くまとめています。",
    "Opinions are given as their gist. Those marked “shortened” are summaries.",
)
NONE = Say("意見は、ありませんでした。", "There were no opinions.")
LEGEND = Say("対応の区分", "What the answers mean")
WHOLE = Say("案の全体", "The draft as a whole")
NUMBER, PARAGRAPH = Say("番号", "No."), Say("段落（案）", "Paragraph (draft)")
OPINION, ANSWER = Say("意見", "Opinion"), Say("市の考え方", "The city’s answer")
DISPOSITION, CHANGED = Say("対応", "Outcome"), Say("変更した段落", "Changed paragraph")
SHORTENED = Say("要約", "shortened")
FILES = Say("表計算ソフト用のファイル：", "As a file for spreadsheet programs: ")
FILTER = filter_lists.Labels(
    DISPOSITION, Say("すべての対応", "All outcomes"), Say("{}件を表示しています", "{} shown")
)
IN_DRAFT = Say("案の段落{}", "Paragraph {} of the draft")
IN_FINAL = Say("決定した版の段落{}", "Paragraph {} of the edition decided")
JAPANESE = Say("", "The Japanese text prevails; what is not translated is shown in Japanese.")
COLUMNS: tuple[Column, ...] = (
    (NUMBER, 8),
    (PARAGRAPH, 14),
    (OPINION, 60),
    (Say("要約したか", "Shortened"), 10),
    (ANSWER, 60),
    (DISPOSITION, 16),
    (CHANGED, 14),
)
CELLS = (PARAGRAPH, OPINION, ANSWER, DISPOSITION, CHANGED)
_PLACE = Say("段落{}", "para. {}")
_ALL = ""


def page(view: View) -> MadePage:
    """The page of the results; `view.opinions` are all answered."""
    language = view.language
    subject = plain(view.consultation.subject[language])
    title = TITLE[language].format(subject)
    return MadePage(
        addresses.results(view.consultation.id, language),
        title,
        DESCRIPTION[language].format(subject),
        join("\n", [element("h1", title), *_parts(view)]),
        wide=True,
        assets=("consultation.css",),
    )


def _parts(view: View) -> Iterator[Html]:
    language, call = view.language, view.consultation
    back = link(CALL_PAGE[language], addresses.consultation(call.id, language))
    yield element("ul", element("li", back), class_="edition-links")
    yield element("p", call_page.count(view))
    if not view.opinions:
        yield element("p", NONE[language])
        return
    yield element("p", f"{INTRO[language]} {JAPANESE[language]}")
    files = (link(form.upper(), table_path(view, form)) for form in ("xlsx", "csv"))
    yield element("p", FILES[language], join(" · ", files))
    yield element("h2", LEGEND[language], id="legend")
    yield terms(_legend(view))
    groups = _by_chapter(view)
    yield _filter(view, list(groups))
    for chapter, opinions in groups.items():
        yield _chapter(view, chapter, opinions)


def _legend(view: View) -> Iterator[tuple[str, str]]:
    language = view.language
    counted = Counter(opinion.disposition for opinion in view.opinions)
    for each in view.consultation.dispositions or ():
        number = BRACKETS[language].format(COUNT[language].format(counted[each.id]))
        yield f"{plain(each.name[language])}{number}", plain(each.meaning[language])


def _by_chapter(view: View) -> dict[str, list[Opinion]]:
    """The opinions by the number of the chapter of their first paragraph; first those on all."""
    groups: dict[str, list[Opinion]] = defaultdict(list)
    for opinion in sorted(view.opinions, key=_order):
        first = opinion.paragraphs[0].partition("-")[0] if opinion.paragraphs else _ALL
        groups[first].append(opinion)
    return groups


def _order(opinion: Opinion) -> tuple[list[int], int]:
    first = opinion.paragraphs[0].split("-") if opinion.paragraphs else []
    return [int(part) for part in first], opinion.number


def _title(view: View, chapter: str) -> str:
    language = view.language
    if chapter == _ALL or view.draft is None or view.draft.record is None:
        return WHOLE[language]
    found = view.draft.record.chapters[int(chapter) - 1]
    return CHAPTER[language].format(number=chapter, title=found.title[language])


def _filter(view: View, chapters: list[str]) -> Html:
    language = view.language
    used = dict.fromkeys(opinion.disposition for opinion in view.opinions)
    kinds = [
        (each.id, plain(each.name[language]))
        for each in view.consultation.dispositions or ()
        if each.id in used
    ]
    titles = [(_key(chapter), _title(view, chapter)) for chapter in chapters]
    return filter_lists.by_chapter_and_kind(titles, kinds, FILTER, language)


def _key(chapter: str) -> str:
    return f"chapter-{chapter}" if chapter else "all"


def _chapter(view: View, chapter: str, opinions: list[Opinion]) -> Html:
    title, key = _title(view, chapter), _key(chapter)
    body = element("tbody", lines(_row(view, opinion) for opinion in opinions))
    heads = column_heads([NUMBER[view.language], *(name[view.language] for name in CELLS)])
    table = element("table", join("\n", (heads, body)), class_="opinions", aria_label=title)
    parts = lines((element("h2", title, id=key), table))
    return element("section", parts, class_="compared", data_chapter=key)


def _row(view: View, opinion: Opinion) -> Html:
    language = view.language
    draft = view.draft_page if view.draft else ""
    final = addresses.edition(view.final.id, language) if view.final else ""
    short = element("span", f"[{SHORTENED[language]}]") if opinion.shortened else None
    text = _text(opinion.opinion_ja, opinion.opinion_en, language)
    cells = (
        _places(opinion.paragraphs, draft, IN_DRAFT, language) or WHOLE[language],
        join(" ", (text, short)) if short else text,
        _text(opinion.answer_ja, opinion.answer_en, language),
        disposition(view, opinion),
        _places(opinion.changed, final, IN_FINAL, language) or "–",
    )
    return row(
        opinion.number,
        zip((name[language] for name in CELLS), cells, strict=True),
        id=f"opinion-{opinion.number}",
        data_kind=opinion.disposition,
    )


def _places(numbers: tuple[str, ...], page: str, label: Say, language: Language) -> Html:
    return join(
        " ",
        (
            link(number, f"{page}#p{number}", aria_label=label[language].format(number))
            if page
            else number
            for number in numbers
        ),
    )


def _text(ja: str, en: str, language: Language) -> Html:
    """The text in the language of the page, or in Japanese where it is not translated."""
    text = broken(((en or ja) if language == "en" else ja).split("\n"))
    return element("span", text, lang="ja") if language == "en" and not en else text


def disposition(view: View, opinion: Opinion) -> str:
    """The name of what became of an opinion."""
    found = view.consultation.disposition(opinion.disposition)
    return plain(found.name[view.language]) if found else ""


def table_path(view: View, form: str) -> str:
    """Where the results stand as a file, from the root of the site."""
    page = addresses.results(view.consultation.id, view.language)
    return page.replace("results/index.html", f"results.{form}")


def tables(view: View) -> dict[str, bytes]:
    """The results as CSV and as an Excel file, by their path."""
    language = view.language
    title = TITLE[language].format(plain(view.consultation.subject[language]))
    head = [name[language] for name, _width in COLUMNS]
    rows = [_cells(view, opinion) for opinion in view.opinions]
    return {
        table_path(view, "csv"): csv_bytes(head, rows),
        table_path(view, "xlsx"): xlsx_bytes(title, COLUMNS, rows, language),
    }


def _cells(view: View, opinion: Opinion) -> list[str]:
    def places(numbers: tuple[str, ...]) -> str:
        return " ".join(_PLACE[view.language].format(number) for number in numbers)

    def text(ja: str, en: str) -> str:
        return (en or ja) if view.language == "en" else ja

    return [
        str(opinion.number),
        places(opinion.paragraphs) or WHOLE[view.language],
        text(opinion.opinion_ja, opinion.opinion_en),
        SHORTENED[view.language] if opinion.shortened else "",
        text(opinion.answer_ja, opinion.answer_en),
        disposition(view, opinion),
        places(opinion.changed),
    ]
