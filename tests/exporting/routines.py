"""Routines for the tests of the exports: small, with every kind of cue, and with texts that try to be something else."""

from __future__ import annotations

import json
from functools import cache

from strokekit import Engine, Timeline, hookimpl
from strokekit.plugin import Move, Technique, Timing
from tests.exporting.readers import timeline
from tests.rendering import hostile

HEAD = "strokekit: 1\ntitle: Calf\nid: calf\ncontraindications: none_reviewed\n"
SMALL = f"""{HEAD}sections:
  - id: legs
    title: Legs
    steps:
      - technique: kneading
        id: work
        where: [calf, thigh]
        pressure: gentle
        tempo: 20/min
        tool: thumbs
        duration: 1 min
        ask: {{text: "All right?", at: 50%}}
        rest: 5 s
      - {{technique: circles, id: round, where: calf, side: both, duration: 20 s, tempo: slow}}
  - id: end
    phase: aftercare
    steps: [{{action: cover, id: cover, where: calf, duration: 10500 ms}}]
"""
"""A step with a prompt and a rest, one on both sides, one that is no stroke."""


@cache
def small() -> Timeline:
    """Give the timeline of the small routine."""
    return timeline(SMALL)


@cache
def nasty() -> Timeline:
    """Give the timeline of a routine whose every text tries to be something else."""
    return timeline(json.dumps(hostile.nasty()))


class Moving:
    """A plugin with a technique that consists of two moves."""

    @hookimpl
    def strokekit_techniques(self) -> list[Technique]:
        """Contribute `own.wave`."""
        moves = (Move(title="out", where="calf"), Move(title="back", where="calf"))
        timing = Timing(per="once", time="10 s")
        made = Technique(
            id="wave", title="Wave", family="effleurage", summary="Out and back.", timing=timing, moves=lambda _: moves
        )
        return [made]


@cache
def moving() -> Timeline:
    """Give a timeline with moves, a checkpoint, a step without length, and prompts at its very end."""
    engine = Engine(plugins={"own": Moving()}, strict=True)
    steps = (
        "[{technique: own.wave, id: wave}, {checkpoint: 1..90 min, id: mark}, {technique: kneading, id: none, where: calf, "
        "duration: 0..1 s, say: Softly}, {technique: own.wave, id: last, say: {text: Done, at: end}}]"
    )
    plan = engine.compose(engine.loads(f"{HEAD}sections: [{{id: a, steps: {steps}}}]\n"))
    return engine.fit(plan, target=20_000).require()
