"""How shapes are put together: the small pieces of JSON Schema from which every schema of this room is made.

What may be written in several forms is told apart by `if`/`then`/`else` on the JSON type, never by `anyOf`: a validator then says
what is wrong with the form that was written, and not that none of the forms fits.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from strokekit.literals import KINDS, Kind
from strokekit.literals.fields import Field

Shape: TypeAlias = dict[str, Any]
"""A JSON Schema, or a part of one."""

ID = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
"""An id of the catalogue: those of plugins are dotted."""
PLAIN_ID = r"^[a-z][a-z0-9_]*$"
"""An id of the document's own."""
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""A language tag."""
LANGUAGE_KEY = rf"^(x-|{LANGUAGE[1:]})"
"""A key of a text by language."""
OWN_KEY = rf"^(x-|{PLAIN_ID[1:]})"
"""A key of a mapping whose keys are ids of the document's own."""
VALUE = r"^\$[a-z][a-z0-9_]*$"
"""A reference to a value of the routine, as a whole field."""
EXTRA: Shape = {"^x-": True}
"""`x-` keys hold what they like."""


def closed(title: str, properties: Shape, *, required: tuple[str, ...] = (), **more: Any) -> Shape:
    """Make a mapping of just these keys, and `x-` keys beside them; `title` is what one such thing is called."""
    needs = {"required": list(required)} if required else {}
    shape: Shape = {"title": title, "type": "object", "properties": properties, "patternProperties": EXTRA}
    return {**shape, "additionalProperties": False, **needs, **more}


def named(shape: Shape, keys: str = OWN_KEY) -> Shape:
    """Make a mapping from names, which match `keys`, to things of one shape; there is at least one."""
    names: Shape = {"patternProperties": EXTRA, "propertyNames": {"pattern": keys}, "minProperties": 1}
    return {"type": "object", **names, "additionalProperties": shape}


def flag(text: str, **more: Any) -> Shape:
    """Take true or false; the example is what is not the default."""
    return {"type": "boolean", "description": text, **more, "examples": [not more.get("default", False)]}


def key(shape: Shape, text: str, *examples: Any, **more: Any) -> Shape:
    """Say what a key means, for editors, with examples and, in `more`, its default."""
    shown = {"examples": list(examples)} if examples else {}
    return {**shape, "description": text, **more, **shown}


def yes_or(shape: Shape, text: str, *examples: Any) -> Shape:
    """Say what a key means that takes `true` or something else."""
    return {**shape, "description": text, "examples": [True, *examples]}


def ref(name: str) -> Shape:
    """Refer to a shared definition."""
    return {"$ref": f"#/$defs/{name}"}


def enum(*words: str) -> Shape:
    """Take one of the words."""
    return {"enum": list(words)}


def listed(shape: Shape) -> Shape:
    """Take a list of things of one shape; there is at least one."""
    return {"type": "array", "items": shape, "minItems": 1}


def either(kind: str, then: Shape, otherwise: Shape) -> Shape:
    """Take `then` where a value of the JSON type `kind` stands, else `otherwise`."""
    return {"if": {"type": kind}, "then": then, "else": otherwise}


def one_or_list(shape: Shape) -> Shape:
    """Take a thing, or a list of such things."""
    return either("array", listed(shape), shape)


def or_value(shape: Shape) -> Shape:
    """Take `shape`, or the name of a value of the routine in its place."""
    return {"if": {"type": "string", "pattern": VALUE}, "else": shape}


def literal(kind: Kind) -> Shape:
    """Give the outline of a literal: its compact strings, its long mapping, its joins."""
    types = ["string", *(["integer"] if kind.integer else []), "object"]
    whole = rf"^(?:unstated|[^$]*\$[a-z][\s\S]*|{kind.outline})$"
    least = {"minimum": 1} if kind.integer else {}
    long: Shape = {"properties": _long_keys(kind), "patternProperties": EXTRA, "additionalProperties": False, "minProperties": 1}
    return {"title": kind.name, "type": types, "pattern": whole, **least, **long, "examples": list(kind.examples)}


def _long_keys(kind: Kind) -> Shape:
    keys: Shape = {name: dict(form.shape) for name, form in (kind.long.keys if kind.long else {}).items()}
    joins: Shape = {str(join): listed(ref(kind.name)) for join in kind.joins}
    return {**keys, **joins}


def field_shape(field: Field) -> Shape:
    """Give the shape of a dose or state field."""
    if field.kind == "word":
        return key(enum(*field.words, "unstated"), field.means, *field.words[:1])
    if not field.listed:
        return key(ref(field.kind), field.means, *KINDS[field.kind].examples[:2])
    own = one_or_list(ref(field.kind))
    if field.words:
        own = {"if": enum(*field.words), "else": own}
    return key(own, field.means, KINDS[field.kind].examples[0], list(KINDS[field.kind].examples[:2]), *field.words)


TEXT: Shape = {
    "type": ["string", "object"],
    "minLength": 1,
    "patternProperties": EXTRA,
    "propertyNames": {"pattern": LANGUAGE_KEY},
    "additionalProperties": {"type": "string", "minLength": 1},
    "minProperties": 1,
    "title": "text",
    "examples": ["Lower back", {"en": "Lower back", "de": "Unterer Rücken"}],
}
"""A text in the document's language, or one for each language tag."""
