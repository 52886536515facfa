"""The parts that plugins contribute: read with the catalogue when a routine includes one, each document once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from strokekit.diagnostics import Diagnostic, Outcome
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.model.routine import Routine
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.spelling import closest
from strokekit.reading.routine import read_routine
from strokekit.reading.schema import Dispatch


@attrs.frozen
class Packs:
    """The parts of all plugins, by dotted id."""

    catalog: Catalog
    dispatch: Dispatch
    _read: dict[int, Outcome[Routine]] = attrs.field(factory=dict, eq=False, repr=False)

    def part(self, ref: str) -> Outcome[Routine] | Wrong:
        """Give the fragment that holds the part `thai.warm_up`, or say why there is none."""
        namespace, _, name = ref.rpartition(".")
        document = next((one for one in self.catalog.fragments.get(namespace, ()) if name in names_of(one)), None)
        if document is None:
            return Wrong("plugin-part-missing", "", facts={"id": ref}, hints=tuple(self._why(namespace, name)))
        routine = self._routine(document)
        if routine.report.ok:
            return Outcome(routine.value)
        owner = self.catalog.owners[f"part:{ref}"]
        problem = f"in the plugin {owner}: {routine.report.errors[0]}"
        return Wrong("include-unusable", "", facts={"path": ref, "problem": problem})

    def _why(self, namespace: str, name: str) -> Iterator[str]:
        """Say why there may be no such part: a slip, a broken plugin, or one that is not there."""
        near = closest(name, self.names(namespace))
        if near is not None:
            yield f"did you mean `{namespace}.{near}`?"
        elif self.names(namespace):
            yield f"there is {', '.join(f'`{namespace}.{part}`' for part in self.names(namespace))}"
        broken = [problem.message for problem in self.catalog.problems if problem.facts.get("namespace") == namespace]
        yield from broken
        if not broken and namespace not in {owner.namespace for owner in self.catalog.plugins}:
            yield f"install the plugin `{namespace}`, or load it"

    def names(self, namespace: str) -> tuple[str, ...]:
        """Name the parts that a plugin contributes, without its namespace."""
        return tuple(name for document in self.catalog.fragments.get(namespace, ()) for name in names_of(document))

    def problems(self) -> Iterator[tuple[str, Diagnostic]]:
        """Read the parts of all plugins, and give what is wrong in them, each with the namespace of its plugin."""
        for namespace, documents in self.catalog.fragments.items():
            for document in documents:
                yield from ((namespace, found) for found in self._routine(document).report)

    def _routine(self, document: Document) -> Outcome[Routine]:
        known = self._read.get(id(document))
        return known or self._read.setdefault(id(document), read_routine(document, self.catalog, self.dispatch))


def names_of(document: Document) -> tuple[str, ...]:
    """Name the parts of a fragment."""
    parts: Any = document.data.get("parts")
    return tuple(name for name in parts if not name.startswith("x-")) if isinstance(parts, Mapping) else ()
