"""Type stubs of the builders with one catalogue's techniques and actions, for editors and type checkers.

They are texts: nothing is written to a disk here. A type checker finds them in front of strokekit itself: the package's own
stub, which names what it gives, and that of `strokekit.build`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.building.keys import keys_of, properties_of
from strokekit.building.stub_types import aliases, field_lines, quotable, type_of
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Technique
from strokekit.reading.schema import head_of
from strokekit.reading.shapes import DOSES
from strokekit.reading.step_shapes import deed_shape, english

_OWN = ("technique", "action", "with")
"""Keys of a technique that are not written like the others."""
_STEPS = "*given: Step | Mapping[str, Any]"
_BUILDERS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "block": (_STEPS, (), "Step"),
    "choose": ("count: _Count, /, *given: Step | Mapping[str, Any]", ("choose",), "Step"),
    "include": ("ref: str, /", ("include",), "Step"),
    "free": ("kind: Literal['region', 'pool'], /", ("free",), "Step"),
    "checkpoint": ("elapsed: _Duration, /", ("checkpoint",), "Step"),
    "unlisted": ("count: _Count, /", ("unlisted",), "Step"),
    "cue": ("", (), "Step"),
    "section": (f"id: str, /, {_STEPS}", ("id",), "Section"),
    "part": (_STEPS, (), "Part"),
    "routine": ("*given: Section", ("strokekit",), "Routine"),
    "fragment": ("", ("strokekit", "kind"), "Routine"),
}
"""Builder → its arguments by position, the keys that those stand for, and what it makes."""
_HEAD = '''\
"""The builders of strokekit with the techniques and actions that were installed when `strokekit stubs` wrote this file."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Literal, TypeAlias, TypedDict, Unpack, overload

from attrs import AttrsInstance

from strokekit.building.combining import concatenate as concatenate, insert as insert, repeat as repeat, replace as replace
from strokekit.building.filling import with_values as with_values
from strokekit.building.mirroring import mirror as mirror
from strokekit.building.piece import (
    AnyPiece as AnyPiece,
    Part as Part,
    Piece as Piece,
    Routine as Routine,
    Section as Section,
    Step as Step,
)
'''


@attrs.frozen(kw_only=True)
class _Group:
    """Techniques, or actions, that take the same keys: they share a dictionary, and an overload of their builder."""

    head: str
    name: str
    members: tuple[Technique, ...]
    keys: Mapping[str, Any]
    inner: Mapping[str, Any]
    """What stands under `with`."""


def build_stub(catalog: Catalog) -> str:
    """Write the stub of `strokekit.build`: for each technique and action the keys that it takes, and no others.

    >>> from strokekit import Engine
    >>> "id: Literal['gliding', " in build_stub(Engine().catalog)
    True
    """
    shapes = {one.id: deed_shape(one, head_of(one))["properties"] for one in catalog.techniques.values()}
    common = {head: _common(shapes[one.id] for one in _of(catalog, head)) for head in ("technique", "action")}
    groups = [group for head, keys in common.items() for group in _groups(_of(catalog, head), shapes, keys)]
    lines = [_HEAD, *aliases()]
    for head, keys in common.items():
        lines += ["", *_dictionary(f"_{head.capitalize()}", keys, f"what every {head} takes")]
    for group in groups:
        lines += ["", *_dictionary_of(group)]
    for group in groups:
        lines += ["", *_overload(group, alone=[other.head for other in groups].count(group.head) == 1)]
    for builder in _BUILDERS:
        lines += ["", *_builder(builder)]
    return "\n".join(lines) + "\n"


def _of(catalog: Catalog, head: str) -> list[Technique]:
    return [one for one in catalog.techniques.values() if head_of(one) == head]


def _common(shapes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Give the keys that all shapes have, head and `with` aside."""
    first, *others = shapes
    return {key: shape for key, shape in first.items() if key not in _OWN and all(key in other for other in others)}


def _groups(techniques: list[Technique], shapes: Mapping[str, Any], common: Mapping[str, Any]) -> list[_Group]:
    """Put together what takes the same: a type checker lists all overloads where none fits, and few can be read."""
    together: dict[str, list[Technique]] = {}
    for one in techniques:
        inner = _parameters(shapes[one.id])
        keys = sorted(key for key in shapes[one.id] if key not in common and key not in _OWN)
        together.setdefault(str((keys, inner)), []).append(one)
    return [_group(index, members, shapes[members[0].id], common) for index, members in enumerate(together.values(), start=1)]


def _parameters(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    inner: Mapping[str, Any] = shape["with"].get("properties", {}) if "with" in shape else {}
    return inner


def _group(index: int, members: list[Technique], shape: Mapping[str, Any], common: Mapping[str, Any]) -> _Group:
    head = head_of(members[0])
    keys = {key: DOSES.get(key, part) for key, part in shape.items() if key not in common and key not in _OWN}
    return _Group(head=head, name=f"_{head.capitalize()}{index}", members=tuple(members), keys=keys, inner=_parameters(shape))


def _dictionary(name: str, keys: Mapping[str, Any], text: str, base: str = "TypedDict") -> list[str]:
    lines = [line for key, shape in keys.items() for line in field_lines(key, shape)]
    extras = ["    extras: Mapping[str, Any] | None", '    """Keys that begin with `x-`: they hold what they like."""']
    return [
        f"class {name}({base}, total=False):",
        f'    """{text[:1].upper()}{text[1:]}."""',
        "",
        *lines,
        *(extras if base == "TypedDict" else []),
    ]


def _dictionary_of(group: _Group) -> list[str]:
    """Define the keys of a group, and those of what only its techniques know."""
    ids = ", ".join(f"`{one.id}`" for one in group.members)
    name = f"{group.name}With"
    lines = _with(name, group.inner) if group.inner else []
    lines += _dictionary(group.name, group.keys, f"what is taken by {ids}", f"_{group.head.capitalize()}")
    return [*lines, f"    with_: {name}", '    """What only this technique knows."""'] if group.inner else lines


def _with(name: str, keys: Mapping[str, Any]) -> list[str]:
    """Define parameters by a call, since their names may be words of Python."""
    inside = ", ".join(f"{key!r}: {type_of(key, shape)}" for key, shape in keys.items())
    return [f"{name} = TypedDict({name!r}, {{{inside}}}, total=False)", ""]


def _overload(group: _Group, *, alone: bool) -> list[str]:
    ids = ", ".join(repr(one.id) for one in group.members)
    return [
        *([] if alone else ["@overload"]),
        f"def {group.head}(id: Literal[{ids}], /, **keys: Unpack[{group.name}]) -> Step:",
        f'    """{_summary(group.members[0])}',
        *(f"    {_summary(one)}" for one in group.members[1:]),
        '    """',
    ]


def _summary(technique: Technique) -> str:
    return f"{technique.id}: {quotable(english(technique.summary or technique.title))}."


def _builder(builder: str) -> list[str]:
    """Define a builder that is the same for every catalogue."""
    arguments, positional, made = _BUILDERS[builder]
    name = f"_{builder.capitalize()}"
    keys = {key: properties_of(builder)[key] for key in keys_of(builder) if key not in positional}
    lead = f"{arguments}, " if arguments else ""
    return [
        *_dictionary(name, keys, f"what `{builder}` takes"),
        "",
        f"def {builder}({lead}**keys: Unpack[{name}]) -> {made}: ...",
    ]


def package_stub(homes: Mapping[str, str]) -> str:
    """Write the stub of the package itself, so that the folder of the stubs may stand in front of it.

    Args:
        homes: public name → the module that it comes from.

    >>> print(package_stub({"Engine": "strokekit.engine"}).splitlines()[3])
    from strokekit.engine import Engine as Engine
    """
    lines = ['"""The public names of strokekit: this file lets the stubs beside it be found."""', ""]
    lines += ["from strokekit import build as build, plugin as plugin"]
    lines += [f"from {home} import {name} as {name}" for name, home in homes.items()]
    return "\n".join([*lines, "", "__version__: str", ""])
