"""Which shape each part of a document has, and where it does not keep to it: the first half of reading.

The document, each section and each step is held against its own schema, chosen by its head. Nothing is read here: what the words
mean is the business of `strokekit.reading.steps` and its neighbours, and how a fault is said that of `strokekit.reading.faults`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from strokekit.diagnostics.codes import CODES
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.formats.pointer import join
from strokekit.formats.schema import Fault, Path
from strokekit.literals import KINDS
from strokekit.plugins.catalog import Catalog
from strokekit.reading.heads import Head, judge, section_head
from strokekit.reading.schema import SHAPES, Dispatch
from strokekit.reading.words import own

CALLED = {
    "block": "a block",
    "choice": "a choice",
    "include": "an include",
    "free": "free time",
    "checkpoint": "a checkpoint",
    "unlisted": "unlisted steps",
    "cue_step": "a cue step",
}
"""How messages call a step of each shape."""


@attrs.frozen(kw_only=True)
class Held:
    """A node and the shape that it was held against."""

    pointer: str
    data: Any
    where: str
    """What messages call it: `a section`, `` `gliding` ``."""
    schema: Mapping[str, Any]
    technique: str | None = None


@attrs.frozen
class Misfit:
    """A fault of shape, and what was held against which shape."""

    held: Held
    fault: Fault

    @property
    def pointer(self) -> str:
        """The place of the fault."""
        return join(self.held.pointer, *self.fault.path)

    @property
    def worded(self) -> bool:
        """True for a fault in the words of a literal, not in its mapping or list."""
        return self.fault.keyword in {"pattern", "minimum"} and parent(self.held.schema, self.fault).get("title") in KINDS


@attrs.frozen
class Shaped:
    """What holding a document against the shapes has shown."""

    misfits: tuple[Misfit, ...] = ()
    heads: tuple[Wrong, ...] = ()
    """Steps whose head is missing, ambiguous, or names nothing."""

    @property
    def fits(self) -> bool:
        """True where the published schema would accept the document; it has no warnings."""
        return not self.misfits and all(CODES[wrong.name].severity == "warning" for wrong in self.heads)

    @property
    def touched(self) -> frozenset[str]:
        """The pointers at or above a fault, but for those whose literal says more of them than a schema can."""
        places = {misfit.pointer for misfit in self.misfits if not misfit.worded}
        return frozenset(place[:end] for place in places for end in (*_cuts(place), len(place)))

    @property
    def refused(self) -> frozenset[str]:
        """The pointers of keys that may not stand where they do: what they hold is not looked at."""
        unexpected = [misfit for misfit in self.misfits if "unexpected" in misfit.fault.params]
        return frozenset(join(misfit.pointer, key) for misfit in unexpected for key in misfit.fault.params["unexpected"])


def parent(schema: Mapping[str, Any], fault: Fault) -> Mapping[str, Any]:
    """Give the part of a schema whose keyword a fault is about."""
    return follow(schema, fault.schema_path[:-1])


def follow(schema: Mapping[str, Any], way: Path) -> Mapping[str, Any]:
    """Follow a way through a schema; references stand in it without being named.

    >>> follow({"items": {"$ref": "#/$defs/a"}, "$defs": {"a": {"type": "string"}}}, ("items",))
    {'type': 'string'}
    """
    here: Any = schema
    for part in (*way, None):
        while isinstance(here, Mapping) and "$ref" in here and part not in here:
            here = schema["$defs"][here["$ref"].rpartition("/")[2]]
        if part is not None:
            here = here[part]
    return here if isinstance(here, Mapping) else {}


def _cuts(pointer: str) -> list[int]:
    return [end for end, character in enumerate(pointer) if character == "/"]


def check_shape(document: Document, dispatch: Dispatch) -> Shaped:
    """Hold a document against the shapes that its heads decide; it is gone through once, whatever is wrong in it."""
    check = _Check(document, dispatch)
    data = document.data
    kind = "fragment" if data.get("kind") == "fragment" else "routine"
    check.held(kind, data, "", f"a {kind}")
    check.inside(data, "", "may_add")
    parts = data.get("parts")
    for name, part in own(parts):
        check.loops(part, join("/parts", name))
    sections = data.get("sections") if kind == "routine" else ()
    for index, section in enumerate(_list(sections)):
        check.section(section, f"/sections/{index}")
    return Shaped(tuple(check.misfits), tuple(check.heads))


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []


@attrs.define
class _Check:
    document: Document
    dispatch: Dispatch
    misfits: list[Misfit] = attrs.field(factory=list)
    heads: list[Wrong] = attrs.field(factory=list)

    @property
    def catalog(self) -> Catalog:
        return self.dispatch.catalog

    def held(self, name: str, data: Any, pointer: str, where: str, *, technique: str | None = None) -> None:
        """Hold one node against the shape of this name."""
        validator = self.dispatch.validator(name)
        faults = validator.faults(data)
        if faults:
            held = Held(pointer=pointer, data=data, where=where, schema=validator.schema, technique=technique)
            self.misfits += [Misfit(held, fault) for fault in faults]

    def section(self, data: Any, pointer: str) -> None:
        if not isinstance(data, Mapping):
            return
        head, wrong = section_head(data, pointer)
        if wrong is not None:
            self.heads.append(wrong)
            return
        self.held(f"section.{head}", data, pointer, "a section")
        if head != "free":
            self.loops(data, pointer)

    def loops(self, data: Any, pointer: str) -> None:
        """Go on to the steps of a block, or of something that loops as one."""
        if isinstance(data, Mapping):
            self.inside(data, pointer, "steps", "between", "may_add")
            self.interspersed(data, pointer)

    def inside(self, data: Mapping[str, Any], pointer: str, *keys: str) -> None:
        for key in keys:
            for index, step in enumerate(_list(data.get(key))):
                self.step(step, join(pointer, key, index))

    def interspersed(self, data: Mapping[str, Any], pointer: str) -> None:
        inner, at = data.get("interspersed"), join(pointer, "interspersed")
        if isinstance(inner, Mapping) and "every" in inner:
            self.inside(inner, at, "steps")
        else:
            self.step(inner, at)

    def step(self, data: Any, pointer: str) -> None:
        if not isinstance(data, Mapping):
            return
        head = judge(self.document, self.catalog, data, pointer)
        if head.wrong is not None:
            self.heads.append(head.wrong)
        shape = SHAPES.get(head.kind or "", "cue_step" if head.kind == "cue" else "")
        if shape:
            self.held(shape, data, pointer, CALLED[shape])
        elif head.kind is not None:
            self.deed(head, data, pointer)
        if head.kind == "choose":
            self.inside(data, pointer, "from")
        elif head.kind in {"steps", "include"}:
            self.loops(data, pointer)
        elif head.kind == "technique":
            self.interspersed(data, pointer)

    def deed(self, head: Head, data: Mapping[str, Any], pointer: str) -> None:
        if head.technique is None:
            self.held(str(head.kind), data, pointer, "a step")
            return
        # Under a wrong head or an alias the rest is held against what was meant, so that all is said in one pass.
        right: Literal["technique", "action"] = "technique" if head.technique.hands_on else "action"
        id_ = head.technique.id
        meant = data if head.wrong is None else {**{k: v for k, v in data.items() if k != head.kind}, right: id_}
        self.held(f"{right}:{id_}", meant, pointer, f"`{id_}`", technique=id_)
