"""The shape of the tree: what may import what, and how long a file may be."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "hooks" / "strategy"
MODULES = sorted(CORE.rglob("*.py"))

# From the ground up: a module may import only from the lines above it.
ORDER = (
    "problems",
    "broken_tags calendar source unseen yaml_quotes yaml_lines plain_markdown spreadsheet labels japanese filters",
    "yaml_syntax placeholders",
    "yaml_nodes fields guesses.guess guesses.ids",
    "record addresses made review",
    "compare.similar compare.order compare.segments",
    "compare.chapters compare.pieces",
    "compare.places",
    "compare.align",
    "compare.comparison",
    "compare.sheets",
    "compare",
    "security blocks git guesses.flows guesses.indents guesses.items",
    "criteria hosting model.ids validate numbering",
    "guesses.explanation guesses",
    "model.evidence",
    "model.*",
    "model",
    "scripts",
    "consultations.privacy consultations.states",
    "consultations.opinions consultations.view",
    "consultations.form",
    "consultations.ics consultations.form_docx consultations.form_page consultations.call_page",
    "consultations.results_page",
    "consultations",
    "quantities",
    "arithmetic conformance charts datasets assets metadata recorded_days translations schema editions feed edition_page redirects",
    "consultations.draft_page",
    "consultations.site",
    "load",
    "sections.section",
    "sections.*",
    "sections",
    "writing.allowances",
    "markers phrases ruby terms",
    "prose pictures",
    "page_file page_text markup",
    "section_ids",
    "pages",
    "counterpart",
    "embedded links parallel slips.slip",
    "slips.marks",
    "slips.emphasis slips.items slips.lines slips.stopped slips.tables slips.tags slips.left_over",
    "slips",
    "compose revisions search.fold editing",
    "consultations.frozen consultations.exported consultations.facts",
    "consultations.importing consultations.readiness consultations.answering",
    "pdf.errors pdf.quoting pdf.spaces pdf.drawing pdf.qr pdf.labels pdf.links",
    "pdf.fonts pdf.tables pdf.heads pdf.source pdf.designs pdf.redline pdf.phrasing pdf.elements",
    "pdf.convert pdf.press",
    "pdf.document pdf.paper pdf.printable",
    "pdf.booklet pdf.comparison pdf.form",
    "consultations.pdfs",
    "pdf.offers",
    "pdf",
    "search.morphology search.entries search.grammar",
    "search.index",
    "search",
    "writing.rule",
    "writing.characters writing.words writing.numbers writing.dates writing.structure writing.sentences writing.glossary",
    "writing.rules writing.passages",
    "writing.judge",
    "writing.correct",
    "writing",
    "comparison_page counts former former_month",
    "check output archive",
    "proposal",
    "proposal_text state_report",
    "publish",
    "cli.*",
    "cli",
    "__main__",
)


def _name(path: Path) -> str:
    parts = path.relative_to(CORE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _rank(name: str) -> int:
    for rank, line in enumerate(ORDER):
        if name in line.split():
            return rank
    rest = f"{name.rpartition('.')[0]}.*"
    assert rest in ORDER, f"{name} has no place in ORDER"
    return ORDER.index(rest)


def _is_module(name: str) -> bool:
    path = CORE.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def _imports(source: str) -> set[str]:
    """The modules of the core that a source imports, whichever way it is written."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                inner = full.removeprefix("strategy.")
                names.add(full if inner != full and _is_module(inner) else str(node.module))
    return {name.removeprefix("strategy.") for name in names if name.startswith("strategy.")}


def _violations(name: str, source: str) -> list[str]:
    own = _rank(name)
    return [each for each in sorted(_imports(source)) if _rank(each) >= own]


def test_core_loads_nothing_of_mkdocs() -> None:
    modules = [f"strategy.{_name(path)}".rstrip(".") for path in MODULES if path.stem != "__main__"]
    assert len(modules) > 25
    code = (
        f"import sys, importlib; [importlib.import_module(m) for m in {modules}]; "
        "bad = [m for m in sys.modules if m.split('.')[0] in ('mkdocs', 'material', 'jinja2')]; "
        "sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_one_way(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if name := _name(path):
        assert not _violations(name, source)
    else:
        assert not _imports(source)


@pytest.mark.parametrize(
    "source",
    [
        "import strategy.cli",
        "import strategy.cli as upper",
        "from strategy import cli",
        "from strategy.cli import main",
        "def late() -> None:\n    import strategy.cli",
    ],
)
def test_every_way_to_import_is_seen(source: str) -> None:
    assert _violations("calendar", source) == ["cli"]


def test_a_package_and_its_modules_are_told_apart() -> None:
    assert _imports("from strategy.model import Strategy, ids") == {"model", "model.ids"}


def test_module_without_a_place_is_refused() -> None:
    with pytest.raises(AssertionError, match="unheard_of has no place"):
        _rank("unheard_of")


def test_every_place_is_that_of_a_module() -> None:
    names = [name.removesuffix(".*") for line in ORDER for name in line.split()]
    assert [name for name in names if not _is_module(name)] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
