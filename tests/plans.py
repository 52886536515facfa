"""Plans, timelines and reports made of short texts, for the tests of composing, timing and checking."""

from __future__ import annotations

import functools
import textwrap
from typing import Any

from strokekit.diagnostics import Report
from strokekit.engine import Engine
from strokekit.formats.limits import Limits
from strokekit.model.plan import Plan, PlanNode, PlanStep, walk
from strokekit.model.timeline import Timeline
from strokekit.timing.measure import Measure

HEAD = "strokekit: 1\ntitle: Test\ncontraindications: none_reviewed\n"


@functools.cache
def engine() -> Engine:
    """Give the one engine of these tests, with room for deep documents."""
    return Engine(limits=Limits(depth=400, nodes=2_000_000, size=50_000_000))


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
    return [
        (f"{d.span.line}:{d.span.column}" if d.span else "", d.code, d.message, d.hints) for d in report(text, **values)
    ]


def codes(text: str, **values: Any) -> list[str]:
    """Name what is reported, without `lubricant-missing`, which the short texts do not care about."""
    return [d.name for d in report(text, **values) if d.name != "lubricant-missing"]


def plan_of(text: str, **values: Any) -> Plan:
    """Compose a text that has no errors."""
    return engine().compose(engine().loads(text, name="r.yaml"), values=values or None).require()


def timeline_of(text: str, *, assume: dict[str, int] | None = None, **values: Any) -> Timeline:
    """Make the timeline of a text that has no errors."""
    return engine().fit(plan_of(text, **values), assume=assume).require()


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
    plan, measure = plan_of(text, **values), Measure(engine().catalog)
    found = measure.node(node_of(plan, name)) if name else measure.plan(plan)
    return found.min, found.ideal, found.max


def seconds(text: str, name: str = "", **values: Any) -> tuple[Any, ...]:
    """Measure in seconds, for the whole seconds that most tests have."""
    return tuple(None if ms is None else ms // 1_000 if ms % 1_000 == 0 else ms / 1_000 for ms in times(text, name, **values))
