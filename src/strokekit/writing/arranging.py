"""What is to be done with each part of a document when it is laid out, found from its data alone.

A literal is written shorter only where every node around it has an `id`: the others are named after their content, and would get
another name. Keys are put in order, mappings of named things get a line for each. A step whose technique nobody knows, a key that
no shape has, a literal that can't be read (a word in it may be that of a missing plugin) and all `x-` keys are kept as they were
written: what they mean is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from strokekit.formats.pointer import join
from strokekit.literals import KINDS, Literals
from strokekit.reading.outlines import Shape, ref
from strokekit.writing.order import ordered
from strokekit.writing.outline import shapes_of

_MARKS = frozenset({"avoid", "note", "purpose"})
"""Keys that sections, blocks and steps have, and other mappings have not all of them."""


@attrs.frozen
class Arrangement:
    """By pointer: keys in order, shorter literals, what is kept as written, what has a line for each of its parts."""

    order: dict[str, list[str]] = attrs.field(factory=dict)
    shorter: dict[str, Any] = attrs.field(factory=dict)
    kept: set[str] = attrs.field(factory=set)
    roomy: set[str] = attrs.field(factory=set)


def arrange(
    data: Mapping[str, Any], *, knows: Callable[[str], bool] | None = None, literals: Literals | None = None
) -> Arrangement:
    """Find out what is to be done with each part.

    Args:
        data: the data of a document.
        knows: of an id, whether a technique or action has it; without it all are taken as known.
        literals: reads and writes literals; without it none is written shorter.

    >>> arrange({"title": "Calves", "strokekit": 1}).order[""]
    ['strokekit', 'title']
    """
    arranger = _Arranger(knows, literals)
    arranger.mapping(data, [*shapes_of(ref("document"), data)], "", "document", stable=True)
    return arranger.made


@attrs.frozen
class _Arranger:
    knows: Callable[[str], bool] | None
    literals: Literals | None
    made: Arrangement = attrs.field(factory=Arrangement)

    def value(self, data: Any, shape: Shape, pointer: str, *, stable: bool) -> None:
        """Go through a value; `stable` says that no name is made of its content, so that it may be written otherwise."""
        found = [*shapes_of(shape, data)]
        names = {part["name"] for part in found if "name" in part}
        if self.is_unreadable(data, names):
            self.made.kept.add(pointer)
        elif isinstance(data, dict):
            if stable:
                self.literal(data, names, pointer)
            if "step" in names and self.is_unknown(data):
                self.made.kept.add(pointer)
            else:
                kind = "section" if "section" in names else "node" if "step" in names else _kind(found)
                stable = stable and (kind == "other" or isinstance(data.get("id"), str))
                self.mapping(data, found, pointer, kind, stable=stable)
        elif isinstance(data, list):
            items: Shape = next((part["items"] for part in found if "items" in part), {})
            for index, item in enumerate(data):
                self.value(item, items, join(pointer, index), stable=stable)

    def mapping(self, data: Mapping[str, Any], found: list[Shape], pointer: str, kind: str, *, stable: bool) -> None:
        known = {key: shape for part in found for key, shape in part.get("properties", {}).items()}
        others = next((part["additionalProperties"] for part in found if part.get("additionalProperties")), None)
        closed = any(part.get("additionalProperties") is False for part in found)
        if known:
            self.made.order[pointer] = ordered(data, known, kind=kind)
        for key, part in data.items():
            at = join(pointer, key)
            if key.startswith("x-"):
                continue
            if key in known or not closed:
                self.value(part, known.get(key, others if isinstance(others, dict) else {}), at, stable=stable)
            else:
                self.made.kept.add(at)
            if others and pointer.count("/") == 1 and isinstance(part, dict):
                self.made.roomy.add(at)

    def is_unknown(self, step: Mapping[str, Any]) -> bool:
        heads = [step[head] for head in ("technique", "action") if head in step]
        return self.knows is not None and any(not isinstance(id_, str) or not self.knows(id_) for id_ in heads)

    def is_unreadable(self, data: Any, names: set[str]) -> bool:
        """Tell whether this is a literal with a mistake; what holds others' parts, or the name of a value, is not looked at."""
        kind = next((name for name in names if name in KINDS), None)
        if kind is None or self.literals is None or not isinstance(data, (str, dict)) or _holds_extras(data):
            return False
        return self.literals.read(kind, data).value is None

    def literal(self, data: Mapping[str, Any], names: set[str], pointer: str) -> None:
        """Note the compact form of a literal that is written long, where one says just the same."""
        kind = next((name for name in names if name in KINDS), None)
        if kind is None or self.literals is None or _holds_extras(data):
            return
        value = self.literals.read(kind, data).value
        compact = None if value is None else self.literals.write(kind, value)
        if isinstance(compact, (str, int)) and self.literals.read(kind, compact).value == value:
            self.made.shorter[pointer] = compact


def _kind(found: list[Shape]) -> str:
    return "node" if any(_MARKS.issubset(part.get("properties", ())) for part in found) else "other"


def _holds_extras(data: Any) -> bool:
    """Tell whether something in a long form is for others to read, or names a value, which is filled in before it is read."""
    if isinstance(data, dict):
        return any(key.startswith("x-") or _holds_extras(part) for key, part in data.items())
    if isinstance(data, list):
        return any(map(_holds_extras, data))
    return isinstance(data, str) and "$" in data
