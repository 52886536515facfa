"""Finding, loading and registering plugins; every step for itself, so that a broken plugin takes nobody down.

pluggy is seen here and in `hookspecs` only: everybody else works with the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import pluggy

from strokekit.diagnostics import Diagnostic, diagnose
from strokekit.plugins import hookspecs

HOOKS = (
    "strokekit_techniques",
    "strokekit_regions",
    "strokekit_words",
    "strokekit_quantities",
    "strokekit_scales",
    "strokekit_rules",
    "strokekit_renderers",
    "strokekit_messages",
)
BUILTIN = ""
"""The namespace of what strokekit ships: none, so that its ids stand bare."""


@attrs.frozen
class Owner:
    """Who contributed something: namespace, distribution and version; the last two are empty where none is known."""

    namespace: str
    distribution: str = ""
    version: str = ""

    def __str__(self) -> str:
        """Name the plugin as messages do."""
        return " ".join(part for part in (self.distribution or self.namespace or "strokekit", self.version) if part)


@attrs.frozen
class Contribution:
    """The values that one plugin gave for one hook."""

    owner: Owner
    hook: str
    values: Any


@attrs.frozen
class Found:
    """What discovery gives: the contributions of all plugins that work, and the problems of those that do not."""

    contributions: tuple[Contribution, ...]
    problems: tuple[Diagnostic, ...] = ()


def installed() -> Iterable[tuple[Owner, Any]]:
    """The plugins of the environment, as owner and entry point: metadata only, nothing is imported."""
    from importlib.metadata import distributions  # noqa: PLC0415 - costs more than everything else here

    for distribution in distributions():
        for entry in distribution.entry_points:
            if entry.group == hookspecs.PROJECT:
                yield Owner(entry.name, distribution.metadata["Name"], distribution.version), entry


def load(owner: Owner, entry: Any) -> tuple[Any | None, Diagnostic | None]:
    """Import an entry point; whatever it raises, `sys.exit` included, becomes a problem."""
    try:
        return entry.load(), None
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may raise anything at import
        return None, broken(owner, f"it failed to load: {_say(problem)}")


def broken(owner: Owner, problem: str) -> Diagnostic:
    """The problem of a plugin, with its distribution and version."""
    return diagnose("plugin-broken", plugin=str(owner), problem=problem, namespace=owner.namespace)


def collect(plugins: Iterable[tuple[Owner, Any]]) -> Found:
    """Register plugins with a pluggy manager of their own and ask each for its values."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    contributions: list[Contribution] = []
    problems: list[Diagnostic] = []
    for owner, plugin in plugins:
        problem = _register(manager, owner, plugin)
        if problem is not None:
            problems.append(problem)
            continue
        for found in _ask(manager, owner, plugin):
            (problems if isinstance(found, Diagnostic) else contributions).append(found)  # type: ignore[arg-type]  # told apart just here
    return Found(tuple(contributions), tuple(problems))


def _register(manager: pluggy.PluginManager, owner: Owner, plugin: Any) -> Diagnostic | None:
    try:
        manager.register(plugin, name=owner.namespace or "strokekit")
        misspelt = [hook.name for hook in manager.get_hookcallers(plugin) or () if hook.spec is None]
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - registering runs the plugin's own attributes
        return broken(owner, f"it can't be registered: {_say(problem)}")
    if misspelt:
        manager.unregister(plugin)
        return broken(owner, f"there is no hook `{misspelt[0]}`")
    return None


def _ask(manager: pluggy.PluginManager, owner: Owner, plugin: Any) -> Iterable[Contribution | Diagnostic]:
    for name in HOOKS:
        for implementation in getattr(manager.hook, name).get_hookimpls():
            if implementation.plugin is plugin:
                yield _values(owner, name, implementation.function)


def _values(owner: Owner, hook: str, function: Any) -> Contribution | Diagnostic:
    try:
        given = function()
        values = dict(given) if isinstance(given, Mapping) else tuple(given)
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may raise anything, a generator only now
        return broken(owner, f"`{hook}` failed: {_say(problem)}")
    return Contribution(owner, hook, values)


def _say(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"
