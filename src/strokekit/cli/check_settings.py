"""What a check is asked for: by the command line first, then by the nearest configuration file."""

from __future__ import annotations

import argparse
import os

import attrs

from strokekit.cli.common import STDIN, wrong_call
from strokekit.cli.engines import configuration_of, engine_from
from strokekit.cli.paths import ENDINGS
from strokekit.cli.streams import Streams
from strokekit.configuration import CheckSettings
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.reporting import FormatName
from strokekit.reporting.selection import Selection


@attrs.frozen(kw_only=True)
class Wanted:
    """A check that was asked for."""

    engine: Engine
    settings: CheckSettings
    selection: Selection
    paths: tuple[str, ...]
    format: FormatName


def wanted_of(arguments: argparse.Namespace, streams: Streams) -> Wanted | int:
    """Put together what a call and the configuration ask for; where that can't be, say why and give the exit code."""
    configured = configuration_of(arguments, streams, arguments.paths)
    if isinstance(configured, int):
        return configured
    try:
        settings = _of_call(arguments).over(configured.check)
        selection = settings.selection()
        paths = tuple(arguments.paths) or settings.paths or (".",)
        _fitting(arguments, settings, paths)
    except UsageError as problem:
        return wrong_call(arguments, streams, str(problem))
    engine = engine_from(configured, arguments, streams)
    if isinstance(engine, int):
        return engine
    return Wanted(engine=engine, settings=settings, selection=selection, paths=paths, format=settings.format or _usual())


def _usual() -> FormatName:
    """Give the format where none is asked for: annotations in a workflow of GitHub, else what people read."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"


def _of_call(arguments: argparse.Namespace) -> CheckSettings:
    return CheckSettings(
        exclude=tuple(arguments.exclude),
        format=arguments.format,
        output_file=arguments.output_file,
        select=_listed(arguments.select) if arguments.select else None,
        ignore=_listed(arguments.ignore),
        severity=_listed(arguments.severity),
        max_warnings=arguments.max_warnings,
        exit_zero=arguments.exit_zero,
        statistics=arguments.statistics,
        fix=arguments.fix,
        unsafe_fixes=arguments.unsafe_fixes,
        jobs=arguments.jobs,
        cache=False if arguments.no_cache else None,
        cache_dir=arguments.cache_dir,
    )


def _listed(texts: list[str]) -> tuple[str, ...]:
    """Take lists that are divided by commas apart."""
    return tuple(part.strip() for text in texts for part in text.split(",") if part.strip())


def _fitting(arguments: argparse.Namespace, settings: CheckSettings, paths: tuple[str, ...]) -> None:
    """Refuse what does not go together.

    Raises:
        UsageError: something does not.
    """
    output = settings.output_file
    if output and output.endswith(ENDINGS):
        raise UsageError(f"--output-file {output!r} is the name of a routine file: give the report another name")
    if output and any(_same(path, output) for path in paths):
        raise UsageError(f"--output-file {output!r} is a file that is checked: give the report another name")
    if arguments.diff and output:
        raise UsageError("--diff shows what would change, and no report: leave --output-file out")
    if arguments.watch and STDIN in paths:
        raise UsageError("--watch watches files; standard input is read once")


def _same(one: str, other: str) -> bool:
    try:
        return os.path.isfile(one) and os.path.samefile(one, other)  # noqa: PTH113, PTH121 - names of files are texts here
    except (OSError, ValueError):
        return False
