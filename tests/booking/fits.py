"""Plans that are fitted in the tests of this room, and what the fit gives each step."""

from __future__ import annotations

from typing import Any

from strokekit.diagnostics import Report
from strokekit.model.plan import Plan
from strokekit.model.timeline import Timeline
from strokekit.timing.lengths import TIMED
from tests.plans import document, engine


def plan_of(steps: str, **around: str) -> Plan:
    """Compose a routine of these steps."""
    return engine().compose(engine().loads(document(steps, **around), name="r.yaml")).require()


def fit(steps: str, *, head: str = "", section: str = "", **asked: Any) -> Timeline:
    """Fit a routine of these steps."""
    return engine().fit(plan_of(steps, head=head, section=section), **asked).require()


def lengths(timeline: Timeline) -> dict[str, int]:
    """Give what each step takes, pass by pass, and each rest."""
    return {
        f"{cue.name}{' rest' if cue.kind == 'rest' else ''}": cue.length
        for cue in timeline.cues
        if cue.kind in TIMED and cue.length
    }


def refused(steps: str, *, head: str = "", section: str = "", **asked: Any) -> Report:
    """Give the report of a fit that there is none of."""
    outcome = engine().fit(plan_of(steps, head=head, section=section), **asked)
    assert outcome.value is None
    return outcome.report
