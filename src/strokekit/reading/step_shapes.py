"""The shapes of everything that has steps in it or is one, made for a given shape of a step.

The published schema puts a reference to any step there; the validators that run put "any mapping", since each step is held
against its own shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.plugins.declarations import Parameter, Technique
from strokekit.reading import envelope, shapes
from strokekit.reading.care_shapes import SET
from strokekit.reading.outlines import PLAIN_ID, Shape, closed, enum, key, listed, named, or_value, ref

STEP_EXAMPLE = {"technique": "kneading", "where": "calf", "repeat": "3..5"}
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
INCLUDE = r"^([a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*|\.{1,2}/[^#]*[^#/](#[a-z][a-z0-9_]*)?)$"
"""What is included: a part of this file, one of a plugin, or a file with the part in it."""
_CHOOSE: Shape = {"if": {"type": "string", "pattern": r"^ *0 *\.\. *[1-9][0-9]* *$"}, "else": ref("count")}
"""How many options: a count, whose least may be none."""


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
    told = f"{english(technique.title)}: {english(technique.summary)}".removesuffix(": ")
    properties: Shape = {head: key({"const": technique.id}, told), **shapes.NODE, **shapes.DEED}
    properties.pop("with")
    if technique.hands_on:
        properties |= {"stages": shapes.DOSES["stages"], "interspersed": ref("interspersed")}
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
    return {} if value is None else {"default": plain(value)}


def plain(value: Any) -> Any:
    """Give a literal as JSON has it: validators and encoders know no other mappings and lists."""
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, (list, tuple)) else value


def unknown_shape(head: str) -> Shape:
    """Give the shape of a step whose technique nobody knows: any dose may be its own, and what it has under `with`."""
    properties: Shape = {
        head: key({"type": "string"}, "what is done: the name of a value, such as `$which`"),
        **shapes.NODE,
        **shapes.DEED,
        **shapes.DOSES,
    }
    if head == "technique":
        properties["interspersed"] = ref("interspersed")
    return closed("step", properties, required=(head,))


def common_shape(whole: Shape, head: str) -> Shape:
    """Give what the shapes of all techniques or actions with the same keys say alike: that there are these keys and no others."""
    unknown = unknown_shape(head)
    return {**unknown, "properties": {name: unknown["properties"][name] for name in whole["properties"]}}


def own_shape(whole: Shape, name: str, common: Shape) -> Shape:
    """Say what the shape of one technique or action says, with what it has in common as a reference to it by its name."""
    own = {key: shape for key, shape in whole["properties"].items() if shape != common["properties"][key]}
    rest = {keyword: value for keyword, value in whole.items() if value != common.get(keyword)}
    return {"type": "object", **rest, "allOf": [ref(name)], "properties": own}


def _steps(step: Shape, text: str) -> Shape:
    return key(listed(step), text, [STEP_EXAMPLE])


def interspersed_shape(step: Shape) -> Shape:
    """Give the shape of what returns again and again: a step, or steps with how often."""
    often = key(
        {"if": {"enum": ["repeat", "step"]}, "else": ref("duration")},
        "between the repetitions, between the steps, or after so much time",
        "step",
        "30 s",
        default="repeat",
    )
    timed = closed("interspersion", {"every": often, "steps": _steps(step, "what is done then")}, required=("every", "steps"))
    told = {"if": {"type": "object", "required": ["every"]}, "then": timed, "else": step}
    return key(told, "what returns again and again in between", STEP_EXAMPLE)


def _loops(step: Shape) -> Shape:
    """Give what blocks and includes may carry besides what every node may."""
    return {
        **shapes.BLOCK,
        "between": _steps(step, "steps done between two passes"),
        "interspersed": ref("interspersed"),
        "may_add": _steps(step, "steps that a plan may switch on inside any step below"),
    }


def _block(step: Shape) -> Shape:
    return {"steps": _steps(step, "what is done, in order"), **shapes.NODE, **_loops(step)}


def block_shape(step: Shape) -> Shape:
    """Give the shape of a block of steps."""
    return closed("block", _block(step), required=("steps",), description="steps that belong together, once or in loops")


_VALUES = key(ref("values"), "what whoever includes the part may set; `$name` stands for it", {"firmness": {"type": "pressure"}})


def part_shape(step: Shape) -> Shape:
    """Give the shape of a part: a block that stands wherever it is included, with values of its own; its key is its name."""
    properties = {**_block(step), "values": _VALUES}
    del properties["id"]
    return closed("part", properties, required=("steps",), description="a block that is put wherever it is included")


def _include(step: Shape) -> Shape:
    put = key(
        {"type": "string", "pattern": INCLUDE},
        "a part of this file, of another file, or of a plugin, that is put here",
        "leg",
        "./legs.routine.yaml#leg",
    )
    return {"include": put, "set": SET, **shapes.NODE, **_loops(step)}


def include_shape(step: Shape) -> Shape:
    """Give the shape of a step that puts a part here."""
    return closed("include", _include(step), required=("include",), description="a part that is put here")


def _free() -> Shape:
    kind = key(enum("region", "pool"), "time for a region, or time that is given out when the plan is made", "region")
    among = key(listed(ref("place")), "the places that the time of a pool may go to", ["foot", "hand"])
    return {"free": kind, **shapes.NODE, **shapes.DOSES, "among": among}


def free_shape() -> Shape:
    """Give the shape of time without given strokes."""
    return closed("free time", _free(), required=("free",), description="time without given strokes")


def checkpoint_shape() -> Shape:
    """Give the shape of a moment with the time that should have passed; it takes no time itself."""
    properties: Shape = {
        "checkpoint": key(ref("duration"), "the time that should have passed", "12 min"),
        "since": key(
            {"type": "string", "pattern": PLAIN_ID},
            "the id of what the time counts from; by default the first technique of the section",
            "legs",
        ),
        **{name: shape for name, shape in shapes.NODE.items() if name not in ("duration", "share", "rest")},
    }
    return closed("checkpoint", properties, required=("checkpoint",), description="the time that should have passed")


def unlisted_shape() -> Shape:
    """Give the shape of steps that the source has and does not give."""
    count = key(ref("count"), "how many steps the source has that do not stand here", 2)
    properties: Shape = {"unlisted": count, **shapes.NODE, "where": shapes.DOSES["where"]}
    return closed("unlisted steps", properties, required=("unlisted",), description="steps that the source does not give")


def choice_shape(step: Shape) -> Shape:
    """Give the shape of a choice of some of several options."""
    by = key(enum("therapist", "client", "source"), "who chooses", "client", default="therapist")
    properties: Shape = {
        "choose": key(_CHOOSE, "how many of the options", 1, "0..1"),
        "from": _steps(step, "the options, the preferred first"),
        "by": by,
        **shapes.NODE,
    }
    return closed("choice", properties, required=("choose", "from"), description="some of several options")


def cue_shape() -> Shape:
    """Give the shape of a step that is nothing but what is said or asked; that it says or asks something is what makes it one."""
    return closed("cue step", shapes.NODE, description="a step that is only said or asked")


_PHASE: Shape = key(enum(*shapes.PHASES), "the part of the visit it belongs to", "warm_up", default="main")


def section_shape(step: Shape, head: str) -> Shape:
    """Give the shape of a section with steps, with an include or with free time, by its head."""
    properties = {"steps": _block, "include": _include}[head](step) if head != "free" else _free()
    return closed("section", {**properties, "phase": _PHASE}, required=("id", head), description="a part of the routine")


_SECTIONS_EXAMPLE = [{"id": "legs", "steps": [STEP_EXAMPLE]}]


def document_shape(section: Shape, step: Shape, kind: str = "") -> Shape:
    """Give the shape of a document around its steps: of a routine, of a fragment, or of what they have in common."""
    parts = {"leg": {"steps": [STEP_EXAMPLE]}}
    properties: Shape = {
        **envelope.DOCUMENT,
        "parts": key(named(part_shape(step)), "blocks that are put wherever they are included", parts),
        "may_add": _steps(step, "steps that a plan may switch on inside any step"),
        "sections": key(listed(section), "the parts of the routine, in order", _SECTIONS_EXAMPLE),
    }
    if kind == "fragment":
        del properties["sections"]
    more = {"routine": ("sections",), "fragment": ("parts",)}.get(kind, ())
    return closed(kind or "routine", properties, required=("strokekit", "title", *more))
