"""What `avoid` means, effect by effect, for a target inside, crossing, containing and beside the place, and for none stated."""

from __future__ import annotations

import pytest

from tests.plans import codes, document, plan_of, said, step_of

HIT, UNCLEAR, FINE = ["avoided-place"], ["avoid-unclear"], list[str]()


def judged(fields: str, avoid: str) -> list[str]:
    """Judge a step under a prohibition."""
    return codes(document(f"- {{id: a, {fields}}}", head=f"avoid: {{{avoid}}}"))


def spared(fields: str, avoid: str) -> tuple[str, ...]:
    """Give what the step goes round."""
    targets = step_of(plan_of(document(f"- {{id: a, {fields}}}", head=f"avoid: {{{avoid}}}")), "a").targets
    return tuple(name for target in targets for name in target.spared)


@pytest.mark.parametrize(
    ("effect", "fields", "expected"),
    [
        ("keep_off", "technique: kneading", HIT),
        ("keep_off", "technique: holding", HIT),
        ("keep_off", "technique: kneading, pressure: light", HIT),
        ("keep_off", "action: place, thing: heat_pack", HIT),
        ("no_contact", "technique: kneading, pressure: light", HIT),
        ("no_contact", "technique: holding", HIT),
        ("no_contact", "action: place, thing: heat_pack", HIT),
        ("no_pressure", "technique: kneading", HIT),
        ("no_pressure", "technique: kneading, pressure: firm", HIT),
        ("no_pressure", "technique: kneading, pressure: light or firm", HIT),
        ("no_pressure", "technique: kneading, pressure: light", FINE),
        ("no_pressure", "technique: holding", FINE),
        ("no_pressure", "technique: holding, pressure: firm", HIT),
        ("no_pressure", "action: place, thing: heat_pack", FINE),
        ("light_only", "technique: kneading, pressure: gentle", FINE),
        ("light_only", "technique: kneading, pressure: moderate", HIT),
        ("light_only", "technique: kneading", HIT),
        ("light_only", "technique: kneading, pressure: light -> firm", HIT),
        ("no kneading", "technique: kneading, pressure: light", HIT),
        ("no kneading", "technique: circles", FINE),
        ("no petrissage", "technique: kneading", HIT),
        ("no petrissage", "technique: holding", FINE),
        ("at_most moderate", "technique: kneading, pressure: firm", HIT),
        ("at_most moderate", "technique: kneading, pressure: moderate", FINE),
        ("at_most moderate", "technique: kneading", FINE),
    ],
)
@pytest.mark.parametrize("where", ["knee", "patella"])
def test_a_target_inside(effect: str, fields: str, expected: list[str], where: str) -> None:
    """Work on the place, or on a part of it, breaks the rule if the step does what the rule speaks of."""
    assert judged(f"{fields}, where: {where}", f"knee: {effect}") == expected


@pytest.mark.parametrize(
    ("effect", "pressure", "expected"),
    [
        ("keep_off", "light", HIT),
        ("no_contact", "light", HIT),
        ("no_pressure", "light", FINE),
        ("no_pressure", "firm", HIT),
        ("light_only", "gentle", FINE),
        ("light_only", "firm", HIT),
        ("no kneading", "light", HIT),
        ("no holding", "firm", FINE),
        ("at_most moderate", "firm", HIT),
        ("at_most moderate", "light", FINE),
    ],
)
def test_a_path_that_passes_over(effect: str, pressure: str, expected: list[str]) -> None:
    """A path whose chain of neighbours leads over the place is on it, though neither of its ends is."""
    fields = f"technique: kneading, path: ankle -> thigh, pressure: {pressure}"

    assert judged(fields, f"knee: {effect}") == expected


def test_a_path_that_passes_over_shows_the_way() -> None:
    """The hint names the chain that leads over the place."""
    text = document("- {technique: kneading, path: ankle -> thigh}", head="avoid: {knee: keep_off}")

    assert [hints[1] for *_, hints in said(text)] == ["the path leads over it: ankle -> lower_leg -> knee -> thigh"]


def test_a_path_is_judged_beside_a_where() -> None:
    """A region that is covered and the way through it are both held against the rule."""
    assert judged("technique: kneading, where: calf, path: ankle -> thigh", "knee: keep_off") == HIT


def test_a_path_on_the_other_side_does_not_pass_over() -> None:
    """The right knee is not on the way up the left leg."""
    assert judged("technique: kneading, path: left ankle -> left thigh", "right knee: keep_off") == FINE
    assert judged("technique: kneading, path: left ankle -> left thigh", "left knee: keep_off") == HIT


@pytest.mark.parametrize(
    ("fields", "avoid", "expected"),
    [
        ("technique: kneading, where: lower_back", "spine: no_pressure", ("spine",)),
        ("technique: kneading, where: lower_back, pressure: firm", "spine: no_pressure", ("spine",)),
        ("technique: kneading, where: lower_back, pressure: light", "spine: no_pressure", ()),
        ("technique: kneading, where: lower_back, pressure: light", "spine: keep_off", ("spine",)),
        ("technique: kneading, where: lower_back", "kidney_area: no percussion", ()),
        ("technique: hacking, where: lower_back", "kidney_area: no percussion", ("kidney_area",)),
        ("technique: kneading, where: calf", "left calf: keep_off", ("left calf",)),
        ("technique: kneading, where: shoulder", "top of shoulder: keep_off", ("top of shoulder",)),
        ("technique: kneading, where: base of shoulder", "top of shoulder: keep_off", ()),
        ("technique: kneading, where: calf", "tender_spots: keep_off", ("tender_spots",)),
        ("technique: kneading, path: upper_back -> lower_back", "spine: keep_off", ("spine", "spine")),
    ],
)
def test_a_target_that_contains_the_place_goes_round_it(fields: str, avoid: str, expected: tuple[str, ...]) -> None:
    """The place is taken out of the target under its own name, wherever the step does what the rule speaks of."""
    if "percussion" in avoid:
        avoid = avoid.replace("percussion", "tapotement")

    assert spared(fields, avoid) == expected
    assert judged(fields, avoid) == FINE


@pytest.mark.parametrize("where", ["beside spine at lower_back", "paraspinal", "2 finger_widths beside spine", "around spine"])
def test_a_target_beside_the_place_is_outside(where: str) -> None:
    """Next to the place is not on it, and has nothing to go round."""
    assert judged(f"technique: kneading, where: {where}", "spine: keep_off") == FINE
    assert spared(f"technique: kneading, where: {where}", "spine: keep_off") == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("technique: kneading, where: unstated", UNCLEAR),
        ("technique: kneading, where: knots or tight_areas", UNCLEAR),
        ("technique: kneading, where: along spine", UNCLEAR),
        ("action: cover", FINE),
    ],
)
def test_a_target_that_is_not_stated_is_a_warning(fields: str, expected: list[str]) -> None:
    """Where nobody says where the hands are, nobody can tell; an action without a place bars nothing."""
    assert judged(fields, "spine: keep_off") == expected


@pytest.mark.parametrize(
    ("where", "avoid", "expected"),
    [
        ("left knee", "left knee: keep_off", HIT),
        ("right knee", "left knee: keep_off", FINE),
        ("right knee", "knee: keep_off", HIT),
        ("knee, side: left", "left knee: keep_off", HIT),
        ("knee, side: right", "left knee: keep_off", FINE),
        ("top of shoulder", "top of shoulder: keep_off", HIT),
        ("top of left shoulder", "shoulder: keep_off", HIT),
        ("above knee", "above knee: keep_off", HIT),
        ("tender_spots in calf", "tender_spots: keep_off", HIT),
        ("knots in calf", "tender_spots: keep_off", FINE),
        ("tender_spots in calf", "tender_spots in knee: keep_off", FINE),
        ("tender_spots in calf", "tender_spots in calf: keep_off", HIT),
    ],
)
def test_sides_parts_and_findings_are_told_apart(where: str, avoid: str, expected: list[str]) -> None:
    """A rule for one side, one part or one finding does not bar the other."""
    assert judged(f"technique: kneading, where: {where}", avoid) == expected


def test_each_side_of_a_pair_is_judged_by_itself() -> None:
    """The pass on the avoided side breaks the rule, the other does not: one diagnostic."""
    text = document("- {sides: each, steps: [{technique: kneading, where: knee}]}", head="avoid: {left knee: keep_off}")

    assert codes(text) == HIT


@pytest.mark.parametrize(
    ("effect", "expected"), [("no_contact", HIT), ("keep_off", FINE), ("no_pressure", FINE), ("light_only", FINE)]
)
@pytest.mark.parametrize(
    "field", ["support: hand under knee", "grip: hands at knee", "start: hands beside hip at knee", "start: hands on knee"]
)
def test_a_resting_hand(effect: str, expected: list[str], field: str) -> None:
    """Only `no_contact` bars a hand that rests, holds or begins there."""
    assert judged(f"technique: kneading, where: calf, {field}", f"knee: {effect}") == expected


def test_a_bolster_is_contact() -> None:
    """`no_contact` bars a support under the place, too."""
    text = document(
        "- {technique: kneading, where: calf}", head="avoid: {knee: no_contact}", section="bolsters: [pillow under knees]"
    )

    assert codes(text) == HIT


def test_prohibitions_add_up_and_are_never_loosened() -> None:
    """A child may forbid more than what surrounds it, and can't allow what that forbids."""
    text = document(
        "- {technique: kneading, id: a, where: patella, pressure: light, avoid: {patella: light_only, calf: keep_off}}",
        head="avoid: {knee: keep_off}",
    )

    assert codes(text) == HIT
    assert (
        codes(document("- {technique: kneading, where: calf}\n- {technique: kneading, where: knee, avoid: {calf: keep_off}}"))
        == []
    )


def test_the_reason_and_the_source_are_told() -> None:
    """Why, and who says so, come with the diagnostic."""
    head = "sources: {book: {title: B}}\navoid: {knee: {effect: keep_off, because: a scar, source: book}}"

    assert [hints[1:] for *_, hints in said(document("- {technique: kneading, where: knee}", head=head))] == [
        ("because: a scar", "the rule comes from the source `book`")
    ]


@pytest.mark.parametrize(
    ("path", "avoid", "expected"),
    [
        pytest.param("ankle -> hip", "popliteal_fossa", ("popliteal_fossa",), id="in a region that the way leads over"),
        pytest.param("left ankle -> left hip", "right popliteal_fossa", (), id="on the other side"),
        pytest.param("ankle -> calf", "popliteal_fossa", (), id="beyond the way"),
        pytest.param("ankle -> knee -> hip", "popliteal_fossa", ("popliteal_fossa",), id="in a region that the way names"),
    ],
)
def test_a_way_goes_round_what_lies_within_the_regions_on_it(path: str, avoid: str, expected: tuple[str, ...]) -> None:
    """A place inside a larger region that a path only passes over is shown as gone round."""
    assert spared(f"technique: kneading, path: {path}", f"{avoid}: keep_off") == expected


@pytest.mark.parametrize(
    ("step", "avoid", "expected"),
    [
        pytest.param("free: region, where: spine, duration: 1 min", "spine: keep_off", HIT, id="free time"),
        pytest.param("free: region, where: back, duration: 1 min", "spine: keep_off", FINE, id="free time around it"),
        pytest.param("free: pool, among: [calf, spine], duration: 1 min", "spine: keep_off", HIT, id="a pool for it"),
        pytest.param("free: pool, duration: 1 min", "spine: keep_off", UNCLEAR, id="a pool for anything"),
        pytest.param("unlisted: 2, where: spine", "spine: keep_off", HIT, id="steps that are not given"),
    ],
)
def test_work_without_given_strokes_keeps_off_too(step: str, avoid: str, expected: list[str]) -> None:
    """Whoever fills free time is bound like everybody else."""
    assert judged(step, avoid) == expected
