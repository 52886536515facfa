"""The schemas, composed of a catalogue's declarations: one whole for editors, and one for each kind of step to run.

Both are made by the same functions, so that they say the same of every shape; a law keeps it. The published schema decides a
step's shape by `if`/`then` on its head; the reader decides it by looking the head up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from strokekit.formats.schema import Backend, Validator
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
SHAPES: Mapping[str, str] = {
    "steps": "block",
    "choose": "choice",
    **{head: head for head in ("include", "free", "checkpoint", "unlisted")},
}
"""Head → name of the shape; a step without any head is a `cue_step`."""


def published_schema(catalog: Catalog) -> Shape:
    """Give the one schema of a routine file, for editors and other tools."""
    step = ref("step")
    definitions: Shape = {
        **shapes.DEFS,
        "step": _step(catalog),
        "interspersed": step_shapes.interspersed_shape(step),
        "section": _section(),
        **{f"section.{head}": step_shapes.section_shape(step, head) for head in shapes.SECTION_HEADS},
        **{name: shape(step) for name, shape in HOLDERS.items()},
        **{name: shape() for name, shape in LEAVES.items()},
        **{f"any.{head}": step_shapes.unknown_shape(head) for head in ("technique", "action")},
        **_deed_shapes(catalog),
    }
    fragment = {"properties": {"kind": {"const": "fragment"}}, "required": ["kind"]}
    needs = {
        "if": fragment,
        "then": {"required": ["parts"], "not": {"required": ["sections"]}},
        "else": {"required": ["sections"]},
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


def _step(catalog: Catalog) -> Shape:
    """Tell which shape a step has: one `if`/`then` for each head, and for each technique."""
    branches = [_when(head, _deed_branch(catalog, head)) for head in ("technique", "action")]
    branches += [_when(head, ref(name)) for head, name in SHAPES.items()]
    cue = {"if": {"not": {"anyOf": [{"required": [head]} for head in shapes.HEADS]}}, "then": ref("cue_step")}
    return {"title": "step", "type": "object", "allOf": [*branches, cue]}


def _section() -> Shape:
    """Tell which shape a section has."""
    other = [_when(head, ref(f"section.{head}")) for head in ("include", "free")]
    steps = {"if": {"not": {"anyOf": [{"required": ["include"]}, {"required": ["free"]}]}}, "then": ref("section.steps")}
    return {"title": "section", "type": "object", "allOf": [*other, steps]}


def _when(head: str, then: Shape) -> Shape:
    return {"if": {"required": [head]}, "then": then}


def _deed_branch(catalog: Catalog, head: str) -> Shape:
    known = [technique.id for own, technique in _deeds(catalog) if own == head]
    each = [{"if": {"properties": {head: {"const": id_}}}, "then": ref(f"{head}.{id_}")} for id_ in known]
    what = "what is done with the hands on the client" if head == "technique" else "what is done around the work"
    value = {"type": "string", "pattern": VALUE}
    named = {"if": {"properties": {head: value}}, "then": ref(f"any.{head}")}
    return {"properties": {head: key({"if": value, "else": {"enum": known}}, what, *known[:3])}, "allOf": [*each, named]}


@attrs.frozen
class Dispatch:
    """The validators that run: the document, the section, and one for each kind of step, compiled when first needed.

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
            self._made[name] = Validator(schema, backend=self.backend)
        return self._made[name]

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
