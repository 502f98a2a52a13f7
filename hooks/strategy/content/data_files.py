"""The files of ``data/``: each read, parsed and validated once."""

from dataclasses import dataclass, field
from pathlib import Path

from strategy.content import opinions
from strategy.model import FILES, FOLDERS
from strategy.model.ids import with_month
from strategy.problems import Location, Problems, suggestion
from strategy.reading import placeholders
from strategy.reading.fields import Model
from strategy.reading.guesses import explanation
from strategy.reading.source import Mapping, Node, Scalar, Sequence, node_at, read_text
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import parse_yaml

DATA = "data"


@dataclass
class DataFiles:
    """What the files hold: their texts by path, and by name the nodes and the models that are sound.

    A folder of files is one list of theirs, as one file would have.
    """

    sources: dict[str, str] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    models: dict[str, Model] = field(default_factory=dict)


def read(root: Path, problems: Problems) -> DataFiles:
    """All files of ``data/``; reports what is wrong with each, and those that are missing."""
    found = DataFiles()
    items: dict[str, list[tuple[Node, Model | None]]] = {name: [] for name in FOLDERS}
    for path in sorted(path for path in (root / DATA).rglob("*") if _is_data(path, root)):
        name = path.relative_to(root).as_posix()
        folder = path.parent.name
        is_item = folder in FOLDERS and name == f"{DATA}/{folder}/{path.name}"
        if is_item and path.suffix == ".yml":
            node, model = _parse(path, root, FOLDERS[folder], found.sources, problems)
            if node:
                items[folder].append((node, model))
                _check_name(path.stem, node, problems)
        elif name in {f"{DATA}/{stem}.yml" for stem in FILES.keys() - FOLDERS.keys()}:
            node, model = _parse(path, root, FILES[path.stem], found.sources, problems)
            if node:
                found.nodes[path.stem] = node
            if model:
                found.models[path.stem] = model
        elif path != opinions.path(root, folder) or not path.parent.with_suffix(".yml").exists():
            problems.tell(
                "unknown-file",
                Location(name),
                fix=suggestion(path.name, [f"{stem}.yml" for stem in FILES if stem not in FOLDERS]),
            )
    for stem, listed in items.items():
        _join(stem, listed, found, problems)
    for stem in FILES.keys() - FOLDERS.keys():
        if not (root / DATA / f"{stem}.yml").exists():
            problems.tell("missing-file", Location(f"{DATA}/{stem}.yml"))
    return found


def _join(
    stem: str, listed: list[tuple[Node, Model | None]], found: DataFiles, problems: Problems
) -> None:
    """The files of a folder as the one list that they are."""
    where = Location(f"{DATA}/{stem}")
    items = Sequence(tuple(node for node, _ in listed), where)
    found.nodes[stem] = node = Mapping({stem: items}, {stem: where}, where)
    if listed and all(model for _, model in listed):
        found.models[stem] = FILES[stem](**{stem: tuple(model for _, model in listed)})
    elif not listed:
        validate(FILES[stem], node, problems)


def _parse(
    path: Path, root: Path, model: type[Model], sources: dict[str, str], problems: Problems
) -> tuple[Node | None, Model | None]:
    """The node of a file, and its model if it is sound; neither where the file cannot be read, or
    one slip explains all that is wrong in it."""
    text = read_text(path, root, problems)
    if text is None:
        return None, None
    file = path.relative_to(root).as_posix()
    sources[file] = text
    found, faults = Problems(), Problems()
    node = parse_yaml(text, file, found)
    made = None if node is None else validate(model, node, faults)
    if (made is None or found.errors) and (explained := explanation(root, file, text, model)):
        problems.add(explained)
        return None, None
    for problem in (*found, *faults):
        problems.add(problem)
    if node is not None:
        placeholders.check_data(node, problems)
    return node, made


def _check_name(stem: str, node: Node, problems: Problems) -> None:
    """A file of a folder is called as its item is."""
    ident, right = node_at(node, ("id",)), with_month(stem)
    if stem != right:
        problems.tell("file-name", Location(node.location.file), right=right)
    if isinstance(ident, Scalar) and with_month(ident.text) != right:
        problems.tell("file-id", ident.location, right=right)


def _is_data(path: Path, root: Path) -> bool:
    """All of ``data/`` but its folders, hidden files and the schemas."""
    if path.relative_to(root).parts[1] == "schema" or path.name.startswith("."):
        return False
    return path.suffix == ".yml" or not path.is_dir()
