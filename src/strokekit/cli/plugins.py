"""`strokekit plugins`: which plugins there are, which are used, what each contributes, and what is wrong with the others."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

import attrs

from strokekit.cli.engines import configured_in, engine_of
from strokekit.cli.streams import FOUND, OK, Streams
from strokekit.plugins.standing import Standing
from strokekit.reporting.display import one_line
from strokekit.reporting.json_report import diagnostic_json
from strokekit.reporting.text import concise

FORMAT_VERSION = 1
"""The version of the JSON output; it grows when a field changes its meaning, not when one is added."""
_SHOWN = 6
"""So many ids stand on a line; JSON has all."""
_HEAD = ("Namespace", "Plugin", "Status", "From")


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """List the plugins. Nothing of them is imported without `--load`; with it, give 1 if something of one can't be used."""
    engine = engine_of(arguments, streams, listing=True)
    if isinstance(engine, int):
        return engine
    folder = configured_in()
    listed = tuple(_placed(one, folder) for one in engine.standings(load=arguments.load))
    if arguments.format == "json":
        streams.json(_json(listed, loaded=arguments.load))
    elif arguments.requirements:
        streams.out(_requirements_text(listed))
    else:
        streams.out(_table(listed))
    return FOUND if arguments.load and any(one.status == "broken" for one in listed) else OK


def _placed(one: Standing, folder: Path | None) -> Standing:
    """Give files that a configuration names as it does, from its folder on: lists are shared, and folders are private."""
    if folder is None:
        return one
    lead = f"{folder}{os.sep}"
    problems = tuple(
        attrs.evolve(problem, file=_within(problem.file, folder), message=problem.message.replace(lead, ""))
        for problem in one.problems
    )
    return attrs.evolve(one, source=_within(one.source, folder), problems=problems)


def _within(name: str, folder: Path) -> str:
    path = PurePath(name)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else name


def _json(listed: Iterable[Standing], *, loaded: bool) -> dict[str, Any]:
    return {
        "format": "strokekit.plugins",
        "version": FORMAT_VERSION,
        "loaded": loaded,
        "plugins": [_entry(one) for one in listed],
        "requirements": {"pip": _pip(listed), "requires": _requires(listed)},
    }


def _entry(one: Standing) -> dict[str, Any]:
    return {
        "namespace": one.owner.namespace,
        "distribution": one.owner.distribution,
        "version": one.owner.version,
        "kind": one.kind,
        "source": one.source,
        "status": one.status,
        "why": one.why,
        "problems": [diagnostic_json(problem) for problem in one.problems],
        "contributes": None if one.contributes is None else {sort: list(ids) for sort, ids in one.contributes.items()},
    }


def _table(listed: Iterable[Standing]) -> str:
    """Lay out a line for each plugin, with what it contributes and what is wrong with it below."""
    rows = [(one.owner.namespace or "-", str(one.owner), one.status, one.source) for one in listed]
    shown = [tuple(map(one_line, row)) for row in (_HEAD, *rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown]
    below: list[list[str]] = [[], *(_below(one) for one in listed)]
    return "".join(f"{line}\n" for row, more in zip(lines, below, strict=True) for line in (row, *more))


def _below(one: Standing) -> list[str]:
    lines = _contributed(one)
    lines += [f"  {one.why}"] if one.why else []
    return [*lines, *(f"  {concise(problem)}" for problem in one.problems)]


def _contributed(one: Standing) -> list[str]:
    """Say what a plugin contributes; of what strokekit ships the numbers are enough."""
    sorts = (one.contributes or {}).items()
    if one.kind == "built_in":
        return [f"  {', '.join(f'{sort} ({len(ids)})' for sort, ids in sorts)}"] if sorts else []
    return [f"  {sort} ({len(ids)}): {_ids(ids)}" for sort, ids in sorts]


def _ids(ids: tuple[str, ...]) -> str:
    left = len(ids) - _SHOWN
    return ", ".join(ids[:_SHOWN]) + (f" and {left} more" if left > 0 else "")


def _requirements_text(listed: Iterable[Standing]) -> str:
    """Write a file for `pip install -r`; what only a routine file needs, and what no package is, stands in comments."""
    required = _requires(listed)
    lines = _pip(listed)
    lines += [f"# {one_line(str(one.owner))} is no package: {one_line(one.source)}" for one in listed if one.kind == "given"]
    lines += [f"# {one_line(str(one.owner))} is {one.status}" for one in listed if one.status in ("broken", "disabled")]
    lines += ["#", "# for a routine file:", "# requires:"] if required else []
    return "".join(f"{line}\n" for line in (*lines, *(f'#   {name}: "{wanted}"' for name, wanted in required.items())))


def _pip(listed: Iterable[Standing]) -> list[str]:
    packages = {one.owner.distribution: one.owner.version for one in listed if one.owner.distribution and _wanted(one)}
    return [f"{name}=={version}" if _is_version(version) else name for name, version in packages.items()]


def _requires(listed: Iterable[Standing]) -> Mapping[str, str]:
    """Give what a routine file may require: namespace → versions."""
    wanted = [one.owner for one in listed if one.owner.namespace and _wanted(one)]
    return {owner.namespace: f">={owner.version if _is_version(owner.version) else 0}" for owner in wanted}


def _wanted(one: Standing) -> bool:
    return one.status not in ("disabled", "broken")


def _is_version(text: str) -> bool:
    from packaging.version import InvalidVersion, Version

    try:
        Version(text)
    except InvalidVersion:
        return False
    return True
