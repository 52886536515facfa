"""Fits of plans: what each kind of constraint makes of a total that is asked for."""

from __future__ import annotations

import pytest

from strokekit.errors import UsageError
from tests.booking.fits import fit, lengths, plan_of, refused
from tests.plans import engine

TWO = """
- {technique: kneading, id: a, where: calf, duration: 2..6 min}
- {technique: kneading, id: b, where: thigh, duration: 1..3 min}
"""
"""Ideally 4 and 2 minutes."""


def test_what_is_too_much_is_shared_in_proportion() -> None:
    """A tenth more makes every step a tenth longer, whichever way the total is written."""
    expected = {"a": 264_000, "b": 132_000}

    assert [lengths(fit(TWO, target=said)) for said in (396_000, "396 s", "6 min 36 s")] == [expected] * 3


def test_a_bound_passes_the_rest_on() -> None:
    """A step at its most leaves the others what it can't take."""
    steps = TWO.replace("2..6 min", "{min: 2 min, ideal: 4 min, max: 4 min 6 s}")

    assert lengths(fit(steps, target=396_000)) == {"a": 246_000, "b": 150_000}


def test_the_odd_millisecond_goes_to_the_earlier() -> None:
    """What can't be shared goes to the step that comes first."""
    steps = """
    - {technique: kneading, id: a, where: calf, duration: 1..3 s}
    - {technique: kneading, id: b, where: calf, duration: 1..3 s}
    """

    assert lengths(fit(steps, target=4_001)) == {"a": 2_001, "b": 2_000}


def test_priority_makes_a_step_stiffer() -> None:
    """Of high priority a step gives half as much as one of normal, and that half as much as one of low."""
    steps = """
    - {technique: kneading, id: a, where: calf, duration: 60..140 s, priority: high}
    - {technique: kneading, id: b, where: calf, duration: 60..140 s}
    - {technique: kneading, id: c, where: calf, duration: 60..140 s, priority: low}
    """

    assert lengths(fit(steps, target=314_000)) == {"a": 102_000, "b": 104_000, "c": 108_000}


def test_repetitions_are_whole() -> None:
    """A step that is to be much longer is done more often, and its tempo stays within its range."""
    steps = "- {technique: kneading, id: a, where: calf, repeat: 2..6, tempo: 10 s each}"

    assert [lengths(fit(steps, target=f"{n * 10} s")) for n in (2, 3, 6)] == [{"a": n * 10_000} for n in (2, 3, 6)]
    assert [str(one) for one in refused(steps, target="35 s")] == [
        "r.yaml:8:9: error[SK614] no run of this plan takes 35 s; there is 20 s to 1 min, the nearest: 30 s and 40 s"
    ]


def test_a_block_is_repeated() -> None:
    """Whole passes, each with times of its own, as many as fit best."""
    steps = "- {id: loop, repeat: 2..8, steps: [{technique: kneading, id: a, where: calf, duration: 8..12 s}]}"

    assert lengths(fit(steps, target="60 s")) == {"a": 10_000, **{f"a#{n}": 10_000 for n in range(2, 7)}}
    assert set(lengths(fit(steps, target="61 s")).values()) == {10_166, 10_167}


def test_optional_steps_go_first() -> None:
    """What may be left out is left out before everything else is squeezed, by priority."""
    steps = """
    - {technique: kneading, id: a, where: calf, duration: 3..5 min}
    - {technique: hacking, id: b, where: calf, duration: 1 min, optional: true, priority: low}
    - {technique: hacking, id: c, where: calf, duration: 1 min, optional: true, priority: high}
    """

    assert lengths(fit(steps, target="6 min")) == {"a": 240_000, "b": 60_000, "c": 60_000}
    assert lengths(fit(steps, target="5 min")) == {"a": 240_000, "c": 60_000}
    assert lengths(fit(steps, target="4 min")) == {"a": 180_000, "c": 60_000}
    assert lengths(fit(steps, target="3 min")) == {"a": 180_000}


def test_what_is_locked_stays() -> None:
    """The dose of a locked step is not touched, and a locked optional step stays in."""
    steps = """
    - {technique: kneading, id: a, where: calf, duration: 1..3 min, locked: dose}
    - {technique: kneading, id: b, where: calf, duration: 1..3 min, optional: true, priority: low, locked: steps}
    """

    assert lengths(fit(steps, target="3 min")) == {"a": 120_000, "b": 60_000}
    assert refused(steps, target="2 min").errors[0].message.startswith("no run of this plan takes 2 min; there is 3 min to 5 min")


def test_sides_are_equal() -> None:
    """Both sides get the same, also where that needs an even total."""
    steps = "- {id: legs, sides: each, steps: [{technique: kneading, id: a, where: calf, duration: 1..3 min}]}"

    assert lengths(fit(steps, target="5 min")) == {"a@left": 150_000, "a@right": 150_000}
    assert refused(steps, target=300_001).errors[0].message == (
        "no run of this plan takes 5 min 1 ms; there is 2 min to 6 min, the nearest: 5 min and 5 min 2 ms"
    )


def test_a_block_keeps_its_time() -> None:
    """What is stated for a block bounds its steps together; the others take what is left."""
    steps = """
    - id: one
      duration: 3..4 min
      steps:
        - {technique: kneading, id: a, where: calf, duration: 1..9 min}
        - {technique: kneading, id: b, where: calf, duration: 1..9 min}
    - {technique: kneading, id: c, where: calf, duration: 1..9 min}
    """

    assert lengths(fit(steps, target="12 min")) == {"a": 120_000, "b": 120_000, "c": 480_000}


def test_guesses_yield_to_what_is_stated() -> None:
    """Steps that nobody timed take what their block has, although the technique is guessed to take less."""
    steps = "- {id: one, duration: 9..11 min, steps: [{technique: gliding, id: a, where: calf, repeat: 2}]}"

    assert lengths(fit(steps, target="11 min")) == {"a": 660_000}


def test_shares_are_of_what_is_asked_for() -> None:
    """A section with a share of the table takes that share of the new time."""
    head = "booking: {table: 60 min}"
    first = engine().loads(
        """
strokekit: 1
title: Shares
contraindications: none_reviewed
booking: {table: 60 min}
sections:
  - {id: a, share: 25%, steps: [{free: region, where: calf}]}
  - {id: b, share: 75%, steps: [{free: region, where: thigh}]}
""",
        name="r.yaml",
    )
    found = engine().fit(engine().compose(first), target="90 min").require()

    assert head in (first.require().document or engine()).source.text  # type: ignore[union-attr]  # it was read from a text
    assert [(one.name, one.end - one.start) for one in found.sections if one.end is not None and one.start is not None] == [
        ("a", 1_350_000),
        ("b", 4_050_000),
    ]


def test_a_limit_on_a_tool_holds() -> None:
    """Steps with the thumbs together take no longer than the routine allows."""
    steps = """
    - {technique: kneading, id: a, where: calf, tool: thumbs, duration: 1..9 min}
    - {technique: kneading, id: b, where: thigh, tool: thumbs, duration: 1..9 min}
    - {technique: kneading, id: c, where: thigh, tool: palms, duration: 1..9 min}
    """

    assert lengths(fit(steps, head="limits: [{tool: thumbs, duration: ..6 min}]", target="15 min")) == {
        "a": 180_000,
        "b": 180_000,
        "c": 540_000,
    }


def test_what_lies_on_the_client_bounds_what_runs_meanwhile() -> None:
    """Steps between placing and removing take as long as the thing may lie there."""
    steps = """
    - {action: place, id: towel, thing: towel, where: calf, lasts: 4..5 min, duration: 10 s}
    - {technique: kneading, id: a, where: thigh, duration: 1..9 min}
    - {action: remove, id: away, of: towel, duration: 10 s}
    - {technique: kneading, id: b, where: thigh, duration: 1..9 min}
    """

    assert lengths(fit(steps, target="13 min 20 s")) == {"towel": 10_000, "a": 300_000, "away": 10_000, "b": 480_000}


def test_wishes_move_time() -> None:
    """What is wished for gets more of the same total: by id, by technique, by place; without a target too."""
    even = """
    - {technique: kneading, id: a, where: calf, duration: 1..9 min}
    - {technique: circles, id: b, where: thigh, duration: 1..9 min}
    """
    expected = {"a": 360_000, "b": 240_000}

    assert [lengths(fit(even, wishes={name: 150})) for name in ("a", "kneading", "calf")] == [expected] * 3
    assert lengths(fit(even, target="10 min", wishes={"a": 150})) == expected
    assert lengths(fit(even, target="10 min", wishes={"s": 150})) == {"a": 300_000, "b": 300_000}


def test_a_wish_for_nothing_is_an_error() -> None:
    """A wish for what the plan does not hold is no wish."""
    assert [str(one) for one in refused(TWO, wishes={"navel": 150})] == [
        "r.yaml:1:1: error[SK616] nothing in this plan is, or works on, `navel`"
    ]


def test_the_stated_total_is_a_target() -> None:
    """`stated` fits to the total of the routine; one that states none says so."""
    assert fit(TWO, head="stated_total: 7 min", target="stated").total == 420_000
    assert [str(one) for one in refused(TWO, target="stated")] == [
        "r.yaml:1:1: error[SK617] this routine states no total to fit it to"
    ]


def test_a_slot_holds_more_than_the_routine() -> None:
    """What the booking puts before and after is taken from the slot."""
    assert fit(TWO, head="booking: {slot: 10 min, before: 2 min, after: 90 s}", slot="10 min").total == 390_000


def test_the_time_on_the_table_can_be_asked_for() -> None:
    """What is done before and after keeps its ideal time."""
    text = """
strokekit: 1
title: Table
contraindications: none_reviewed
sections:
  - {id: room, phase: preparation, steps: [{action: dim_lights, id: lights, duration: 10..50 s}]}
  - {id: work, steps: [{technique: kneading, id: a, where: calf, duration: 1..9 min}]}
"""
    found = engine().fit(engine().compose(engine().loads(text)), table="8 min").require()

    assert (lengths(found), found.totals["table"], found.total) == ({"lights": 30_000, "a": 480_000}, 480_000, 510_000)


def test_the_search_ends_with_its_work() -> None:
    """What can't be proved in time is said to be no more than that."""
    steps = "\n".join(f"- {{technique: kneading, where: calf, duration: {20 + 3 * n} s, optional: true}}" for n in range(14))
    elastic = f"{steps}\n- {{technique: gliding, where: calf, duration: 1..90 s}}"
    found = engine().fit(plan_of(elastic), target="5 min 1 s", work=2_000)

    assert [one.code for one in refused(steps, target="5 min", work=50).errors] == ["SK618"]
    assert found.require().total == 301_000
    assert [one.code for one in found.report.warnings] == ["SK615"]


def test_every_cue_of_a_fit_says_why() -> None:
    """The reason of a length names its bound, its lock and the total that was asked for."""
    steps = """
    - {technique: kneading, id: a, where: calf, duration: 1..3 min}
    - {technique: kneading, id: b, where: calf, duration: 1..9 min}
    - {technique: kneading, id: c, where: calf, duration: 1..3 min, locked: dose}
    """
    found = fit(steps, target="14 min")
    why = {cue.name: [bind.kind for bind in cue.why.binds] for cue in found.cues if cue.why is not None and cue.kind == "step"}

    assert lengths(found) == {"a": 180_000, "b": 540_000, "c": 120_000}
    assert why == {"a": ["most", "target"], "b": ["most", "target"], "c": []}


def test_what_is_interrupted_keeps_what_is_expected_in_it() -> None:
    """What may turn out not to be there counts as being there: no total leaves less time than its steps state."""
    steps = """
    - interspersed: {every: 20 s, steps: [{technique: stroking, where: calf}]}
      steps:
      - steps:
        - {technique: kneading, id: knots, where: knots in calf, duration: 3 s}
        - {technique: stroking, id: calm, where: calf, repeat: 2}
    """
    (found,) = refused(steps, target="2 s").errors

    assert found.message == "no run of this plan takes 2 s; there is 8 s to 37 s, the nearest: 8 s"
    assert lengths(fit(steps, target="8 s")) == {"knots": 3_000, "calm": 5_000}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"target": -1}, "target takes whole milliseconds >= 0 or one time such as `50 min`, not -1"),
        ({"target": 1.5}, "target takes whole milliseconds >= 0 or one time such as `50 min`, not 1.5"),
        ({"target": True}, "target takes whole milliseconds >= 0 or one time such as `50 min`, not True"),
        ({"slot": "2..3 min"}, "slot takes whole milliseconds >= 0 or one time such as `50 min`, not '2..3 min'"),
        ({"table": "3 breaths"}, "table takes whole milliseconds >= 0 or one time such as `50 min`, not '3 breaths'"),
        ({"target": 1, "slot": 1}, "a fit takes one of target, slot and table"),
        ({"wishes": {"a": 0}}, "wishes takes whole hundredths > 0, not {'a': 0}"),
        ({"wishes": {"a": 1.5}}, "wishes takes whole hundredths > 0, not {'a': 1.5}"),
        ({"target": 1, "work": 0}, "work takes a whole number > 0, not 0"),
    ],
    ids=str,
)
def test_a_wrong_call_is_refused(asked: dict[str, object], says: str) -> None:
    """What is no time, no wish and no amount of work raises, whatever the plan."""
    with pytest.raises(UsageError) as raised:
        engine().fit(plan_of(TWO), **asked)  # type: ignore[arg-type]  # that is the point

    assert str(raised.value) == says
