"""`strokekit render` with several files or a folder: each into a file of its own, on as many processors as there are."""

from __future__ import annotations

import argparse
import io
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

import attrs

from strokekit.cli.common import STDIN, show_report, why, wrong_call
from strokekit.cli.paths import ENDINGS
from strokekit.cli.streams import OK, USAGE, Streams
from strokekit.diagnostics import Diagnostic, Report

Render: TypeAlias = Callable[[argparse.Namespace, Streams], tuple[int, bool]]
"""Renders the one file that its arguments name; gives the exit code, and whether something was written."""
_APIECE = 8
"""So many files make another process worth its start."""


@attrs.frozen
class Job:
    """One file that is rendered, and where to."""

    source: str
    target: str


@attrs.frozen
class Done:
    """What became of a job: its exit code, and what it said on standard error."""

    job: Job
    code: int
    said: str
    written: bool = False


def render_many(
    arguments: argparse.Namespace, streams: Streams, found: Iterable[str | Diagnostic], suffix: str, render: Render
) -> int:
    """Render every file into the folder that `--output` names; a file that can't be rendered keeps no other from it."""
    files = [one for one in found if isinstance(one, str)]
    problems = [one for one in found if isinstance(one, Diagnostic)]
    if arguments.output in (None, STDIN) or STDIN in files:
        what = "standard input is rendered alone" if STDIN in files else "several files need --output with a folder"
        return wrong_call(arguments, streams, what)
    code = show_report(Report.of(problems), None, streams) if problems else OK
    jobs = list(_jobs(files, Path(arguments.output), suffix))
    twice = _twice(jobs)
    if twice:
        return wrong_call(arguments, streams, f"two files would be written to {twice!r}: give them other names")
    failed = 0
    for done in _done(arguments, jobs, render):
        streams.err(f"{done.job.source}:\n{done.said}" if done.said else "")
        code, failed = max(code, done.code), failed + (not done.written)
    streams.err(f"{len(jobs)} file{'' if len(jobs) == 1 else 's'}: {len(jobs) - failed} rendered, {failed} not\n")
    return code


def _jobs(files: list[str], folder: Path, suffix: str) -> Iterator[Job]:
    """Name the target of each file: as the file, in folders as those that the files lie in."""
    parents = [str(Path(file).absolute().parent) for file in files]
    base = os.path.commonpath(parents) if parents else ""
    for file, parent in zip(files, parents, strict=True):
        yield Job(file, str(folder / Path(parent).relative_to(base) / f"{_stem(Path(file).name)}{suffix}"))


def _stem(name: str) -> str:
    ending = next((ending for ending in ENDINGS if name.endswith(ending)), Path(name).suffix)
    return name.removesuffix(ending) or name


def _twice(jobs: list[Job]) -> str:
    """Give a target that two files would have; empty where there is none."""
    counts = Counter(job.target for job in jobs)
    return next((target for target, count in counts.items() if count > 1), "")


def _done(arguments: argparse.Namespace, jobs: list[Job], render: Render) -> Iterator[Done]:
    """Do the jobs, in their order, one after the other or in several processes."""
    workers = min(arguments.jobs or processors(), -(-len(jobs) // _APIECE))
    if workers <= 1:
        yield from (_one(arguments, job, render) for job in jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(_one, arguments, job, render) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield Done(job, USAGE, "strokekit render: error: the process that rendered it ended\n")


def processors() -> int:
    """Count the processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


def _one(arguments: argparse.Namespace, job: Job, render: Render) -> Done:
    """Render one file; what it says is kept, so that the words of several processes do not mix."""
    own = argparse.Namespace(**{**vars(arguments), "file": job.source, "output": job.target})
    said = io.StringIO()
    streams = Streams(io.StringIO(), io.StringIO(), said)
    try:
        Path(job.target).parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        return Done(job, wrong_call(own, streams, f"{job.target!r} can't be written: {why(problem)}"), said.getvalue())
    code, written = render(own, streams)
    return Done(job, code, said.getvalue(), written)
