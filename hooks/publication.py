"""The MkDocs adapter: which part of the core answers which build event, and nothing else.

MkDocs builds the site once a language (mkdocs-static-i18n calls the build again for English) with the
same configuration, in which ``config.extra["site"]`` is the site in the language at hand: that is all
that templates and events need.
"""

import logging
import os
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
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_theme_dir
from watchdog.observers.polling import PollingObserver

from strategy.checks import everything
from strategy.content import editions
from strategy.content.made_page import MadePage
from strategy.languages.say import LANGUAGES, locale_language
from strategy.problems import InvalidStrategy
from strategy.site import hosting
from strategy.site.menu import Entry, Menu
from strategy.site.preview import Preview
from strategy.site.publish import SERVING
from strategy.site.site import Localized, Site, being_built

# Strict mode counts only loggers below "mkdocs".
log = logging.getLogger("mkdocs.strategy")

# static-i18n sorts files and navigation at -100; ours come after.
AFTER_I18N = -110

LOOKING = 0.1  # seconds between two looks at the files of a live preview


def _site(config: MkDocsConfig) -> Localized:
    """The site in the language of the build."""
    site: Localized = config.extra["site"]
    return site


def _name(page: Page) -> str:
    return page.file.norm_src_uri.removesuffix(".md")


def on_startup(command: str, dirty: bool) -> None:
    """Keep back MkDocs' warning that a preview made in parts may mislead: ours knows which parts."""
    if dirty:
        mkdocs_log = logging.getLogger("mkdocs.commands.build")
        mkdocs_log.addFilter(lambda record: "'dirty' build" not in str(record.msg))


def on_pre_build(config: MkDocsConfig) -> None:
    """Hand the site over, before MkDocs touches the last one; the English pages are made of what the
    Japanese ones are made of."""
    if "site" in config.extra:
        site = _site(config).site
    else:
        site = being_built() or _read(config)
        # Nothing of the theme's files is used; to look for them would take a tenth of the build.
        config.theme.dirs.remove(get_theme_dir(str(config.theme.name)))
    language = "en" if config.theme["language"] == "en" else "ja"
    config.extra["site"] = site.languages[language]
    config.site_name = _site(config).strategy.title[language]
    config.markdown_extensions = []  # the pages come as HTML (on_page_content)


def _read(config: MkDocsConfig) -> Site:
    """The site without PDFs, as a preview has it. Raises PluginError if anything is wrong with it."""
    words, root = locale_language(), Path(config.config_file_path).parent
    try:
        checked = everything.checked(root, gate=SERVING not in os.environ)
    except InvalidStrategy as error:
        for problem in error.problems.errors:
            log.error(problem.text(words))
        raise PluginError(everything.closing(error.problems, words, building=True)) from None
    for note in checked.problems:
        log.info(note.text(words))
    if undeclared := everything.undeclared(checked):
        log.info(undeclared[words])
    return Site(
        root,
        checked,
        config.site_url or "",
        directory_urls=bool(config.use_directory_urls),
        with_cards=SERVING not in os.environ,
    )


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made; drop the theme's files. Pages made of templates are filled later (on_env)."""
    for file in list(files):
        if file.src_dir not in (None, config.docs_dir):
            files.remove(file)
    site = _site(config)
    made = {**site.files, **{page.path: "" for page in site.archive.pages}}
    if site.language == LANGUAGES[0]:
        made = {**site.site.files, **made}
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    return files


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Name the chapters as the strategy's contents page does, other pages as the navigation or, where
    it does not, as their own headings do. In a preview, pass over the pages that stay as they are."""
    site = _site(config)
    for page in nav.pages:
        name = _name(page)
        if label := site.labels.get(name) or ("title" not in vars(page) and site.title(name)):
            page.title = label
    site.navigation, site.menu = nav, Menu(_entries(nav.items))
    if SERVING in os.environ:
        site.preview = Preview(Path(config.site_dir), site.language)
        for page in nav.pages:
            around = [
                each and (each.title, each.url) for each in (page.previous_page, page.next_page)
            ]
            seen = site.made_of(_name(page), page.url, page.edit_url, page.canonical_url)
            site.preview.stays(Path(page.file.abs_dest_path), [page.title, *around, *seen])
    return nav


@event_priority(AFTER_I18N)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape what the templates write, let their tags leave no blank lines behind; fill the pages
    made of records."""
    site = _site(config)
    if site.site.environment is None:
        env.autoescape = env.trim_blocks = env.lstrip_blocks = True
        if SERVING in os.environ:
            env.bytecode_cache = FileSystemBytecodeCache()
        site.site.environment = env
    env = site.site.environment  # templates are read once, too
    template = env.get_template("main.html")
    for made in site.archive.pages:
        page, file = _page(made, config), files.get_file_from_path(made.path)
        assert file is not None
        own = _context(config, page.name, made.title, page)
        if site.preview and site.preview.stays(Path(file.abs_dest_path), [vars(page), own]):
            files.remove(file)
            continue
        context = get_context(site.navigation, files, config, page=page)  # type: ignore[arg-type]
        context.update(own)  # type: ignore[typeddict-item]
        file.content_string = template.render(context)
    if site.preview:
        site.preview.keep()
    return env


def _entries(items: list[Any]) -> tuple[Entry, ...]:
    """The navigation, whose pages have their titles by now; links to other sites have no place in it."""
    found = []
    for item in items:
        if item.is_page:
            found.append(Entry(item.title, item.url))
        elif item.is_section and (pages := _entries(item.children)):
            found.append(Entry(item.title, pages[0].address, pages))
    return tuple(found)


def _page(made: MadePage, config: MkDocsConfig) -> SimpleNamespace:
    """A page made of a record, as the templates see pages."""
    site, name = _site(config), made.name
    urls = {code: each.targets.page(name) for code, each in site.site.languages.items()}
    url = urls[site.language]
    return SimpleNamespace(
        name=name,
        title=made.title,
        meta={"description": made.description},
        content=site.made_html(made),
        toc=[SimpleNamespace(children=made.contents)],
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


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The file, which was read when it was checked."""
    return _site(config).source(_name(page))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Nothing to render: the article was rendered when it was checked."""
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The article, with its contents."""
    site, name = _site(config), _name(page)
    page.toc = get_toc(site.articles[name].contents)
    return site.html(name)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the page's languages, chapter, metadata and the public address."""
    site, name = _site(config), _name(page)
    of_source = site.of_source(name, page.edit_url)
    return context | of_source | _context(config, name, site.title(name), page)


def _context(config: MkDocsConfig, name: str, title: str, page: Any) -> dict[str, Any]:
    description = page.meta.get("description", "")
    context = _site(config).context(name, title, description, page.canonical_url)
    return context | {
        "alternates": page.file.alternates,
        "menu": _site(config).menu.seen_from(page.url),
    }


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the error page its menu."""
    return context | {"menu": _site(config).menu.from_anywhere()}


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
    language = _site(config).language
    if template_name != "404.html" or language == LANGUAGES[0]:
        return output
    path = Path(config.site_dir, language, template_name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output, encoding="utf-8")
    return ""
