"""What a file's tables say: of plugins, and of checks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, cast

from strokekit.configuration.checks import CheckSettings
from strokekit.configuration.naming import Unnamed, plugin_named
from strokekit.configuration.reader import Reader
from strokekit.configuration.values import Configuration
from strokekit.diagnostics import Severity
from strokekit.errors import UsageError
from strokekit.reporting.forms import FORMATS, FormatName
from strokekit.reporting.selection import no_selector, weights_of

_PLUGINS = "a list of texts, or a table of them"
_NAMES = "a list of names"
_CODES = "a list of codes"
_SEVERITY = "a severity, a list such as `--severity` takes, or a table of codes with their severities"

SETTINGS = ("plugins", "no-plugins", "allow", "deny", "strict", "missing", "check")
"""The settings of `[tool.strokekit]`."""
CHECK_SETTINGS = (
    "paths",
    "exclude",
    "format",
    "output-file",
    "select",
    "ignore",
    "severity",
    "max-warnings",
    "exit-zero",
    "statistics",
    "fix",
    "unsafe-fixes",
    "jobs",
    "cache",
    "cache-dir",
)
"""The settings of `[tool.strokekit.check]`; each is an option of `strokekit check`."""


def configuration(reader: Reader, given: Any, folder: Path) -> Configuration:
    """Read all settings; relative paths start at `folder`."""
    data = reader.table(given, SETTINGS)
    if data is None:
        return Configuration()
    missing = reader.one_of(data, "missing", ("error", "warn"))
    return Configuration(
        plugins=_plugins(reader, data.get("plugins", []), folder),
        no_plugins=bool(reader.switch(data, "no-plugins")),
        allow=reader.texts(data, "allow", _NAMES),
        deny=reader.texts(data, "deny", _NAMES) or (),
        strict=reader.switch(data, "strict"),
        missing=cast("Literal['error', 'warn'] | None", missing),
        check=_check(reader.inside("check"), data.get("check", {}), folder),
    )


def _plugins(reader: Reader, value: Any, folder: Path) -> dict[str, str | Path]:
    """Read the plugins: a list such as that of the command line, or a table by their namespaces."""
    texts: dict[str | int, Any] = dict(value) if isinstance(value, Mapping) else {}
    if isinstance(value, list):
        texts = dict(enumerate(value))
    if not isinstance(value, (list, Mapping)) or not all(isinstance(text, str) for text in texts.values()):
        reader.unfit("plugins", value, _PLUGINS)
        return {}
    made = {}
    for key, text in texts.items():
        named = plugin_named(f"{key}={text}" if isinstance(key, str) else text, folder)
        if isinstance(named, Unnamed):
            facts = {"key": "plugins", "found": f"`{text}`", "expected": "`NAME=PATH` or `NAME=MODULE`"}
            reader.note("wrong-form", ("plugins", key), hints=(named.problem,), facts=facts)
        else:
            made[named[0]] = named[1]
    return made


def _check(reader: Reader, given: Any, folder: Path) -> CheckSettings:
    data = reader.table(given, CHECK_SETTINGS)
    if data is None:
        return CheckSettings()
    paths = reader.texts(data, "paths", "a list of paths")
    output, cache = (reader.text(data, key, "a path") for key in ("output-file", "cache-dir"))
    return CheckSettings(
        paths=None if paths is None else tuple(_placed(path, folder) for path in paths),
        exclude=tuple(_glob(path, folder) for path in reader.texts(data, "exclude", "a list of globs") or ()),
        format=cast("FormatName | None", reader.one_of(data, "format", FORMATS)),
        output_file=None if output is None else _placed(output, folder),
        select=_selectors(reader, data, "select"),
        ignore=_selectors(reader, data, "ignore") or (),
        severity=_severities(reader, data.get("severity")),
        max_warnings=reader.whole(data, "max-warnings"),
        exit_zero=reader.switch(data, "exit-zero"),
        statistics=reader.switch(data, "statistics"),
        fix=reader.switch(data, "fix"),
        unsafe_fixes=reader.switch(data, "unsafe-fixes"),
        jobs=reader.whole(data, "jobs"),
        cache=reader.switch(data, "cache"),
        cache_dir=None if cache is None else _placed(cache, folder),
    )


def _placed(path: str, folder: Path) -> str:
    """Lead a path from the folder of the file to the present one, so that reports name it as people would."""
    placed = os.path.join(folder, path)  # noqa: PTH118 - a glob is no path
    try:
        return os.path.relpath(placed)
    except ValueError:  # on another drive
        return placed


def _glob(glob: str, folder: Path) -> str:
    """Lead a glob from there too; one without a `/` is held against names alone."""
    return _placed(glob, folder).replace(os.sep, "/") if "/" in glob else glob


def _selectors(reader: Reader, data: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    texts = reader.texts(data, key, _CODES)
    if texts is None:
        return None
    return tuple(text for index, text in enumerate(texts) if _selects(reader, text, (key, index)))


def _selects(reader: Reader, text: str, way: tuple[str | int, ...], *, on: Literal["key", "value"] = "value") -> bool:
    problem = no_selector(text)
    if problem:
        facts = {"key": str(way[0]), "found": f"`{text}`", "expected": "a code, its name, or the beginning of codes"}
        reader.note("wrong-form", way, on=on, hints=(problem,), facts=facts)
    return not problem


def _severities(reader: Reader, value: Any) -> tuple[str, ...]:
    """Read the severities as `--severity` takes them."""
    if value is None:
        return ()
    if isinstance(value, Mapping) and all(isinstance(said, str) and said in set(Severity) for said in value.values()):
        good = [code for code in value if _selects(reader, code, ("severity", code), on="key")]
        return tuple(f"{code}={value[code]}" for code in good)
    texts = [value] if isinstance(value, str) else value
    if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
        try:
            weights = weights_of(texts)[0]
        except UsageError:
            weights = {"": Severity.ERROR}
        if not any(map(no_selector, weights)):
            return tuple(texts)
    reader.unfit("severity", value, _SEVERITY)
    return ()
