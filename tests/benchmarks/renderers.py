"""Benchmarks of renderers: `python -m tests.benchmarks.renderers [article] [step] [size] [batch]`; without a name all of them."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

from strokekit import Engine
from strokekit.cli.render_many import processors
from tests.benchmarks.corpus import ARTICLE, routine
from tests.benchmarks.side_by_side import interleaved, process, table

ENGINE = Engine()
OPTIONS = {"ics": {"start": "2026-03-01T10:00", "uid": "u@example.org", "stamp": "2026-02-01T08:00Z"}}
STEPS = (40, 400)
"""Two sizes: their difference is what a step costs, whatever the rest of a routine does."""
BATCH = 1_000
"""So many cards are a batch."""
LARGEST = 200_000
"""So many bytes the page of the article may have; a test of the page keeps it."""


def one_by_one() -> None:
    """Time every renderer on two sizes of routine; the difference is what a step costs."""
    timelines = {steps: ENGINE.fit(ENGINE.compose(ENGINE.loads(routine(steps)))).require() for steps in STEPS}
    things = {
        f"{name}, {steps} steps": lambda name=name, timeline=timeline: ENGINE.render(timeline, to=name, options=OPTIONS.get(name))
        for name in ENGINE.catalog.renderers
        for steps, timeline in timelines.items()
    }
    medians = interleaved(things, 3)
    few, many = STEPS
    each = {name: (medians[f"{name}, {many} steps"] - medians[f"{name}, {few} steps"]) for name in ENGINE.catalog.renderers}
    per_step = {name: max(seconds, 0) / (many - few) for name, seconds in each.items()}
    print(table("a step more, written down", per_step, "json"))


def article() -> None:
    """Time every renderer on the article."""
    timeline = ENGINE.fit(ENGINE.compose(ENGINE.load(ARTICLE))).require()
    things = {
        name: lambda name=name: ENGINE.render(timeline, to=name, options=OPTIONS.get(name)) for name in ENGINE.catalog.renderers
    }
    print(table("the article, written down", interleaved(things, 7), "json"))


def size() -> None:
    """Measure the page of the article, which is to have less than a stated number of bytes."""
    page = ENGINE.render(ENGINE.fit(ENGINE.compose(ENGINE.load(ARTICLE))).require(), to="html")
    held = len(page.encode() if isinstance(page, str) else page)
    print(f"\nthe page of the article: {held:,} bytes, {held / LARGEST:.2f} of what is allowed")


def batch() -> None:
    """Time the cards of a thousand files once, in one process and in as many as there are cores, by the clock and in work."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "routines")
        folder.mkdir()
        text = routine(40)
        for number in range(BATCH):
            (folder / f"r{number:04}.routine.yaml").write_text(text.replace("title:", f"title: {number}", 1), encoding="utf-8")
        command = ("-m", "strokekit", "render", str(folder), "--to", "markdown", "-o", str(Path(made, "cards")), "--jobs")
        print(f"\n{BATCH} cards of 40 steps, {processors()} cores")
        for jobs in sorted({1, processors()}):
            start, before = perf_counter(), _worked()
            process(*command, str(jobs))()
            seconds, work = perf_counter() - start, _worked() - before
            print(f"  {jobs}: {seconds:6.1f} s by the clock, {work:6.1f} s of processor time, {work / seconds:.2f} at once")


def _worked() -> float:
    """Give the processor time of all processes that were started and have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


ALL: Mapping[str, Callable[[], None]] = {"article": article, "step": one_by_one, "size": size, "batch": batch}

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        ALL[name]()
