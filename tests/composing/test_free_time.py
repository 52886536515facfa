"""Time without given strokes, steps that the source leaves out, and moments to compare the clock at."""

from __future__ import annotations

from strokekit.model.plan import PlanCheckpoint
from tests.plans import codes, document, node_of, plan_of, step_of


def test_free_time_for_a_region() -> None:
    """It is a step of free work on the region, with its own time."""
    step = step_of(plan_of(document("- {free: region, id: f, where: upper_limb, duration: 10..14 min}")), "f")

    assert (step.technique, step.free, step.hands_on, len(step.targets)) == ("free_work", "region", True, 1)
    assert step.dose["duration"].value.max.ms == 840_000


def test_a_pool_may_go_to_any_of_its_places() -> None:
    """Its targets are the places among which it is given out."""
    step = step_of(plan_of(document("- {free: pool, id: f, among: [foot, hand], duration: 3 min}")), "f")

    assert (step.free, [target.area.spot.region.name for target in step.targets if target.area]) == ("pool", ["foot", "hand"])


def test_a_section_of_free_time() -> None:
    """The section is a block that has the time, with the free work in it."""
    text = (
        "strokekit: 1\ntitle: T\ncontraindications: none_reviewed\n"
        "sections: [{id: arms, free: region, where: upper_limb, duration: 5 min, share: 40%}]\n"
    )
    block = plan_of(text).sections[0].block

    assert (block.name, block.duration.ideal.ms, str(block.share.ideal)) == ("arms", 300_000, "40")  # type: ignore[union-attr]
    assert [(node.name, sorted(node.dose)) for node in block.first] == [("arms+free", ["where"])]  # type: ignore[union-attr]


def test_free_time_is_checked_like_any_step() -> None:
    """Where nothing may be done, no free time may be spent."""
    text = document("- {free: region, where: knee, duration: 1 min}", head="avoid: {knee: keep_off}")

    assert codes(text) == ["avoided-place"]


def test_steps_that_the_source_leaves_out() -> None:
    """They are counted, and take no default of the steps around."""
    step = step_of(plan_of(document("- {unlisted: 2, id: u, where: hand}", section="defaults: {repeat: 3}")), "u")

    assert (step.technique, step.free, step.count.max, sorted(step.dose)) == ("unlisted_work", "unlisted", 2, ["where"])  # type: ignore[union-attr]


STEPS = """
- {action: rest_client, id: wait, duration: 1 min}
- {technique: kneading, id: k, where: calf}
- {checkpoint: 5 min, id: here%s}
"""


def test_a_checkpoint_counts_from_the_first_technique() -> None:
    """Unless it says otherwise, the time since the section's first hands-on step is meant."""
    found = node_of(plan_of(document(STEPS % "")), "here")

    assert isinstance(found, PlanCheckpoint)
    assert (found.since, found.elapsed.ideal.ms) == ("k", 300_000)  # type: ignore[union-attr]


def test_a_checkpoint_counts_from_a_step_it_names() -> None:
    """`since` names any node before it."""
    assert node_of(plan_of(document(STEPS % ", since: wait")), "here").since == "wait"


def test_a_checkpoint_that_counts_from_what_is_still_to_come() -> None:
    """A node that is not reached yet can't be counted from."""
    text = document(f"{STEPS % ', since: later'}- {{technique: stroking, id: later, where: calf}}")

    assert codes(text) == ["unknown-id"]


def test_work_on_marked_spots() -> None:
    """Spots must have been marked before."""
    marking, working = "- {technique: kneading, where: calf, mark: sore}", "- {technique: holding, where: marked sore}"

    assert codes(document(f"{marking}\n{working}")) == []
    assert codes(document(f"{working}\n{marking}")) == ["mark-missing"]
