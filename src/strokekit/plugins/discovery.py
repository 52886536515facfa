"""Finding, loading and registering plugins; every step for itself, so that a broken plugin takes nobody down.

pluggy is seen here and in `hookspecs` only: everybody else works with the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
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
_NAMESPACE = re.compile(r"[a-z][a-z0-9_]*")


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
    """The values that one plugin gave for one hook: a tuple, or for messages a mapping."""

    owner: Owner
    hook: str
    values: Any


@attrs.frozen
class Found:
    """What discovery gives: the contributions of all plugins that work, and the problems of those that do not."""

    contributions: tuple[Contribution, ...]
    problems: tuple[Diagnostic, ...] = ()


def installed() -> Iterator[tuple[Owner, Any]]:
    """Find the plugins of the environment, as owner and entry point: metadata only, nothing is imported.

    Of a distribution that stands twice on the path, the first counts, as it does for `import`. One whose metadata can't be
    read is passed over: nobody can tell that it is a plugin.
    """
    from importlib.metadata import distributions  # costs more than everything else here

    seen: set[str] = set()
    for distribution in distributions():
        try:
            name, version = str(distribution.metadata["Name"]), str(distribution.version)
            entries = tuple(distribution.entry_points)
        except Exception:  # noqa: BLE001, S112 - metadata is what other people's tools have written
            continue
        if name.lower() not in seen:
            seen.add(name.lower())
            yield from ((Owner(entry.name, name, version), entry) for entry in entries if entry.group == hookspecs.PROJECT)


def settle(
    found: Iterable[tuple[Owner, Any]], chosen: Collection[str] = ()
) -> tuple[tuple[tuple[Owner, Any], ...], tuple[Diagnostic, ...]]:
    """Leave out what was found under a namespace that is `chosen` by hand, claimed twice, or no id.

    Of two that claim one namespace neither is used: what `thai.palming` means must not depend on the order of a path.
    """
    claims: dict[str, list[tuple[Owner, Any]]] = {}
    for owner, entry in found:
        if owner.namespace not in chosen:
            claims.setdefault(owner.namespace, []).append((owner, entry))
    kept, problems = [], []
    for namespace, claimants in claims.items():
        if len(claimants) > 1:
            problems.append(_contested(namespace, [owner for owner, _ in claimants]))
        else:
            kept.append(claimants[0])
    return tuple(kept), tuple(problems)


def _contested(namespace: str, owners: list[Owner]) -> Diagnostic:
    names = sorted(map(str, owners))
    problem = (
        f"{' and '.join(names)} both claim the namespace `{namespace}`, so neither is used; uninstall one of them, "
        f"or choose one with `plugins={{{namespace!r}: …}}`"
    )
    return diagnose("plugin-broken", plugin=namespace, problem=problem, namespace=namespace)


def load(owner: Owner, entry: Any) -> tuple[Any | None, Diagnostic | None]:
    """Import an entry point; whatever it raises, `sys.exit` included, becomes a problem."""
    try:
        return entry.load(), None
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may raise anything at import
        return None, broken(owner, f"it failed to load: {_say(problem)}")


def broken(owner: Owner, problem: str) -> Diagnostic:
    """Make the problem of a plugin, with its distribution and version."""
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
            if isinstance(found, Diagnostic):
                problems.append(found)
            else:
                contributions.append(found)
    return Found(tuple(contributions), tuple(problems))


def _register(manager: pluggy.PluginManager, owner: Owner, plugin: Any) -> Diagnostic | None:
    if owner.namespace and not _NAMESPACE.fullmatch(owner.namespace):
        return broken(owner, f"its namespace `{owner.namespace}` is no id: small letters, digits and `_`")
    try:
        manager.register(plugin, name=owner.namespace or "strokekit")
        callers = manager.get_hookcallers(plugin) or []
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - registering runs the plugin's own attributes
        return broken(owner, f"it can't be registered: {_say(problem)}")
    misspelt = [hook.name for hook in callers if hook.spec is None]
    if callers and not misspelt:
        return None
    manager.unregister(plugin)
    if misspelt:
        return broken(owner, f"there is no hook `{misspelt[0]}`; the hooks are {', '.join(f'`{hook}`' for hook in HOOKS)}")
    return broken(owner, "it implements no hook: mark its functions with `@strokekit.hookimpl`")


def _ask(manager: pluggy.PluginManager, owner: Owner, plugin: Any) -> Iterator[Contribution | Diagnostic]:
    for name in HOOKS:
        for implementation in getattr(manager.hook, name).get_hookimpls():
            if implementation.plugin is plugin:
                yield _values(owner, name, implementation.function)


def _values(owner: Owner, hook: str, function: Any) -> Contribution | Diagnostic:
    try:
        given = function()
        if hook == "strokekit_messages":
            values: Any = dict(given)
            fit = all(isinstance(part, str) for pair in values.items() for part in pair)
        else:
            values = tuple(given)
            fit = not isinstance(given, (str, Mapping))
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may raise anything, a generator only now
        return broken(owner, f"`{hook}` failed: {_say(problem)}")
    if not fit:
        wanted = "a mapping from language tags to texts" if hook == "strokekit_messages" else "values in a list or the like"
        return broken(owner, f"`{hook}` gave {type(given).__name__}, not {wanted}")
    return Contribution(owner, hook, values)


def _say(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"
