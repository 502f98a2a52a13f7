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
    "broken_tags calendar source unseen yaml_quotes yaml_lines plain_markdown",
    "yaml_syntax placeholders",
    "yaml_nodes fields guesses.guess guesses.ids",
    "record addresses made review",
    "compare.similar compare.order compare.segments",
    "compare.chapters compare.words",
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
    "consultations.privacy consultations.spreadsheet consultations.states",
    "consultations.words consultations.opinions consultations.view",
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
    "consultations.importing consultations.review consultations.answering",
    "pdf.errors pdf.quoting pdf.spaces pdf.drawing pdf.qr pdf.words pdf.links",
    "pdf.fonts pdf.tables pdf.heads pdf.source pdf.designs pdf.redline pdf.phrasing pdf.elements",
    "pdf.convert pdf.press",
    "pdf.document pdf.paper pdf.printable",
    "pdf.booklet pdf.comparison pdf.form",
    "consultations.sheets",
    "pdf.offers",
    "pdf",
    "search.words search.entries search.grammar",
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
    return ORDER.index(f"{name.partition('.')[0]}.*")


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("strategy"):
            module = node.module.removeprefix("strategy").lstrip(".")
            if module:
                names.add(module)
            for alias in node.names:
                full = f"{module}.{alias.name}".lstrip(".")
                if (CORE / f"{full.replace('.', '/')}.py").exists() or (CORE / full).is_dir():
                    names.add(full)
                    names.discard(module)
    return names


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
    name = _name(path)
    if not name:
        return
    assert name == "sections" or _rank(name) >= 0
    for imported in _imports(path):
        if name == "sections" or imported == "sections.section":
            assert imported.startswith("sections.")
        else:
            assert _rank(imported) < _rank(name), f"{name} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
