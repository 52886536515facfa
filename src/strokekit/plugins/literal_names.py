"""The words in the literals of a plugin's declarations: its own by their bare names, which are put whole for all later stages.

A limit that is the name of a quantity becomes the numbers of that quantity: a name alone can't be compared with anything. A
literal without any such word is not read, so that loading a plugin costs no parsing. One that can't be read stays as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from strokekit.literals.fields import DOSE
from strokekit.literals.kinds import KINDS
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Demand, Parameter, Region, Rule, Takes, Technique

LITERAL_TYPES = ("count", "duration", "quantity", "place", "pressure")
"""The types of parameters that hold literals."""
_TIMES = {"time": "duration", "passes": "count", "spots": "count"}
_WORD = re.compile(r"[a-z][a-z0-9_.]*")
T = TypeVar("T")


def named_whole(catalog: Catalog) -> Catalog:
    """Give the catalogue with whole names in the literals of what plugins declare."""
    parts: dict[str, tuple[Mapping[str, Any], Callable[[_Own, Any], Any]]] = {
        "techniques": (catalog.techniques, _Own.technique),
        "regions": (catalog.regions, _Own.region),
        "rules": (catalog.rules, _Own.rule),
    }
    owns = {owner.namespace: _Own.of(catalog, owner.namespace) for owner in catalog.plugins if owner.namespace}
    changes: dict[str, Any] = {}
    for part, (entries, made) in parts.items():
        for name, entry in entries.items():
            own = owns.get(name.rpartition(".")[0])
            whole = made(own, entry) if own is not None else entry
            if whole is not entry:
                changes.setdefault(part, dict(entries))[name] = whole
    return attrs.evolve(catalog, **changes) if changes else catalog


@attrs.frozen
class _Own:
    """One plugin: its namespace, and the bare words that it contributes."""

    catalog: Catalog
    namespace: str
    words: frozenset[str]

    @classmethod
    def of(cls, catalog: Catalog, namespace: str) -> _Own:
        """Gather the words of a plugin; plurals and other names count too."""
        listed = (catalog.regions, catalog.quantities, catalog.scales, *catalog.words.values())
        lead = f"{namespace}."
        own = (entry for entries in listed for name, entry in entries.items() if name.startswith(lead))
        return cls(catalog, namespace, frozenset(spelling for entry in own for spelling in _spellings(entry, lead)))

    def technique(self, technique: Technique) -> Technique:
        """Name what its limits, its defaults and its times say."""
        takes = {name: self._takes(name, one) for name, one in technique.takes.items()}
        parameters = {name: self._parameter(one) for name, one in technique.parameters.items()}
        timing = technique.timing and self._fields(technique.timing, _TIMES)
        made: dict[str, Any] = {"takes": takes, "parameters": parameters, "timing": timing}
        changes = {key: new for key, new in made.items() if new != getattr(technique, key)}
        return attrs.evolve(technique, **changes) if changes else technique

    def region(self, region: Region) -> Region:
        """Name what its length says."""
        return self._fields(region, {"length": "length"}) if region.length else region

    def rule(self, rule: Rule) -> Rule:
        """Name what its limits say."""
        if not isinstance(rule.check, Demand):
            return rule
        limits = {name: self._numbers(limit) for name, limit in rule.check.limits.items()}
        return rule if limits == rule.check.limits else attrs.evolve(rule, check=attrs.evolve(rule.check, limits=limits))

    def _takes(self, field: str, takes: Takes) -> Takes:
        kind = DOSE[field].kind
        return self._fields(takes, dict.fromkeys(("limits", "default"), kind)) if kind in KINDS else takes

    def _parameter(self, parameter: Parameter) -> Parameter:
        literal = parameter.type in LITERAL_TYPES
        return self._fields(parameter, dict.fromkeys(("limits", "default"), parameter.type)) if literal else parameter

    def _fields(self, value: T, kinds: Mapping[str, str]) -> T:
        given: Any = value
        found = {key: self._literal(kind, getattr(given, key)) for key, kind in kinds.items()}
        found |= {key: self._numbers(limits) for key, limits in found.items() if key == "limits"}
        changes = {key: new for key, new in found.items() if new != getattr(given, key)}
        changed: T = attrs.evolve(given, **changes) if changes else value
        return changed

    def _numbers(self, limits: Any) -> Any:
        """Give limits as they are, or the numbers of the quantity that they are the name of."""
        quantities = self.catalog.quantities
        named = [name for name in (f"{self.namespace}.{limits}", limits) if isinstance(limits, str) and name in quantities]
        return quantities[named[0]].amount if named else limits

    def _literal(self, kind: str, written: Any) -> Any:
        if self.words.isdisjoint(word for text in _texts(written) for word in _WORD.findall(text)):
            return written
        read = self.catalog.literals_of(f"{self.namespace}.").read(kind, written)
        if read.mistakes or self.catalog.literals.read(kind, written).value == read.value:
            return written
        whole = self.catalog.literals.write(kind, read.value)
        return whole if self.catalog.literals.read(kind, whole).value == read.value else written


def _spellings(entry: Any, lead: str) -> Iterator[str]:
    for name in (entry.id.removeprefix(lead), *getattr(entry, "aliases", ())):
        yield from (name, f"{name}s")
    yield from filter(None, [getattr(entry, "plural", None)])


def _texts(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, Mapping):
        for part in written.values():
            yield from _texts(part)
    elif isinstance(written, (list, tuple)):
        for part in written:
            yield from _texts(part)
