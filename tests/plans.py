"""Plans, timelines and reports made of short texts, for the tests of composing, timing and checking."""

from __future__ import annotations

import functools
import json
import textwrap
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from strokekit.composing import compose
from strokekit.diagnostics import Report
from strokekit.engine import Engine
from strokekit.formats.limits import Limits
from strokekit.model.plan import Plan, PlanNode, PlanStep, walk
from strokekit.model.timeline import Timeline
from strokekit.plugin import Takes, Technique
from strokekit.plugins.hookspecs import hookimpl
from strokekit.timing.measure import Measure

HEAD = "strokekit: 1\ntitle: Test\ncontraindications: none_reviewed\n"


class Extra:
    """A plugin with a technique of which nobody knows how long it takes."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute `x.bare`."""
        takes = {"where": Takes(), "repeat": Takes(), "duration": Takes(), "rest": Takes()}
        return [Technique(id="bare", title="Bare", family="effleurage", summary="Nobody timed it.", takes=takes)]


@functools.cache
def engine() -> Engine:
    """Give the one engine of these tests: the built-ins, `x.bare`, and room for deep documents."""
    return Engine(plugins={"x": Extra()}, limits=Limits(depth=400, nodes=2_000_000, size=50_000_000))


def document(steps: str, *, head: str = "", section: str = "") -> str:
    """Write a routine with one section `s`; `head` stands before the sections, `section` before the steps."""
    body = textwrap.indent(textwrap.dedent(steps).strip("\n"), "      ")
    inner = textwrap.indent(textwrap.dedent(section).strip("\n"), "    ")
    lines = [HEAD + textwrap.dedent(head).strip("\n"), "sections:", "  - id: s", inner, "    steps:", body]
    return "\n".join(line for line in lines if line.strip()) + "\n"


def report(text: str, **values: Any) -> Report:
    """Report everything about a text."""
    outcome = engine().compose(engine().loads(text, name="r.yaml"), values=values or None)
    return outcome.report


def said(text: str, **values: Any) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Say what is reported: line and column, code, message, hints."""
    return [(f"{d.span.line}:{d.span.column}" if d.span else "", d.code, d.message, d.hints) for d in report(text, **values)]


def codes(text: str, **values: Any) -> list[str]:
    """Name what is reported, without `lubricant-missing`, which the short texts do not care about."""
    return [d.name for d in report(text, **values) if d.name != "lubricant-missing"]


def plan_of(text: str, **values: Any) -> Plan:
    """Compose a text that has no errors."""
    return engine().compose(engine().loads(text, name="r.yaml"), values=values or None).require()


def unruled(text: str) -> Plan:
    """Compose a text without asking the rules: what does not add up may still be measured."""
    return compose(engine().loads(text, name="r.yaml").require(), engine().catalog).require()


def timeline_of(text: str, *, known: dict[str, int] | None = None, **values: Any) -> Timeline:
    """Make the timeline of a text that has no errors."""
    return engine().fit(plan_of(text, **values), assume=known).require()


def nodes_of(plan: Plan) -> list[PlanNode]:
    """Give every node of a plan, in order."""
    return [node for section in plan.sections for node in walk(section.block)]


def node_of(plan: Plan, name: str) -> Any:
    """Give the node with a name, the first of them."""
    return next(node for node in nodes_of(plan) if node.name == name)


def step_of(plan: Plan, name: str) -> PlanStep:
    """Give the step with a name."""
    found = node_of(plan, name)
    assert isinstance(found, PlanStep)
    return found


def times(text: str, name: str = "", **values: Any) -> tuple[int, int | None, int | None]:
    """Measure a node of a text, or all of it: least, ideal, most, in milliseconds."""
    plan = plan_of(text, **values)
    measure = Measure(engine().catalog, of=plan)
    found = measure.node(node_of(plan, name)) if name else measure.plan(plan)
    return found.min, found.ideal, found.max


def seconds(text: str, name: str = "", **values: Any) -> tuple[Any, ...]:
    """Measure in seconds, for the whole seconds that most tests have."""
    return tuple(None if ms is None else ms // 1_000 if ms % 1_000 == 0 else ms / 1_000 for ms in times(text, name, **values))


def _fields(draw: Any, table: dict[str, list[Any]], *, most: int) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(table)), max_size=most, unique=True))
    return {name: draw(st.sampled_from(table[name])) for name in names}


DOSE: dict[str, list[Any]] = {
    "repeat": [1, 3, "2..5", "~6", "several", "3..", "..4", "2 each way", "unstated"],
    "duration": ["40 s", "1..3 min", "~2 min", "few_minutes", "2 min..", "30 s each side", "3 breaths", "unstated"],
    "rest": ["5 s", "2 s each repeat", "1..3 s", "moment"],
    "tempo": ["20/min", "4 s each", "2..3 cm/s", "slow"],
    "side": ["left", "right", "both", "both_at_once", "opposite"],
    "pressure": ["light", "gentle..moderate", "deeper", "rising slowly", "light -> firm each repeat", "steady"],
    "pattern": ["3 strips across", "lines", "4 points"],
    "direction": ["clockwise", "outward", "toward heart or counterclockwise"],
    "until": ["tissue_softens", "unstated"],
    "breath": ["exhale"],
    "share": ["20%", "10..30%", "..40%", "~25%"],
    "stages": [
        [{"pressure": "light"}, {"pressure": "firm"}],
        [{"pressure": "light", "duration": "20 s"}, {"pressure": "moderate", "repeat": 2}],
        [{"duration": "10 s"}, {"pressure": "light"}],
    ],
}
EVERY: list[Any] = ["repeat", "20 s", "30..60 s", "few_seconds"]
"""When what is interspersed returns; all but the first are times."""
NODE: dict[str, list[Any]] = {
    "optional": [True, False],
    "expect": [True, False],
    "when": ["wanted", "value long", "not value long", "found knots", "position prone"],
    "position": ["prone", "supine", "left side_lying", "prone or supine", "unstated"],
    "therapist": ["standing beside hips", "kneeling at head", "unstated"],
    "say": ["Breathe out", {"text": "And again", "at": "each repeat"}, {"text": "Soon done", "at": "-2 s"}],
    "ask": [{"text": "Is it too much", "at": "pressure_rise"}],
    "note": ["Slowly"],
    "purpose": ["calm"],
}
LOOP: dict[str, list[Any]] = {
    "repeat": [1, 2, 3, "2..4", "few", "unstated"],
    "sides": ["each", "left then right", "right then left", "same then other"],
    "duration": ["..60 min", "1 ms..", "unstated"],
    "rest": ["5 s", "2 s each repeat"],
    "order": ["any", "written"],
    "for_each": [{"toe": "all"}, {"finger": [5, 1]}, {"place": ["calf", "thigh"]}],
    "share": ["30%", "20..50%"],
    "until": ["tissue_softens"],
}
PLACES = ["calf", "left thigh", "knots in calf", "top of shoulders", ["calf", "thigh"], "lower_back", "every toe", "unstated"]


@st.composite
def deeds(draw: Any) -> dict[str, Any]:
    """Make a technique or an action with any dose."""
    if draw(st.integers(0, 3)) == 0:
        action = draw(st.sampled_from(["turn_over", "change_place", "dim_lights", "cover"]))
        return {"action": action, **_fields(draw, NODE, most=2)}
    place = draw(
        st.sampled_from([*({"where": place} for place in PLACES), {"path": "ankle -> thigh"}, {"path": "calf -> ankle -> calf"}])
    )
    dose = _fields(draw, DOSE, most=4)
    made = {
        "technique": draw(st.sampled_from(["kneading", "stroking", "circles"])),
        **place,
        **dose,
        **_fields(draw, NODE, most=2),
    }
    return {**made, "interspersed": draw(_interspersed(*EVERY))} if draw(st.integers(0, 4)) == 0 else made


@st.composite
def _interspersed(draw: Any, *every: Any) -> dict[str, Any]:
    """Make what returns between the passes of a step, or after so much time."""
    step = {
        "technique": "stroking",
        "where": "calf",
        **_fields(draw, {"duration": ["5 s", "3..9 s"], "optional": [True]}, most=2),
    }
    return {"every": draw(st.sampled_from(every)), "steps": [step]}


@st.composite
def _without_strokes(draw: Any) -> dict[str, Any]:
    """Make time without given strokes, steps that the source does not give, or a checkpoint."""
    time = _fields(draw, {"duration": ["2 min", "1..3 min"], "share": ["10%", "5..20%"]}, most=2)
    heads: list[dict[str, Any]] = [
        {"free": "region", "where": "calf", **time},
        {"free": "pool", "among": ["calf", "thigh"], **time},
        {"unlisted": 2},
        {"checkpoint": draw(st.sampled_from(["3 min", "1..20 min"]))},
    ]
    return {**draw(st.sampled_from(heads)), **_fields(draw, {key: NODE[key] for key in ("optional", "note")}, most=1)}


def _loops(draw: Any, children: Any) -> dict[str, Any]:
    kind = draw(st.integers(0, 3))
    if kind == 0:
        options = draw(st.lists(children, min_size=1, max_size=3))
        return {
            "choose": draw(st.sampled_from([1, "1..2", "1..", "0..1", "0..2"])),
            "from": [*options, {"action": "dim_lights"}],
            **_fields(draw, {**NODE, "duration": ["..60 min"], "share": ["..30%"]}, most=1),
        }
    if kind == 1:
        times = {"duration": ["5 s", "..9 s"], "share": ["2%"]}
        said = {draw(st.sampled_from(["say", "ask", "caution"])): "Mind the next part", **_fields(draw, times, most=1)}
        spoken: dict[str, Any] = draw(st.sampled_from([said, draw(_without_strokes())]))
        return spoken
    block = {
        "steps": draw(st.lists(children, min_size=1, max_size=3)),
        **_fields(draw, NODE, most=1),
        **_fields(draw, LOOP, most=3),
    }
    if draw(st.booleans()) and {"repeat", "sides"} & set(block):
        block["between"] = [draw(deeds())]
    if draw(st.integers(0, 3)) == 0:
        loops = bool({"repeat", "sides", "for_each"} & set(block))
        block["interspersed"] = draw(_interspersed("step", *(EVERY if loops else EVERY[1:])))
    return block


@st.composite
def _grown(draw: Any, children: Any) -> dict[str, Any]:
    return _loops(draw, children)


steps = st.recursive(deeds(), _grown, max_leaves=8)
"""Any step: deeds, choices, cue steps, and blocks of such."""


@st.composite
def routines(draw: Any) -> str:
    """Make the text of a routine, in JSON, with values, places to avoid and a cap."""
    sections = draw(st.lists(st.lists(steps, min_size=1, max_size=3), min_size=1, max_size=3))
    phases = [draw(st.sampled_from(["preparation", "main", "aftercare"])) for _ in sections]
    booking = _fields(draw, {"table": ["60 min"], "slot": ["80..90 min"], "before": ["5..10 min"]}, most=2)
    data = {
        "strokekit": 1,
        "title": "Any",
        **({"booking": booking} if booking else {}),
        "contraindications": "none_reviewed",
        "values": {"long": {"type": "boolean", "default": draw(st.booleans())}, "times": {"type": "count", "default": "2..3"}},
        "defaults": _fields(draw, {"repeat": [2, "unstated", "$times"], "pressure": ["moderate"]}, most=2) or {"repeat": 2},
        "sections": [
            {
                "id": f"part_{index}",
                "phase": phase,
                "steps": made,
                **_fields(draw, {**{k: NODE[k] for k in ("position", "optional")}, "share": ["30%", "10..40%"]}, most=2),
            }
            for index, (phase, made) in enumerate(zip(phases, sections, strict=True))
        ],
    }
    return json.dumps(data)


@st.composite
def plans(draw: Any) -> Plan:
    """Make a composed plan; what has errors of its own, such as a pose out of reach, is composed without the rules."""
    outcome = engine().loads(draw(routines()), name="r.json", syntax="json")
    assume(outcome.value is not None)
    made = compose(outcome.require(), engine().catalog)
    assume(made.value is not None)
    return made.require()
