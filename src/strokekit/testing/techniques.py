"""A technique on trial: its declaration is read here, its steps are tried in processes of their own, with a time limit."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs

from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.plugins.declarations import ESTIMATE, Technique
from strokekit.testing.candidates import Candidates

SEEDS = ("1", "2")
"""What hashes of texts start from, in two processes: what hangs on the order of a set differs between them."""


@attrs.frozen
class Fault:
    """Something wrong with a technique: `name` is one of those that `check_technique` lists, `text` a sentence."""

    name: str
    text: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.name}: {self.text}"


def check_technique(
    engine: Engine,
    technique: str,
    *,
    examples: int = 25,
    seconds: int = 60,
    accept: Collection[str] = (),
) -> None:
    """Try a technique or action of a plugin, and tell everything that is wrong with it at once.

    Its declaration must say what it is (`summary`), where that is known from (`provenance`) and whether somebody looked for what
    speaks against it (`cautions`); its literals must be readable (`literal`). Steps made from it must exist (`no-step`), be
    valid (`invalid`), take a known time (`time-unknown`) in order (`range`), and give the same plan, times and cards every time
    and in every process (`unsteady`). Its callables must not fail (`callable`) nor look at a clock, chance, files, the network
    or the environment (`impure`), and nothing may change the catalogue (`changed`). A trial that ends early is a `crash`, one
    that does not end a `timeout`.

    Args:
        engine: one that has the plugin. It travels to another process, so its plugins must be modules, paths of files, what is
            installed, or objects of importable classes.
        technique: the id, with its namespace.
        examples: how many steps are tried.
        seconds: how long each of the two processes may take.
        accept: names of faults that are known and let pass.

    Raises:
        AssertionError: something is wrong; the message has a line for each fault.
        UsageError: there is no such technique, or the engine can't travel.
    """
    found = [fault for fault in faults_of(engine, technique, examples=examples, seconds=seconds) if fault.name not in accept]
    if found:
        lines = "\n".join(f"  {fault}" for fault in found)
        raise AssertionError(f"{technique} has {len(found)} fault{'s' if len(found) > 1 else ''}:\n{lines}")


def faults_of(engine: Engine, technique: str, *, examples: int = 25, seconds: int = 60) -> tuple[Fault, ...]:
    """Give the faults of a technique, those of its declaration first; see `check_technique`.

    Raises:
        UsageError: there is no such technique, or the engine can't travel.
    """
    declared = engine.catalog.techniques.get(technique)
    if declared is None:
        raise UsageError(f"there is no technique {technique!r} in this engine")
    found = [*_declared(engine, declared), *_tried(engine, technique, examples, seconds)]
    return tuple(dict.fromkeys(found))


def _declared(engine: Engine, technique: Technique) -> Iterator[Fault]:
    if not _says(technique.title) or not _says(technique.summary):
        yield Fault("summary", "nothing says what it is: give it a `title` and a `summary`")
    provenance = technique.provenance
    if provenance == ESTIMATE or (provenance.kind != "estimate" and not provenance.source):
        yield Fault("provenance", "nothing says where it is known from: give its `provenance` a source, or an estimate a note")
    if technique.hands_on and technique.cautions.status == "unknown":
        yield Fault("cautions", "nobody has looked for cautions: list them, or say `none_reviewed` once somebody has")
    yield from (Fault("literal", text) for text in Candidates(engine.catalog).problems(technique))


def _says(text: Any) -> bool:
    return any(part.strip() for part in ([text] if isinstance(text, str) else text.values()))


def _tried(engine: Engine, technique: str, examples: int, seconds: int) -> Iterator[Fault]:
    """Try the technique in two processes, and hold what they give against each other."""
    try:
        luggage = pickle.dumps(engine)
    except Exception as problem:
        raise UsageError(f"this engine can't travel to another process: {type(problem).__name__}: {problem}") from problem
    order = {"technique": technique, "examples": examples}
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda seed: _asked(luggage, order, seed, seconds), SEEDS))
    for answer in answers:
        yield from answer if isinstance(answer, list) else (Fault(*fault) for fault in answer["faults"])
    digests = {answer["digest"] for answer in answers if isinstance(answer, dict)}
    if len(digests) > 1:
        yield Fault("unsteady", "another process gives another plan, another time or another card for the same step")


def _asked(luggage: bytes, order: dict[str, Any], seed: str, seconds: int) -> dict[str, Any] | list[Fault]:
    lead = json.dumps({**order, "path": [str(Path(part).absolute()) for part in sys.path]}).encode()
    command = [sys.executable, "-P", "-m", "strokekit.testing.trial"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        run = subprocess.run(  # noqa: S603 - this Python, with a module of this package
            command, input=lead + b"\n" + luggage, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        return [Fault("timeout", f"it was not done after {seconds} s: one of its callables may not end")]
    if run.returncode != 0:
        last = run.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        return [Fault("crash", f"the trial ended with {run.returncode}: {last[0]}")]
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer
