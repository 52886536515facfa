"""`strokekit check`: everything that is wrong with routine files, in one run."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from strokekit.batch import Cache, check_files, default_folder
from strokekit.cli.check_output import Output, Tally
from strokekit.cli.check_settings import Wanted, wanted_of
from strokekit.cli.common import STDIN, read
from strokekit.cli.paths import named
from strokekit.cli.streams import Streams
from strokekit.configuration import CheckSettings
from strokekit.diagnostics import Diagnostic, Report
from strokekit.reporting import Checked


def run(arguments: argparse.Namespace, streams: Streams) -> int:
    """Check every path, show what was found, and give 1 if an error is among it; with `--watch` again after every change."""
    if arguments.watch:
        from strokekit.cli.watching import watched  # most runs need no watcher

        return watched(arguments, streams, check_once)
    return check_once(arguments, streams)


def check_once(arguments: argparse.Namespace, streams: Streams) -> int:
    """Check every path once."""
    wanted = wanted_of(arguments, streams)
    if isinstance(wanted, int):
        return wanted
    found = list(named(wanted.paths, wanted.settings.exclude))
    output = Output(arguments=arguments, streams=streams, wanted=wanted, total=len(found))
    return output.close(output.show(_all(wanted, found, arguments, streams, output.tally)))


def _all(
    wanted: Wanted, found: Iterable[str | Diagnostic], arguments: argparse.Namespace, streams: Streams, tally: Tally
) -> Iterator[Checked]:
    """Give the problems of plugins, then every file in its order."""
    yield Checked(file="", report=Report.of(wanted.engine.catalog.problems))
    if wanted.settings.fix or arguments.diff:
        from strokekit.cli.fixing import fixed  # most runs change nothing

        yield from fixed(wanted, found, arguments, streams, tally)
    else:
        yield from _checked(wanted, found, arguments, streams)


def _checked(
    wanted: Wanted, found: Iterable[str | Diagnostic], arguments: argparse.Namespace, streams: Streams
) -> Iterator[Checked]:
    """Check files in their order; what could not be found has its own report."""
    for inside, some in groupby(found, _in_file):
        if inside:
            files = [one for one in some if isinstance(one, str)]
            yield from check_files(wanted.engine, files, jobs=wanted.settings.jobs or 0, cache=_cache(wanted.settings))
            continue
        for one in some:
            if isinstance(one, Diagnostic):
                yield Checked(file="", report=Report.of([one]))
            else:
                given = read(wanted.engine, one, streams, arguments.stdin_filename)
                yield Checked(file=arguments.stdin_filename, report=wanted.engine.check(given.document), source=given.source)


def _in_file(found: str | Diagnostic) -> bool:
    return isinstance(found, str) and found != STDIN


def _cache(settings: CheckSettings) -> Cache | None:
    """Give the cache that is asked for; none where nobody says where it may be."""
    if settings.cache is False:
        return None
    folder = Path(settings.cache_dir) if settings.cache_dir else default_folder(os.environ)
    return None if folder is None else Cache(folder)
