"""The JSON Schema of plugin files, made of the declarations themselves: for editors and other tools.

What each key means is taken from the declarations' own words, which stand below their fields in the source.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from strokekit.formats.schema_strict import strict
from strokekit.literals.fields import DOSE
from strokekit.literals.kinds import KINDS
from strokekit.plugins.declarations import GROUPS, Scale, Word
from strokekit.plugins.declared import UNIONS, written_in
from strokekit.plugins.plugin_file import PluginFile

SCHEMA_ID = "tag:strokekit,2026:schema:plugin:1"
Shape = dict[str, Any]
_PLAIN: Mapping[Any, Shape] = {str: {"type": "string"}, int: {"type": "integer"}, bool: {"type": "boolean"}}
_ID = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_EXTRA: Shape = {"patternProperties": {"^x-": True}, "additionalProperties": False}
_TEXT: Shape = {
    "type": ["string", "object"],
    "description": "a text in English, or a text for each language tag",
    "additionalProperties": {"type": "string"},
    "examples": ["Palming", {"en": "Palming", "de": "Handballendruck"}],
}
_WORDS: Shape = {
    "type": ["string", "array"],
    "description": "a word, or several of which one is enough",
    "items": {"type": "string"},
    "examples": ["oil", ["oil", "lotion"]],
}
_LITERAL: Shape = {"type": ["string", "integer", "boolean", "object"], "description": "a value as a routine file writes it"}


def plugin_schema() -> Shape:
    """Give the schema; it says what keys there are and what they hold, and what it accepts is read without a mistake of type.

    >>> plugin_schema()["properties"]["techniques"]["items"]
    {'$ref': '#/$defs/technique'}
    """
    kinds: dict[str, Any] = {}
    root = _mapping(PluginFile, kinds)
    definitions: dict[str, Shape] = {}
    while len(definitions) < len(kinds):
        for name, kind in list(kinds.items()):
            if name not in definitions:
                definitions[name] = _mapping(kind, kinds)
    lead = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "strokekit plugin file, version 1",
        "description": "techniques, regions, words, rules and parts that a plugin adds, as data",
    }
    shared = {"text": _TEXT, "words": _WORDS, "literal": _LITERAL}
    return strict({**root, **lead, "$defs": {**shared, **dict(sorted(definitions.items()))}})


def _mapping(kind: Any, kinds: dict[str, Any]) -> Shape:
    told = means(kind)
    fields = {field.name: field for field in attrs.fields(kind)}
    properties = {}
    for name, hint in written_in(kind).items():
        if kind is Word and name == "group":
            continue
        shape = _refined(kind, name, kinds) or _shape(hint, kinds)
        default = fields[name].default
        shown = {"default": default} if isinstance(default, (str, bool, int)) and default != "" else {}
        properties[name] = {**shape, "description": told[name], **shown}
    required = [name for name in properties if fields[name].default is attrs.NOTHING]
    needs = {"required": required} if required else {}
    return {"type": "object", "description": told[""], "properties": properties, **needs, **_EXTRA}


def _refined(kind: Any, name: str, kinds: dict[str, Any]) -> Shape | None:
    """Say of a field what its type alone does not say."""
    if name == "id":
        return dict(_ID)
    if (kind.__name__, name) == ("Technique", "takes"):
        kinds["takes"] = typing.get_args(written_in(kind)[name])[1]
        return {"type": "object", "properties": {field: _taken(field) for field in DOSE}, **_EXTRA}
    if (kind, name) == (PluginFile, "words"):
        words = _shape(tuple[Word, ...], kinds)
        return {
            "type": "object",
            "properties": {group: {**words, "description": f"words of the vocabulary `{group}`"} for group in GROUPS},
            **_EXTRA,
        }
    if (kind, name) in {(Scale, "low"), (Scale, "high")}:
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}
    return None


def _taken(field: str) -> Shape:
    kind = KINDS.get(DOSE[field].kind)
    shown = {"examples": [{"limits": kind.examples[0]}]} if kind and kind.examples else {}
    return {"$ref": "#/$defs/takes", "description": DOSE[field].means, **shown}


def _shape(hint: Any, kinds: dict[str, Any]) -> Shape:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if attrs.has(hint):
        name = hint.__name__.lower()
        kinds[name] = hint
        return {"$ref": f"#/$defs/{name}"}
    if origin in UNIONS:
        return _union(arguments, kinds)
    if origin is tuple:
        return {"type": "array", "items": _shape(arguments[0], kinds)}
    if origin is typing.Literal:
        return {"enum": [word for word in arguments if word]}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _shape(arguments[1], kinds)}
    return dict(_PLAIN.get(hint, {"$ref": "#/$defs/literal"}))


def _union(arguments: tuple[Any, ...], kinds: dict[str, Any]) -> Shape:
    origins = [typing.get_origin(argument) for argument in arguments]
    if tuple in origins:
        return {"$ref": "#/$defs/words"}
    if any(isinstance(origin, type) and issubclass(origin, Mapping) for origin in origins):
        return {"$ref": "#/$defs/text"}
    return _shape(next(argument for argument in arguments if argument is not type(None)), kinds)


@cache
def means(kind: Any) -> Mapping[str, str]:
    """Give what a declaration means, under the empty name, and what each of its fields means, as the source says it.

    >>> from strokekit.plugins.declarations import Code
    >>> means(Code)["code"]
    'The code in it.'
    """
    told: dict[str, str] = {}
    for one in reversed(kind.__mro__[:-1]):
        module = sys.modules[one.__module__]
        tree = next(node for node in _tree(module).body if isinstance(node, ast.ClassDef) and node.name == one.__name__)
        told[""] = _first(ast.get_docstring(tree) or "")
        for field, text in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                told[field.target.id] = _first(_text(text))
    return told


@cache
def _tree(module: Any) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def _text(node: ast.stmt) -> str:
    value = node.value if isinstance(node, ast.Expr) else None
    return textwrap.dedent(value.value) if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def _first(text: str) -> str:
    """Give the first paragraph, on one line."""
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())
