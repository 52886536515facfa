"""What speaks against a routine, and what a stroke glides on."""

from __future__ import annotations

import pytest

from tests.plans import codes, document, report

WORK = "{technique: kneading, where: calf}"


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
