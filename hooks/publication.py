"""The MkDocs adapter: which part of the core answers which build event, and nothing else.

MkDocs builds the site once a language (mkdocs-static-i18n calls the build again for English), so
everything here is done anew for each language. The only state is the strategy itself, loaded in
``on_pre_build`` and kept in ``config.extra`` until the next build replaces it.
"""

from __future__ import annotations

import logging
import os
import re
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, get_theme_dir
from watchdog.observers.polling import PollingObserver

from strategy.checks import everything
from strategy.consultations.pdfs import handed_over
from strategy.consultations.published import searched
from strategy.content import editions, git, markers, review
from strategy.content.compose import Composition
from strategy.content.made_page import MadePage
from strategy.editions import revisions
from strategy.languages import calendar
from strategy.languages.labels import HOME
from strategy.languages.say import Language, Say, locale_language
from strategy.markup import markdown
from strategy.model import Strategy, call_states, published_data
from strategy.model.addresses import below
from strategy.pdf import booklet, offers
from strategy.pdf.errors import PdfError
from strategy.problems import InvalidStrategy
from strategy.record import numbering
from strategy.search import entries, index
from strategy.site import (
    assets,
    cards,
    edit_links,
    hosting,
    metadata,
    record_pages,
    redirects,
    security,
)
from strategy.site.metadata import PageFacts
from strategy.site.publish import PRINTS, SERVING
from strategy.site.record_pages import Archive

# Strict mode counts only loggers below "mkdocs".
log = logging.getLogger("mkdocs.strategy")

# static-i18n sorts files and navigation at -100; ours come after.
AFTER_I18N = -110

LOOKING = 0.1  # seconds between two looks at the files of a live preview

UNDECLARED = Say(
    "改定の記録にない変更が{}か所あります（「strategy check」が、書き足す項目を示します）",
    "{} change(s) are not declared (“strategy check” prints the entry to paste)",
)


def _language(config: MkDocsConfig) -> Language:
    return "en" if config.theme["language"] == "en" else "ja"


def _strategy(config: MkDocsConfig) -> Strategy:
    strategy: Strategy = config.extra["strategy"]
    return strategy


def _composition(config: MkDocsConfig) -> Composition:
    composition: Composition = config.extra["composition"]
    return composition


def _archive(config: MkDocsConfig) -> Archive:
    archived: Archive = config.extra["archive"]
    return archived


def on_pre_build(config: MkDocsConfig) -> None:
    """Check everything and load the data, before MkDocs touches the last site.

    Each build has a configuration of its own; the English pages are made of what was read for the
    Japanese ones.
    """
    if "checked" not in config.extra:
        _read(config)
    language, checked = _language(config), config.extra["checked"]
    strategy = checked.strategy
    config.extra["reviews"] = {
        name: review.words(pair["ja"].review, language)
        for name, pair in checked.pages.items()
        if pair["ja"].review
    }
    config.extra["data_files"] = {
        name: edit_links.data_files(pair["ja"].markers, language)
        for name, pair in checked.pages.items()
    }
    try:
        config.extra["archive"] = record_pages.archive(
            strategy,
            checked.composition,
            language,
            config.site_url or "",
            handed_over(os.environ.get(PRINTS, "")),
            config.extra["prints"],
        )
    except PdfError as error:
        raise PluginError(error.message[locale_language()]) from error
    config.extra["notices"] = call_states.notices(
        strategy.consultations.consultations, strategy.moment, language
    )
    config.site_name = strategy.title[language]
    config.markdown_extensions = markdown.extensions(strategy, language)  # type: ignore[assignment]


def _read(config: MkDocsConfig) -> None:
    """What both languages are made of. Raises PluginError if anything is wrong with it."""
    words, root = locale_language(), Path(config.config_file_path).parent
    try:
        checked = everything.checked(root, gate=SERVING not in os.environ)
    except InvalidStrategy as error:
        for problem in error.problems.errors:
            log.error(problem.text(words))
        raise PluginError(everything.closing(error.problems, words, building=True)) from None
    strategy, record = checked.strategy, checked.composition.record
    for note in checked.problems:
        log.info(note.text(words))
    if count := revisions.undeclared(strategy, record, strategy.moment.date())[0]:
        log.info(UNDECLARED[words].format(count))
    config.extra["checked"] = checked
    config.extra["strategy"] = strategy
    config.extra["composition"] = checked.composition
    prints = booklet.handed_over(os.environ.get(PRINTS, ""))
    config.extra["prints"] = prints
    config.extra["sections"] = entries.sections(
        strategy, checked.pages, record, searched(strategy), prints
    )
    config.extra["edited"] = git.last_edited(root, "docs")
    config.extra["policy"] = security.policy(security.POLICY)
    # Nothing of the theme's files is used; to look for them would take a tenth of the build.
    config.theme.dirs.remove(get_theme_dir(str(config.theme.name)))


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the published data and our assets, so that links are checked; drop the theme's files."""
    for file in list(files):
        if file.src_dir not in (None, config.docs_dir):
            files.remove(file)
    overrides = Path(config.theme.custom_dir)
    strategy = _strategy(config)
    content: dict[str, str | bytes] = {
        **published_data.published(strategy),
        f"assets/search.{_language(config)}.js": _search_index(files, config),
        **assets.assets(overrides),
        **assets.of_few_pages(
            overrides, [name for page in _archive(config).pages for name in page.assets]
        ),
        **_icons(),
        **metadata.site_files(strategy, config.site_url or ""),
        **_archive(config).files,
        **booklet.files(config.extra["prints"], os.environ.get(PRINTS, "")),
        **redirects.pages(
            strategy, _language(config), directory_urls=bool(config.use_directory_urls)
        ),
        # Made of templates later (on_env); listed now, so that links to them are checked.
        **{page.path: "" for page in _archive(config).pages},
    }
    for path, text in content.items():
        files.append(File.generated(config, path, content=text))
    return files


def _search_index(files: Files, config: MkDocsConfig) -> bytes:
    """The index of the pages' own language, with the addresses that the pages have."""
    language = _language(config)
    urls = {getattr(file, "norm_src_uri", file.src_uri): file.url for file in files}

    def address(name: str) -> str:
        made = _url(f"{below(language)}{name}/index.html", config)
        return urls.get(f"{name}.md", made)

    return index.index(_strategy(config), config.extra["sections"], language, address)


def _icons() -> dict[str, bytes]:
    icons = {f"assets/icon-{size}.png": cards.icon(size) for size in metadata.ICON_SIZES}
    return icons | {"assets/touch-icon.png": cards.icon(metadata.TOUCH_ICON)}


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Name the chapters in the navigation as the strategy's contents page does."""
    config.extra["nav"] = nav
    language = _language(config)
    labels = {"index.md": HOME[language]} | {
        f"{chapter.id}.md": f"{number}. {chapter.contents[language]}"
        for number, chapter in enumerate(_strategy(config).chapters, 1)
    }
    for page in nav.pages:
        if label := labels.get(page.file.norm_src_uri):
            page.title = label
    return nav


@event_priority(AFTER_I18N)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape what the templates write, let their tags leave no blank lines behind; fill the pages
    made of records."""
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    if SERVING in os.environ:
        env.bytecode_cache = FileSystemBytecodeCache()
    template = env.get_template("main.html")
    for made in _archive(config).pages:
        page = _page(made, config, files)
        context = get_context(config.extra["nav"], files, config, page=page)  # type: ignore[arg-type]
        context.update(_context(config, page.name, made.title, page))  # type: ignore[typeddict-item]
        file = files.get_file_from_path(made.path)
        assert file is not None
        file.content_string = template.render(context)
    return env


def _page(made: MadePage, config: MkDocsConfig, files: Files) -> SimpleNamespace:
    """A page made of a record, as the templates see pages."""
    name = made.path.removesuffix("/index.html").removeprefix("en/")
    urls = {
        code: _url(f"{below}{name}/index.html", config)
        for code, below in (("ja", ""), ("en", "en/"))
    }
    url = urls[_language(config)]

    return SimpleNamespace(
        name=name,
        title=made.title,
        meta={"description": made.description},
        content=_linked(made.html, url, files),
        toc=[SimpleNamespace(children=made.headings)],
        wide=made.wide,
        assets=made.assets,
        indexed=made.indexed,
        url=url,
        canonical_url=f"{config.site_url}{url}" if config.site_url else None,
        file=SimpleNamespace(
            norm_src_uri=f"{name}.md",
            alternates={code: SimpleNamespace(url=other) for code, other in urls.items()},
        ),
    )


def _linked(html: str, url: str, files: Files) -> str:
    """HTML of the page at ``url``, its links to files of ``docs/`` or of the site made relative."""

    def target(match: re.Match[str]) -> str:
        path, _, anchor = match[1].partition("#")
        return f'href="{_target(path, url, files)}{"#" if anchor else ""}{anchor}"'

    return re.sub(r'href="(/[^"]*|[^":#]*\.md(?:#[^"]*)?)"', target, html)


def _url(path: str, config: MkDocsConfig) -> str:
    return path.removesuffix("index.html") if config.use_directory_urls else path


def _target(path: str, url: str, files: Files) -> str:
    """The address, seen from ``url``, of a file of ``docs/`` or (from the root) of the site."""
    for file in files:
        if path in (f"/{file.src_uri}", getattr(file, "norm_src_uri", None)):
            return get_relative_url(file.url, url)
    raise PluginError(f"{url}: there is no {path}")


def on_page_markdown(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Expand the markers; offer the PDFs."""
    strategy, language = _strategy(config), _language(config)
    expanded = markers.expand(text, strategy, language)
    chapters = [chapter.id for chapter in strategy.chapters]
    name = page.file.norm_src_uri.removesuffix(".md")
    return offers.offered(expanded, name, chapters, config.extra["prints"], language)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Number the blocks of a chapter, and mark what is not translated."""
    if "title" not in vars(page):  # none in the navigation: it is the heading's, which is HTML
        page.title = unescape(str(page.title))
    composition = _composition(config)
    language, name = _language(config), page.file.norm_src_uri.removesuffix(".md")
    for chapter in composition.record.chapters:
        if chapter.id == name:
            order, strategy = composition.order[name][language], _strategy(config)
            changed = revisions.dates(strategy, language)
            beside = {
                number: _linked(links, page.url, files)
                for number, links in record_pages.beside(
                    strategy, composition, _archive(config), name
                ).items()
            }
            return numbering.mark(html, chapter, order, language, changed, beside)
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the page's languages, chapter, metadata and the public address."""
    name = page.file.norm_src_uri.removesuffix(".md")
    title = unescape(page.toc.items[0].title)  # the heading; the menu may have a shorter one
    if edited := config.extra["edited"].get(f"docs/{page.file.src_uri}"):
        context["last_edited"] = calendar.show(edited, _language(config))
    context["review"] = config.extra["reviews"].get(name)
    if page.edit_url:
        context["proposals"] = [
            {"name": file.name, "url": url}
            for file in config.extra["data_files"][name]
            if (url := edit_links.address(page.edit_url, page.file.src_uri, file.path))
        ]
    return context | _context(config, name, title, page)


def _context(config: MkDocsConfig, name: str, title: str, page: Any) -> dict[str, Any]:
    strategy, language = _strategy(config), _language(config)
    context: dict[str, Any] = {"alternates": page.file.alternates, "site_root": config.site_url}
    cited = record_pages.cited(strategy, _composition(config), name, language)
    if cited and cited["base"]:
        cited["base"] = _url(cited["base"], config)
    context["cited"] = cited
    chapters = [chapter.id for chapter in strategy.chapters]
    if name in chapters:
        context["chapter_number"] = chapters.index(name) + 1
        context["last_change"] = record_pages.last_change(
            strategy, chapters.index(name) + 1, language
        )
    card = Path("assets", "cards", f"{name}.{language}.png")
    path = Path(config.site_dir, card)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cards.card(*metadata.card_texts(strategy, title, language), language))
    context["card"] = {"path": card.as_posix(), "size": cards.CARD, "title": title}
    if page.canonical_url and config.site_url:
        description = page.meta["description"]
        facts = PageFacts(name, title, description, page.canonical_url, config.site_url)
        context["structured_data"] = metadata.structured_data(strategy, facts, language)
    return context


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Look for saved files more often than MkDocs does, which waits for half a second; also for
    those of editions, which ``watch`` in mkdocs.yml could only name if there always were some."""
    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOKING)
    archived = Path(config.config_file_path).parent / editions.FOLDER
    for path in [*watched, str(archived)] if archived.is_dir() else watched:
        server.watch(path)
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """Add the servers' files; drop the packed sitemap, which holds the time of the build."""
    site = Path(config.site_dir)
    for name, text in hosting.files(config.site_url or "").items():
        (site / name).write_text(text, encoding="utf-8")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the error page of each language at its own address instead of the last one built."""
    if template_name != "404.html" or _language(config) == "ja":
        return output
    path = Path(config.site_dir, _language(config), template_name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output, encoding="utf-8")
    return ""
