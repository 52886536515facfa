"""strokekit's own answers. What they hold is the contract of the suite; all of it is JSON.

- `read`: `data`, the document as JSON values (null where it can't be read), and `errors`, what is wrong with the text.
- `check`: `valid`, true or false, and `errors` and `warnings`: code and JSON Pointer of each, in the order of the text.
- `compose`: `errors`, and `steps`, what is done, one pass of each loop: `technique`, `side`, `open`, `inserted`, `spared`,
  and `dose`, what the author says of it as literals.
- `time`: `errors`, and in milliseconds `total` (`min`, `ideal`, `max`), `hands_on`, and `cues`, the steps and rests: `kind`,
  `start`, `end`, `technique`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from strokekit.diagnostics import Diagnostic, Outcome
from strokekit.engine import Engine
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import UNSTATED
from strokekit.model.plan import Plan, PlanStep, steps_of


@cache
def _engine() -> Engine:
    """Give the one engine of the built-ins."""
    return Engine()


def reference(question: Mapping[str, Any]) -> dict[str, Any]:
    """Answer a question of the suite as strokekit does.

    >>> reference({"does": "check", "syntax": "json", "text": "{}"})["valid"]
    False
    """
    engine = _engine()
    document = engine.read_text(question["text"], name="case", syntax=question["syntax"])
    does = question["does"]
    if does == "read":
        data = document.value.data if document.value is not None and document.report.ok else None
        return {"data": data, "errors": _listed(document.report.errors)}
    if does == "check":
        report = engine.check(document)
        return {"valid": report.ok, "errors": _listed(report.errors), "warnings": _listed(report.warnings)}
    wishes = {name: question[name] for name in ("values", "variant", "answers") if name in question}
    plan = engine.compose(engine.structure(document), **wishes)
    return _composed(engine, plan) if does == "compose" else _timed(engine, plan)


def _listed(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [f"{found.name} {found.pointer}".strip() for found in diagnostics]


def _composed(engine: Engine, plan: Outcome[Plan]) -> dict[str, Any]:
    steps = None if plan.value is None else [_step(engine, step) for step in steps_of(plan.value)]
    return {"errors": _listed(plan.report.errors), "steps": steps}


def _step(engine: Engine, step: PlanStep) -> dict[str, Any]:
    dose = {name: _literal(engine, name, given.value) for name, given in step.dose.items() if given.by != "technique"}
    return {
        "technique": step.technique,
        "side": step.side,
        "open": bool(step.open),
        "inserted": step.inserted,
        "spared": [region for target in step.targets for region in target.spared],
        "dose": dose,
    }


def _literal(engine: Engine, name: str, value: Any) -> Any:
    kind, write = DOSE[name].kind, engine.catalog.literals.write
    if value is UNSTATED or kind in ("word", "stages"):
        return "unstated" if value is UNSTATED else value if kind == "word" else None
    return [write(kind, part) for part in value] if isinstance(value, tuple) else write(kind, value)


def _timed(engine: Engine, plan: Outcome[Plan]) -> dict[str, Any]:
    if plan.value is None:
        return {"errors": _listed(plan.report.errors), "total": None}
    total, timeline = engine.measure(plan.value), engine.fit(plan).value
    cues = [cue for cue in timeline.cues if cue.kind in {"step", "rest"}] if timeline is not None else []
    return {
        "errors": _listed(plan.report.errors),
        "total": {"min": total.min, "ideal": total.ideal, "max": total.max},
        "hands_on": timeline.totals["hands_on"] if timeline is not None else None,
        "cues": [{"kind": cue.kind, "start": cue.start, "end": cue.end, "technique": cue.technique} for cue in cues],
    }
