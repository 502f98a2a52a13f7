"""The results page of the search, and what it offers without a script or without results."""

from strategy.content.sections.section import Section, block, inline
from strategy.languages.say import Language, Say
from strategy.markup.html import element
from strategy.model import Strategy

NO_SCRIPT = Say(
    "このブラウザーではJavaScriptが使えないため、検索できません。次の一覧からお探しください。",
    "This browser does not run JavaScript, so the search does not work. Please look in the lists below.",
)
FAILED = Say(
    "検索の準備ができませんでした。時間をおいて、もう一度お試しください。次の一覧からもお探しいただけます。",
    "The search could not be loaded. Please try again later, or look in the lists below.",
)
NOTHING = Say(
    "「{q}」に当てはまるものは見つかりませんでした。別の言葉でお試しいただくか、次の一覧からお探しください。",
    "Nothing was found for “{q}”. Try other words, or look in the lists below.",
)
FOUND = Say("「{q}」の検索結果：{n}件", "Results for “{q}”: {n}")
EMPTY = Say(
    "ページの上の入力欄に言葉を入れて、「検索」を押してください。",
    "Type words into the field at the top of the page, and press “Search”.",
)
CONTENTS = Say("サイトの内容", "Contents of this site")
WANTED = Say("よく探されるページ", "Pages that most people look for")
CHAPTERS = Say("戦略の目次", "Contents of the strategy")
ELSEWHERE = Say(
    "探しているものが見つからないときは、[問い合わせ先](about.md#contact)をご覧ください。",
    "If you cannot find what you look for, see [Contact](about.md#contact).",
)


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """The place of the results, then the lists: most wanted pages, chapters, the contact."""
    status = element(
        "p",
        EMPTY[language],
        id="search-status",
        class_="needs-script",
        role="status",
        data_failed=FAILED[language],
        data_nothing=NOTHING[language],
        data_found=FOUND[language],
    )
    wanted = "\n".join(
        f"- [{inline(page.label[language])}]({_file(page.place)})"
        for page in strategy.synonyms.wanted
    )
    chapters = "\n".join(
        f"- [{number}\\. {inline(chapter.contents[language])}]({chapter.id}.md)"
        for number, chapter in enumerate(strategy.chapters, 1)
    )
    return "\n\n".join(
        (
            status,
            element("ol", id="search-results"),
            element("p", NO_SCRIPT[language], class_="no-script"),
            block(
                "div",
                "search-lists",
                f"## {CONTENTS[language]} {{#contents}}\n\n"
                f"### {WANTED[language]} {{#wanted}}\n\n{wanted}\n\n{ELSEWHERE[language]}\n\n"
                f"### {CHAPTERS[language]} {{#chapters}}\n\n{chapters}",
            ),
        )
    )


def _file(place: str) -> str:
    page, mark, section = place.partition("#")
    return f"{page}.md{mark}{section}"


SECTION = Section(render, ("synonyms",))
