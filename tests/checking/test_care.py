"""What is left in place, what is worked under it, and what a stroke glides on."""

from __future__ import annotations

import pytest

from tests.plans import codes, document, report, said

PACK = "{action: place, id: pack, thing: heat_pack, where: lower_leg, lasts: %s}"
WORK = "{technique: kneading, where: calf}"
OFF = "{action: remove, of: pack}"


@pytest.mark.parametrize(
    ("lasts", "steps", "expected"),
    [
        ("until_removed", ["PACK", "OFF"], []),
        ("until_removed", ["PACK"], ["nothing-taken-away"]),
        ("until_removed", ["OFF", "PACK"], ["nothing-taken-away"]),
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
    ("steps", "section", "expected"),
    [
        ("- {technique: gliding, where: calf}", "", ["lubricant-missing"]),
        ("- {technique: gliding, where: calf}", "lubricant: none", []),
        ("- {technique: gliding, where: calf}", "lubricant: oil or lotion", []),
        ("- {action: apply_lubricant}\n- {technique: gliding, where: calf}", "", []),
        ("- {technique: gliding, where: calf}\n- {action: apply_lubricant}", "", ["lubricant-missing"]),
        ("- {technique: gliding, where: calf}\n- {technique: gliding, where: thigh}", "", ["lubricant-missing"]),
        ("- {technique: kneading, where: calf}", "", []),
        (
            "- {technique: kneading, where: calf, lubricant: oil, optional: true}\n- {technique: gliding, where: calf}",
            "",
            ["state-undecided"],
        ),
    ],
)
def test_something_to_glide_on(steps: str, section: str, expected: list[str]) -> None:
    """The first stroke that glides needs oil or lotion before it, or the word that there is none."""
    assert [d.name for d in report(document(steps, section=section))] == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [("none_reviewed", []), ("unknown", ["contraindications-unknown"]), ("{fever: refuse}", [])],
)
def test_contraindications(status: str, expected: list[str]) -> None:
    """Unknown is not none: it warns, a review and a list do not."""
    assert codes(document(f"- {WORK}").replace("none_reviewed", status)) == expected


def test_silence_about_contraindications_is_unknown() -> None:
    """A routine that says nothing has not been looked at."""
    assert codes(document(f"- {WORK}").replace("contraindications: none_reviewed\n", "")) == ["contraindications-unknown"]
