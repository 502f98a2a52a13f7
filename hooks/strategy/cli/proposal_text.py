"""A proposed change in words: the summary that a pull request shows, as Markdown."""

from collections.abc import Iterator

from strategy.cli.proposal import NewEdition, Proposal, TouchedDate, Translated
from strategy.content import review
from strategy.editions.sheets import HEADING
from strategy.languages import calendar
from strategy.languages.calendar import DayTime
from strategy.languages.labels import (
    BRACKETS,
    COLON,
    CONSULTATION,
    FILE,
    KIND,
    LANGUAGE_NAMES,
    NONE,
    PARAGRAPH,
    SEPARATOR,
    THERE_IS_NONE,
)
from strategy.languages.say import NOTHING, Language, Say
from strategy.markup.plain_markdown import literal, table
from strategy.problems import counted
from strategy.record.compare import Cited, Row

Cells = tuple[str, ...]

MOST_FILES, MOST_ERRORS = 20, 50

TITLE = Say("変更案の要約", "Summary of the proposed change")
BASE = Say("「{}」と比べました。", "Compared with {}.")
PAGES = Say("変わるページ", "Pages that change")
NO_PAGES = Say("公開されるページは変わりません。", "No published page changes.")
FILES = Say("変わるファイル：", "Files that change: ")
OTHERS = Say("そのほかのファイル：", "Other files: ")
EDITION = Say(
    "新しい版 {}（{}）を公開します。版の一覧に加わり、印刷用のPDFがこの版のものになります",
    "A new edition {} ({}) is published. It joins the list of editions, "
    "and the PDFs are of this edition",
)
COMPARISON = Say("新旧対照表（この変更案の分）", "Old and new, of this change")
NO_ROWS = Say(
    "戦略の章（第1章から最後の章まで）の文章は変わりません。",
    "The text of the chapters does not change.",
)
UNREADABLE = Say(
    "誤りがあるため、作れません。「検査の結果」の誤りを直すと、ここに表示されます。",
    "Not possible while there are errors: see the results of the check below.",
)
OLD, NEW = Say("現行", "Old"), Say("変更案", "New")
NEW_JAPANESE = Say("日本語（新しい文）", "Japanese (new)")
COLUMNS = (PARAGRAPH, NEW, OLD, KIND)
OLDER = Say("英語訳が古くなる段落", "Paragraphs whose English becomes older")
RENEWED = Say(
    "日本語と英語を共に変えた段落、加えた段落（訳を確かめてください）",
    "Paragraphs changed or added in both languages (please check the English)",
)
RENEWED_COLUMNS = (PARAGRAPH, NEW_JAPANESE, Say("英語（新しい訳）", "English (new)"), FILE)
CONFIRMED = Say(
    "日本語だけを変え、英語は「strategy translated」で確認済みとした段落（今の訳でよいか確かめてください）",
    "Paragraphs whose English was confirmed with “strategy translated” as it is "
    "(please check that it still holds)",
)
OLDER_COLUMNS = (PARAGRAPH, NEW_JAPANESE, Say("英語（今の訳）", "English (as it is)"), FILE)
MISSING = Say("（訳がありません）", "(no translation)")
UNDECLARED = Say("改定の記録にない変更", "Changes that are not declared")
DECLARE = Say(
    "{}か所あります。次の項目を data/revisions.yml の最後に写し、空いているところを書いてください。",
    "There are {}. Copy this to the end of data/revisions.yml, and fill in what is empty.",
)
DATES = Say("意見募集の日付の変更", "Dates of consultations that change")
DATE_COLUMNS = (CONSULTATION, Say("項目", "Item"), OLD, NEW)
KEYS = {"opens": Say("始まりの日", "opens"), "closes": Say("終わりの日", "closes")}
OVERDUE = Say("内容を確かめる時期を過ぎたページ", "Pages whose review is overdue")
RESULT = Say("検査の結果", "Results of the check")
MORE = Say("ほか{}件", "and {} more")


def summary(found: Proposal, language: Language) -> str:
    """The whole summary."""
    parts = [
        f"# {TITLE[language]}",
        BASE[language].format(literal(found.base)),
        f"## {PAGES[language]}",
        _pages(found, language),
        f"## {COMPARISON[language]}",
        _comparison(found, language),
        f"## {OLDER[language]}",
        _translated(found.older, OLDER_COLUMNS, THERE_IS_NONE, language),
        f"## {RENEWED[language]}",
        _translated(found.renewed, RENEWED_COLUMNS, THERE_IS_NONE, language),
        *_confirmed(found, language),
        f"## {UNDECLARED[language]}",
        _undeclared(found, language),
        f"## {DATES[language]}",
        _dates(found.dates, language),
    ]
    if found.overdue:
        overdue = review.table(found.overdue, found.today, language)
        parts += [f"## {OVERDUE[language]}", overdue]
    parts += [f"## {RESULT[language]}", _result(found, language)]
    return "\n\n".join(parts) + "\n"


def _pages(found: Proposal, language: Language) -> str:
    if found.pages is None:
        return f"{UNREADABLE[language]}\n\n- {FILES[language]}{_listed(found.files, language)}"
    lines = _edition(found.edition, language) + [
        f"- {literal(page.title)}{BRACKETS[language].format(_listed(page.files, language))}"
        for page in found.pages
    ]
    known = {file for page in found.pages for file in page.files}
    known |= set(found.edition.files if found.edition else ())
    others = [file for file in found.files if file not in known]
    if others:
        lines.append(f"- {OTHERS[language]}{_listed(others, language)}")
    if found.pages or found.edition:
        return "\n".join(lines)
    return "\n".join([NO_PAGES[language], "", *lines]).strip()


def _edition(new: NewEdition | None, language: Language) -> list[str]:
    if new is None:
        return []
    name = literal(new.edition.facts.name[language])
    files = BRACKETS[language].format(_listed(new.files, language))
    return [f"- {EDITION[language].format(new.edition.id, name)}{files}"]


def _listed(files: tuple[str, ...] | list[str], language: Language) -> str:
    shown = [f"`{file}`" for file in files[:MOST_FILES]]
    if len(files) > MOST_FILES:
        shown.append(MORE[language].format(len(files) - MOST_FILES))
    return SEPARATOR[language].join(shown)


def _comparison(found: Proposal, language: Language) -> str:
    if found.rows is None:
        return UNREADABLE[language]
    if not found.rows:
        return NO_ROWS[language]
    return table(COLUMNS, (line for row in found.rows for line in _row(row, language)), language)


def _row(row: Row, language: Language) -> Iterator[Cells]:
    """A line for each language whose text differs; the Japanese first."""
    shown: list[Language] = ["en"] if row.change == "translation" else ["ja"]
    if row.change == "changed" and _pieces(row, "en", "deleted") != _pieces(row, "en", "inserted"):
        shown.append("en")
    for text in shown:
        place = _place(row.new or row.old, language)
        kind = row.name(language)
        if len(shown) > 1:
            kind += BRACKETS[language].format(LANGUAGE_NAMES[text][language])
        yield place, _pieces(row, text, "inserted"), _pieces(row, text, "deleted"), kind


def _place(cited: Cited | None, language: Language) -> str:
    if cited is None:
        return ""
    return cited.number or HEADING[language].format(cited.chapter.number)


def _pieces(row: Row, language: Language, own: str) -> str:
    """One side of a row; what only this side has is bold, or struck out if it goes."""
    mark = "**" if own == "inserted" else "~~"
    return (
        "".join(
            _marked(piece.text, mark) if piece.kind == own else literal(piece.text)
            for piece in row.pieces(language)
            if piece.kind in ("same", own)
        )
        or "–"
    )


def _marked(text: str, mark: str) -> str:
    """A text in marks, which must stand right beside it: the spaces around it stay outside."""
    words = text.strip()
    if not words:
        return text
    before, after = text.split(words, 1)
    return f"{before}{mark}{literal(words)}{mark}{after}"


def _translated(
    blocks: tuple[Translated, ...] | None, columns: tuple[Say, ...], none: Say, language: Language
) -> str:
    if blocks is None:
        return UNREADABLE[language]
    rows = []
    for one in blocks:
        heading = HEADING[language].format(one.chapter.number)
        english = literal(one.block.en.text)
        if one.block.translation == "missing":
            english = MISSING[language]
        place = one.chapter.cite(one.block) or heading
        rows.append((place, literal(one.block.ja.text), english, f"`{one.file}`"))
    return table(columns, rows, language) or none[language]


def _confirmed(found: Proposal, language: Language) -> tuple[str, ...]:
    """The part about English that was confirmed unchanged, where there is any."""
    table = _translated(found.confirmed or (), OLDER_COLUMNS, NOTHING, language)
    return (f"## {CONFIRMED[language]}", table) if table else ()


def _undeclared(found: Proposal, language: Language) -> str:
    if found.entry is None:
        return UNREADABLE[language]
    if not found.entry:
        return THERE_IS_NONE[language]
    return f"{DECLARE[language].format(found.undeclared)}\n\n```yaml\n{found.entry.rstrip()}\n```"


def _dates(dates: tuple[TouchedDate, ...] | None, language: Language) -> str:
    if dates is None:
        return UNREADABLE[language]
    rows = []
    for touched in dates:
        key = KEYS[touched.key][language] if touched.key in KEYS else literal(touched.key)
        item = literal(touched.item) or f"`{touched.file}`"
        rows.append((item, key, _date(touched.old, language), _date(touched.new, language)))
    return table(DATE_COLUMNS, rows, language) or THERE_IS_NONE[language]


def _date(moment: DayTime | None, language: Language) -> str:
    return calendar.show_day_time(moment, language) if moment else NONE[language]


def _result(found: Proposal, language: Language) -> str:
    errors = found.problems.errors
    lines = [
        f"- `{problem.location}`{COLON[language]}{literal(problem.what[language])} → {literal(problem.fix[language].split(chr(10))[0])}"
        for problem in errors[:MOST_ERRORS]
    ]
    if len(errors) > MOST_ERRORS:
        lines.append(f"- {MORE[language].format(len(errors) - MOST_ERRORS)}")
    return "\n".join([counted(found.problems, language), "", *lines]).strip()
