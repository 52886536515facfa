"""The schemas, composed of a catalogue's declarations: one whole for editors, and one for each kind of step to run.

Both are made by the same functions, so that they say the same of every shape; a law keeps it. The published schema decides a
step's shape by `if`/`then` on its head; the reader decides it by looking the head up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from strokekit.formats.schema import Backend, Validator
from strokekit.literals.fields import DOSE
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Parameter, Technique
from strokekit.reading import shapes
from strokekit.reading.shapes import Shape, closed, described, enum, field_shape, ref

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "tag:strokekit,2026:schema:routine:1"
ANY_STEP: Shape = {"type": "object"}
"""What stands for a step inside another where steps are validated one by one."""
_FORMS: dict[str, Shape] = {
    "text": {"type": "string"},
    "boolean": {"type": "boolean"},
    "count": ref("count"),
    "duration": ref("duration"),
    "quantity": ref("quantity"),
    "place": ref("place"),
    "pressure": ref("pressure"),
}


def english(text: Any) -> str:
    """The English of a text of the catalogue, or the first language it has."""
    if isinstance(text, Mapping):
        return str(text.get("en") or next(iter(text.values()), ""))
    return str(text)


def parameter_shape(parameter: Parameter) -> Shape:
    """The shape of a technique's own parameter."""
    shape = enum(*parameter.choices) if parameter.type == "choice" else _FORMS[parameter.type]
    default = {} if parameter.default is None else {"default": parameter.default}
    return described({**shape, **default}, english(parameter.summary or parameter.title))


def deed_shape(technique: Technique, head: str) -> Shape:
    """A step of one technique or action: its head, what every node may carry, and the dose it takes."""
    properties: Shape = {head: {"const": technique.id}, **shapes.NODE, **shapes.DEED}
    properties.pop("with")
    if technique.parameters:
        own = {name: parameter_shape(parameter) for name, parameter in technique.parameters.items()}
        properties["with"] = described(closed(own), "what only this technique knows")
    for name, takes in technique.takes.items():
        if name in DOSE and not DOSE[name].later:
            default = {} if takes.default is None else {"default": takes.default}
            properties[name] = {**field_shape(DOSE[name]), **default}
    marks = {"deprecated": True} if technique.deprecated else {}
    return described(closed(properties, required=(head,), **marks), english(technique.summary))


def block_shape(step: Shape, *, phase: bool = False) -> Shape:
    """A block of steps, or with `phase` a section."""
    steps = {"type": "array", "items": step, "minItems": 1}
    properties: Shape = {
        "steps": described(steps, "what is done, in order"),
        **shapes.NODE,
        **shapes.BLOCK,
        "between": described(steps, "steps done between two passes"),
    }
    if phase:
        properties["phase"] = described({**enum(*shapes.PHASES), "default": "main"}, "the part of the visit it belongs to")
        return closed(properties, required=("id", "steps"))
    return described(closed(properties, required=("steps",)), "steps that belong together, once or in loops")


def choice_shape(step: Shape) -> Shape:
    """Some of several options."""
    properties: Shape = {
        "choose": described(ref("count"), "how many of the options"),
        "from": described({"type": "array", "items": step, "minItems": 1}, "the options, the preferred first"),
        "by": described({**enum("therapist", "client", "source"), "default": "therapist"}, "who chooses"),
        **shapes.NODE,
    }
    return described(closed(properties, required=("choose", "from")), "some of several options")


def cue_shape() -> Shape:
    """A step that is nothing but what is said or asked."""
    return closed(shapes.NODE, anyOf=[{"required": [cue]} for cue in shapes.CUES])


def document_shape(section: Shape) -> Shape:
    """The document around its sections."""
    sections = {"type": "array", "items": section, "minItems": 1}
    properties = {**shapes.DOCUMENT, "sections": described(sections, "the parts of the routine, in order")}
    return closed(properties, required=("strokekit", "title", "sections"))


def published_schema(catalog: Catalog) -> Shape:
    """The one schema of a routine file, for editors and other tools."""
    definitions: Shape = {**shapes.DEFS, "step": _step(catalog), "section": block_shape(ref("step"), phase=True)}
    definitions["block"], definitions["choice"], definitions["cue_step"] = block_shape(ref("step")), choice_shape(ref("step")), cue_shape()
    for head, technique in _deeds(catalog):
        definitions[f"{head}.{technique.id}"] = deed_shape(technique, head)
    whole = document_shape(ref("section"))
    lead: Shape = {"$schema": DIALECT, "$id": SCHEMA_ID, "title": "strokekit routine, version 1"}
    return {**lead, **whole, "$defs": definitions}


def _deeds(catalog: Catalog) -> Iterable[tuple[str, Technique]]:
    for technique in catalog.techniques.values():
        yield ("technique" if technique.hands_on else "action"), technique


def _step(catalog: Catalog) -> Shape:
    """Which shape a step has: one `if`/`then` for each head, and for each technique."""
    branches = [_when(head, _deed_branch(catalog, head)) for head in ("technique", "action")]
    branches += [_when("steps", ref("block")), _when("choose", ref("choice"))]
    cue = {"if": {"not": {"anyOf": [{"required": [head]} for head in shapes.HEADS]}}, "then": ref("cue_step")}
    return {"type": "object", "allOf": [*branches, cue]}


def _when(head: str, then: Shape) -> Shape:
    return {"if": {"required": [head]}, "then": then}


def _deed_branch(catalog: Catalog, head: str) -> Shape:
    known = [technique for own, technique in _deeds(catalog) if own == head]
    options = [{"const": t.id, "description": english(t.summary)} for t in known]
    names: Shape = {"enum": [t.id for t in known], "description": "what is done", "examples": [o["const"] for o in options[:3]]}
    each = [
        {"if": {"properties": {head: {"const": t.id}}, "required": [head]}, "then": ref(f"{head}.{t.id}")} for t in known
    ]
    return {"properties": {head: names}, "allOf": each}


@attrs.frozen
class Dispatch:
    """The validators that run: the document, the section, and one for each kind of step, compiled when first needed."""

    catalog: Catalog
    backend: Backend = "auto"
    _made: dict[str, Validator] = attrs.field(factory=dict, eq=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the recipe."""
        return (Dispatch, (self.catalog, self.backend))

    def validator(self, name: str) -> Validator:
        """Give the validator of `document`, `section`, `block`, `choice`, `cue`, or `technique:gliding`."""
        if name not in self._made:
            self._made[name] = Validator({"$schema": DIALECT, **self._shape(name), "$defs": shapes.DEFS}, backend=self.backend)
        return self._made[name]

    def _shape(self, name: str) -> Shape:
        match name:
            case "document":
                return document_shape(ANY_STEP)
            case "section":
                return block_shape(ANY_STEP, phase=True)
            case "block":
                return block_shape(ANY_STEP)
            case "choice":
                return choice_shape(ANY_STEP)
            case "cue":
                return cue_shape()
        head, _, technique = name.partition(":")
        return deed_shape(self.catalog.techniques[technique], head)
