"""What a rule gets and gives, and how the rules of a catalogue are run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from strokekit.composing.origins import document_of, locate_in, related
from strokekit.diagnostics import Diagnostic, Related, Report, Severity
from strokekit.formats.calls import in_call
from strokekit.formats.locating import Wrong
from strokekit.model.plan import Plan, PlanStep, steps_of, walk
from strokekit.model.timeline import Timeline
from strokekit.plugins.attempting import Failed, Misfit, attempt
from strokekit.plugins.calling import limited
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Demand, Rule
from strokekit.plugins.discovery import BUILTIN, broken
from strokekit.timing.load import Load, load_of
from strokekit.timing.measure import Measure, asked
from strokekit.timing.timeline import make_timeline


@attrs.frozen(kw_only=True)
class RuleContext:
    """Everything a rule may look at. It is only ever added to."""

    plan: Plan
    catalog: Catalog
    measure: Measure
    steps: tuple[PlanStep, ...] = attrs.field(init=False, repr=False)
    """Every technique and action in order, options included; of a loop one pass of each kind."""

    includes: Mapping[str, tuple[str, ...]] = attrs.field(init=False, repr=False)
    """Origin of a node that was included → the origins of the includes that lead there, the outermost first."""

    _kept: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @property
    def timeline(self) -> Timeline | None:
        """The plan at its ideal times; None while the time of a step is unknown. Made when a rule first asks."""
        if "timeline" not in self._kept:
            self._kept["timeline"] = make_timeline(self.plan, self.catalog).value
        made: Timeline | None = self._kept["timeline"]
        return made

    @property
    def load(self) -> Load | None:
        """What the run asks of the therapist at its ideal times; None while the time of a step is unknown."""
        if "load" not in self._kept:
            self._kept["load"] = None if self.timeline is None else load_of(self.timeline)
        found: Load | None = self._kept["load"]
        return found

    def __attrs_post_init__(self) -> None:
        """Collect once for all rules what many of them ask for."""
        object.__setattr__(self, "steps", steps_of(self.plan))
        nodes = (node for section in self.plan.sections for node in walk(section.block))
        led = {node.origin: tuple(via.origin for via in node.via if via.kind == "include") for node in nodes}
        object.__setattr__(self, "includes", {origin: includes for origin, includes in led.items() if includes})


@attrs.frozen(kw_only=True)
class Finding:
    """What a plugin's rule reports: a place, a sentence, and how much it weighs. Its code is that of the rule."""

    pointer: str
    message: str
    severity: Severity = Severity.WARNING
    hints: tuple[str, ...] = ()


def run_rules(plan: Plan, catalog: Catalog) -> Report:
    """Run every rule of the catalogue; one that fails is reported and the others still run. So are callables of techniques."""
    context = RuleContext(plan=plan, catalog=catalog, measure=Measure(catalog, of=plan))
    failing = asked(context.measure, plan)
    return Report.of((*failing, *(found for rule in catalog.rules.values() for found in _run(rule, context))))


def _run(rule: Rule, context: RuleContext) -> Iterable[Diagnostic]:
    owner = context.catalog.owners[f"rule:{rule.id}"]
    if owner.namespace == BUILTIN:  # a check that did not run must never look like one that found nothing
        return [_diagnostic(rule, context, given) for given in _given(rule, context)]

    def run() -> list[Diagnostic]:
        return [_diagnostic(rule, context, _usable(given)) for given in limited(_given(rule, context))]

    tried = attempt(run)
    return [broken(owner, f"its rule `{rule.id}` failed: {tried.words}")] if isinstance(tried, Failed) else tried.value


def _given(rule: Rule, context: RuleContext) -> Iterable[object]:
    if not isinstance(rule.check, Demand):
        return rule.check(context)
    from strokekit.checking.demands import demanded  # it needs the context that stands here

    return demanded(rule, rule.check, context)


def _usable(given: object) -> object:
    """Take what a plugin's rule gave, with plain texts in a finding.

    Raises:
        Misfit: a field of it holds something else.
    """
    if not isinstance(given, Finding):
        return given
    said: Any = given.hints  # whatever stands there: nobody has looked at it yet
    hints = (said,) if isinstance(said, str) else tuple(said)
    for text in (given.pointer, given.message, *hints):
        if type(text) is not str:
            raise Misfit(f"it gave a finding with {type(text).__name__} where a text is expected")
    if not isinstance(given.severity, Severity):
        raise Misfit(f"it gave a finding whose severity is {type(given.severity).__name__}, not Severity")
    return Finding(pointer=given.pointer, message=given.message, severity=given.severity, hints=hints)


def _diagnostic(rule: Rule, context: RuleContext, given: object) -> Diagnostic:
    if isinstance(given, Wrong):
        led = tuple(_led(context, given.pointer))
        return locate_in(context.plan.routine, attrs.evolve(given, related=(*given.related, *led)) if led else given)
    if not isinstance(given, Finding):
        raise TypeError(f"a rule gives `Finding`, not {type(given).__name__}")
    document, pointer = document_of(context.plan.routine, given.pointer)
    made = Diagnostic(
        code=rule.code,
        name=rule.id,
        severity=given.severity,
        message=given.message,
        file=document.source.name if document else "",
        pointer=pointer,
        span=document.span(pointer) if document else None,
        hints=given.hints,
        related=tuple(_led(context, given.pointer)),
    )
    return in_call(document.calls, document.source.name, made) if document else made


def _led(context: RuleContext, origin: str) -> Iterator[Related]:
    """Give the includes that lead to where something was written, the nearest first."""
    while "/" in origin and origin not in context.includes:
        origin = origin.rpartition("/")[0]
    for include in reversed(context.includes.get(origin, ())):
        yield related(context.plan.routine, "included from here", include)
