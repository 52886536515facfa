"""The process in which techniques are tried: orders and an engine come in, faults and a digest of all outputs go out.

Run as `python -m strokekit.testing.trial`; `strokekit.testing.processes` starts it. Its first line says that it has begun, then
there is one for each technique. One that takes too long ends the process, also where it never comes back from a loop.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
import os
import pickle
import sys
from collections.abc import Iterator
from typing import Any

import attrs

from strokekit.engine import Engine
from strokekit.model.elastic import Elastic
from strokekit.plugins.catalog import Catalog
from strokekit.testing.documents import Data, document, errors_of, text_of
from strokekit.testing.watching import Watch, codes_of

MINUTE = 60_000
"""Assumed where nothing says how long a step takes, so that the rest can be tried."""
CARDS = 2
"""So many of the steps are written down."""
_WRITTEN = ("json", "markdown", "text")
"""By which renderers: those that say everything. A renderer has a trial of its own."""


def main() -> None:
    """Read the orders, try, and write the answers; whatever a plugin prints goes to the errors."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    order = json.loads(sys.stdin.buffer.readline())
    luggage = sys.stdin.buffer.read()
    sys.path[:] = order["path"]
    faulthandler.dump_traceback_later(order["start"], exit=True)
    unpacked: Engine = pickle.loads(luggage)  # noqa: S301 - packed by the process that started this one
    engine = attrs.evolve(unpacked, strict=False)  # one that goes on where a callable fails
    before = _fingerprint(engine.catalog)
    print("{}", file=answers, flush=True)
    for technique in order["techniques"]:
        faulthandler.dump_traceback_later(order["seconds"], exit=True)  # from now on
        trial = Trial(engine, technique)
        trial.run(order["examples"])
        changed = _fingerprint(engine.catalog) != before
        if changed:
            trial.faults.add(("changed", "the catalogue is another one after the trial"))
        print(json.dumps({"faults": sorted(trial.faults), "digest": trial.digest.hexdigest()}), file=answers, flush=True)
        if changed:  # what comes next gets one that nobody has touched
            break
    faulthandler.cancel_dump_traceback_later()
    answers.close()


def _fingerprint(catalog: Catalog) -> str:
    """Give the fingerprint as it is now: a catalogue remembers its own."""
    return attrs.evolve(catalog).fingerprint


class Trial:
    """Tries the steps of one technique, and collects its faults as pairs of name and sentence."""

    def __init__(self, engine: Engine, technique: str) -> None:
        """Begin with nothing found."""
        self.engine, self.technique = engine, technique
        self.faults: set[tuple[str, str]] = set()
        self.digest = hashlib.sha256()

    def run(self, examples: int) -> None:
        """Try as many steps."""
        declared = self.engine.catalog.techniques[self.technique]
        tried = list(_drawn(self.engine, self.technique, examples))
        if not tried:
            self.faults.add(("no-step", "no step of it by itself was found that checks without errors"))
        rules = [rule.check for rule in self.engine.catalog.rules.values() if "." in rule.id]
        self.watch = Watch(codes_of([declared.refine, declared.moves, *rules]))
        for at, step in enumerate(tried):
            self._try(step, cards=at < CARDS)

    def _try(self, step: Data, *, cards: bool) -> None:
        """Try one step, with its cards or without: they take longest."""
        data = document(step)
        first = self._outputs(self.engine, data, cards=cards)
        with self.watch:
            second = self._outputs(self.engine, data)
        if first[: len(second)] != second:
            self.faults.add(("unsteady", f"the same step gives another plan, another time or another card: {json.dumps(step)}"))
        self.faults |= {("impure", f"one of its callables uses {what}") for what in self.watch.seen}
        self.digest.update("\0".join(first).encode())

    def _outputs(self, engine: Engine, data: Data, *, cards: bool = False) -> tuple[str, ...]:
        """Take a routine through all stages, and give everything that comes out, the cards last."""
        plan = engine.compose(engine.structure(engine.read_text(text_of(data), name="trial.json", syntax="json")))
        self.faults |= {("callable", found.message) for found in plan.report if found.name in {"plugin-call", "plugin-broken"}}
        self.faults |= {("invalid", str(found)) for found in plan.report.errors}
        if plan.value is None:
            return (str(plan.report),)
        elastic = engine.measure(plan.value)
        self._range(elastic)
        timeline = engine.fit(plan.value, assume=dict.fromkeys(elastic.unknown, MINUTE)).value
        cues = [(cue.kind, cue.name, cue.start, cue.end) for cue in timeline.cues] if timeline is not None else []
        outputs = [repr(elastic), repr(cues), "\n".join(map(str, plan.report))]
        names = _WRITTEN if cards and timeline is not None else ()
        made = [engine.render(timeline, to=name) for name in names] if timeline is not None else []
        return (*outputs, *(one if isinstance(one, str) else one.hex() for one in made))

    def _range(self, elastic: Elastic) -> None:
        """Hold a time against what must be true of every time."""
        if elastic.ideal is None:
            self.faults.add(("time-unknown", "a step that says no time has none: give the technique its `timing`"))
        ends = [end for end in (elastic.min, elastic.ideal, elastic.max) if end is not None]
        if any(type(end) is not int for end in ends) or sorted([0, *ends]) != [0, *ends]:
            self.faults.add(("range", f"its times are not whole and in order: {ends}"))


def _drawn(engine: Engine, technique: str, examples: int) -> Iterator[Data]:
    """Draw steps, the same in every process."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis.configuration import set_hypothesis_home_dir

    set_hypothesis_home_dir(os.devnull)  # what it would keep for later runs is no use here, and litters the author's folder
    from strokekit.testing.drawing import Drawing
    from strokekit.testing.strategies import steps

    least = Drawing(engine).least(technique)
    if least is None:
        return
    found: list[Any] = [least]

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(steps(engine, technique))
    def draw(step: Data) -> None:
        if step not in found and not errors_of(engine, document(step)):
            found.append(step)

    draw()
    yield from found


if __name__ == "__main__":
    main()
