"""The schemas, composed of a catalogue's declarations: one whole for editors, and one for each kind of step to run.

Both are made by the same functions, so that they say the same of every shape; a law keeps it. The published schema decides a
step's shape by `if`/`then` on its head; the reader decides it by looking the head up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from strokekit.formats.schema import Backend, Family, Validator
from strokekit.formats.schema_strict import strict
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Technique
from strokekit.reading import shapes, step_shapes
from strokekit.reading.outlines import VALUE, Shape, key, ref

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "tag:strokekit,2026:schema:routine:1"
ANY_STEP: Shape = {"type": "object"}
"""What stands for a step inside another where steps are validated one by one."""
_DEFS: Shape = {**shapes.DEFS, "interspersed": step_shapes.interspersed_shape(ANY_STEP)}
"""The shared definitions of the validators that run."""
HOLDERS: Mapping[str, Callable[[Shape], Shape]] = {
    "block": step_shapes.block_shape,
    "choice": step_shapes.choice_shape,
    "include": step_shapes.include_shape,
}
"""Name → shape, of the steps that hold steps."""
LEAVES: Mapping[str, Callable[[], Shape]] = {
    "free": step_shapes.free_shape,
    "checkpoint": step_shapes.checkpoint_shape,
    "unlisted": step_shapes.unlisted_shape,
    "cue_step": step_shapes.cue_shape,
}
"""Name → shape, of the other ones that are no techniques and no actions."""
DEED_HEADS = ("technique", "action")
"""The heads that name an entry of the catalogue."""
SHAPES: Mapping[str, str] = {
    "steps": "block",
    "choose": "choice",
    **{head: head for head in ("include", "free", "checkpoint", "unlisted")},
}
"""Head → name of the shape; a step without any head is a `cue_step`."""
_DEEDS: Mapping[str, str] = {
    "technique": "what is done with the hands on the client",
    "action": "what is done around the work",
}


def published_schema(catalog: Catalog) -> Shape:
    """Give the one schema of a routine file, for editors and other tools, fit for the strictest of them."""
    return strict(composed_schema(catalog))


def composed_schema(catalog: Catalog) -> Shape:
    """Give the same as it is put together: a literal is one shape there, whatever the types that it may have."""
    step = ref("step")
    definitions: Shape = {
        **shapes.DEFS,
        "step": _step(),
        **{f"step.{head}": _deed_branch(catalog, head) for head in DEED_HEADS},
        "step.headless": _headless(step),
        "interspersed": step_shapes.interspersed_shape(step),
        "section": _section(),
        **{f"section.{head}": step_shapes.section_shape(step, head) for head in shapes.SECTION_HEADS},
        **{name: shape(step) for name, shape in HOLDERS.items()},
        **{name: shape() for name, shape in LEAVES.items()},
        **{f"any.{head}": step_shapes.unknown_shape(head) for head in DEED_HEADS},
        **_deed_shapes(catalog),
    }
    fragment = {"type": "object", "properties": {"kind": {"const": "fragment"}}, "required": ["kind"]}
    needs = {
        "if": fragment,
        "then": {"required": ["parts"], "properties": {"parts": {"type": "object"}, "sections": False}},
        "else": {"required": ["sections"], "properties": {"sections": {"type": "array"}}},
    }
    whole = {**step_shapes.document_shape(ref("section"), step), **needs}
    lead: Shape = {
        "$schema": DIALECT,
        "$id": SCHEMA_ID,
        "title": "strokekit routine, version 1",
        "description": "a massage routine, as an author writes it",
    }
    return {**whole, **lead, "$defs": definitions}


def _deeds(catalog: Catalog) -> Iterable[tuple[str, Technique]]:
    for technique in catalog.techniques.values():
        yield head_of(technique), technique


def _deed_shapes(catalog: Catalog) -> Shape:
    """Give the shape of each technique and action; those with the same keys share the list of them."""
    made: Shape = {}
    names: dict[frozenset[str], str] = {}
    for head, technique in _deeds(catalog):
        whole = step_shapes.deed_shape(technique, head)
        name = names.setdefault(frozenset(whole["properties"]), f"keys.{head}.{technique.id}")
        common = made.setdefault(name, step_shapes.common_shape(whole, head))
        made[f"{head}.{technique.id}"] = step_shapes.own_shape(whole, name, common)
    return made


def head_of(technique: Technique) -> str:
    """Give the head key under which a technique or action stands."""
    return "technique" if technique.hands_on else "action"


def _step() -> Shape:
    """Tell which shape a step has: that of the first head it has, where further heads are unexpected; else a cue, or nothing yet.

    An author who is told of one of two heads mends both, so that one is said, and not each from the view of the other.
    """
    told: Shape = {"if": _any_of(shapes.CUES), "then": ref("cue_step"), "else": ref("step.headless")}
    for head, name in reversed([*((head, f"step.{head}") for head in DEED_HEADS), *SHAPES.items()]):
        told = {"if": _any_of((head,)), "then": ref(name), "else": told}
    return {"title": "step", "type": "object", **told}


def _headless(step: Shape) -> Shape:
    """Ask for a head, and show all there are: an editor lists them where a step begins."""
    deeds = {head: key({"type": "string"}, what) for head, what in _DEEDS.items()}
    others = {head: _whole(name, step)["properties"][head] for head, name in SHAPES.items()}
    cues = {cue: shapes.NODE[cue] for cue in shapes.CUES}
    return {"title": "step", "type": "object", "properties": {**deeds, **others, **cues}, "required": ["technique"]}


def _whole(name: str, step: Shape) -> Shape:
    return HOLDERS[name](step) if name in HOLDERS else LEAVES[name]()


def _section() -> Shape:
    """Tell which shape a section has, as for a step."""
    told = ref("section.steps")
    for head in ("free", "include"):
        told = {"if": _any_of((head,)), "then": ref(f"section.{head}"), "else": told}
    return {"title": "section", "type": "object", **told}


def _any_of(keys: Sequence[str]) -> Shape:
    tests: list[Shape] = [{"type": "object", "required": [name]} for name in keys]
    return tests[0] if len(tests) == 1 else {"type": "object", "anyOf": tests}


def _deed_branch(catalog: Catalog, head: str) -> Shape:
    """Tell which shape a technique or action has, by its id."""
    known = [technique.id for own, technique in _deeds(catalog) if own == head]
    each = [{"if": {"properties": {head: {"const": id_}}}, "then": ref(f"{head}.{id_}")} for id_ in known]
    value = {"type": "string", "pattern": VALUE}
    named = {"if": {"properties": {head: value}}, "then": ref(f"any.{head}")}
    # No description: editors show the first that they meet, and that of the very technique says more.
    told: Shape = {"if": value, "else": {"enum": known}}
    return {"title": "step", "type": "object", "properties": {head: told}, "allOf": [*each, named]}


@attrs.frozen
class Dispatch:
    """The validators that run: the document, the section, and one for each kind of step; the first that is needed compiles all.

    They are shared by all threads: two that need the same one at once may both make it, and either will do.
    """

    catalog: Catalog
    backend: Backend = "auto"
    _made: dict[str, Validator] = attrs.field(factory=dict, eq=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the recipe."""
        return (Dispatch, (self.catalog, self.backend))

    def validator(self, name: str) -> Validator:
        """Give the validator of `routine`, `fragment`, `section.steps`, `block`, `cue`, `technique:gliding`, any `technique`, ….

        Raises:
            KeyError: there is no such shape.
        """
        if name not in self._made:
            schema = {"$schema": DIALECT, **self._shape(name), "$defs": _DEFS}
            family = self._family if name in self._names else None
            self._made[name] = Validator(schema, backend=self.backend, family=family, name=name)
        return self._made[name]

    @cached_property
    def _family(self) -> Family:
        """All of them as one: to compile what they share takes longer than the rest."""
        return Family(lambda: {name: self._shape(name) for name in self._names}, {"$schema": DIALECT, "$defs": _DEFS})

    @cached_property
    def _names(self) -> Mapping[str, None]:
        """The names of all shapes that a document can be held against."""
        deeds = (f"{head}:{technique.id}" for head, technique in _deeds(self.catalog))
        sections = (f"section.{head}" for head in shapes.SECTION_HEADS)
        return dict.fromkeys((*HOLDERS, *LEAVES, "routine", "fragment", *sections, *DEED_HEADS, *deeds))

    def _shape(self, name: str) -> Shape:
        if name in HOLDERS:
            return HOLDERS[name](ANY_STEP)
        if name in LEAVES:
            return LEAVES[name]()
        if name in ("routine", "fragment"):
            return step_shapes.document_shape(ANY_STEP, ANY_STEP, name)
        if name.startswith("section."):
            return step_shapes.section_shape(ANY_STEP, name.removeprefix("section."))
        head, _, id_ = name.partition(":")
        if not id_ and head in {"technique", "action"}:
            return step_shapes.unknown_shape(head)
        return step_shapes.deed_shape(self.catalog.techniques[id_], head)
