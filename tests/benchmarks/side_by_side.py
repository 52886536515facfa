"""Times things side by side: A B C, A B C, … in one run, so that a machine whose speed drifts treats them alike."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TypeVar

K = TypeVar("K")


def interleaved(
    things: Mapping[K, Callable[[], object]], rounds: int, *, clock: Callable[[], float] = perf_counter
) -> dict[K, float]:
    """Give the median seconds of each thing over `rounds` rounds, after one round that is not counted."""
    taken: dict[K, list[float]] = {name: [] for name in things}
    for number in range(rounds + 1):
        for name, thing in things.items():
            start = clock()
            thing()
            if number:
                taken[name].append(clock() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def process(*arguments: str) -> Callable[[], object]:
    """Make a thing that runs this interpreter in a process of its own."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def table(title: str, medians: Mapping[str, float], baseline: str) -> str:
    """Write the medians and their ratios to the named baseline."""
    lines = [f"\n{title} (baseline: {baseline})"]
    for name, seconds in medians.items():
        lines.append(f"  {name:<58} {seconds * 1000:10.2f} ms   {seconds / medians[baseline]:8.2f} x")
    return "\n".join(lines)
