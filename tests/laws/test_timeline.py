"""Laws of timelines: JSON and back is the identity, queries agree with a linear scan, the load adds up."""

from __future__ import annotations

import pickle

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from strokekit.model.plan import Plan
from strokekit.model.timeline import Cue, Timeline
from strokekit.model.timeline_json import read_timeline, timeline_text
from strokekit.playing.timelines import course_of
from strokekit.timing import at, between, elapsed, explain, following, load_of, remaining, section_at
from strokekit.timing.load import THUMBS
from tests.laws.test_time import binds, fitted
from tests.plans import plans

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Make the timeline of any plan that can be timed."""
    plan: Plan = draw(plans())
    assume(not binds(plan))
    return fitted(plan)


@st.composite
def moments(draw: st.DrawFn) -> tuple[Timeline, int, int]:
    """Make a timeline and two moments: at, beside and between its cues, before its start and after its end."""
    timeline = draw(timelines())
    edges = sorted({edge + beside for cue in timeline.cues for edge in (cue.start, cue.end) for beside in (-1, 0, 1)})
    anywhere = st.one_of(st.sampled_from(edges or [0]), st.integers(-10, timeline.total + 10))
    return timeline, draw(anywhere), draw(anywhere)


def timed(timeline: Timeline) -> list[Cue]:
    """Give the steps and rests."""
    return [cue for cue in timeline.cues if cue.kind in {"step", "rest"}]


@FEW
@given(timelines())
def test_json_and_back_is_the_identity(timeline: Timeline) -> None:
    """What is read back is equal and writes the same text; so does what was pickled."""
    text = timeline_text(timeline)
    back = read_timeline(text)

    assert back == timeline
    assert timeline_text(back) == text
    assert pickle.loads(pickle.dumps(back)) == timeline  # noqa: S301 - made one line above


@FEW
@given(moments())
def test_queries_agree_with_a_linear_scan(made: tuple[Timeline, int, int]) -> None:
    """The index finds what going through all cues finds, in a timeline that was read back too."""
    timeline, first, last = made
    asked = read_timeline(timeline_text(timeline))
    here = max(first, 0)

    assert at(asked, first) == next((cue for cue in timed(timeline) if cue.start <= here < cue.end), None)
    assert following(asked, first) == next((cue for cue in timeline.cues if cue.start > first), None)
    assert following(asked, first, kind="say") == next(
        (cue for cue in timeline.cues if cue.kind == "say" and cue.start > first), None
    )
    assert between(asked, first, last) == tuple(cue for cue in timeline.cues if first <= cue.start < last)
    assert between(asked, first, last, kind="step") == tuple(
        cue for cue in timeline.cues if cue.kind == "step" and first <= cue.start < last
    )


@FEW
@given(moments())
def test_what_is_left_and_what_has_passed_are_the_whole(made: tuple[Timeline, int, int]) -> None:
    """Of the step, of the section and of all, at every moment at which something is on."""
    timeline, ms, _ = made
    on, section = at(timeline, ms), section_at(timeline, ms)
    left, passed = remaining(timeline, ms), elapsed(timeline, ms)

    assert left.total + passed.total == timeline.total
    assert min(left.step, left.section, left.total, passed.step, passed.section, passed.total) >= 0
    assert (on is None) == (section is None)
    if on is not None and section is not None:
        assert left.step + passed.step == on.length
        assert left.section + passed.section == (section.end or 0) - (section.start or 0)
        assert section.name == on.section


@FEW
@given(timelines())
def test_the_load_adds_up(timeline: Timeline) -> None:
    """Minutes by tool, and by posture, sum to the time with hands on the client, what nobody says included."""
    load = load_of(timeline)
    worked = [cue for cue in timed(timeline) if cue.hands_on]

    assert load.hands_on == timeline.totals["hands_on"] == sum(contact.ms for contact in load.contacts)
    assert load.hands_on == sum(posture.ms for posture in load.postures)
    assert load.unknown == sum(cue.length for cue in worked if cue.work and cue.work.tools is None)
    assert all(use.longest <= use.ms <= load.hands_on - load.unknown for use in (*load.uses, load.thumbs))
    assert load.thumbs.ms == sum(cue.length for cue in worked if cue.work and THUMBS & set(cue.work.tools or ()))
    assert (load.static is None) == (load.hands_on == 0)
    assert load.static is None or load.static.length <= load.hands_on
    assert load.turn_overs.count <= load.client_changes.count


@FEW
@given(timelines())
def test_one_that_was_read_back_drives_a_player_alike(timeline: Timeline) -> None:
    """A player is made of what a timeline carries, and nothing of that is lost."""
    assert course_of(read_timeline(timeline_text(timeline))) == course_of(timeline)


@FEW
@given(timelines())
def test_every_cue_is_explained(timeline: Timeline) -> None:
    """Every cue leads to a line of the file, and its length to its ideal and what moved it from there."""
    for cue in timeline.cues:
        told = explain(timeline, cue)

        assert told.place.line is not None
        assert all(via.place is None or via.place.line is not None for via in told.via)
        assert [one.number <= one.of for one in told.passes] == [True] * len(told.passes)
        if told.stretched is not None:
            assert told.ideal is not None
            assert cue.length == told.ideal + told.stretched
            assert bool(told.binds) == bool(told.stretched)
