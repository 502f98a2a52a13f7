"""The MkDocs adapter: which part of the core answers which build event, and nothing else.

MkDocs builds the site once a language (mkdocs-static-i18n calls the build again for English), so
everything here is done anew for each language. The only state is the strategy itself, loaded in
``on_pre_build`` and kept in ``config.extra`` until the next build replaces it.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from strategy import (
    assets,
    check,
    consultation,
    datasets,
    hosting,
    markers,
    metadata,
    pictures,
    security,
)
from strategy.metadata import PageFacts
from strategy.model import Strategy
from strategy.phrases import PhrasesExtension
from strategy.problems import InvalidStrategy, Language, Say, locale_language
from strategy.prose import ProseExtension
from strategy.ruby import RubyExtension
from strategy.terms import TermsExtension

# Strict mode counts only loggers below "mkdocs".
log = logging.getLogger("mkdocs.strategy")

# static-i18n sorts files and navigation at -100; ours come after.
AFTER_I18N = -110

HOME = Say("トップページ", "Home")


def _language(config: MkDocsConfig) -> Language:
    return "en" if config.theme["language"] == "en" else "ja"


def _strategy(config: MkDocsConfig) -> Strategy:
    strategy: Strategy = config.extra["strategy"]
    return strategy


def on_pre_build(config: MkDocsConfig) -> None:
    """Check everything and load the data, before MkDocs touches the last site."""
    words = locale_language()
    try:
        strategy, notes = check.checked(Path(config.config_file_path).parent)
    except InvalidStrategy as error:
        for problem in error.problems.errors:
            log.error(problem.text(words))
        raise PluginError(check.summary(error.problems, words)) from None
    for note in notes:
        log.info(note.text(words))
    language = _language(config)
    config.extra["strategy"] = strategy
    config.extra["policy"] = security.policy(security.POLICY)
    config.extra["notices"] = consultation.notices(
        strategy.consultations.consultations, consultation.today(), language
    )
    config.site_name = strategy.title[language]
    config.markdown_extensions = [
        *(extension for extension in config.markdown_extensions if isinstance(extension, str)),
        RubyExtension(),  # type: ignore[list-item]
        TermsExtension(strategy, language),  # type: ignore[list-item]
        ProseExtension(language),  # type: ignore[list-item]
        *([PhrasesExtension()] if language == "ja" else []),  # type: ignore[list-item]
    ]


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the published data and our assets, so that links are checked; drop the theme's files."""
    for file in list(files):
        if file.src_dir not in (None, config.docs_dir):
            files.remove(file)
    overrides = Path(config.theme.custom_dir)
    made = datasets.published(_strategy(config)) | assets.assets(overrides) | _icons()
    texts = metadata.site_files(_strategy(config), config.site_url or "")
    for path, content in (made | texts).items():
        files.append(File.generated(config, path, content=content))
    return files


def _icons() -> dict[str, bytes]:
    icons = {f"assets/icon-{size}.png": pictures.icon(size) for size in metadata.ICON_SIZES}
    return icons | {"assets/touch-icon.png": pictures.icon(metadata.TOUCH_ICON)}


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Name the chapters in the navigation as the strategy's contents page does."""
    language = _language(config)
    labels = {"index.md": HOME[language]} | {
        f"{chapter.id}.md": f"{number}. {chapter.contents[language]}"
        for number, chapter in enumerate(_strategy(config).chapters, 1)
    }
    for page in nav.pages:
        if label := labels.get(page.file.norm_src_uri):
            page.title = label
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the tags of the templates leave no blank lines behind."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_markdown(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Expand the markers."""
    return markers.expand(text, _strategy(config), _language(config))


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the page's languages, chapter, metadata and the public address."""
    strategy, language = _strategy(config), _language(config)
    name = page.file.norm_src_uri.removesuffix(".md")
    context["alternates"] = page.file.alternates
    context["site_root"] = config.site_url
    chapters = [chapter.id for chapter in strategy.chapters]
    if name in chapters:
        context["chapter_number"] = chapters.index(name) + 1
    title = str(page.toc.items[0].title)  # the heading; the menu may have a shorter one
    card = Path("assets", "cards", f"{name}.{language}.png")
    path = Path(config.site_dir, card)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pictures.card(*metadata.card_texts(strategy, title, language), language))
    context["card"] = {"path": card.as_posix(), "size": pictures.CARD, "title": title}
    if page.canonical_url and config.site_url:
        description = page.meta["description"]
        facts = PageFacts(name, title, description, page.canonical_url, config.site_url)
        context["structured_data"] = metadata.structured_data(strategy, facts, language)
    return context


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
