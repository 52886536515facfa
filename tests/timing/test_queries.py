"""Questions about a timeline: what is on, what follows, how much is left, at the edges too."""

from __future__ import annotations

import pytest

from strokekit.model.elastic import Elastic
from strokekit.model.timeline import Timeline
from strokekit.timing import Times, at, between, elapsed, following, move_at, remaining, section_at
from strokekit.timing.queries import _row
from tests.plans import HEAD, timeline_of

TEXT = (
    HEAD
    + """sections:
  - id: legs
    steps:
      - {technique: kneading, id: a, where: calf, duration: 10 s, rest: 5 s, say: {text: Breathe, at: every 4 s}}
      - {checkpoint: 1..90 min, id: here}
  - id: nothing
    optional: true
    expect: false
    steps: [{technique: kneading, where: calf, duration: 1 min}]
  - id: arms
    steps:
      - {technique: kneading, id: b, where: arm, duration: 20 s, say: {text: Done, at: end}}
      - {technique: kneading, id: c, where: arm, duration: 10 s}
"""
)
TIMELINE = timeline_of(TEXT)
EMPTY = Timeline(cues=(), total=0, elastic=Elastic())


@pytest.mark.parametrize(
    ("ms", "expected"),
    [
        (-9, "a"),
        (0, "a"),
        (9_999, "a"),
        (10_000, "rest a"),
        (15_000, "b"),
        (34_999, "b"),
        (35_000, "c"),
        (45_000, None),
        (99_000, None),
    ],
)
def test_what_is_on(ms: int, expected: str | None) -> None:
    """A step is on from its first millisecond to the one before its end; at the end nothing is."""
    cue = at(TIMELINE, ms)

    assert (cue and f"{'rest ' if cue.kind == 'rest' else ''}{cue.name}") == expected


@pytest.mark.parametrize(
    ("ms", "kind", "expected"),
    [
        (-1, None, ("step", 0)),
        (0, None, ("say", 4_000)),
        (0, "step", ("step", 15_000)),
        (4_000, "say", ("say", 8_000)),
        (8_000, "say", ("say", 35_000)),
        (10_000, None, ("checkpoint", 15_000)),
        (35_000, None, None),
        (0, "ask", None),
    ],
)
def test_what_follows(ms: int, kind: object, expected: tuple[str, int] | None) -> None:
    """The next cue is the first that starts later, of any kind or of one."""
    cue = following(TIMELINE, ms, kind=kind)  # type: ignore[arg-type]  # parametrised

    assert (cue and (cue.kind, cue.start)) == expected


@pytest.mark.parametrize(
    ("ms", "expected"),
    [
        (-5, Times(step=10_000, section=15_000, total=45_000)),
        (0, Times(step=10_000, section=15_000, total=45_000)),
        (12_000, Times(step=3_000, section=3_000, total=33_000)),
        (20_000, Times(step=15_000, section=25_000, total=25_000)),
        (45_000, Times(step=0, section=0, total=0)),
        (46_000, Times(step=0, section=0, total=0)),
    ],
)
def test_what_is_left(ms: int, expected: Times) -> None:
    """Of the step, of the section, of all; before the start all, after the end nothing."""
    assert remaining(TIMELINE, ms) == expected


@pytest.mark.parametrize(
    ("ms", "expected"),
    [
        (-5, Times(step=0, section=0, total=0)),
        (12_000, Times(step=2_000, section=12_000, total=12_000)),
        (20_000, Times(step=5_000, section=5_000, total=20_000)),
        (45_000, Times(step=10_000, section=30_000, total=45_000)),
        (99_000, Times(step=10_000, section=30_000, total=45_000)),
    ],
)
def test_what_has_passed(ms: int, expected: Times) -> None:
    """The counterpart of what is left; at the end the last step and section have passed."""
    assert elapsed(TIMELINE, ms) == expected


@pytest.mark.parametrize(("ms", "expected"), [(0, "legs"), (14_999, "legs"), (15_000, "arms"), (45_000, None)])
def test_the_section(ms: int, expected: str | None) -> None:
    """A section that is not done is never on."""
    section = section_at(TIMELINE, ms)

    assert (section and section.name) == expected


def test_between_gives_what_starts_from_one_moment_up_to_another() -> None:
    """The first moment counts and the last does not, so stretches that join give every cue once."""
    found = [(cue.kind, cue.start) for cue in between(TIMELINE, 4_000, 15_000)]

    assert found == [("say", 4_000), ("say", 8_000), ("rest", 10_000)]
    assert [cue.name for cue in between(TIMELINE, 0, 45_001, kind="step")] == ["a", "b", "c"]
    assert between(TIMELINE, 5, 5) == between(TIMELINE, 9, 3) == ()
    assert between(TIMELINE, 0, 20_000) + between(TIMELINE, 20_000, 45_001) == TIMELINE.cues


def test_a_timeline_of_nothing() -> None:
    """Nothing is on, follows, is left or has passed."""
    nothing = Times(step=0, section=0, total=0)

    assert (at(EMPTY, 0), following(EMPTY, -1), section_at(EMPTY, 0), move_at(EMPTY, 0)) == (None, None, None, None)
    assert (remaining(EMPTY, 5), elapsed(EMPTY, 5), between(EMPTY, 0, 9)) == (nothing, nothing, ())


def test_steps_without_time_are_never_on() -> None:
    """A step of no length stands between the others and hides none of them."""
    text = (
        HEAD
        + "sections: [{id: s, steps: [{say: Hm, duration: 0..0 s}, {technique: kneading, id: k, where: calf, duration: 5 s}]}]"
    )
    timeline = timeline_of(text.replace("0..0 s", "..4 s").replace("duration: 5 s", "duration: 5 s"))

    assert [cue.name for cue in (at(timeline, timeline.total - 1),) if cue] == ["k"]


def test_the_index_is_made_once() -> None:
    """The second question finds what the first has made."""
    timeline = timeline_of(TEXT)
    at(timeline, 0)
    first = _row(timeline, "timed")
    remaining(timeline, 7)

    assert _row(timeline, "timed") is first
