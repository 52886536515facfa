"""Loading, registering and asking plugins; every step for itself, so that a broken plugin takes nobody down.

pluggy is seen here and in `hookspecs` only: everybody else works with the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import attrs
import pluggy

from strokekit.diagnostics import Diagnostic, diagnose
from strokekit.formats.document import Document
from strokekit.plugins import hookspecs
from strokekit.plugins.attempting import Failed, attempt
from strokekit.plugins.bare import Bare, as_problems

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("strokekit_"))
"""The names of all hooks."""
MAPPINGS: Mapping[str, str] = {
    "strokekit_messages": "a mapping from language tags to texts",
    "strokekit_parts": "a mapping from names of files to texts",
}
"""Hook → what it gives, for those that give no list of values."""
BUILTIN = ""
"""The namespace of what strokekit ships: none, so that its ids stand bare."""
MOST = 20_000
"""So many values a hook may give; a generator without an end is cut off there, and its plugin reported."""
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
    """The values that one plugin gave for one hook: a tuple, or for messages and parts a mapping."""

    owner: Owner
    hook: str
    values: Any
    documents: tuple[Document, ...] = attrs.field(default=(), repr=False)
    """The data files that they stand in, so that what is wrong with one can be placed; of a plugin of code none."""


@attrs.frozen
class Found:
    """What discovery gives: the contributions of all plugins that work, and the problems of those that do not."""

    contributions: tuple[Contribution, ...]
    problems: tuple[Diagnostic, ...] = ()


def broken(owner: Owner, problem: str) -> Diagnostic:
    """Make the problem of a plugin, with its distribution and version."""
    return diagnose("plugin-broken", plugin=str(owner), problem=problem, namespace=owner.namespace)


def no_namespace(namespace: str) -> str:
    """Say why something can't be the namespace of a plugin; empty where it can.

    >>> no_namespace("thai"), no_namespace("")
    ('', 'its namespace `` is no id: small letters, digits and `_`')
    """
    fits = _NAMESPACE.fullmatch(namespace)
    return "" if fits else f"its namespace `{namespace}` is no id: small letters, digits and `_`"


def collect(plugins: Iterable[tuple[Owner, Any]]) -> Found:
    """Register plugins with a pluggy manager of their own and ask each for its values."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    contributions: list[Contribution] = []
    problems: list[Diagnostic] = []
    for owner, plugin in plugins:
        asked = attempt(lambda owner=owner, plugin=plugin: _collected(manager, owner, plugin))  # type: ignore[misc]  # bound at once
        for found in [broken(owner, f"it failed: {asked.words}")] if isinstance(asked, Failed) else asked.value:
            if isinstance(found, Diagnostic):
                problems.append(found)
            else:
                contributions.append(found)
    return Found(tuple(contributions), tuple(problems))


def _collected(manager: pluggy.PluginManager, owner: Owner, plugin: Any) -> list[Contribution | Diagnostic]:
    name = owner.namespace or "strokekit"
    marked = _Marked()
    registered = attempt(lambda: manager.register(marked.of(manager, plugin), name=name))
    if isinstance(registered, Failed):
        return [broken(owner, _refused(registered))]
    try:
        problem = _unfit(manager, marked)
        if problem:
            return [broken(owner, problem)]
        wrong = as_problems(plugin, str(owner), owner.namespace) if isinstance(plugin, Bare) else ()
        return [*wrong, *_ask(manager, owner, plugin.documents if isinstance(plugin, Bare) else ())]
    finally:
        manager.unregister(name=name)


class _Marked:
    """The marked functions of a plugin and nothing else.

    pluggy compares what is registered with each other, and looks through all attributes; of a plugin, that would run its code.
    """

    def of(self, manager: pluggy.PluginManager, plugin: Any) -> _Marked:
        """Take them from a plugin."""
        for name in dir(plugin):
            if manager.parse_hookimpl_opts(plugin, name) is not None:
                setattr(self, name, getattr(plugin, name))
        return self


def _refused(failed: Failed) -> str:
    """Say why a plugin can't be registered; a hook that asks for arguments is the usual reason."""
    match = re.search(r"hook '(\w+)'.*Argument\(s\) \{(.+?)\}", failed.words)
    if match is None:
        return f"it can't be registered: {failed.words}"
    asked = sorted(name.strip(" '") for name in match[2].split(","))
    return f"`{match[1]}` takes no arguments, and here it asks for {', '.join(f'`{name}`' for name in asked)}"


def _unfit(manager: pluggy.PluginManager, marked: _Marked) -> str:
    """Say why a registered plugin can't be used; empty where it can."""
    callers = manager.get_hookcallers(marked) or []
    misspelt = [hook.name for hook in callers if hook.spec is None]
    if misspelt:
        return f"there is no hook `{misspelt[0]}`; the hooks are {', '.join(f'`{hook}`' for hook in HOOKS)}"
    return "" if callers else "it implements no hook: mark its functions with `@strokekit.hookimpl`"


def _ask(manager: pluggy.PluginManager, owner: Owner, documents: tuple[Document, ...]) -> Iterator[Contribution | Diagnostic]:
    for name in HOOKS:
        for implementation in getattr(manager.hook, name).get_hookimpls():
            given = _values(owner, name, implementation.function)
            yield attrs.evolve(given, documents=documents) if isinstance(given, Contribution) and documents else given


def _values(owner: Owner, hook: str, function: Any) -> Contribution | Diagnostic:
    taken = attempt(lambda: _taken(hook, function()))
    if isinstance(taken, Failed):
        return broken(owner, f"`{hook}` failed: {taken.words}")
    if isinstance(taken.value, str):
        return broken(owner, f"`{hook}` gave {taken.value}")
    return Contribution(owner, hook, taken.value)


def _taken(hook: str, given: Any) -> tuple[Any, ...] | Mapping[str, str] | str:
    """Take what a hook gave, all of it and no more than may be; what is wrong with it is said in words."""
    mapped = hook in MAPPINGS
    wanted = MAPPINGS.get(hook, "values in a list or the like")
    if mapped is not isinstance(given, Mapping) or isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        return f"{type(given).__name__}, not {wanted}"
    values = tuple(islice(given.items() if isinstance(given, Mapping) else given, MOST + 1))
    if len(values) > MOST:
        return f"more than {MOST} values"
    if not mapped:
        return values
    texts = dict(values)
    whole = (str, Document) if hook == "strokekit_parts" else str
    fit = all(isinstance(name, str) and isinstance(text, whole) for name, text in texts.items())
    return texts if fit else f"{type(given).__name__}, not {wanted}"
