"""What is left in place, what is worked under it, and what the equipment forbids."""

from __future__ import annotations

import pytest

from strokekit import Engine
from strokekit.plugins.bare import plugin_from_text
from tests.plans import codes, document, report, said

PACK = "{action: place, id: pack, thing: heat_pack, where: lower_leg, lasts: %s}"
WORK = "{technique: kneading, where: calf}"
OFF = "{action: remove, of: pack}"


@pytest.mark.parametrize(
    ("lasts", "steps", "expected"),
    [
        ("until_removed", ["PACK", "OFF"], []),
        ("until_removed", ["PACK"], ["nothing-taken-away"]),
        ("until_removed", ["OFF", "PACK"], ["nothing-to-remove", "nothing-taken-away"]),
        ("until_removed", ["PACK", "OFF", "OFF"], ["nothing-to-remove"]),
        ("until_removed", ["PACK", "WORK", "OFF"], ["work-under-thing"]),
        ("until_removed", ["WORK", "PACK", "OFF", "WORK"], []),
        ("section", ["PACK", "WORK"], ["work-under-thing"]),
        ("routine", ["PACK", "WORK"], ["work-under-thing"]),
        ("5 min", ["PACK", "WORK"], []),
    ],
)
def test_things_in_place(lasts: str, steps: list[str], expected: list[str]) -> None:
    """What is placed is taken away later, and meanwhile nobody works where it lies."""
    words = {"PACK": PACK % lasts, "WORK": WORK, "OFF": OFF}

    assert codes(document("\n".join(f"- {words[step]}" for step in steps))) == expected


def test_a_section_ends_what_lasts_as_long() -> None:
    """After its section, a thing lies no longer."""
    text = document(f"- {PACK % 'section'}").rstrip() + f"\n  - {{id: t, steps: [{WORK}]}}\n"

    assert codes(text) == []


def test_a_thing_without_id_is_told_to_get_one() -> None:
    """Without an id nothing can name what is to be removed."""
    text = document("- {action: place, thing: heat_pack, where: calf, lasts: until_removed}")

    assert [hints for *_, hints in said(text)] == [
        ("add `{action: remove, of: …}`", "give this step an `id` that the other can name")
    ]


def test_removing_what_nobody_placed() -> None:
    """An `of` that names no step gets the nearest id as a hint."""
    found = said(document(f"- {PACK % 'until_removed'}\n- {{action: remove, of: pakc}}\n- {OFF}"))

    assert found == [("9:30", "SK406", "nothing here has the id `pakc`", ("did you mean `pack`?",))]


@pytest.mark.parametrize(
    ("placed", "worked", "expected"),
    [
        pytest.param("left lower_leg", "left calf", ["work-under-thing"], id="the same side"),
        pytest.param("left lower_leg", "right calf", [], id="the other side"),
        pytest.param("left lower_leg", "calf", ["work-under-thing"], id="perhaps the same side"),
        pytest.param("lower_leg", "right calf", ["work-under-thing"], id="perhaps both"),
        pytest.param("thigh", "calf", [], id="elsewhere"),
    ],
)
def test_a_thing_lies_on_its_side(placed: str, worked: str, expected: list[str]) -> None:
    """Work on the other side is not under it."""
    pack = f"{{action: place, thing: heat_pack, where: {placed}, lasts: section}}"

    assert codes(document(f"- {pack}\n- {{technique: kneading, where: {worked}}}")) == expected


def test_each_side_has_its_own_thing() -> None:
    """In a block done for each side, what is placed on a side is removed on that side."""
    block = f"- {{sides: each, steps: [{PACK % 'until_removed'}, {{technique: kneading, where: thigh}}, {OFF}]}}"

    assert codes(document(block)) == []


def test_only_removing_takes_a_thing_away() -> None:
    """Another action may speak of a thing and leave it where it is."""
    text = document(f"- {PACK % 'until_removed'}\n- {{action: check_in, of: pack}}")

    assert codes(text) == ["nothing-taken-away"]


def test_a_plugin_has_its_own_way_to_take_away() -> None:
    """An action that is declared as `removes` ends what its `of` names, and takes work on the place out of doubt."""
    data = "techniques: [{id: %s, title: T, family: care, summary: Off., hands_on: false, removes: %s, takes: {}}]"
    text = document(f"- {PACK % 'until_removed'}\n- {{action: own.lift, of: pack}}\n- {WORK}")
    for removes, expected in (("true", []), ("false", ["work-under-thing", "nothing-taken-away"])):
        engine = Engine(plugins={"own": plugin_from_text(data % ("lift", removes))}, strict=True)
        assert sorted(found.name for found in engine.check(engine.read_text(text))) == sorted(expected)


EQUIPMENT = "equipment: {oil: {forbid: [nut_oil]}, heat_pack: {avoid: {abdomen: keep_off}}}\nwords: {things: {nut_oil: nut oil}}"


@pytest.mark.parametrize(
    ("steps", "section", "place"),
    [
        pytest.param("- {technique: gliding, where: calf, lubricant: nut_oil}", "", "9:54", id="on a step"),
        pytest.param("- {technique: gliding, where: calf}", "lubricant: oil or nut_oil", "8:16", id="one of two, on a section"),
        pytest.param("- {action: hold_thing, thing: nut_oil}", "", "9:37", id="as a thing"),
        pytest.param("- {technique: gliding, where: calf}", "lubricant: oil", None, id="another oil"),
    ],
)
def test_forbidden_things(steps: str, section: str, place: str | None) -> None:
    """What the equipment forbids is nowhere used; it is reported once, where it is written."""
    message = "`nut_oil` is used here, which the equipment forbids for `oil`"
    expected = [] if place is None else [(place, "SK713", message, ("use something else, or correct the equipment",))]
    found = said(document(steps, head=EQUIPMENT, section=section))

    assert [entry for entry in found if entry[1] == "SK713"] == expected


@pytest.mark.parametrize(("where", "expected"), [("abdomen", ["avoided-place"]), ("calf", [])])
def test_places_that_a_thing_may_not_come_to(where: str, expected: list[str]) -> None:
    """What the equipment says of a thing holds wherever it is placed."""
    text = document(f"- {{action: place, thing: heat_pack, where: {where}, lasts: section}}", head=EQUIPMENT)

    assert codes(text) == expected


def test_the_include_that_leads_there_is_named() -> None:
    """A finding within a part says from where the part was included."""
    part = f"parts: {{warm: {{steps: [{PACK % 'until_removed'}]}}}}"
    found = report(document("- {include: warm}", head=part))

    assert [(d.name, [str(r.span and r.span.line) + ": " + r.message for r in d.related]) for d in found] == [
        ("nothing-taken-away", ["8: included from here"])
    ]
