"""What a report says only because a plugin is missing or broken: after it a routine is still of use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from strokekit.diagnostics import Diagnostic
from strokekit.plugins.catalog import Catalog

_DEEDS = frozenset({"unknown-technique", "unknown-action"})
_HEAD = re.compile(r"(?P<step>/(?:sections|parts|may_add)/.*)/(?:technique|action)")
"""The pointer of a step's head. Elsewhere, as in `avoid` and `limits`, a technique is named by a rule, which must not be lost."""
_NAMES = frozenset({"unknown-region", "unknown-word", "unknown-scale", "unknown-quantity", "word-has-no-level", "plugin-missing"})


def of_missing_plugins(found: Iterable[Diagnostic], catalog: Catalog) -> frozenset[Diagnostic]:
    """Give what may be wrong with a routine that is used all the same, its unknown steps kept as they are.

    These are unknown techniques and actions, plugins that are required and missing, and within an unknown step the other words of
    missing plugins. Elsewhere such a word is a mistake like any other: without it a step would be done at the wrong place.
    """
    listed = tuple(found)
    heads = {one: match["step"] for one in listed if one.name in _DEEDS and (match := _HEAD.fullmatch(one.pointer))}
    steps = {(one.file, step) for one, step in heads.items()}
    return frozenset(one for one in listed if one in heads or (_absent(one, catalog) and _inside(one, steps)))


def missing_plugin(found: Iterable[Diagnostic], catalog: Catalog) -> frozenset[Diagnostic]:
    """Give those of them that installing or mending a plugin would settle; a misspelt technique of strokekit is none."""
    return frozenset(one for one in of_missing_plugins(found, catalog) if _absent(one, catalog))


def _inside(found: Diagnostic, steps: set[tuple[str, str]]) -> bool:
    """Tell whether something stands in an unknown step, or is no matter of a step."""
    if found.name == "plugin-missing":
        return True
    above, _, last = found.pointer.rpartition("/")
    while last:
        if (found.file, above) in steps:
            return True
        above, _, last = above.rpartition("/")
    return False


def _absent(found: Diagnostic, catalog: Catalog) -> bool:
    """Tell whether a diagnostic names something of a plugin that is not in use, or not all of it."""
    if found.name not in _DEEDS | _NAMES:
        return False
    if found.name == "plugin-missing":
        return True
    namespace, dot, _ = str(found.facts.get("id") or found.facts.get("word") or "").partition(".")
    in_use = {owner.namespace for owner in catalog.plugins}
    hurt = {problem.facts.get("namespace") for problem in catalog.problems}
    return bool(dot) and (namespace not in in_use or namespace in hurt)


def of_plugin(catalog: Catalog, id_: str) -> tuple[str, ...]:
    """Say what is wrong with the plugin that an id names, or that there is none."""
    namespace, dot, _ = id_.partition(".")
    if not dot:
        return ()
    said = tuple(_with_place(problem) for problem in catalog.problems if problem.facts.get("namespace") == namespace)
    if said or any(owner.namespace == namespace for owner in catalog.plugins):
        return said
    return (f"no plugin `{namespace}` is in use: `strokekit plugins` lists those that are found",)


def _with_place(problem: Diagnostic) -> str:
    place = f"{problem.file}:{problem.span.line}:{problem.span.column}: " if problem.span else ""
    return f"{place}{problem.message}"
