"""What a model says of its fields: their types and marks, and which field a path leads to."""

from collections.abc import Iterator
from collections.abc import Mapping as Names
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from strategy.languages.say import Say
from strategy.problems import KeyPath
from strategy.reading.fields import Named
from strategy.reading.source import Mapping, Node, Scalar, Sequence


def scalars(model: type[BaseModel], node: Node) -> Iterator[tuple[Scalar, tuple[Any, ...]]]:
    """Each single value that a model describes, with the metadata of its field."""
    if not isinstance(node, Mapping):
        return
    for name, field in model.model_fields.items():
        if name not in node.entries:
            continue
        value = node.entries[name]
        child = model_in(field.annotation)
        for item in value.items if isinstance(value, Sequence) else (value,):
            if child is not None:
                yield from scalars(child, item)
            elif isinstance(item, Scalar):
                yield item, tuple(metadata_of(field))


def metadata_of(field: FieldInfo) -> Iterator[Any]:
    """The marks of a field's type, also where it is ``Annotated[...] | None``."""
    yield from field.metadata
    for argument in get_args(field.annotation):
        yield from getattr(argument, "__metadata__", ())


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model in a field's type, alone, optional or in a list."""
    if isinstance(annotation, type) and not get_origin(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((model for part in get_args(annotation) if (model := model_in(part))), None)


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel]:
    """The model of what stands at a path, or holds it."""
    for step in path:
        if isinstance(step, str) and (child := model_in(model.model_fields[step].annotation)):
            model = child
    return model


def field_at(model: type[BaseModel], path: KeyPath) -> FieldInfo:
    """The field at a path, or that whose list it goes into."""
    *before, name = [step for step in path if isinstance(step, str)]
    return model_at(model, tuple(before)).model_fields[name]


def names_at(model: type[BaseModel], path: KeyPath) -> Names[str, Say]:
    """What people call the values of the field at a path."""
    named = (mark for mark in metadata_of(field_at(model, path)) if isinstance(mark, Named))
    return next((mark.names for mark in named), {})
