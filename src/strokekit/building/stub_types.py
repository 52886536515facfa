"""The type of a key in Python, from its shape in the format's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.building.keys import HOLDS, LITERALS, spelt
from strokekit.literals import KINDS
from strokekit.reading.shapes import DEFS

_JSON = {"string": "str", "integer": "int", "boolean": "bool", "object": "Mapping[str, Any]", "array": "Sequence[Any]"}
_HELD = {
    "sections": "Sequence[Section]",
    "parts": "Mapping[str, Part]",
    "interspersed": "Step | Mapping[str, Any]",
}
_STEPS = "Sequence[Step | Mapping[str, Any]]"
_LONGEST = 12
"""How many words a type lists; of more words it says that they are texts."""


def alias(kind: str) -> str:
    """Give the name of the type of a kind of literals.

    >>> alias("count")
    '_Count'
    """
    return f"_{kind.capitalize()}"


def aliases() -> list[str]:
    """Define the types of all kinds of literals."""
    return [f"{alias(kind.name)}: TypeAlias = {_literal(kind.name)}" for kind in KINDS.values()]


def _literal(name: str) -> str:
    kind = KINDS[name]
    types = ["str", *(["int"] if kind.integer else []), *(["timedelta"] if name == "duration" else [])]
    return " | ".join((*types, "Mapping[str, Any]", "AttrsInstance"))


def type_of(key: str, shape: Mapping[str, Any]) -> str:
    """Give the type of what stands under a key."""
    if key in HOLDS:
        return _HELD.get(key, _STEPS)
    types = _types(shape)
    if key in LITERALS and alias(LITERALS[key]) not in types:
        types = [alias(LITERALS[key]), *(found for found in types if found not in _JSON.values())]
    return " | ".join(_simplest(types))


def _referred(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what a shape refers to; nothing where that is a step, which every schema defines for itself."""
    found: Mapping[str, Any] = DEFS.get(str(shape.get("$ref")).rpartition("/")[2], {})
    return found


def _types(shape: Mapping[str, Any]) -> list[str]:
    """Give the types that a shape takes, however its forms are told apart."""
    if "$ref" in shape:
        return _types(_referred(shape))
    if shape.get("title") in KINDS:
        return [alias(shape["title"])]
    if "if" in shape:
        forms = [shape[form] for form in ("then", "else") if form in shape]
        return [*_types(shape["if"] if "then" not in shape else {}), *(found for form in forms for found in _types(form))]
    if "enum" in shape or "const" in shape:
        return _words(shape.get("enum", [shape.get("const")]))
    named = shape.get("type", [])
    return [_json(name, shape) for name in ([named] if isinstance(named, str) else named)]


def _words(words: list[Any]) -> list[str]:
    if len(words) > _LONGEST:
        return sorted({type(word).__name__ for word in words})
    return [f"Literal[{', '.join(repr(word) for word in words)}]"]


def _json(name: str, shape: Mapping[str, Any]) -> str:
    items = shape.get("items")
    if name == "array" and isinstance(items, Mapping):
        return f"Sequence[{' | '.join(_simplest(_types(items))) or 'Any'}]"
    return _JSON[name]


def _simplest(types: list[str]) -> list[str]:
    """Leave out what is said twice, and words where any text is taken."""
    unique = list(dict.fromkeys(types)) or ["Any"]
    return [found for found in unique if "str" not in unique or not found.startswith("Literal['")]


def field_lines(key: str, shape: Mapping[str, Any]) -> list[str]:
    """Give the lines of a key in a typed dictionary: its type, and what it means."""
    text = str(shape.get("description") or _referred(shape).get("description", ""))
    return [f"    {spelt(key)}: {type_of(key, shape)}", *([f'    """{_sentence(text)}."""'] if text else [])]


def quotable(text: str) -> str:
    """Make a text one that may stand in a docstring, without its full stop.

    >>> quotable('Say "now".')
    "Say 'now'"
    """
    return " ".join(text.replace("\\", "/").replace('"', "'").split()).rstrip(".")


def _sentence(text: str) -> str:
    return quotable(f"{text[:1].upper()}{text[1:]}")
