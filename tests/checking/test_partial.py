"""What is still said of a routine in which something is wrong already."""

from __future__ import annotations

import pytest

from strokekit import Engine, Report
from strokekit.checking import still_to_say
from strokekit.diagnostics import diagnose

HEAD = """\
strokekit: 1
title: Legs
contraindications: none_reviewed
sections:
  - id: legs
    position: prone
    avoid: {spine: no_pressure}
    steps:
"""
ENGINE = Engine()


def names(*steps: str, head: str = HEAD) -> list[str]:
    """Check a routine of these steps; give the names of what was found, in the order of the text."""
    text = head + "".join(f"      - {step}\n" for step in steps)
    return [found.name for found in ENGINE.check(ENGINE.read_text(text))]


def test_one_run_shows_the_mistakes_of_every_stage() -> None:
    """A misspelt region hides neither a gap in another step's path, nor a limit, nor a place that is avoided."""
    found = names(
        "{technique: kneading, where: claf}",
        "{technique: gliding, path: knee -> neck}",
        "{technique: thumb_pressing, where: calf, hold: 5 min}",
        "{technique: kneading, where: spine}",
        "{technique: kneading}",
        "{technique: kneading, where: abdomen}",
    )
    assert found == [
        "unknown-region",
        "path-gap",
        "dose-outside-limits",
        "avoided-place",
        "dose-missing",
        "not-reachable",
    ]


def test_a_step_that_can_not_be_read_is_not_judged_further() -> None:
    """What a later stage would say of a step with a mistake may only follow from it."""
    assert names("{technique: kneading, wehre: calf}") == ["unknown-key"]


def test_a_mistake_in_the_position_leaves_reach_alone() -> None:
    """Nobody knows how the client lies, so nobody is told what can't be reached."""
    head = HEAD.replace("prone", "porne")
    assert names("{technique: kneading, where: abdomen}", head=head) == ["literal"]


def test_a_mistake_in_what_surrounds_a_step_silences_what_follows_from_it() -> None:
    """Where a section's `avoid` can't be read, nothing is said below it that may follow from it."""
    head = HEAD.replace("avoid: {spine: no_pressure}", "avoid: spine")
    assert names("{technique: kneading, where: spine}", head=head) == ["avoid-without-rule"]


def test_sums_wait_until_every_step_can_be_read() -> None:
    """A total is not compared with steps some of which are unreadable."""
    head = HEAD.replace("title: Legs", "title: Legs\nstated_total: 5 h")
    assert names("{technique: kneading, where: claf}", head=head) == ["unknown-region"]
    assert names("{technique: kneading, where: calf}", head=head) == ["totals-disagree-by-estimate"]


def test_where_nothing_is_wrong_everything_is_said() -> None:
    """Without earlier errors no finding is held back, warnings included."""
    found = Report.of([diagnose("nothing-taken-away", thing="pack", id="pack")])
    warned = Report.of([diagnose("contraindications-unknown")])
    assert still_to_say(found, warned) == found


@pytest.mark.parametrize("pointer", ["/sections/0/steps/1/where", "/sections/0/steps/1"])
def test_other_steps_are_judged(pointer: str) -> None:
    """An error in one step holds back nothing about its neighbour, not even about a step whose number begins alike."""
    error = Report.of([diagnose("unknown-region", pointer="/sections/0/steps/1/where", id="claf")])
    same = diagnose("dose-missing", pointer=pointer, technique="kneading", fields="`where`")
    other = diagnose("dose-missing", pointer="/sections/0/steps/10", technique="kneading", fields="`where`")
    assert still_to_say(Report.of([same, other]), error) == Report.of([other])


def test_a_plan_is_made_of_valid_routines_only() -> None:
    """Checking goes on past mistakes; composing gives nothing to work from."""
    text = f"{HEAD}      - {{technique: kneading}}\n"
    outcome = ENGINE.compose(ENGINE.loads(text))
    assert (outcome.value, [found.name for found in outcome.report]) == (None, ["dose-missing"])


@pytest.mark.parametrize(
    "pointer",
    [
        "/parts/leg/steps/1/where",
        "/sections/0/steps/0/interspersed/steps/1/where",
        "/sections/0/steps/0/interspersed/where",
        "/may_add/0/where",
        "/sections/0/may_add/0/where",
        "legs.routine.yaml#/parts/leg/steps/0/where",
    ],
)
def test_every_place_where_steps_stand_is_a_step(pointer: str) -> None:
    """A mistake in a step of a part, of an included file, or of what returns or may be added, spoils that step and no other."""
    mistake = Report.of(
        [diagnose("unknown-key", pointer=pointer.replace("where", "wehre"), facts={"key": "wehre", "where": "a step"})]
    )
    facts = {"first": "knee", "second": "neck"}
    same = diagnose("path-gap", pointer=pointer, facts=facts)
    other = diagnose("path-gap", pointer="/sections/9/steps/0/path", facts=facts)

    assert still_to_say(Report.of([same, other]), mistake) == Report.of([other])
