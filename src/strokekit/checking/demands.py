"""Rules without code: what a `Demand` asks of the steps of a plan, and what it says of those that do otherwise.

A step with alternatives, or with a state that is still open, may fit a match without having to. What may be forbidden is reported
as a warning at most; what is required must be so, whichever alternative is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from strokekit.checking.context import Finding, RuleContext
from strokekit.checking.loads import overloads
from strokekit.checking.saying import rests_on, weighed, words
from strokekit.composing.limits import within
from strokekit.composing.targets import ground, ways
from strokekit.diagnostics import Severity
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import Range
from strokekit.model.place import Path
from strokekit.model.plan import Either, PlanStep, walk
from strokekit.model.state import Lubricant, Position
from strokekit.model.touch import Things, Tool
from strokekit.plugins.declarations import Clause, Demand, Match, Rule
from strokekit.plugins.examining import kind_of_parameter

ANY, NONE = "any", "none"
"""Words of `lubricant`: whatever product, and a routine that says that there is none."""


@attrs.frozen(kw_only=True)
class Sight:
    """A step, where it stands, and what is known of who receives it."""

    step: PlanStep
    phase: str
    place: int


@attrs.frozen(kw_only=True)
class Fit:
    """Whether something fits: `may`, in one of its alternatives; `must`, in all. `found` is what fits, as it is written."""

    may: bool
    must: bool
    found: str = ""
    origin: str = ""


FITS = Fit(may=True, must=True)


def demanded(rule: Rule, demand: Demand, context: RuleContext) -> Iterator[Finding]:
    """Give what a rule without code finds in a plan."""
    sights = _sights(context)
    if any(fits(context, demand.applies, sight).may for sight in sights):
        yield from (weighed(rule, demand, context, found) for found in overloads(rule, demand.load, context))
    for sight in sights:
        applies = fits(context, demand.applies, sight)
        if not applies.may:
            continue
        found = _Found(rule, demand, context, sight, certain=applies.must)
        for clause in demand.forbids:
            yield from found.forbidden(clause, sights)
        for clause in demand.requires:
            yield from found.missing(clause, sights)
        for name, limit in demand.limits.items():
            yield from found.outside(name, limit)


def _sights(context: RuleContext) -> tuple[Sight, ...]:
    listed = [
        (node, section.phase) for section in context.plan.sections for node in walk(section.block) if isinstance(node, PlanStep)
    ]
    return tuple(Sight(step=step, phase=phase, place=place) for place, (step, phase) in enumerate(listed))


def fits(context: RuleContext, match: Match, sight: Sight) -> Fit:
    """Tell whether a step fits a match: every key that is given must fit."""
    parts = [_fit(context, key, getattr(match, key), sight) for key in _KEYS if getattr(match, key) not in ((), None)]
    named = next((part for part in parts if part.found and part.origin), next((part for part in parts if part.found), FITS))
    return Fit(may=all(part.may for part in parts), must=all(part.must for part in parts), found=named.found, origin=named.origin)


def _fit(context: RuleContext, key: str, wanted: Any, sight: Sight) -> Fit:
    made: Fit = _KEYS[key](context, wanted, sight)
    return made


def _plain(held: Iterable[str], wanted: tuple[str, ...]) -> Fit:
    there = [word for word in held if word in wanted]
    return Fit(may=bool(there), must=bool(there), found=there[0] if there else "")


def _technique(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    return _plain((sight.step.technique,), wanted)


def _family(context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    technique = context.catalog.technique(sight.step.technique)
    return _plain((technique.family,) if technique else (), wanted)


def _hands_on(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    return FITS if sight.step.hands_on is wanted else Fit(may=False, must=False)


def _phase(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    return _plain((sight.phase,), wanted)


def _purpose(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    return _plain(sight.step.node.purposes, wanted)


def _recipient(context: RuleContext, wanted: Any, _sight: Sight) -> Fit:
    recipient = context.plan.routine.recipient
    held = [recipient.kind, *(name for name, value in recipient.details.items() if value is True)]
    return _plain(held, wanted)


def _region(context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    """Tell whether a step works on one of the regions, on what lies in one, or along a path that leads over one."""
    step, anatomy = sight.step, context.catalog.anatomy
    held = [name for target in step.targets if target.area and (name := ground(target.area))]
    path = step.dose.get("path")
    if path is not None and isinstance(path.value, Path):
        held += [name for way in ways(anatomy, path.value) for name in way]
    there = next((name for name in held if any(anatomy.inside(name, region) for region in wanted)), "")
    wide = any(anatomy.inside(region, name) for name in held for region in wanted)
    found = there or (held[0] if wide else "")
    return Fit(may=bool(found), must=bool(there), found=found, origin=_said(step, "where", "path"))


def _tool(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    given = sight.step.dose.get("tool")
    tool = given.value if given is not None else None
    groups = [[hold.part for hold in group] for group in tool.options] if isinstance(tool, Tool) else []
    return _of_groups(groups, wanted, _said(sight.step, "tool"))


def _thing(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    given = sight.step.dose.get("thing")
    return _of_groups(_groups(given.value if given is not None else None), wanted, _said(sight.step, "thing"))


def _groups(things: Any) -> list[list[str]]:
    return [[item.thing for item in group] for group in things.options] if isinstance(things, Things) else []


def _of_groups(groups: list[list[str]], wanted: tuple[str, ...], origin: str) -> Fit:
    hits = [[word for word in group if word in wanted] for group in groups]
    found = next((hit[0] for hit in hits if hit), "")
    return Fit(may=bool(found), must=bool(hits) and all(hits), found=found, origin=origin)


def _held(sight: Sight, key: str) -> tuple[Any, ...]:
    """Give what a state may be here; None among it where it may be unstated."""
    state = sight.step.state.get(key)
    return state.options if isinstance(state, Either) else (state,)


def _state(key: str) -> Callable[[RuleContext, Any, Sight], Fit]:
    def fit(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
        groups = [group for option in _held(sight, key) for group in (_groups(option) or [[]])]
        return _of_groups(groups, wanted, _said(sight.step, key))

    return fit


def _lubricant(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    held = [_products(option) for option in _held(sight, "lubricant")]
    hits = [[word for word in words if word in wanted or (ANY in wanted and word != NONE)] for group in held for words in group]
    found = next((hit[0] for hit in hits if hit), "")
    return Fit(may=bool(found), must=bool(hits) and all(hits), found=found, origin=_said(sight.step, "lubricant"))


def _products(option: Any) -> list[list[str]]:
    """Give the products that may be on the skin, each an alternative; of what nobody says anything, nothing."""
    if not isinstance(option, Lubricant):
        return [[]]
    return [[item.thing] for item in option.products] or [[NONE]]


def _position(_context: RuleContext, wanted: Any, sight: Sight) -> Fit:
    held = _held(sight, "position")
    poses = [pose for option in held for pose in (option.options if isinstance(option, Position) else (None,))]
    there = [pose.pose if pose is not None and pose.pose in wanted else "" for pose in poses]
    return Fit(may=any(there), must=all(there), found=next(filter(None, there), ""), origin=_said(sight.step, "position"))


def _said(step: PlanStep, *names: str) -> str:
    """Give the place in the text where the step itself says something; empty where it does not."""
    for name in names:
        given = step.dose.get(name)
        if given is not None and given.by != "technique":
            return given.origin
        if name in step.node.state:
            return f"{step.node.origin}/{name}"
    return ""


_KEYS: Mapping[str, Callable[[RuleContext, Any, Sight], Fit]] = {
    "technique": _technique,
    "family": _family,
    "hands_on": _hands_on,
    "tool": _tool,
    "thing": _thing,
    "region": _region,
    "position": _position,
    "lubricant": _lubricant,
    "surface": _state("surface"),
    "drape": _state("drape"),
    "recipient": _recipient,
    "phase": _phase,
    "purpose": _purpose,
}


@attrs.frozen
class _Found:
    """What one rule says of one step."""

    rule: Rule
    demand: Demand
    context: RuleContext
    sight: Sight
    certain: bool = attrs.field(kw_only=True)

    def forbidden(self, clause: Clause, sights: tuple[Sight, ...]) -> Iterator[Finding]:
        """Report what may not be so and is, or may be."""
        for other in self._looked_at(clause, sights):
            fit = fits(self.context, clause, other)
            if fit.may:
                own = fit.origin if clause.at == "step" else ""
                yield self._finding(own, fit.found, "", certain=fit.must and not other.step.open)
                return

    def missing(self, clause: Clause, sights: tuple[Sight, ...]) -> Iterator[Finding]:
        """Report what must be so and is not, or need not be."""
        looked = [(other, fits(self.context, clause, other)) for other in self._looked_at(clause, sights)]
        if any(fit.must and not (other.step.open and other is not self.sight) for other, fit in looked):
            return
        perhaps = any(fit.may for _, fit in looked)
        yield self._finding("", "", "", certain=not perhaps)

    def outside(self, name: str, limit: Any) -> Iterator[Finding]:
        """Report a dose or a parameter that is outside its range."""
        reader = self.context.catalog.literals_of(self.rule.id)
        for kind, value, origin in self._amounts(name):
            bound = reader.read(kind, limit).value
            if bound is not None and isinstance(value, (Range, type(bound))) and not within(value, bound):
                written = self.context.catalog.literals.write(kind, value)
                yield self._finding(origin, str(written), str(reader.write(kind, bound)), certain=True)

    def _amounts(self, name: str) -> Iterator[tuple[str, Any, str]]:
        """Give what a name stands for at this step: a dose field, a parameter, or the temperature of the things it uses."""
        step = self.sight.step
        if name in DOSE:
            if name in step.dose:
                yield DOSE[name].kind, step.dose[name].value, step.dose[name].origin
            return
        technique = self.context.catalog.technique(step.technique)
        for own, parameter in technique.parameters.items() if technique else ():
            written = step.given.get(own, parameter.default)
            if name in (own, parameter.role) and written is not None:
                kind = name if name == "temperature" else kind_of_parameter(self.context.catalog, self.demand, own)
                value = self.context.catalog.literals_of(step.technique).read(kind, written).value
                yield kind, value, f"{step.origin}/with/{own}" if own in step.given else step.origin
        if name == "temperature":
            yield from ((name, value, origin) for value, origin in self._temperatures())

    def _temperatures(self) -> Iterator[tuple[Any, str]]:
        """Give the temperatures that the routine's equipment states for the things that the step uses."""
        given = self.sight.step.dose.get("thing")
        used = {word for group in _groups(given.value if given is not None else None) for word in group}
        for thing in self.context.plan.routine.equipment:
            if thing.thing in used and thing.details.get("temperature") is not None:
                yield thing.details["temperature"], f"{thing.origin}/temperature"

    def _looked_at(self, clause: Clause, sights: tuple[Sight, ...]) -> tuple[Sight, ...]:
        place = self.sight.place
        stretches = {"step": (place, place + 1), "before": (0, place), "after": (place + 1, None), "routine": (0, None)}
        return sights[slice(*stretches[clause.at])]

    def _finding(self, origin: str, found: str, limit: str, *, certain: bool) -> Finding:
        severity = Severity(self.demand.severity)
        if severity is Severity.ERROR and not (certain and self.certain):
            severity = Severity.WARNING
        facts = {"technique": self.sight.step.technique, "found": found, "limit": limit}
        hints = (words(self.context, self.demand.hint, facts), rests_on(self.rule.provenance))
        message = words(self.context, self.demand.message or self.rule.title, facts)
        return Finding(
            pointer=origin or self.sight.step.origin, message=message, severity=severity, hints=tuple(filter(None, hints))
        )


__all__ = ["ANY", "NONE", "Fit", "Sight", "demanded", "fits"]
