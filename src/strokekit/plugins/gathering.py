"""Contributions → the parts of a catalogue: each value is looked at for itself, and what can't be used is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.formats import read_text
from strokekit.formats.document import Document
from strokekit.formats.pointer import split
from strokekit.literals import Mistake
from strokekit.literals.fields import DOSE
from strokekit.plugins.attempting import Failed, attempt
from strokekit.plugins.declarations import (
    API,
    NamedQuantity,
    Region,
    Renderer,
    Rule,
    Scale,
    Technique,
    Word,
)
from strokekit.plugins.discovery import BUILTIN, Contribution, Owner, broken
from strokekit.plugins.naming import Own
from strokekit.plugins.placing import Doubt, placed
from strokekit.plugins.sound import flaws
from strokekit.plugins.spelling import behind_namespaces, closest
from strokekit.plugins.verifying import Unusable, verified

_PARTS = {
    "strokekit_techniques": "techniques",
    "strokekit_regions": "regions",
    "strokekit_quantities": "quantities",
    "strokekit_scales": "scales",
    "strokekit_rules": "rules",
    "strokekit_renderers": "renderers",
}
_KINDS: dict[str, type[Any]] = {
    "strokekit_techniques": Technique,
    "strokekit_regions": Region,
    "strokekit_words": Word,
    "strokekit_quantities": NamedQuantity,
    "strokekit_scales": Scale,
    "strokekit_rules": Rule,
    "strokekit_renderers": Renderer,
}
_ID = re.compile(r"[a-z][a-z0-9_]*")


def _empty() -> dict[str, dict[str, Any]]:
    return {name: {} for name in _PARTS.values()}


@attrs.define
class Gathered:
    """The parts of a catalogue in the making; ids carry their namespace."""

    parts: dict[str, dict[str, Any]] = attrs.field(factory=_empty)
    words: dict[str, dict[str, Word]] = attrs.field(factory=dict)
    owners: dict[str, Owner] = attrs.field(factory=dict)
    messages: list[Mapping[str, str]] = attrs.field(factory=list)
    problems: list[Diagnostic] = attrs.field(factory=list)
    plugins: list[Owner] = attrs.field(factory=list)
    documents: dict[str, tuple[Document, ...]] = attrs.field(factory=dict)
    fragments: dict[str, tuple[Document, ...]] = attrs.field(factory=dict)


def gather(contributions: Iterable[Contribution]) -> Gathered:
    """Put contributions together, in the order of their namespaces, so that the order in which plugins come is no matter.

    What is claimed twice within a namespace stays with the first.
    """
    gathered = Gathered()
    listed = sorted(contributions, key=lambda given: given.owner.namespace)
    gathered.plugins = list(dict.fromkeys(given.owner for given in listed))
    for given in listed:
        if given.documents and given.owner.namespace != BUILTIN:
            gathered.documents[given.owner.namespace] = given.documents
        if given.hook == "strokekit_parts":
            _fragments(gathered, given)
            continue
        if given.hook == "strokekit_messages":
            gathered.messages.append(given.values)
            gathered.owners |= {f"message:{_named(given.owner, tag)}": given.owner for tag in given.values}
            continue
        for value in given.values:
            _take(gathered, given, value)
    for owner in gathered.plugins:
        _say_whole(gathered, owner.namespace)
    for region in gathered.parts["regions"].values():
        gathered.problems += _lost(gathered, region)
    return gathered


def _take(gathered: Gathered, given: Contribution, value: Any) -> None:
    """Put one value in its part, under its namespaced id, unless something is wrong with it."""
    kind = _KINDS[given.hook]
    fit = attempt(lambda: _fit(kind, given, value))
    if isinstance(fit, Failed):
        gathered.problems.append(broken(given.owner, f"a value of `{given.hook}` failed: {fit.words}"))
        return
    if isinstance(fit.value, str):
        gathered.problems.append(broken(given.owner, fit.value))
        return
    made = fit.value
    name = _named(given.owner, made.id)
    part = gathered.words.setdefault(made.group, {}) if isinstance(made, Word) else gathered.parts[_PARTS[given.hook]]
    if name in part:
        gathered.problems.append(broken(given.owner, f"it contributes the {_called(kind)} `{name}` twice"))
        return
    part[name] = made if made.id == name else attrs.evolve(made, id=name)
    gathered.owners[f"{kind.__name__.lower()}:{name}"] = given.owner


def _fragments(gathered: Gathered, given: Contribution) -> None:
    """Keep the parts of a plugin, as documents; they are read when a routine includes one."""
    kept: list[Document] = []
    for name, text in given.values.items():
        read = text if isinstance(text, Document) else read_text(text, name=name)
        document = read if isinstance(read, Document) else read.value
        wrong = () if isinstance(read, Document) else read.report.errors
        gathered.problems += [broken(given.owner, f"{found}") for found in wrong]
        kept += [document] if document is not None and not wrong else []
    names = [name for document in kept for name in _mapping(document.data.get("parts"))]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        gathered.problems.append(broken(given.owner, f"it contributes the part `{_named(given.owner, twice)}` twice"))
    if kept:
        gathered.fragments[given.owner.namespace] = tuple(kept)
        gathered.owners |= {f"part:{_named(given.owner, name)}": given.owner for name in names}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _say_whole(gathered: Gathered, namespace: str) -> None:
    """Give the references of a plugin's declarations their namespaces."""
    lead = f"{namespace}."
    parts = {**gathered.words, "region": gathered.parts["regions"], "technique": gathered.parts["techniques"]}
    if not namespace:
        return
    own = Own(
        namespace, {group: {name.removeprefix(lead) for name in ids if name.startswith(lead)} for group, ids in parts.items()}
    )
    regions, rules = gathered.parts["regions"], gathered.parts["rules"]
    regions |= {name: own.region(region) for name, region in regions.items() if name.startswith(lead)}
    rules |= {name: own.rule(rule) for name, rule in rules.items() if name.startswith(lead)}


def _fit(kind: type[Any], given: Contribution, value: Any) -> Any:
    """Give the value as it can be used, or say in words why it can't; what strokekit ships is held by its tests."""
    problem = _problem(kind, given.hook, value)
    if problem or given.owner.namespace == BUILTIN:
        return problem or value
    try:
        made = verified(value)
    except Unusable as unusable:
        return f"in the {_called(kind)} `{value.id}`, {unusable}"
    problem = _technique_problem(made) if isinstance(made, Technique) else ""
    return f"the technique `{made.id}` {problem}" if problem else _unsound(kind, made) or made


def _unsound(kind: type[Any], made: Any) -> str:
    """Say what contradicts itself in a declaration made in Python; one of a file was held against the same when it was read."""
    flaw = next(flaws(made), None)
    if flaw is None:
        return ""
    where = f"`{'.'.join(split(flaw.pointer))}`: " if flaw.pointer else ""
    hints = f" ({'; '.join(flaw.hints)})" if flaw.hints else ""
    return f"in the {_called(kind)} `{made.id}`, {where}{flaw.problem}{hints}"


def _problem(kind: type[Any], hook: str, value: Any) -> str:
    """Say why a value can't even be looked at, in words; empty where it can."""
    if not isinstance(value, kind):
        return f"`{hook}` gave {type(value).__name__}, not {kind.__name__}"
    name = value.id
    if not isinstance(name, str) or not _ID.fullmatch(name):
        shown = name if isinstance(name, str) else type(name).__name__
        return f"the {_called(kind)} `{shown:.60}` has no proper id: small letters, digits and `_`, without the namespace"
    api = getattr(value, "api", API)
    if api != API:
        return f"the {_called(kind)} `{name}` is made for version {api} of the plugin interface; this strokekit speaks {API}"
    return ""


def _technique_problem(technique: Technique) -> str:
    """Say what a technique declares that no step could keep to; empty where there is nothing."""
    strange = [field for field in (*technique.takes, *chain.from_iterable(technique.one_of)) if field not in DOSE]
    if strange:
        return f"takes `{strange[0]}`, which is no dose field"
    if not all(technique.one_of):
        return "needs one of no fields at all"
    for name, parameter in technique.parameters.items():
        if not _ID.fullmatch(name):
            return f"has the parameter `{name:.60}`, which is no id: small letters, digits and `_`"
        if parameter.type == "choice" and not parameter.choices:
            return f"has the parameter `{name}` with no choices"
        if len(set(parameter.choices)) < len(parameter.choices):
            return f"has the parameter `{name}` with a choice twice"
    return ""


def _lost(gathered: Gathered, region: Region) -> Iterator[Diagnostic]:
    """Report what a region refers to and nobody contributes, at its place in a file if it has one; the region stays."""
    regions = gathered.parts["regions"]
    for path, other in _named_by(region):
        if other not in regions:
            options = behind_namespaces(regions)
            near = closest(other, tuple(options))
            hints = (f"did you mean `{options[near]}`?",) if near else ()
            mistake = Mistake(name="unknown-region", facts={"id": other}, hints=hints)
            yield _hanging(gathered, region, path, mistake, f"refers to `{other}`, which does not exist")
    if _circular(regions, region.id):
        facts = {"problem": f"`{region.id}` is part of itself", "expected": "a region that it is a part of"}
        yield _hanging(gathered, region, ("part_of",), Mistake(name="literal", facts=facts), "is part of itself")


def _named_by(region: Region) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the regions that a region names, each with the way to where it does."""
    if region.part_of:
        yield ("part_of",), region.part_of
    for key in ("lies_in", "neighbours"):
        yield from (((key, index), other) for index, other in enumerate(getattr(region, key)))


def _hanging(gathered: Gathered, region: Region, path: tuple[str | int, ...], mistake: Mistake, words: str) -> Diagnostic:
    owner = gathered.owners[f"region:{region.id}"]
    doubt = Doubt(kind="region", id=region.id, path=path, mistake=mistake)
    found = placed(gathered.documents.get(owner.namespace, ()), owner, doubt)
    return found or broken(owner, f"the region `{region.id}` {words}")


def _circular(regions: Mapping[str, Region], start: str) -> bool:
    seen: set[str] = set()
    at = regions[start].part_of
    while at is not None and at in regions and at not in seen and at != start:
        seen.add(at)
        at = regions[at].part_of
    return at == start


def _named(owner: Owner, id_: str) -> str:
    """Put the namespace of a plugin in front of an id."""
    return f"{owner.namespace}.{id_}" if owner.namespace else id_


def _called(kind: type[Any]) -> str:
    return {"NamedQuantity": "quantity"}.get(kind.__name__, kind.__name__.lower())
