"""Which plugins are used and how strict everybody is, as files, the environment and the command line say it.

A project says it in `[tool.strokekit]` of its `pyproject.toml`, or in a `strokekit.toml`, which needs no such heading; the
nearest upward counts. The library reads no such file by itself: commands do, and whoever calls `read_configuration`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import attrs

from strokekit.diagnostics import Outcome, Report
from strokekit.engine import Engine
from strokekit.environment import switched_on
from strokekit.errors import UsageError
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.formats.read import read_data_path
from strokekit.plugins.candidates import is_file
from strokekit.plugins.discovery import no_namespace
from strokekit.plugins.spelling import closest

OWN, SHARED = "strokekit.toml", "pyproject.toml"
"""The files that are looked for; of two in one folder the first counts."""


@attrs.frozen(kw_only=True)
class Configuration:
    """What is wanted of an engine; None stands for silence, so that another layer may speak."""

    plugins: Mapping[str, str | Path] = attrs.field(factory=dict)
    """Namespace → path of a plugin file, or a module's name."""
    no_plugins: bool = False
    """Use no installed plugin, and none that a lower layer names."""
    allow: tuple[str, ...] | None = None
    deny: tuple[str, ...] = ()
    strict: bool | None = None
    missing: Literal["error", "warn"] | None = None

    def over(self, lower: Configuration) -> Configuration:
        """Put this layer over a lower one: what both say holds as it is said here, and what either denies is denied.

        >>> low = Configuration(plugins={"thai": "thai"}, missing="warn")
        >>> Configuration(plugins={"own": "own"}).over(low).plugins
        {'thai': 'thai', 'own': 'own'}
        >>> Configuration(no_plugins=True).over(low).plugins
        {}
        """
        return Configuration(
            plugins={**({} if self.no_plugins else lower.plugins), **self.plugins},
            no_plugins=self.no_plugins or lower.no_plugins,
            allow=lower.allow if self.allow is None else self.allow,
            deny=(*lower.deny, *self.deny),
            strict=lower.strict if self.strict is None else self.strict,
            missing=lower.missing if self.missing is None else self.missing,
        )

    def engine(self) -> Engine:
        """Make the engine that is wanted."""
        missing = self.missing or "error"
        if self.no_plugins:
            return Engine(plugins=self.plugins, strict=bool(self.strict), missing=missing)
        return Engine.discover(allow=self.allow, deny=self.deny, plugins=self.plugins, strict=bool(self.strict), missing=missing)


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


def find_configuration(folder: Path) -> Path | None:
    """Find the nearest file that configures strokekit, in a folder or above it; a `pyproject.toml` only if it does."""
    here = folder.absolute()
    for place in (here, *here.parents):
        if (place / OWN).is_file():
            return place / OWN
        if (place / SHARED).is_file() and _speaks(place / SHARED):
            return place / SHARED
    return None


def _speaks(path: Path) -> bool:
    """Tell whether a `pyproject.toml` says something to strokekit, also if it can't be read as TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except tomllib.TOMLDecodeError:
        return "[tool.strokekit" in text
    return isinstance(tool, dict) and "strokekit" in tool


def read_configuration(path: Path) -> Outcome[Configuration]:
    """Read a file that configures strokekit; relative paths in it start at its folder.

    What it says wrongly is reported with its line and left out.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError):
        return Outcome(None, read_data_path(path).report)
    top = () if path.name == OWN else ("tool", "strokekit")
    for key in top:
        data = data.get(key, {})
    reader = _Reader(top)
    made = reader.configuration(data, path.parent)
    document = read_data_path(path).value if reader.found else None
    return Outcome(made, Report.of(locate(document, wrong) for wrong in reader.found))


_EXPECTED = {
    "plugins": "a list of texts, or a table of them",
    "no-plugins": "true or false",
    "allow": "a list of names",
    "deny": "a list of names",
    "strict": "true or false",
    "missing": '`"error"` or `"warn"`',
}
"""Setting → what it takes."""


@attrs.define
class _Reader:
    """Reads the settings of one file and gathers what is wrong with them."""

    top: tuple[str, ...]
    found: list[Wrong] = attrs.field(factory=list)

    def configuration(self, data: Any, folder: Path) -> Configuration:
        """Read all settings."""
        if not isinstance(data, Mapping):
            self.wrong("wrong-type", (), key=".".join(self.top), expected="a table", found=_called(data))
            return Configuration()
        for key in data:
            if key not in _EXPECTED:
                self.unknown(key)
        return Configuration(
            plugins=self.plugins(data.get("plugins", []), folder),
            no_plugins=bool(self.switch(data, "no-plugins")),
            allow=self.names(data, "allow"),
            deny=self.names(data, "deny") or (),
            strict=self.switch(data, "strict"),
            missing=self.missing(data),
        )

    def unknown(self, key: str) -> None:
        """Report a key that is no setting."""
        near = closest(key, tuple(_EXPECTED))
        hint = f"did you mean `{near}`?" if near else f"the settings are {', '.join(f'`{name}`' for name in _EXPECTED)}"
        where = f"`[{'.'.join(self.top)}]`" if self.top else f"`{OWN}`"
        self.found.append(self._at("unknown-key", (key,), on="key", hints=(hint,), facts={"key": key, "where": where}))

    def switch(self, data: Mapping[str, Any], key: str) -> bool | None:
        """Read a yes or no."""
        value = data.get(key)
        if isinstance(value, bool):
            return value
        self.unfit(key, value)
        return None

    def names(self, data: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
        """Read a list of names."""
        value = data.get(key)
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return tuple(value)
        self.unfit(key, value)
        return None

    def missing(self, data: Mapping[str, Any]) -> Literal["error", "warn"] | None:
        """Read what to make of a missing plugin."""
        value = data.get("missing")
        if value in ("error", "warn"):
            return "warn" if value == "warn" else "error"
        self.unfit("missing", value)
        return None

    def plugins(self, value: Any, folder: Path) -> dict[str, str | Path]:
        """Read the plugins: a list such as that of the command line, or a table by their namespaces."""
        texts: dict[str | int, Any] = dict(value) if isinstance(value, Mapping) else {}
        if isinstance(value, list):
            texts = dict(enumerate(value))
        if not isinstance(value, (list, Mapping)) or not all(isinstance(text, str) for text in texts.values()):
            self.unfit("plugins", value)
            return {}
        made = {}
        for key, text in texts.items():
            named = plugin_named(f"{key}={text}" if isinstance(key, str) else text, folder)
            if isinstance(named, Unnamed):
                facts = {"key": "plugins", "found": f"`{text}`", "expected": "`NAME=PATH` or `NAME=MODULE`"}
                self.found.append(self._at("wrong-form", ("plugins", key), hints=(named.problem,), facts=facts))
            else:
                made[named[0]] = named[1]
        return made

    def unfit(self, key: str, value: Any) -> None:
        """Report a value of the wrong kind, unless there is none."""
        if value is not None:
            self.wrong("wrong-type", (key,), key=key, expected=_EXPECTED[key], found=_called(value))

    def wrong(self, name: str, way: tuple[str | int, ...], **facts: Any) -> None:
        """Note what is wrong with a value."""
        self.found.append(self._at(name, way, facts=facts))

    def _at(self, name: str, way: tuple[str | int, ...], **more: Any) -> Wrong:
        return Wrong(name, join("", *self.top, *way), **more)


def _called(value: Any) -> str:
    if isinstance(value, (bool, int, float)):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f'`"{value}"`'
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else "a date or time"
