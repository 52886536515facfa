"""What names a plugin: a file or a module, with its namespace or without; and what the environment says of plugins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import attrs

from strokekit.configuration.values import Configuration
from strokekit.environment import switched_on
from strokekit.errors import UsageError
from strokekit.plugins.candidates import is_file
from strokekit.plugins.discovery import no_namespace


@attrs.frozen(kw_only=True)
class Unnamed:
    """A text that names no plugin; `problem` says why."""

    problem: str


def plugin_named(text: str, folder: Path | None = None) -> tuple[str, str | Path] | Unnamed:
    """Read `NAME=PATH`, `PATH`, `NAME=MODULE` or `MODULE`: the namespace, and what to load.

    Without a name, the namespace is that of the file without its endings, or the last part of the module's name.

    >>> plugin_named("shiatsu=my_plugins.shiatsu")
    ('shiatsu', 'my_plugins.shiatsu')
    >>> plugin_named("Own-Work.plugin.yaml", Path("plugins"))[0]
    'own_work'
    """
    name, equals, source = text.partition("=") if "=" in text else ("", "", text)
    name, source = name.strip(), source.strip()
    if not source:
        return Unnamed(problem=f"{text!r} names no file and no module")
    if not equals:
        name = _namespace(source)
    wrong = no_namespace(name)
    if wrong:
        given = f"{text!r}: {wrong}"
        return Unnamed(problem=given if equals else f"{given}; write `NAME={text}`")
    return name, (Path(folder or ".", source) if is_file(source) else source)


def _namespace(source: str) -> str:
    """Take the namespace from the name of a file or a module."""
    module = source.partition(":")[0].rpartition(".")[2]
    last = re.split(r"[/\\]", source)[-1].partition(".")[0] if is_file(source) else module
    return last.replace("-", "_").lower()


def from_environment(environment: Mapping[str, str]) -> Configuration:
    """Read `STROKEKIT_PLUGINS` (divided by commas), `STROKEKIT_NO_PLUGINS` and `STROKEKIT_STRICT`.

    Raises:
        UsageError: one of them can't be understood.

    >>> from_environment({"STROKEKIT_STRICT": "1", "STROKEKIT_PLUGINS": "own=my_plugin"}).plugins
    {'own': 'my_plugin'}
    """
    plugins = {}
    for text in environment.get("STROKEKIT_PLUGINS", "").split(","):
        if text.strip():
            named = plugin_named(text.strip())
            if isinstance(named, Unnamed):
                raise UsageError(f"the environment variable STROKEKIT_PLUGINS: {named.problem}")
            plugins[named[0]] = named[1]
    return Configuration(
        plugins=plugins,
        no_plugins=switched_on("STROKEKIT_NO_PLUGINS", environment),
        strict=switched_on("STROKEKIT_STRICT", environment) if environment.get("STROKEKIT_STRICT", "").strip() else None,
    )
