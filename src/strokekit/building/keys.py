"""Which keys each builder takes: those of the format's own tables, under the names that Python allows."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from strokekit import literals
from strokekit.literals.fields import DOSE, STATE
from strokekit.plugins.spelling import closest
from strokekit.reading import step_shapes
from strokekit.reading.shapes import SECTION_HEADS

EXTRA = "x-"
"""How keys begin that hold what they like."""
HOLDS: Mapping[str, str] = {
    "sections": "section",
    "parts": "part",
    "steps": "step",
    "between": "step",
    "from": "step",
    "interspersed": "step",
    "may_add": "step",
}
"""Key below which pieces stand → what they are."""
_KINDS = {"choose": "count", "when": "when", "checkpoint": "duration", "lasts": "duration", "unlisted": "count", "among": "place"}
"""Key of a node that is no dose or state and holds a literal → the kind of the literal."""
LITERALS: Mapping[str, str] = {
    **_KINDS,
    **{name: field.kind for name, field in {**DOSE, **STATE}.items() if field.kind in literals.KINDS},
}
"""Key → the kind of the literal that it holds."""


@cache
def properties_of(builder: str) -> Mapping[str, Any]:
    """Give the shape of each key that a builder takes, in the order of the tables.

    Raises:
        KeyError: there is no such builder.
    """
    made: Mapping[str, Any] = _SHAPES[builder]()
    return made


def _section() -> dict[str, Any]:
    """Give the keys of a section, whatever it holds."""
    shapes = [step_shapes.section_shape(step_shapes.ANY_STEP, head) for head in SECTION_HEADS]
    return {key: shape for section in shapes for key, shape in section["properties"].items()}


_STEP = step_shapes.ANY_STEP
_SHAPES: Mapping[str, Callable[[], dict[str, Any]]] = {
    "technique": lambda: step_shapes.unknown_shape("technique")["properties"],
    "action": lambda: step_shapes.unknown_shape("action")["properties"],
    "block": lambda: step_shapes.block_shape(_STEP)["properties"],
    "choose": lambda: step_shapes.choice_shape(_STEP)["properties"],
    "include": lambda: step_shapes.include_shape(_STEP)["properties"],
    "free": lambda: step_shapes.free_shape()["properties"],
    "checkpoint": lambda: step_shapes.checkpoint_shape()["properties"],
    "unlisted": lambda: step_shapes.unlisted_shape()["properties"],
    "cue": lambda: step_shapes.cue_shape()["properties"],
    "section": _section,
    "part": lambda: step_shapes.part_shape(_STEP)["properties"],
    "routine": lambda: step_shapes.document_shape(_STEP, _STEP, "routine")["properties"],
    "fragment": lambda: step_shapes.document_shape(_STEP, _STEP, "fragment")["properties"],
}
"""Builder → the shapes of the keys it takes, made of the same tables as the schema of files."""


def keys_of(builder: str) -> tuple[str, ...]:
    """Give the keys of the format that a builder takes, in the order of the tables.

    >>> "repeat" in keys_of("technique"), "sides" in keys_of("technique")
    (True, False)
    """
    return tuple(properties_of(builder))


def spelt(key: str) -> str:
    """Give the name of a key in Python: with an underscore where Python has the word for itself.

    >>> spelt("with"), spelt("where")
    ('with_', 'where')
    """
    return f"{key}_" if keyword.iskeyword(key) else key


@cache
def _names_of(builder: str) -> Mapping[str, str]:
    """Give the keywords of a builder, each with its key: they are looked up with every call."""
    return {spelt(key): key for key in keys_of(builder)}


def key_of(builder: str, name: str) -> str:
    """Give the key of the format that a keyword of a call stands for.

    Raises:
        TypeError: the builder takes no such keyword.
    """
    known = _names_of(builder)
    if name in known:
        return known[name]
    if name in known.values():
        raise TypeError(f"{builder}() takes no `{name}`: write `{spelt(name)}`, since `{name}` is a word of Python")
    raise TypeError(f"{builder}() takes no `{name}`{_hint(name, known)}")


def _hint(name: str, known: Mapping[str, str]) -> str:
    """Say which keyword may be meant, or which builders take this one."""
    others = [f"{other}()" for other in _SHAPES if name in _names_of(other)]
    near = closest(name, tuple(known))
    if others:
        return f"; {', '.join(others)} {'takes' if len(others) == 1 else 'take'} it"
    return f"; did you mean `{near}`?" if near else f"; it takes {', '.join(sorted(known))}"
