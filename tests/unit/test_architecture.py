"""The shape of the tree: which rooms there are, what they may import, and how long a file may be."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = ROOT / "hooks" / "strategy"
ADAPTER = ROOT / "hooks" / "publication.py"
MODULES = sorted(CORE.rglob("*.py"))

# From the top down: a room imports only from the rooms below it.
ROOMS = (
    "cli",
    "site",
    "checks",
    "consultations",
    "search",
    "pdf",
    "editions",
    "content",
    "markup",
    "model",
    "record",
    "reading",
    "problems",
    "cache",
    "languages",
)
LONGEST, LONGEST_FUNCTION = 300, 50  # lines; more with a reason in the docstring


def _name(path: Path) -> str:
    parts = path.relative_to(CORE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room(name: str) -> str:
    return name.partition(".")[0]


def _is_module(name: str) -> bool:
    path = CORE.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def _imports(source: str) -> set[str]:
    """What a source imports of the core, whichever way it is written: modules, and names of them."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.removeprefix("strategy.") for name in names if name.startswith("strategy.")}


def _imported_modules(source: str) -> set[str]:
    return {name if _is_module(name) else name.rpartition(".")[0] for name in _imports(source)} - {
        ""
    }


def _upwards(room: str, source: str) -> list[str]:
    """What a source in a room imports from rooms that are not below it."""
    below = ROOMS[ROOMS.index(room) + 1 :]
    return sorted(each for each in _imports(source) if _room(each) not in (room, *below))


def _offered(room: str) -> set[str]:
    """What a package says may be used from outside."""
    tree = ast.parse((CORE.joinpath(*room.split(".")) / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def _reaching_in(room: str, source: str) -> list[str]:
    """What a source imports of other rooms though they do not offer it, or from too deep."""
    found = []
    for name in sorted(_imports(source)):
        other, *inner = name.split(".")
        if other == room or not (CORE / other).is_dir():
            continue
        is_offered = not inner or inner[0] in _offered(other)
        if len(inner) > 1 and (CORE / other / inner[0]).is_dir():
            is_offered = is_offered and inner[1] in _offered(f"{other}.{inner[0]}")
        if not is_offered or len(inner) > 2:
            found.append(name)
    return found


def test_the_rooms_are_those_of_the_list() -> None:
    found = {_room(_name(path)) for path in MODULES} - {"", "__main__"}
    assert sorted(found) == sorted(ROOMS)
    assert len(ROOMS) <= 15


def test_the_readme_shows_the_rooms() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `hooks/strategy/(\w+)(?:/|\.py)` \|", readme, re.MULTILINE)
    assert tuple(rows) == ROOMS


def test_files_that_the_readme_names_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:hooks|overrides|tests|data|docs|editions)/[\w./-]+)`", readme))
    made = ("data/figures.json", "data/figures.csv")  # of the site
    gone = [name for name in named if not (ROOT / name).exists() and name not in made]
    assert named and [name for name in gone if "<" not in name] == []


@pytest.mark.parametrize("package", [p for p in MODULES if p.stem == "__init__"], ids=_name)
def test_every_package_says_what_it_is_for(package: Path) -> None:
    docstring = ast.get_docstring(ast.parse(package.read_text(encoding="utf-8"))) or ""
    assert re.match(r"[A-Z`].*\.", docstring.replace("\n", " "))


@pytest.mark.parametrize("room", [room for room in ROOMS if (CORE / room).is_dir()])
def test_what_a_room_offers_is_there(room: str) -> None:
    package = CORE / room
    names = {
        name
        for node in ast.walk(ast.parse((package / "__init__.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in [alias.name for alias in node.names]
    }
    for each in _offered(room):
        is_there = (package / f"{each}.py").exists() or (package / each).is_dir()
        assert is_there or each in names, each


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


@pytest.mark.parametrize("path", [p for p in MODULES if _name(p)], ids=_name)
def test_imports_run_one_way_and_through_the_doors(path: Path) -> None:
    source, room = path.read_text(encoding="utf-8"), _room(_name(path))
    if room == "__main__":
        room = "cli"
    assert _upwards(room, source) == []
    assert _reaching_in(room, source) == []


def test_the_adapter_comes_through_the_doors() -> None:
    assert _reaching_in("adapter", ADAPTER.read_text(encoding="utf-8")) == []


def test_no_module_is_in_a_circle() -> None:
    """Inside a room, too. A package stands for what it offers."""
    graph = {
        _name(path): _imported_modules(path.read_text(encoding="utf-8")) - {_name(path)}
        for path in MODULES
    }
    # What a package offers it imports from its own modules, which see only their neighbours.
    for name, imported in graph.items():
        package = name.rpartition(".")[0]
        imported -= {package}
    TopologicalSorter(graph).prepare()


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
    assert [_room(each) for each in _upwards("languages", source)] == ["cli"]


def test_reaching_past_a_door_is_seen() -> None:
    source = (
        "from strategy.record.compare.align import align\nfrom strategy.markup import accessible"
    )
    assert _reaching_in("pdf", source) == ["markup.accessible", "record.compare.align.align"]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_file_is_long_without_a_reason(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert len(source.splitlines()) <= LONGEST or "One file although long" in docstring


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_function_is_long_without_a_reason(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            docstring = ast.get_docstring(node) or ""
            assert lines <= LONGEST_FUNCTION or "Long because" in docstring, (
                f"{node.name}: {lines} lines"
            )
