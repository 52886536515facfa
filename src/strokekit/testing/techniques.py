"""Techniques on trial: a declaration is read here, its steps are tried in processes of their own, with a time limit."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs

from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.plugins.declarations import ESTIMATE, Technique
from strokekit.testing.candidates import Candidates
from strokekit.testing.processes import Answer, Order, answers

SEEDS = ("1", "2")
"""What hashes of texts start from, in two processes: what hangs on the order of a set differs between them."""
UNSTEADY = "another process gives another plan, another time or another card for the same step"


@attrs.frozen
class Fault:
    """Something wrong with a technique: `name` is one of those that `check_technique` lists, `text` a sentence."""

    name: str
    text: str
    technique: str = ""
    """The id of the technique, with its namespace."""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.name}: {self.text}"


def check_technique(
    engine: Engine,
    *techniques: str,
    examples: int = 25,
    seconds: int = 60,
    accept: Collection[str] | Mapping[str, Collection[str]] = (),
) -> None:
    """Try techniques or actions of a plugin, and tell everything that is wrong with them at once.

    A declaration must say what it is (`summary`), where that is known from (`provenance`) and whether somebody looked for what
    speaks against it (`cautions`); its literals must be readable (`literal`). Steps made from it must exist (`no-step`), be
    valid (`invalid`), take a known time (`time-unknown`) in order (`range`), and give the same plan, times and cards every time
    and in every process (`unsteady`). Its callables must not fail (`callable`) nor look at a clock, chance, files, the network
    or the environment (`impure`), and nothing may change the catalogue (`changed`). A trial that ends early is a `crash`, one
    that does not end a `timeout`.

    Several techniques share two processes, which is much faster than a call for each. One that ends its process, or changes the
    catalogue, leaves the others a new process.

    Args:
        engine: one that has the plugin. It travels to another process, so its plugins must be modules, paths of files, what is
            installed, or objects of importable classes.
        techniques: the ids, with their namespaces.
        examples: how many steps of each are tried.
        seconds: how long each technique may take, in each of the two processes.
        accept: names of faults that are known and let pass, of all the techniques, or by their ids.

    Raises:
        AssertionError: something is wrong; the message has a line for each fault.
        UsageError: there is no such technique, none was named, or the engine can't travel.
    """
    found = [
        fault for fault in faults_of(engine, *techniques, examples=examples, seconds=seconds) if not _let_pass(fault, accept)
    ]
    if found:
        raise AssertionError("\n".join(_told(name, found) for name in dict.fromkeys(fault.technique for fault in found)))


def _let_pass(fault: Fault, accept: Collection[str] | Mapping[str, Collection[str]]) -> bool:
    return fault.name in (accept.get(fault.technique, ()) if isinstance(accept, Mapping) else accept)


def _told(technique: str, found: Collection[Fault]) -> str:
    own = [f"  {fault}" for fault in found if fault.technique == technique]
    return "\n".join((f"{technique} has {len(own)} fault{'s' if len(own) > 1 else ''}:", *own))


def faults_of(engine: Engine, *techniques: str, examples: int = 25, seconds: int = 60) -> tuple[Fault, ...]:
    """Give the faults of techniques, technique by technique, those of a declaration first; see `check_technique`.

    Raises:
        UsageError: there is no such technique, none was named, or the engine can't travel.
    """
    declared = [_technique(engine, name) for name in dict.fromkeys(techniques)]
    if not declared:
        raise UsageError("no technique was named: give the id of one, or of several")
    tried = _tried(engine, [technique.id for technique in declared], examples, seconds)
    found = [fault for technique in declared for fault in (*_declared(engine, technique), *tried[technique.id])]
    return tuple(dict.fromkeys(found))


def _technique(engine: Engine, name: str) -> Technique:
    declared = engine.catalog.techniques.get(name)
    if declared is None:
        raise UsageError(f"there is no technique {name!r} in this engine")
    return declared


def _declared(engine: Engine, technique: Technique) -> Iterator[Fault]:
    for name, text in _undeclared(engine, technique):
        yield Fault(name, text, technique.id)


def _undeclared(engine: Engine, technique: Technique) -> Iterator[tuple[str, str]]:
    if not _says(technique.title) or not _says(technique.summary):
        yield "summary", "nothing says what it is: give it a `title` and a `summary`"
    provenance = technique.provenance
    if provenance == ESTIMATE or (provenance.kind != "estimate" and not provenance.source):
        yield "provenance", "nothing says where it is known from: give its `provenance` a source, or an estimate a note"
    if technique.hands_on and technique.cautions.status == "unknown":
        yield "cautions", "nobody has looked for cautions: list them, or say `none_reviewed` once somebody has"
    yield from (("literal", text) for text in Candidates(engine.catalog).problems(technique))


def _says(text: Any) -> bool:
    return any(part.strip() for part in ([text] if isinstance(text, str) else text.values()))


def _tried(engine: Engine, techniques: list[str], examples: int, seconds: int) -> dict[str, list[Fault]]:
    """Try the techniques in two processes, and hold what they give against each other."""
    try:
        luggage = pickle.dumps(engine)
    except Exception as problem:
        raise UsageError(f"this engine can't travel to another process: {type(problem).__name__}: {problem}") from problem
    order = Order(techniques=tuple(techniques), examples=examples, seconds=seconds)
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(lambda seed: answers(luggage, order, seed), SEEDS)
    return {name: list(_compared(name, first[name], second[name])) for name in techniques}


def _compared(technique: str, first: Answer, second: Answer) -> Iterator[Fault]:
    yield from (Fault(name, text, technique) for name, text in (*first.faults, *second.faults))
    if first.digest and second.digest and first.digest != second.digest:
        yield Fault("unsteady", UNSTEADY, technique)
