"""The schemas, composed of a catalogue's declarations: one whole for editors, and one for each kind of step to run.

Both are made by the same functions, so that they say the same of every shape; a law keeps it. The published schema decides a
step's shape by `if`/`then` on its head; the reader decides it by looking the head up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.formats.schema import Backend, Validator
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Parameter, Technique
from strokekit.reading import envelope, shapes
from strokekit.reading.outlines import Shape, closed, enum, key, listed, or_value, ref

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "tag:strokekit,2026:schema:routine:1"
_WITHOUT_TIME = {name: shape for name, shape in shapes.NODE.items() if name != "duration"}
"""What steps may carry whose time is that of their options, or of their words: a `duration` of their own is not read yet."""
ANY_STEP: Shape = {"type": "object"}
"""What stands for a step inside another where steps are validated one by one."""
_FORMS: dict[str, Shape] = {
    "text": {"type": "string"},
    "boolean": or_value({"type": "boolean"}),
    "count": ref("count"),
    "duration": ref("duration"),
    "quantity": ref("quantity"),
    "place": ref("place"),
    "pressure": ref("pressure"),
}
_STEP_EXAMPLE = {"technique": "kneading", "where": "calf", "repeat": "3..5"}


def english(text: Any) -> str:
    """Give the English of a text of the catalogue, or the first language it has."""
    if isinstance(text, Mapping):
        return str(text.get("en") or next(iter(text.values()), ""))
    return str(text)


def parameter_shape(parameter: Parameter) -> Shape:
    """Give the shape of a technique's own parameter."""
    shape = or_value(enum(*parameter.choices)) if parameter.type == "choice" else _FORMS[parameter.type]
    return key(shape, english(parameter.summary or parameter.title), **_default(parameter.default))


def deed_shape(technique: Technique, head: str) -> Shape:
    """Give the shape of a step of one technique or action: its head, what every node may carry, and the dose it takes."""
    properties: Shape = {head: key({"const": technique.id}, english(technique.title)), **shapes.NODE, **shapes.DEED}
    properties.pop("with")
    needed: tuple[str, ...] = ()
    if technique.parameters:
        own = {name: parameter_shape(parameter) for name, parameter in technique.parameters.items()}
        needed = tuple(name for name, parameter in technique.parameters.items() if parameter.needs and parameter.default is None)
        properties["with"] = closed("parameters", own, required=needed, description="what only this technique knows")
    for name, takes in technique.takes.items():
        if name in shapes.DOSES:
            properties[name] = {**shapes.DOSES[name], **_default(takes.default)}
    marks = {"deprecated": True} if technique.deprecated else {}
    summary = " ".join(part for part in (english(technique.summary), technique.deprecated) if part)
    required = (head, "with") if needed else (head,)
    return closed(english(technique.title), properties, required=required, description=summary, **marks)


def _default(value: Any) -> Shape:
    return {} if value is None else {"default": dict(value) if isinstance(value, Mapping) else value}


def unknown_shape(head: str) -> Shape:
    """Give the shape of a step whose technique nobody knows: any dose may be its own, and what it has under `with`."""
    return closed("step", {head: {"type": "string"}, **shapes.NODE, **shapes.DEED, **shapes.DOSES}, required=(head,))


def _steps(step: Shape, text: str) -> Shape:
    return key(listed(step), text, [_STEP_EXAMPLE])


def block_shape(step: Shape) -> Shape:
    """Give the shape of a block of steps."""
    return closed("block", _block(step), required=("steps",), description="steps that belong together, once or in loops")


def section_shape(step: Shape) -> Shape:
    """Give the shape of a section: a block with a name and a phase of the visit."""
    phase = key(enum(*shapes.PHASES), "the part of the visit it belongs to", "warm_up", default="main")
    properties = {**_block(step), "phase": phase}
    return closed("section", properties, required=("id", "steps"), description="a part of the routine")


def _block(step: Shape) -> Shape:
    between = _steps(step, "steps done between two passes")
    return {"steps": _steps(step, "what is done, in order"), **shapes.NODE, **shapes.BLOCK, "between": between}


def choice_shape(step: Shape) -> Shape:
    """Give the shape of a choice of some of several options."""
    by = key(enum("therapist", "client", "source"), "who chooses", "client", default="therapist")
    properties: Shape = {
        "choose": key(ref("count"), "how many of the options", 1),
        "from": _steps(step, "the options, the preferred first"),
        "by": by,
        **_WITHOUT_TIME,
    }
    return closed("choice", properties, required=("choose", "from"), description="some of several options")


def cue_shape() -> Shape:
    """Give the shape of a step that is nothing but what is said or asked."""
    some = [{"required": [cue]} for cue in shapes.CUES]
    return closed("cue step", _WITHOUT_TIME, anyOf=some, description="a step that is only said or asked")


def document_shape(section: Shape) -> Shape:
    """Give the shape of the document around its sections."""
    example = [{"id": "legs", "steps": [_STEP_EXAMPLE]}]
    properties = {**envelope.DOCUMENT, "sections": key(listed(section), "the parts of the routine, in order", example)}
    return closed("routine", properties, required=("strokekit", "title", "sections"))


def published_schema(catalog: Catalog) -> Shape:
    """Give the one schema of a routine file, for editors and other tools."""
    step = ref("step")
    definitions: Shape = {
        **shapes.DEFS,
        "step": _step(catalog),
        "section": section_shape(step),
        "block": block_shape(step),
        "choice": choice_shape(step),
        "cue_step": cue_shape(),
        **{f"{head}.{technique.id}": deed_shape(technique, head) for head, technique in _deeds(catalog)},
    }
    whole = document_shape(ref("section"))
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


def head_of(technique: Technique) -> str:
    """Give the head key under which a technique or action stands."""
    return "technique" if technique.hands_on else "action"


def _step(catalog: Catalog) -> Shape:
    """Tell which shape a step has: one `if`/`then` for each head, and for each technique."""
    branches = [_when(head, _deed_branch(catalog, head)) for head in ("technique", "action")]
    branches += [_when("steps", ref("block")), _when("choose", ref("choice"))]
    cue = {"if": {"not": {"anyOf": [{"required": [head]} for head in shapes.HEADS]}}, "then": ref("cue_step")}
    return {"title": "step", "type": "object", "allOf": [*branches, cue]}


def _when(head: str, then: Shape) -> Shape:
    return {"if": {"required": [head]}, "then": then}


def _deed_branch(catalog: Catalog, head: str) -> Shape:
    known = [technique.id for own, technique in _deeds(catalog) if own == head]
    each = [{"if": {"properties": {head: {"const": id_}}, "required": [head]}, "then": ref(f"{head}.{id_}")} for id_ in known]
    what = "what is done with the hands on the client" if head == "technique" else "what is done around the work"
    return {"properties": {head: key({"enum": known}, what, *known[:3])}, "allOf": each}


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
        """Give the validator of `document`, `section`, `block`, `choice`, `cue`, `technique:gliding`, or any `technique`.

        Raises:
            KeyError: there is no such shape.
        """
        if name not in self._made:
            schema = {"$schema": DIALECT, **self._shape(name), "$defs": shapes.DEFS}
            self._made[name] = Validator(schema, backend=self.backend)
        return self._made[name]

    def _shape(self, name: str) -> Shape:
        plain = {"section": section_shape, "block": block_shape, "choice": choice_shape, "document": document_shape}
        if name in plain:
            return plain[name](ANY_STEP)
        if name == "cue":
            return cue_shape()
        head, _, id_ = name.partition(":")
        if not id_ and head in {"technique", "action"}:
            return unknown_shape(head)
        return deed_shape(self.catalog.techniques[id_], head)
