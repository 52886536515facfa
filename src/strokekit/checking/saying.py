"""The words of rules without code: filled in, with what the rule rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.checking.context import Finding, RuleContext
from strokekit.checking.loads import Overload
from strokekit.diagnostics import Severity
from strokekit.plugins.declarations import Demand, Provenance, Rule


def words(context: RuleContext, text: Any, facts: Mapping[str, str]) -> str:
    """Fill the words in: in the routine's language, else in English, else in the first there is."""
    if isinstance(text, Mapping):
        text = text.get(context.plan.routine.language) or text.get("en") or next(iter(text.values()), "")
    return str(text).format_map(facts) if "{" in str(text) or "}" in str(text) else str(text)


def rests_on(provenance: Provenance) -> str:
    """Say who says so, for a hint."""
    said = ", ".join(part for part in (provenance.source, provenance.date) if part)
    kind = provenance.kind.replace("_", " ")
    if said:
        return f"the rule comes from {said} ({kind})"
    return "no source is named for the rule" if provenance.kind == "estimate" else f"the rule rests on {kind}"


def weighed(rule: Rule, demand: Demand, context: RuleContext, found: Overload) -> Finding:
    """Say what is wrong with the load, with the rule's own words."""
    facts = {"technique": found.what, "found": found.found, "limit": found.limit}
    said = words(context, demand.message or rule.title, facts)
    hints = (found.note, words(context, demand.hint, facts), rests_on(rule.provenance))
    severity = Severity(demand.severity) if found.certain else Severity.HINT
    return Finding(pointer=found.origin, message=said, severity=severity, hints=tuple(filter(None, hints)))
