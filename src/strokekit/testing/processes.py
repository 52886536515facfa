"""Processes in which techniques are tried: orders go in, answers come out; one that ends early leaves the rest to another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs

GRACE = 10
"""So many seconds longer than it may take a process is waited for: it watches its time itself, and says more when it does."""


@attrs.frozen(kw_only=True)
class Order:
    """What is to be tried: ids of techniques, how many steps of each, and for how long, in seconds for each technique."""

    techniques: tuple[str, ...]
    examples: int
    seconds: int
    start: int = 60
    """How long it may take until the first technique is tried, in seconds: that hangs on all plugins and on the machine."""


@attrs.frozen
class Answer:
    """What came of one technique: faults as pairs of name and sentence, and a digest of all outputs; empty if it has no end."""

    faults: tuple[tuple[str, str], ...]
    digest: str = ""


@attrs.frozen
class _Run:
    """What one process said: whether it got as far as to begin, an answer for each technique that it finished, how it ended."""

    ready: bool
    answers: tuple[Answer, ...]
    end: tuple[str, str] | None


def answers(luggage: bytes, order: Order, seed: str) -> dict[str, Answer]:
    """Have techniques tried; give an answer for each.

    A technique that ends its process has that as its fault, and those after it get a new process. What ends a process before any
    technique is tried is a fault of them all.

    Args:
        luggage: a pickled engine.
        order: what is to be tried.
        seed: what hashes of texts start from.
    """
    found: dict[str, Answer] = {}
    left = list(order.techniques)
    while left:
        run = _run(luggage, attrs.evolve(order, techniques=tuple(left)), seed)
        found |= zip(left, run.answers)  # noqa: B905 - where it ended early there are fewer answers
        left = left[len(run.answers) :]
        if run.end is not None:
            ended = left[:1] if run.ready else left
            found |= dict.fromkeys(ended, Answer((run.end,)))
            left = left[len(ended) :]
    return found


def _run(luggage: bytes, order: Order, seed: str) -> _Run:
    lead = {**attrs.asdict(order), "path": [str(Path(part).absolute()) for part in sys.path]}
    command = [sys.executable, "-P", "-W", "ignore", "-m", "strokekit.testing.trial"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    late = ("timeout", f"it was not done after {order.seconds} s: one of its callables may not end")
    stuck = ("timeout", f"no trial had begun after {order.start} s: loading a plugin may not end")
    try:
        run = subprocess.run(  # noqa: S603 - this Python, with a module of this package
            command,
            input=json.dumps(lead).encode() + b"\n" + luggage,
            capture_output=True,
            timeout=order.start + order.seconds * len(order.techniques) + GRACE,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired as expired:
        text = expired.stdout or b""
        return _read(text, late if text else stuck)
    if run.returncode == 0:
        return _read(run.stdout, None)
    said = run.stderr.decode(errors="replace").strip()
    if "Timeout (" in said:  # as `faulthandler` begins
        return _read(run.stdout, late if run.stdout else stuck)
    last = said.splitlines()[-1:] or ["it said nothing"]
    return _read(run.stdout, ("crash", f"the trial ended with {run.returncode}: {last[0]}"))


def _read(text: bytes, end: tuple[str, str] | None) -> _Run:
    lines: list[Any] = [json.loads(line) for line in text.splitlines()]
    made = tuple(Answer(tuple((name, said) for name, said in one["faults"]), one["digest"]) for one in lines[1:])
    return _Run(bool(lines), made, end)
