"""What a rule gets and gives, and how the rules of a catalogue are run."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from strokekit.diagnostics import Diagnostic, Report, Severity
from strokekit.formats.locating import Wrong, locate
from strokekit.model.plan import Plan, PlanStep, steps_of
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Rule
from strokekit.plugins.discovery import broken
from strokekit.timing.measure import Measure


@attrs.frozen(kw_only=True)
class RuleContext:
    """Everything a rule may look at. It is only ever added to."""

    plan: Plan
    catalog: Catalog
    measure: Measure
    steps: tuple[PlanStep, ...] = attrs.field(init=False, repr=False)
    """Every technique and action in order, options included; of a loop one pass of each kind."""

    def __attrs_post_init__(self) -> None:
        """Collect the steps once for all rules."""
        object.__setattr__(self, "steps", steps_of(self.plan))


@attrs.frozen(kw_only=True)
class Finding:
    """What a plugin's rule reports: a place, a sentence, and how much it weighs. Its code is the rule's id."""

    pointer: str
    message: str
    severity: Severity = Severity.WARNING
    hints: tuple[str, ...] = ()


def run_rules(plan: Plan, catalog: Catalog) -> Report:
    """Run every rule of the catalogue; one that fails is reported and the others still run."""
    context = RuleContext(plan=plan, catalog=catalog, measure=Measure(catalog))
    return Report.of(found for rule in catalog.rules.values() for found in _run(rule, context))


def _run(rule: Rule, context: RuleContext) -> Iterable[Diagnostic]:
    try:
        return [_diagnostic(rule, context, given) for given in rule.check(context)]
    except Exception as problem:  # noqa: BLE001 - a plugin's rule may raise anything, and give anything
        owner = context.catalog.owners[f"rule:{rule.id}"]
        return [broken(owner, f"its rule `{rule.id}` failed: {type(problem).__name__}: {problem}")]


def _diagnostic(rule: Rule, context: RuleContext, given: object) -> Diagnostic:
    document = context.plan.routine.document
    if isinstance(given, Wrong):
        return locate(document, given)
    if not isinstance(given, Finding):
        raise TypeError(f"a rule gives `Finding`, not {type(given).__name__}")
    return Diagnostic(
        code=rule.id.replace(".", "/"),
        name=rule.id,
        severity=given.severity,
        message=given.message,
        file=document.source.name if document else "",
        pointer=given.pointer,
        span=document.span(given.pointer) if document else None,
        hints=given.hints,
    )
