"""Plugins before anything of them is loaded: those that are installed, those that a program names, and which of them are used.

Finding reads metadata only. Loading is a step of its own, for each plugin by itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from strokekit.diagnostics import Diagnostic, diagnose
from strokekit.plugins.attempting import Failed, attempt
from strokekit.plugins.discovery import Owner, broken, no_namespace
from strokekit.plugins.hookspecs import PROJECT

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

ENDINGS = (".yaml", ".yml", ".json", ".toml")
"""What the file of a plugin without any packaging ends with."""
_MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*(:[^\W\d]\w*(\.[^\W\d]\w*)*)?")


@attrs.frozen(kw_only=True)
class Candidate:
    """A plugin that was found or named."""

    owner: Owner
    source: Any
    """What to load: a text `module:attribute`, a path, a module, or the plugin itself."""
    installed: bool = False
    """It was found in the environment, and not named by a program."""
    off: str = ""
    """Why it is not used though nothing is wrong with it; empty where it is."""
    problem: Diagnostic | None = None
    """Why it can't be used, as far as that is known before it is loaded."""

    @property
    def usable(self) -> bool:
        """Whether it is to be loaded."""
        return not self.off and self.problem is None


def find() -> tuple[Candidate, ...]:
    """Find the plugins of the environment, sorted by name; nothing is imported.

    Of a distribution that stands twice on the path, the first counts, as it does for `import`.
    """
    from importlib.metadata import entry_points  # costs more than everything else here

    listed = attempt(lambda: [(entry.dist, entry) for entry in entry_points(group=PROJECT)])
    found = [_found(*one) for one in listed.value] if not isinstance(listed, Failed) else list(_one_by_one())
    return tuple(sorted(found, key=lambda one: (one.owner.namespace, str(one.owner), str(one.source))))


def _one_by_one() -> Iterator[Candidate]:
    """Find them the slow way, which gets past a distribution whose metadata can't be read."""
    from importlib.metadata import distributions

    seen: set[str] = set()
    for distribution in distributions():
        name = _owner("", distribution).distribution.lower()
        if name and name in seen:
            continue
        seen.add(name)
        entries = attempt(lambda distribution=distribution: list(distribution.entry_points))  # type: ignore[misc]  # bound at once
        if not isinstance(entries, Failed):
            yield from (_found(distribution, entry) for entry in entries.value if entry.group == PROJECT)
        elif _announces(distribution):
            owner = _owner("", distribution)
            yield Candidate(owner=owner, source="", installed=True, problem=broken(owner, "its entry points can't be read"))


def _announces(distribution: Distribution) -> bool:
    """Tell whether a distribution whose entry points can't be read has plugins of strokekit."""
    text = attempt(lambda: distribution.read_text("entry_points.txt"))
    return not isinstance(text, Failed) and f"[{PROJECT}]" in (text.value or "")


def _found(distribution: Distribution | None, entry: EntryPoint) -> Candidate:
    owner = _owner(entry.name, distribution)
    wrong = no_namespace(entry.name)
    if not wrong and not _MODULE.fullmatch(entry.value.partition("[")[0].strip()):
        wrong = f"its entry point `{entry.name} = {entry.value}` names no module"
    return Candidate(owner=owner, source=entry.value, installed=True, problem=broken(owner, wrong) if wrong else None)


def _owner(namespace: str, distribution: Distribution | None) -> Owner:
    """Read who is behind a distribution; what can't be read stays empty."""
    name = attempt(lambda: distribution.metadata["Name"] if distribution else "")
    version = attempt(lambda: distribution.version if distribution else "")
    return Owner(
        namespace,
        "" if isinstance(name, Failed) else str(name.value or ""),
        "" if isinstance(version, Failed) else str(version.value or ""),
    )


def choose(
    found: Iterable[Candidate], *, allow: Collection[str] | None = None, deny: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """Turn off what is denied, and what is not among the allowed; names are those of namespaces or of distributions."""
    allowed = None if allow is None else {_spelt(name) for name in allow}
    denied = {_spelt(name) for name in deny}
    return tuple(_chosen(one, allowed, denied) for one in found)


def _chosen(one: Candidate, allowed: Collection[str] | None, denied: Collection[str]) -> Candidate:
    names = {_spelt(one.owner.namespace), _spelt(one.owner.distribution)} - {""}
    if names & set(denied):
        return attrs.evolve(one, off="it is denied")
    if allowed is not None and not names & set(allowed):
        return attrs.evolve(one, off="it is not among those allowed")
    return one


def _spelt(name: str) -> str:
    """Spell a name as installers compare it: `Strokekit_Thai` is `strokekit-thai`."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named(plugins: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """Take the plugins that a program names, by their namespaces."""
    return tuple(_named(namespace, plugin) for namespace, plugin in plugins.items())


def _named(namespace: str, plugin: Any) -> Candidate:
    owner = Owner(namespace, version=_version(plugin))
    wrong = no_namespace(namespace) or _unloadable(plugin)
    return Candidate(owner=owner, source=plugin, problem=broken(owner, wrong) if wrong else None)


def _version(plugin: Any) -> str:
    """Give the version that a plugin says it has."""
    version = attempt(lambda: getattr(plugin, "__version__", ""))
    return version.value if not isinstance(version, Failed) and isinstance(version.value, str) else ""


def _unloadable(plugin: Any) -> str:
    """Say why a text or path names nothing that could be loaded; empty for everything else."""
    if is_file(plugin) or not isinstance(plugin, (str, os.PathLike)):
        return ""
    name = os.fsdecode(plugin)
    if isinstance(plugin, str) and _MODULE.fullmatch(plugin):
        return ""
    return f"`{name}` is neither a module nor a file that ends with {', '.join(ENDINGS)}"


def is_file(plugin: Any) -> bool:
    """Tell whether a plugin is given as the path of a file.

    >>> is_file("./shiatsu.yaml"), is_file("strokekit_thai")
    (True, False)
    """
    return isinstance(plugin, (str, os.PathLike)) and os.fsdecode(plugin).lower().endswith(ENDINGS)


def settle(found: Iterable[Candidate], chosen: Collection[str] = ()) -> tuple[Candidate, ...]:
    """Turn off what was found under a namespace that is `chosen` by hand, and refuse what is claimed twice.

    Of two that claim one namespace neither is used: what `thai.palming` means must not depend on the order of a path. Both
    carry the one problem.
    """
    listed = [attrs.evolve(one, off="another is given in its place") if _replaced(one, chosen) else one for one in found]
    claims: dict[str, list[Owner]] = {}
    for one in listed:
        if one.usable:
            claims.setdefault(one.owner.namespace, []).append(one.owner)
    contested = {name: _contested(name, owners) for name, owners in claims.items() if len(owners) > 1}
    return tuple(
        attrs.evolve(one, problem=contested[one.owner.namespace]) if one.usable and one.owner.namespace in contested else one
        for one in listed
    )


def _replaced(one: Candidate, chosen: Collection[str]) -> bool:
    return one.usable and one.owner.namespace in chosen


def _contested(namespace: str, owners: list[Owner]) -> Diagnostic:
    names = sorted(dict.fromkeys(map(str, owners)))
    if len(names) == 1:
        problem = f"{names[0]} claims the namespace `{namespace}` more than once, so it is not used"
    else:
        last = max(owner.distribution for owner in owners)
        problem = (
            f"{' and '.join(names)} both claim the namespace `{namespace}`, so neither is used; uninstall one of them, or "
            f"deny one: `--deny {last}`, or `deny = [{last!r}]` under `[tool.strokekit]`"
        )
    return diagnose("plugin-broken", plugin=namespace, problem=problem, namespace=namespace)


def load(candidate: Candidate) -> tuple[Any | None, Diagnostic | None]:
    """Load a plugin: import it, or read its file; whatever it raises, `sys.exit` included, becomes a problem."""
    source = candidate.source
    if is_file(source):
        from strokekit.plugins.bare import plugin_from_file

        return plugin_from_file(source), None
    if not isinstance(source, str):
        return source, None
    from importlib.metadata import EntryPoint

    entry = EntryPoint(candidate.owner.namespace, source, PROJECT)
    loaded = attempt(entry.load)
    if isinstance(loaded, Failed):
        return None, broken(candidate.owner, f"it failed to load: {loaded.words}")
    return loaded.value, None
