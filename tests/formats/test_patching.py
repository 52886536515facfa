"""Edits of a text: applied together or not at all, and fixes of diagnostics by the same means."""

from __future__ import annotations

import pytest

from strokekit.diagnostics import Edit, Fix
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.formats.patching import Fixed, apply_fixes, patched


def edit(start: int, end: int, text: str) -> Edit:
    """Make an edit."""
    return Edit(start=start, end=end, text=text)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], "abcdef", id="none"),
        pytest.param([edit(1, 3, "X")], "aXdef", id="replace"),
        pytest.param([edit(4, 5, ""), edit(0, 1, "")], "bcdf", id="any order"),
        pytest.param([edit(2, 2, "1"), edit(2, 2, "2")], "ab12cdef", id="insertions keep their order"),
        pytest.param([edit(0, 2, "X"), edit(2, 2, "|"), edit(2, 6, "Y")], "X|Y", id="touching"),
        pytest.param([edit(6, 6, "!")], "abcdef!", id="at the end"),
    ],
)
def test_edits_speak_of_the_text_as_it_was(edits: list[Edit], expected: str) -> None:
    """All offsets count in the given text, whatever is put into it elsewhere."""
    assert patched("abcdef", edits) == expected


@pytest.mark.parametrize(
    ("edits", "problem"),
    [
        pytest.param([edit(0, 3, ""), edit(2, 4, "")], "two edits overlap: one ends at 3, the next begins at 2", id="overlap"),
        pytest.param([edit(5, 7, "")], "an edit from 5 to 7 lies outside the text, which has 6 characters", id="behind the end"),
        pytest.param([edit(-1, 0, "")], "an edit from -1 to 0 lies outside the text, which has 6 characters", id="before it"),
        pytest.param([edit(3, 2, "")], "an edit from 3 to 2 lies outside the text, which has 6 characters", id="upside down"),
    ],
)
def test_edits_that_can_not_be_are_refused(edits: list[Edit], problem: str) -> None:
    """Overlapping edits, and such as lie outside, are mistakes of the program."""
    with pytest.raises(UsageError) as raised:
        patched("abcdef", edits)

    assert str(raised.value) == problem


SAFE = Fix(title="b", edits=(edit(1, 2, "B"), edit(3, 4, "D")), safe=True)
UNSAFE = Fix(title="f", edits=(edit(5, 6, "F"),))
OVER = Fix(title="c to d", edits=(edit(2, 4, "-"),), safe=True)


@pytest.mark.parametrize(
    ("fixes", "unsafe", "expected"),
    [
        pytest.param([SAFE, SAFE], False, Fixed("aBcDef", (SAFE,)), id="given twice, applied once"),
        pytest.param([SAFE, UNSAFE], False, Fixed("aBcDef", (SAFE,), (UNSAFE,)), id="unsafe ones are left"),
        pytest.param([SAFE, UNSAFE], True, Fixed("aBcDeF", (SAFE, UNSAFE)), id="unless they are wanted"),
        pytest.param([SAFE, OVER], False, Fixed("aBcDef", (SAFE,), (OVER,)), id="the first of two that overlap"),
        pytest.param([OVER, SAFE], False, Fixed("ab-ef", (OVER,), (SAFE,)), id="each as a whole"),
    ],
)
def test_fixes_are_applied_as_a_whole(fixes: list[Fix], unsafe: bool, expected: Fixed) -> None:  # noqa: FBT001 - a case
    """A fix is applied with all of its edits or not at all, and what is left is named."""
    assert apply_fixes("abcdef", fixes, unsafe=unsafe) == expected


def test_two_insertions_at_one_place_are_not_both_applied() -> None:
    """Nobody knows which of two fixes that insert at the same place comes first."""
    one, other = (Fix(title=text, edits=(edit(1, 1, text),), safe=True) for text in "xy")

    assert apply_fixes("ab", [one, other]) == Fixed("axb", (one,), (other,))


def test_safe_fixes_of_a_check_mend_what_they_are_for() -> None:
    """After the fixes of a report were applied, what they were for is not reported again."""
    engine = Engine()
    head = "strokekit: 1\ntitle: =\ncontraindications: none_reviewed\n"
    text = f"{head}sections: [{{id: a, steps: [{{say: Ready?}}, {{say: on, id: b}}]}}]\n"
    before = engine.check(engine.read_text(text, name="r.yaml"))

    fixed = apply_fixes(text, [found.fix for found in before if found.fix], unsafe=True)

    assert [found.name for found in before] == ["scalar-differs", "question-mark", "scalar-differs"]
    assert list(engine.check(engine.read_text(fixed.text, name="r.yaml"))) == []
    assert 'title: "="' in fixed.text
