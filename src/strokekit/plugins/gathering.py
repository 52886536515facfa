"""Contributions → the parts of a catalogue: each value is looked at for itself, and what can't be used is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic
from strokekit.literals.fields import DOSE
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
from strokekit.plugins.discovery import Contribution, Owner, broken

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


def gather(contributions: Iterable[Contribution]) -> Gathered:
    """Put contributions together, in the order of their namespaces, so that the order in which plugins come is no matter.

    What is claimed twice within a namespace stays with the first.
    """
    gathered = Gathered()
    listed = sorted(contributions, key=lambda given: given.owner.namespace)
    gathered.plugins = list(dict.fromkeys(given.owner for given in listed))
    for given in listed:
        if given.hook == "strokekit_messages":
            gathered.messages.append(given.values)
            continue
        for value in given.values:
            _take(gathered, given, value)
    for region in gathered.parts["regions"].values():
        gathered.problems += _lost(gathered, region)
    return gathered


def _take(gathered: Gathered, given: Contribution, value: Any) -> None:
    """Put one value in its part, under its namespaced id, unless something is wrong with it."""
    kind = _KINDS[given.hook]
    problem = _problem(kind, given.hook, value)
    if problem:
        gathered.problems.append(broken(given.owner, problem))
        return
    name = f"{given.owner.namespace}.{value.id}" if given.owner.namespace else value.id
    part = gathered.words.setdefault(value.group, {}) if isinstance(value, Word) else gathered.parts[_PARTS[given.hook]]
    if name in part:
        gathered.problems.append(broken(given.owner, f"it contributes the {_called(kind)} `{name}` twice"))
        return
    part[name] = attrs.evolve(value, id=name)
    gathered.owners[f"{kind.__name__.lower()}:{name}"] = given.owner


def _problem(kind: type[Any], hook: str, value: Any) -> str:
    """Say what is wrong with a value, in words; empty where nothing is."""
    if not isinstance(value, kind):
        return f"`{hook}` gave {type(value).__name__}, not {kind.__name__}"
    name = value.id
    if not isinstance(name, str) or not _ID.fullmatch(name):
        return f"the {_called(kind)} `{name}` has no proper id: small letters, digits and `_`, without the namespace"
    api = getattr(value, "api", API)
    if api != API:
        return f"the {_called(kind)} `{name}` is made for version {api} of the plugin interface; this strokekit speaks {API}"
    strange = [field for field in value.takes if field not in DOSE] if isinstance(value, Technique) else []
    return f"the technique `{name}` takes `{strange[0]}`, which is no dose field" if strange else ""


def _lost(gathered: Gathered, region: Region) -> Iterator[Diagnostic]:
    """Report what a region refers to and nobody contributes; the region stays."""
    regions = gathered.parts["regions"]
    owner = gathered.owners[f"region:{region.id}"]
    above = [region.part_of] if region.part_of else []
    for other in (*above, *region.lies_in, *region.neighbours):
        if other not in regions:
            yield broken(owner, f"the region `{region.id}` refers to `{other}`, which does not exist")
    if _circular(regions, region.id):
        yield broken(owner, f"the region `{region.id}` is part of itself")


def _circular(regions: Mapping[str, Region], start: str) -> bool:
    seen: set[str] = set()
    at = regions[start].part_of
    while at is not None and at in regions and at not in seen and at != start:
        seen.add(at)
        at = regions[at].part_of
    return at == start


def _called(kind: type[Any]) -> str:
    return {"NamedQuantity": "quantity"}.get(kind.__name__, kind.__name__.lower())
