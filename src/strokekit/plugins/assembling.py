"""Candidates → a catalogue: each is loaded, registered, asked and looked at by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from strokekit.plugins.attempting import Failed, attempt
from strokekit.plugins.bare import Bare
from strokekit.plugins.candidates import Candidate, load
from strokekit.plugins.catalog import Catalog, build_catalog
from strokekit.plugins.discovery import Owner, collect
from strokekit.plugins.literal_names import named_whole


def assemble(shipped: tuple[Owner, Any], candidates: Iterable[Candidate]) -> Catalog:
    """Build the catalogue of what strokekit ships and of all candidates that can be used.

    What is wrong with the others, and with parts of these, stands in its `problems`, each once.
    """
    plugins, problems = [shipped], []
    for candidate in candidates:
        if candidate.problem is not None:
            problems.append(candidate.problem)
        if not candidate.usable:
            continue
        plugin, problem = load(candidate)
        if problem is not None:
            problems.append(problem)
            continue
        plugins.append((_versioned(candidate.owner, plugin), plugin))
    found = collect(plugins)
    return named_whole(build_catalog(found.contributions, tuple(dict.fromkeys((*problems, *found.problems)))))


def _versioned(owner: Owner, plugin: Any) -> Owner:
    """Give the owner of a plugin with the version that its files name, where nobody else has named one."""
    if owner.version or not isinstance(plugin, Bare):
        return owner
    version = attempt(lambda: plugin.version)
    return owner if isinstance(version, Failed) else attrs.evolve(owner, version=version.value)
