"""Which parts of the published schema some documents use: every key of every shape, and every word of every closed list.

A key is named by the shape that holds it and itself (`limit.share`); one that many shapes share by its one definition
(`node.title`, `dose.tempo`). A word is named by its key alone (`phase=finish`), since lists are shared too. The many shapes of
single techniques count as one. Words inside literals are no words of the schema: `tests.examples.spoken` finds those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
from jsonschema import Draft202012Validator

from strokekit.literals import KINDS

Shape = Mapping[str, Any]
SHARED = ("node.", "dose.", "deed.")
"""The definitions of keys that many shapes have."""
COMPLETING = {"step.headless"}
"""What no valid document uses: it tells an editor what to offer."""


def owner_of(name: str, shape: Shape) -> str:
    """Name a shape: its title, else the definition that it stands in; techniques and actions together are deeds."""
    if name.partition(".")[0] in {"technique", "action", "any", "keys"}:
        return "deed"
    return "document" if "$schema" in shape else str(shape.get("title", name))


def key_of(owner: str, key: str, shape: Any) -> str:
    """Name a key, by its shared definition if it has one."""
    target = str(shape.get("$ref", "") if isinstance(shape, Mapping) else "").rpartition("/")[2]
    return target if target.startswith(SHARED) else f"{owner}.{key}"


@attrs.define
class Coverage:
    """The schema, and what of it has been used so far."""

    schema: Shape
    used: set[str] = attrs.field(factory=set)
    _judges: dict[int, Draft202012Validator] = attrs.field(factory=dict)

    @cached_property
    def there(self) -> set[str]:
        """Give every key and every word that the schema has."""
        found = set(self._list("routine", self.schema))
        for name, shape in self.schema["$defs"].items():
            found |= set() if name in COMPLETING else set(self._list(name, shape))
        return found

    def _list(self, name: str, shape: Any) -> Iterator[str]:
        """List the keys and words of a shape; what a condition asks is no key of its own."""
        if not isinstance(shape, Mapping):
            return
        owner = owner_of(name, shape)
        yield from (key_of(owner, key, inner) for key, inner in shape.get("properties", {}).items())
        yield from _words(owner, shape)
        for key, inner in _inner(shape):
            if key == "with":  # what only one technique knows
                continue
            yield from self._list(f"{owner}.{key}" if key else owner, inner)

    def use(self, document: Any) -> None:
        """Note what a valid document uses."""
        self._visit("routine", self.schema, document)

    def _visit(self, name: str, shape: Any, data: Any) -> None:
        if not isinstance(shape, Mapping):
            return
        if "$ref" in shape:
            target = shape["$ref"].rsplit("/", 1)[-1]
            self._visit(target, self.schema["$defs"][target], data)
        owner = owner_of(name, shape)
        if not isinstance(data, (dict, list)):
            self.used |= {word for word in _words(owner, shape) if word.endswith(f"={data}")}
        if "if" in shape:
            self._visit(owner, shape.get("then" if self._holds(shape["if"], data) else "else"), data)
        for part in shape.get("allOf", ()):
            self._visit(owner, part, data)
        if isinstance(data, dict):
            self._visit_mapping(owner, shape, data)
        for item in data if isinstance(data, list) else ():
            self._visit(owner, shape.get("items"), item)

    def _visit_mapping(self, owner: str, shape: Shape, data: Mapping[str, Any]) -> None:
        for key, value in data.items():
            if key in shape.get("properties", {}):
                self.used.add(key_of(owner, key, shape["properties"][key]))
                self._visit(f"{owner}.{key}", shape["properties"][key], value)
            elif not key.startswith("x-"):
                self._visit(owner, shape.get("additionalProperties"), value)

    def _holds(self, condition: Shape, data: Any) -> bool:
        """Tell whether the condition of an `if` holds; its validator is made once."""
        judge = self._judges.get(id(condition))
        if judge is None:
            judge = self._judges[id(condition)] = Draft202012Validator(condition)
        return bool(judge.is_valid(data))


def _words(owner: str, shape: Shape) -> Iterator[str]:
    """Name the words of a closed list; ids of the catalogue are no words of the format, nor those of literals."""
    key = owner.rpartition(".")[2]
    if key not in {"technique", "action", "deed"} and owner.partition(".")[0] not in KINDS:
        yield from (f"{key}={word}" for word in shape.get("enum", ()))


def _inner(shape: Shape) -> Iterator[tuple[str, Any]]:
    """Give the shapes inside one, each with the key that it stands under."""
    yield from shape.get("properties", {}).items()
    for name in ("then", "else", "additionalProperties", "items"):
        if name in shape:
            yield "", shape[name]
    yield from (("", part) for part in shape.get("allOf", ()))
