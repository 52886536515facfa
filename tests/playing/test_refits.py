"""The rest of a run is fitted again: it ends on time within the bounds of the plan, or is told why it can't."""

from __future__ import annotations

from strokekit.diagnostics import Outcome
from strokekit.playing import events as e
from strokekit.playing.course import Segment
from strokekit.playing.refits import Refitting, refitting
from strokekit.playing.session import Rest, Session
from strokekit.playing.timelines import course_of
from tests.plans import document, engine

STEPS = """
- {technique: kneading, id: a, where: calf, duration: 2..6 min}
- {technique: kneading, id: b, where: thigh, duration: 2..6 min}
- {technique: hacking, id: c, where: thigh, duration: 1 min, optional: true, priority: low}
- {technique: holding, id: d, where: foot, duration: 1 min, locked: true}
"""
MIN = 60_000


def session(steps: str = STEPS) -> tuple[Session, Refitting]:
    """Begin a session of these steps, and make what fits it again."""
    timeline = engine().fit(engine().compose(engine().loads(document(steps)))).require()
    return Session(first=course_of(timeline)), refitting(timeline)


def ahead(made: Session) -> dict[str, int]:
    """Give what is planned of every segment now."""
    return {one.name: one.ms for one in made.player.course.segments}


def test_a_late_start_shortens_the_rest() -> None:
    """Two minutes late, the whole ends on time: the present step as it is, the rest in its bounds, what is locked as it is."""
    begun, refit = session()
    begun, told = begun.do(e.Start(end_by=10 * MIN), 2 * MIN, refit=refit)

    assert ahead(begun) == {"a": 4 * MIN, "b": 3 * MIN, "d": MIN}
    assert [one.kind for one in told] == ["started", "refitted"]
    assert begun.player.eta.likely == 10 * MIN


def test_what_was_left_out_comes_back() -> None:
    """An optional step that had no time is done again when there is time: each fit starts from the plan."""
    begun, refit = session()
    begun, _ = begun.do(e.Start(end_by=10 * MIN), 3 * MIN, refit=refit)
    without = ahead(begun)
    begun, _ = begun.do(e.EndBy(end_by=14 * MIN), 3 * MIN + 1, refit=refit)

    assert without == {"a": 4 * MIN, "b": 2 * MIN, "d": MIN}
    assert ahead(begun) == {"a": 4 * MIN, "b": 5 * MIN, "c": MIN, "d": MIN}


def test_what_cannot_be_had_is_told() -> None:
    """The nearest that can be had is taken, and the report says why it is no more."""
    begun, refit = session()
    rest = Rest(course=begun.first, done={}, current=None, ahead=begun.first.segments)
    found: Outcome[tuple[Segment, ...]] = refit(rest, 2 * MIN)

    assert {one.name: one.ms for one in found.value or ()} == {"a": 2 * MIN, "b": 2 * MIN, "d": MIN}
    assert [one.message for one in found.report.errors] == [
        "no run of this plan takes 2 min; there is 5 min to 14 min, the nearest: 5 min"
    ]


def test_the_second_side_follows_the_first() -> None:
    """What is done on one side is wanted on the other."""
    begun, refit = session(
        "- {id: legs, sides: each, steps: [{technique: kneading, id: a, where: calf, duration: 2..6 min}]}\n"
        "- {technique: holding, id: end, where: foot, duration: 1..9 min}"
    )
    rest = Rest(course=begun.first, done={"a@left": 3 * MIN}, current=None, ahead=begun.first.segments[1:])

    assert {one.name: one.ms for one in refit(rest, 8 * MIN).require()} == {"a@right": 3 * MIN, "end": 5 * MIN}
    both = Rest(course=begun.first, done={}, current=None, ahead=begun.first.segments)
    found = refit(both, 10 * MIN).require()
    assert {one.name: one.ms for one in found} == {"a@left": 184_615, "a@right": 184_615, "end": 230_770}


def test_what_nobody_planned_keeps_its_time() -> None:
    """Something done instead of a step is no step of the plan: its time is its own."""
    begun, refit = session()
    other = Segment(name="x", ms=90_000, instead_of="b")
    rest = Rest(course=begun.first, done={"a": 0, "b": 0, "c": 0}, current=None, ahead=(begun.first.segments[3], other))

    assert {one.name: one.ms for one in refit(rest, 150_000).require()} == {"d": MIN, "x": 90_000}
