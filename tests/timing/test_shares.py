"""Shares: of what they are a share, what they make, and what holds where there is a duration too."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from strokekit.model.amounts import Range
from strokekit.timing.amounts import Amounts, Bounds
from strokekit.timing.measure import Measure
from strokekit.timing.shares import divided, portion
from tests.plans import document, engine, node_of, seconds, timeline_of, unruled

SHARED = "- {technique: kneading, id: a, where: calf, share: %s}"


def lasting(text: str) -> tuple[Any, ...]:
    """Measure the node `a`, in seconds, whatever the rules say of the rest."""
    plan = unruled(text)
    found = Measure(engine().catalog, of=plan).node(node_of(plan, "a"))
    return tuple(
        None if ms is None else ms // 1_000 if ms % 1_000 == 0 else ms / 1_000 for ms in (found.min, found.ideal, found.max)
    )


def share(written: str, **around: str) -> tuple[Any, ...]:
    """Measure a step with a share, in seconds, with something around it."""
    return lasting(document(SHARED % written, **around))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("40%", (240, 240, 240), id="exact"),
        pytest.param("30..50%", (180, 240, 300), id="a range and its middle"),
        pytest.param("30..35..50%", (180, 210, 300), id="an ideal of its own"),
        pytest.param("~50%", (240, 300, 360), id="about"),
        pytest.param("..40%", (0, 120, 240), id="open below"),
        pytest.param("80%..", (480, 540, 600), id="open above"),
        pytest.param("12.5%", (75, 75, 75), id="part of a hundredth"),
        pytest.param("{min: 30%, max: 50%, basis: estimate}", (180, 240, 300), id="an estimate"),
    ],
)
def test_a_share_of_a_sections_duration(written: str, expected: tuple[int, ...]) -> None:
    """The ends of a share are taken of the duration around it, its middle of the ideal."""
    assert share(written, section="duration: 10 min") == expected


def test_a_share_of_a_range_takes_end_by_end() -> None:
    """The least of the least, the middle of the ideal, the most of the most."""
    assert share("20..40%", section="duration: 5..10..20 min") == (60, 180, 480)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("booking: {table: 60 min}", (360, 360, 360), id="the table as booked"),
        pytest.param("booking: {table: 50..60 min, slot: 90 min}", (300, 330, 360), id="the table before the slot"),
        pytest.param("booking: {slot: 75 min, before: 10 min, after: 5 min}", (360, 360, 360), id="the slot without the rest"),
        pytest.param("booking: {slot: 75 min, before: 5..15 min}", (360, 390, 420), id="the most before makes the least"),
        pytest.param("booking: {before: 5 min}\nstated_total: 60 min", (360, 360, 360), id="no slot: as stated"),
        pytest.param("stated_total: 60 min", (360, 360, 360), id="the whole as stated"),
        pytest.param(
            "stated_total: [{duration: 90 min}, {duration: 60 min, covers: table}]", (360, 360, 360), id="the table as stated"
        ),
        pytest.param("stated_total: [{duration: 60 min, covers: visit}]", (0, None, None), id="another total"),
        pytest.param("", (0, None, None), id="nobody says"),
    ],
)
def test_a_sections_share_is_of_the_time_on_the_table(head: str, expected: tuple[Any, ...]) -> None:
    """A section takes its share of the table time: booked, else stated, else nobody knows; a step takes a tenth of it here."""
    assert share("20%", section="share: 50%", head=head) == expected


def test_a_variants_total_comes_first() -> None:
    """What a variant states of its total is what its shares are of."""
    head = "stated_total: 60 min\nvariants: {long: {sections: [s], stated_total: 100 min}}"

    assert share("100%", section="share: 10%", head=head) == (600, 600, 600)


@pytest.mark.parametrize("around", ["", "- {id: b, steps: [%s]}"])
def test_without_a_known_time_around_a_share_is_unknown(around: str) -> None:
    """A block without a time of its own has none to share out, whatever stands around it."""
    step = SHARED.removeprefix("- ") % "40%"
    text = document(around % step if around else f"- {step}", section="duration: 10 min" if around else "")
    plan = unruled(text)
    found = Measure(engine().catalog, of=plan).node(node_of(plan, "a"))

    assert (found.min, found.ideal, found.max, found.unknown) == (0, None, None, ("a",))


def test_a_block_with_a_share_of_nothing_known_takes_the_time_of_its_steps() -> None:
    """Where nobody knows the whole, a share says nothing of steps that say themselves how long they take."""
    block = "- {id: b, share: 40%, steps: [{technique: kneading, where: calf, duration: 1 min}]}"

    assert seconds(document(block), "b") == (60, 60, 60)


def test_a_share_binds_a_block() -> None:
    """A block's steps are cut to its share, and those without a time of their own take what is left."""
    block = "- {id: b, share: 40%, steps: [{technique: x.bare, id: x, where: calf}, {technique: kneading, id: k, where: calf}]}"
    filler = "- {technique: x.bare, id: f, where: calf}"
    cues = timeline_of(document(f"{block}\n{filler}", section="duration: 10 min")).cues

    assert [(cue.name, cue.length) for cue in cues] == [("x", 150_000), ("k", 90_000), ("f", 360_000)]


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        pytest.param("repeat: 3", 80, id="three passes"),
        pytest.param("sides: each", 120, id="two sides"),
        pytest.param("for_each: {toe: all}", 48, id="five toes"),
        pytest.param("repeat: 2, sides: each, for_each: {toe: [1, 2]}", 30, id="all three loops"),
    ],
)
def test_a_share_is_of_one_pass(loop: str, expected: int) -> None:
    """In a block done several times a step has its share of each pass, so that all together have it of the whole."""
    block = (
        f"- {{id: b, {loop}, duration: 10 min, steps: [{SHARED.removeprefix('- ') % '40%'}, {{technique: x.bare, where: calf}}]}}"
    )
    cues = [cue.length for cue in timeline_of(document(block)).cues if cue.name.startswith("a")]

    assert (cues, sum(cues)) == ([expected * 1_000] * len(cues), 240_000)


def test_a_choice_hands_on_the_time_around_it() -> None:
    """An option's share is of what the choice stands in, or of the choice's own time where it has one."""
    option = SHARED.removeprefix("- ") % "40%"

    assert lasting(document(f"- {{choose: 1, from: [{option}]}}", section="duration: 10 min")) == (240,) * 3
    assert lasting(document(f"- {{choose: 1, share: 50%, from: [{option}]}}", section="duration: 10 min")) == (120,) * 3
    assert lasting(document(f"- {{choose: 1, duration: 50 s, from: [{option}]}}", section="duration: 10 min")) == (20,) * 3


def test_an_option_that_needs_a_change_first_keeps_its_share() -> None:
    """What binds an option to the turning over before it is no block of its own."""
    option = SHARED.removeprefix("- ").replace("}", ", position: supine}") % "40%"
    text = document(f"- {{choose: 1, from: [{option}]}}", section="duration: 10 min\nposition: prone")

    assert lasting(text) == (240, 240, 240)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param("duration: 3..5 min, share: 20..40%", (180, 210, 240), id="the middle of what both allow"),
        pytest.param("duration: 2..3..9 min, share: 20..40%", (120, 180, 240), id="the ideal that is stated"),
        pytest.param("duration: 1..2..9 min, share: 40..60%", (240, 240, 360), id="cut to the share"),
        pytest.param("duration: 2 min, share: 40%", (120, 120, 120), id="the duration where they do not meet"),
        pytest.param("duration: ..3 min, share: 20..40%", (120, 150, 180), id="an open end"),
    ],
)
def test_a_duration_and_a_share(fields: str, expected: tuple[int, ...]) -> None:
    """Both hold; where they do not meet the duration does."""
    text = document(f"- {{technique: kneading, id: a, where: calf, {fields}}}", section="duration: 10 min")
    block = document(f"- {{id: a, {fields}, steps: [{{technique: x.bare, where: calf}}]}}", section="duration: 10 min")

    assert lasting(text) == expected
    assert lasting(block) == expected


def test_an_assumed_time_is_shared_out() -> None:
    """What is assumed for a block is what the shares inside are of, and binds it."""
    steps = f"- {SHARED.removeprefix('- ') % '40%'}\n- {{technique: kneading, id: k, where: calf, duration: 1..9 min}}"
    timeline = timeline_of(document(steps), known={"s": 600_000})

    assert [(cue.name, cue.length) for cue in timeline.cues] == [("a", 240_000), ("k", 360_000)]
    assert timeline.elastic.estimates == ("assumed: s",)


def test_a_cue_with_a_share_or_a_duration() -> None:
    """Words alone take the time that is stated for them; of a share that nobody knows, none."""
    said = "- {id: a, say: Take three deep breaths, %s}"

    assert lasting(document(said % "duration: 20 s")) == (20, 20, 20)
    assert lasting(document(said % "duration: ..20 s")) == (1.2, 1.6, 20)
    assert lasting(document(said % "share: 10%", section="duration: 10 min")) == (60, 60, 60)
    assert lasting(document(said % "share: 10%")) == (0, None, None)
    assert lasting(document(said % "duration: 1..3 min, share: 20..40%", section="duration: 10 min")) == (120, 150, 180)


def test_shares_that_make_a_whole_never_miss_it() -> None:
    """A least is rounded down and a most up: thirds of a time that has none still reach it."""
    amounts, whole = Amounts(engine().catalog), Bounds(min=100_001, ideal=100_001, max=100_001)
    thirds = [portion(amounts, Range(min=part, ideal=part, max=part), whole) for part in map(Decimal, ("33.3", "33.3", "33.4"))]

    assert (sum(part.min for part in thirds), sum(part.max or 0 for part in thirds)) == (100_000, 100_003)
    assert divided(whole, Bounds(min=2, ideal=3, max=4)) == Bounds(min=25_000, ideal=33_333, max=50_001)


def test_an_estimated_share_names_the_step() -> None:
    """A share that its author marks as an estimate is none of the author's facts."""
    plan = unruled(document(SHARED % "{min: 30%, max: 50%, basis: estimate}", section="duration: 10 min"))
    found = Measure(engine().catalog, of=plan).node(node_of(plan, "a"))

    assert (found.stated, found.estimates) == (0, ("a",))
