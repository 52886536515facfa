"""What may be tried as the value of a field or a parameter: literals made from a technique's declaration and its catalogue.

Not all of them fit everywhere; whoever uses them asks an engine which do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.literals import KINDS
from strokekit.literals.fields import DOSE
from strokekit.model.amounts import Range, Time
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.declarations import Parameter, Region, Takes, Technique

FEW = 8
"""So many of the catalogue's own entries are tried for one field."""
_LENGTHS: dict[str, tuple[Any, ...]] = {"count": (1, 2, "2..3"), "duration": ("5 s", "20 s", "10..30 s")}
_WORDS = {"tool": "part", "things": "thing"}
"""Kind of literal → the group of words that it is made of."""


@attrs.frozen
class Candidates:
    """Makes values for the techniques of one catalogue, the same in every process."""

    catalog: Catalog

    def field(self, technique: Technique, name: str) -> list[Any]:
        """Give values for a dose field: within limits first, then the default, what the catalogue has, and common examples."""
        field, takes = DOSE[name], technique.takes.get(name, Takes())
        if field.kind == "word":
            return list(field.words)
        own = self._limited(field.kind, takes.limits) if takes.limits is not None else []
        default = [takes.default] if takes.default is not None else []
        known = [] if own else [*self._known(technique, field.kind), *_LENGTHS.get(field.kind, KINDS[field.kind].examples)]
        return self._readable(field.kind, [*own, *default, *known])

    def parameter(self, parameter: Parameter) -> list[Any]:
        """Give values for a parameter of a technique's own."""
        if parameter.type in ("text", "boolean", "choice"):
            plain: dict[str, list[Any]] = {"text": ["slowly"], "boolean": [True, False], "choice": list(parameter.choices)}
            return plain[parameter.type]
        own = self._limited(parameter.type, parameter.limits) if parameter.limits is not None else []
        default = [parameter.default] if parameter.default is not None else []
        examples: tuple[Any, ...] = () if own else _LENGTHS.get(parameter.type, KINDS[parameter.type].examples)
        return self._readable(parameter.type, [*own, *default, *examples])

    def _readable(self, kind: str, values: list[Any]) -> list[Any]:
        """Keep what can be read, each once."""
        found: list[Any] = []
        for value in values:
            if value not in found and not self.catalog.literals.read(kind, value).mistakes:
                found.append(value)
        return found

    def _limited(self, kind: str, limits: Any) -> list[Any]:
        """Give the ends of limits and all that lies between; one end alone has only itself."""
        read = self.catalog.literals.read(kind, limits).value
        if not isinstance(read, Range) or (read.min is None and read.max is None):
            return [limits]
        low = read.min if read.min is not None else read.max
        high = read.max if read.max is not None else _above(read.min)
        ends = [(low, low), (high, high), *([(low, high)] if low != high else [])]
        made = [Range(min=a, ideal=a if a == b else None, max=b, unit=read.unit, each=read.each) for a, b in ends]
        return [self.catalog.literals.write(kind, one) for one in made]

    def _known(self, technique: Technique, kind: str) -> list[Any]:
        if kind == "place":
            return [region.id for region in self._regions(technique)]
        if kind == "path":
            return [f"{region.id} -> {near}" for region in self._regions(technique) for near in region.neighbours[:1]]
        if kind == "pressure":
            return [word for scale in self.catalog.scales.values() for word in scale.words][:FEW]
        return sorted(self.catalog.words.get(_WORDS.get(kind, ""), {}))[:FEW]

    def _regions(self, technique: Technique) -> list[Region]:
        """Give regions to work on, those of the technique's own plugin first, then some from all over the body."""
        namespace = technique.id.rpartition(".")[0]
        listed = [region for region in self.catalog.regions.values() if region.target and region.kind == "region"]
        own = [region for region in listed if namespace and region.id.startswith(f"{namespace}.")]
        others = [region for region in listed if region not in own]
        return [*own[:FEW], *others[:: max(len(others) // FEW, 1)]]

    def problems(self, technique: Technique) -> Iterator[str]:
        """Name the literals of a declaration that can't be read, or that go beyond its own limits."""
        for name, takes in technique.takes.items():
            for what in ("limits", "default"):
                written = getattr(takes, what)
                if written is not None and DOSE[name].kind != "word":
                    yield from self._unreadable(DOSE[name].kind, written, f"the {what} of `{name}`")
        for name, parameter in technique.parameters.items():
            for what in ("limits", "default"):
                written = getattr(parameter, what)
                if written is not None and parameter.type not in ("text", "boolean", "choice"):
                    yield from self._unreadable(parameter.type, written, f"the {what} of the parameter `{name}`")
        if technique.timing is not None:
            for kind, what in (("duration", "time"), ("count", "passes"), ("count", "spots")):
                yield from self._unreadable(kind, getattr(technique.timing, what), f"`{what}` of its timing")

    def _unreadable(self, kind: str, written: Any, what: str) -> Iterator[str]:
        if self.catalog.literals.read(kind, written).mistakes:
            yield f"{what} can't be read: {written!r}"


def _above(end: Any) -> Any:
    """Give something more than an end."""
    return attrs.evolve(end, ms=end.ms + 60_000) if isinstance(end, Time) else end + 2
