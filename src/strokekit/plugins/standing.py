"""Where each plugin stands: found, in use, turned off or broken, and what it contributes. Nothing is loaded here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any, Literal, TypeAlias

import attrs

from strokekit.diagnostics import Diagnostic, Report
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.candidates import Candidate
from strokekit.plugins.catalog import Catalog
from strokekit.plugins.discovery import Owner

Status: TypeAlias = Literal["found", "active", "disabled", "broken"]
Kind: TypeAlias = Literal["built_in", "installed", "given"]
EMPTY = Report()
_SINGULAR = {"namedquantity": "quantity"}


@attrs.frozen(kw_only=True)
class Standing:
    """One plugin and where it stands.

    `found`: it has not been loaded yet. `active`: all of it is in use. `disabled`: it is left out on purpose, `why` says whose.
    `broken`: something of it can't be used, `problems` say what; the rest of it, if any, is in use.
    """

    owner: Owner
    kind: Kind
    source: str
    """What is loaded: `module:attribute`, a path, or the name of a module or of a type."""
    status: Status
    why: str = ""
    problems: tuple[Diagnostic, ...] = ()
    contributes: Mapping[str, tuple[str, ...]] | None = None
    """Sort of entry (`technique`, `region`, …) → ids, namespace in front, sorted; None while it is not loaded."""


def standings(
    shipped: Owner, candidates: Iterable[Candidate], catalog: Catalog | None, found: Report = EMPTY
) -> tuple[Standing, ...]:
    """Say where all plugins stand, what strokekit ships first; without a catalogue, as far as is known before loading.

    `found` is what is wrong with what they declare, each finding with the namespace of its plugin among its facts.
    """
    given = _contributed(catalog) if catalog is not None else {}
    return (
        Standing(
            owner=shipped,
            kind="built_in",
            source="strokekit",
            status="active" if catalog is not None else "found",
            contributes=given.get(shipped.namespace) if catalog is not None else None,
        ),
        *(_standing(one, catalog, given, found) for one in candidates),
    )


def _standing(
    one: Candidate, catalog: Catalog | None, given: Mapping[str, FrozenMap[str, tuple[str, ...]]], found: Report
) -> Standing:
    problems = _problems(one, catalog, found)
    used = catalog is not None and one.usable
    return Standing(
        owner=_owner(one, catalog),
        kind="installed" if one.installed else "given",
        source=_source(one.source),
        status="disabled" if one.off else "broken" if problems else "active" if used else "found",
        why=one.off,
        problems=problems,
        contributes=given.get(one.owner.namespace, FrozenMap()) if used else None,
    )


def _owner(one: Candidate, catalog: Catalog | None) -> Owner:
    """Give the owner as the catalogue has it: the file of a plugin may name a version."""
    known = catalog.plugins if catalog is not None and one.usable else ()
    return next((owner for owner in known if owner.namespace == one.owner.namespace), one.owner)


def _problems(one: Candidate, catalog: Catalog | None, found: Report) -> tuple[Diagnostic, ...]:
    if one.problem is not None:
        return (one.problem,)
    if catalog is None or one.off:
        return ()
    every = (*catalog.problems, *found)
    return tuple(dict.fromkeys(problem for problem in every if problem.facts.get("namespace") == one.owner.namespace))


def _contributed(catalog: Catalog) -> dict[str, FrozenMap[str, tuple[str, ...]]]:
    """Give what each namespace contributes; only one plugin can have a namespace."""
    listed: dict[str, dict[str, list[str]]] = {}
    for entry, owner in catalog.owners.items():
        sort, _, id_ = entry.partition(":")
        listed.setdefault(owner.namespace, {}).setdefault(_SINGULAR.get(sort, sort), []).append(id_)
    return {
        namespace: FrozenMap({sort: tuple(sorted(ids)) for sort, ids in sorts.items()}) for namespace, sorts in listed.items()
    }


def _source(source: Any) -> str:
    if isinstance(source, (str, os.PathLike)):
        return os.fsdecode(source)
    return source.__name__ if isinstance(source, ModuleType) else type(source).__qualname__
