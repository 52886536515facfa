"""Timeline → JSON: every cue with whole milliseconds, for programs that are not written in Python."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from strokekit.composing.origins import document_of
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import UNSTATED
from strokekit.model.elastic import Elastic
from strokekit.model.plan import Given, PlanStep
from strokekit.model.timeline import Cue, Timeline
from strokekit.rendering.context import RenderContext
from strokekit.rendering.messages import Messages

FORMAT_VERSION = 2
"""The version of this output; it grows when a field changes its meaning, not when one is added. Until 1, `via` held texts."""


def elastic_json(elastic: Elastic) -> dict[str, Any]:
    """Give a time as JSON; what nobody can tell is null."""
    whole = elastic.ideal or 0
    return {
        "min": elastic.min,
        "ideal": elastic.ideal,
        "max": elastic.max,
        "stated": {"ms": elastic.stated, "percent": elastic.stated * 100 // whole if whole else 0},
        "sourced": {"ms": elastic.sourced, "percent": elastic.sourced * 100 // whole if whole else 0},
        "estimates": list(elastic.estimates),
        "unknown": list(elastic.unknown),
    }


def timeline_json(context: RenderContext) -> str:
    """Write the timeline as JSON text, described by `schemas/timeline.schema.json`."""
    timeline, messages = context.timeline, context.messages
    routine = timeline.plan.routine
    made = {
        "format": "strokekit.timeline",
        "version": FORMAT_VERSION,
        "engine": timeline.version,
        "catalog": timeline.plan.catalog,
        "routine": {"id": routine.id, "title": messages.text(routine.title), "language": routine.language},
        "variant": timeline.plan.variant,
        "values": dict(timeline.plan.settings),
        "total": elastic_json(timeline.elastic),
        "totals": dict(timeline.totals),
        "sections": [_section(timeline, section.block.name, section.phase) for section in timeline.plan.sections],
        "cues": [_cue(timeline, cue, messages) for cue in timeline.cues],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _section(timeline: Timeline, name: str, phase: str) -> dict[str, Any]:
    times = [(cue.start, cue.end) for cue in timeline.cues if cue.section == name]
    start = min((start for start, _ in times), default=None)
    return {"name": name, "phase": phase, "start": start, "end": max((end for _, end in times), default=None)}


def _cue(timeline: Timeline, cue: Cue, messages: Messages) -> dict[str, Any]:
    document, pointer = document_of(timeline.plan.routine, cue.origin)
    step = timeline.steps.get(cue.name.split("#")[0]) if cue.kind == "step" else None
    made: dict[str, Any] = {
        "kind": cue.kind,
        "name": cue.name,
        "section": cue.section,
        "start": cue.start,
        "end": cue.end,
        "origin": cue.origin,
        "line": document.line(pointer) if document else None,
        "via": [{"kind": via.kind, "what": via.what, "origin": via.origin} for via in cue.via],
        "basis": cue.basis,
    }
    if cue.text is not None:
        made["text"] = messages.text(cue.text)
    if cue.move is not None:
        made["move"] = {"where": cue.move.where, "path": cue.move.path, "side": cue.move.side}
    if isinstance(step, PlanStep):
        made |= _step(step, messages)
    return made


def _step(step: PlanStep, messages: Messages) -> dict[str, Any]:
    literals = messages.catalog.literals
    dose = _dose(literals, step.dose)
    technique = messages.catalog.technique(step.technique)
    return {
        "technique": step.technique,
        "title": messages.text(step.node.title or (technique.title if technique else step.technique)),
        "hands_on": step.hands_on,
        "inserted": step.inserted,
        "dose": dose,
        "spared": list(dict.fromkeys(region for target in step.targets for region in target.spared)),
    }


def _dose(literals: Any, dose: Mapping[str, Given]) -> dict[str, Any]:
    return {name: _literal(literals, DOSE[name].kind, given.value) for name, given in dose.items() if name in DOSE}


def _literal(literals: Any, kind: str, value: Any) -> Any:
    if kind == "stages" and isinstance(value, tuple):
        return [_dose(literals, stage) for stage in value]
    if value is UNSTATED:
        return "unstated"
    if kind == "word":
        return "unstated" if value is UNSTATED else value
    return [literals.write(kind, part) for part in value] if isinstance(value, tuple) else literals.write(kind, value)
